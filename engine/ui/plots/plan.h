#pragma once
// Where everything of a plot goes, worked out from numbers and the widths of words alone.

#include <string>
#include <string_view>
#include <vector>

#include "ui/charts/axis.h"
#include "ui/charts/place.h"
#include "ui/plot.h"

namespace ui::plots {

struct XTick {
  float x = 0;
  std::string words;
};

/// A line's name beside its last point.
struct EndName {
  std::size_t line = 0;
  std::vector<std::string> lines;
  float y = 0;  ///< the words' middle
};

struct DotName {
  std::size_t dot = 0;
  Rect box;
};

/// All places are relative to the top left of the plot's area.
struct Plan {
  Vec size;
  Rect area;  ///< inside of the axes
  charts::Scale x, y;
  std::vector<charts::Tick> levels;
  std::vector<XTick> ticks;
  std::vector<EndName> end_names;
  std::vector<DotName> dot_names;
  bool legend = false;  ///< names of lines are wanted elsewhere
};

Plan make_plan(const PlotData& data, Vec size, std::string_view language, charts::Measure measure);

/// Years have no thousands mark; taken for such is what lies between 1000 and 2200 and has no unit.
bool are_years(const PlotAxis& axis);

/// "Amplitude (cm)".
std::string axis_title(const PlotAxis& axis);

/// y of a line at x, straight between its points; NaN where it has none, or comes by more than once.
double value_at(const PlotLine& line, double x);

}  // namespace ui::plots
