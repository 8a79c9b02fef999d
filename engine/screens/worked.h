#pragma once
// A worked example that fades: which of its steps are shown, and which are asked first. Pure.

#include <cstddef>

#include "course/model.h"

namespace screens {

/// True where a step is asked before it is shown: always where the author asks, and with `fade` the last `round` ones (rounds of the
/// lesson from 0, so that a first reading shows everything).
bool is_asked(const course::Worked& worked, std::size_t step, int round);

struct WorkedNow {
  std::size_t shown = 0;  ///< steps on screen
  bool more = false;      ///< one is left
  bool asks = false;      ///< it is asked first
};

/// `opened`: how often one asked for the next step. A first step that is not asked is there from the start.
WorkedNow worked_now(const course::Worked& worked, int opened, int round);

}  // namespace screens
