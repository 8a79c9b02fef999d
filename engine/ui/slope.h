#pragma once
// A slope chart: each thing a line from one moment to another, named and numbered at both ends.

#include <string>
#include <string_view>
#include <vector>

#include "ui/frame.h"

namespace ui {

struct SlopeLine {
  std::string label;
  double before = 0, after = 0;  ///< NaN: not known, and not drawn
};

struct SlopeData {
  std::string title;
  std::string before, after;  ///< names of the two moments
  std::string unit;
  std::string alt;  ///< shown where there is nothing to draw
  std::vector<SlopeLine> lines;
  bool log = false;  ///< values ≤ 0 are not drawn
};

void slope_chart(Frame& f, const SlopeData& data);

}  // namespace ui
