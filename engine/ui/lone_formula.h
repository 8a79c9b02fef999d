#pragma once
// A formula by itself, for where no text is laid out around it.

#include <optional>
#include <string_view>

#include "ui/frame.h"

namespace ui {

struct LoneFormula {
  Rect area;          ///< all of it, with a little room around
  float descent = 0;  ///< of its height, how much hangs below the line of words
  float around = 0;   ///< the room at each side
};

/// Draws it with its left end at the column's, as it stands beside words of `style`, or as it stands on a line of its own (`display`);
/// smaller where the column is narrower than it. Empty, and nothing drawn, where it cannot be read or the system has no face for
/// formulas.
std::optional<LoneFormula> lone_formula(Frame& f, std::string_view tex, TextStyle style, bool display, Color color);

}  // namespace ui
