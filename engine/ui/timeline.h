#pragma once
// Events along time, each in a line of its own.

#include <optional>
#include <string>
#include <vector>

#include "ui/frame.h"

namespace ui {

struct TimeSpan {
  std::string label;
  std::string when;          ///< the moments in words
  double from = 0;           ///< in years
  std::optional<double> to;  ///< empty: a moment
};

struct TimelineData {
  std::string title;
  std::string alt;  ///< shown where there is nothing to draw
  std::vector<TimeSpan> spans;
  std::optional<double> from, to;  ///< range in years; else as long as the events
};

/// Bars and points over an axis of years, in the order given.
void timeline_chart(Frame& f, const TimelineData& data);

}  // namespace ui
