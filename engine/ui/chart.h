#pragma once
// Line, bar, dot and area charts from plain numbers. The parts they are made of (axes, plan, drawing) are in charts/ and serve
// other plots as well.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/frame.h"

namespace ui {

struct Series {
  std::string label;
  std::vector<double> y;                    ///< NaN is a gap
  std::vector<double> x;                    ///< as long as y; empty when the chart has categories
  std::vector<double> size;                 ///< dots: weight of each, 0–1; may be empty
  int color = -1;                           ///< index into the theme's series; -1: by order. Dash and mark go with it
  std::vector<double> low = {}, high = {};  ///< dots: the range in which each may lie, a line through it; may be empty
};

struct ChartData {
  enum class Kind : std::uint8_t { line, bar, dots, area } kind = Kind::line;
  std::vector<std::string> categories;  ///< names along x; empty: numbers
  std::vector<Series> series;
  std::string title, x_label, y_label, unit;
  std::optional<double> from, to;      ///< range of y
  std::optional<double> from_x, to_x;  ///< range of x, where it is numbers; else as long as the data
  bool log = false;                    ///< logarithmic y; values ≤ 0 are gaps
  bool log_x = false;                  ///< logarithmic x, where it is numbers; x ≤ 0 is a gap
  bool stacked = false;                ///< bars, areas: each series stands on the one before; a gap adds nothing
  bool x_is_year = false;              ///< no thousands mark along x
  bool values_on_bars = false;         ///< numbers above the bars instead of an axis
  bool diagonal = false;               ///< a dashed line y = x behind the dots
  std::string alt;                     ///< what it shows, in words
};

/// `height` 0: from the width. Returns the index of the category or point under the mouse, or -1.
int chart(Frame& f, std::string_view id, const ChartData& data, float height = 0);

/// Small charts beside each other, as many in a row as fit, all with the same axes.
void chart_panels(Frame& f, std::string_view id, std::span<const ChartData> panels);

/// Round numbers from at most `from` to at least `to`, about `count` of them, a step of 1, 2 or 5 times a power of ten.
struct Ticks {
  double first = 0, step = 1;
  int count = 0;
  int decimals = 0;
};
Ticks nice_ticks(double from, double to, int count);

}  // namespace ui
