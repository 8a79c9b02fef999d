#pragma once
// Line, bar and dot charts from plain numbers.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/frame.h"

namespace ui {

struct Series {
  std::string label;
  std::vector<double> y;     ///< NaN is a gap
  std::vector<double> x;     ///< as long as y; empty when the chart has categories
  std::vector<double> size;  ///< dots: weight of each, 0–1; may be empty
  int color = -1;            ///< index into the theme's series; -1: by order. Dash and mark go with it
};

struct ChartData {
  enum class Kind : std::uint8_t { line, bar, dots } kind = Kind::line;
  std::vector<std::string> categories;  ///< names along x; empty: numbers
  std::vector<Series> series;
  std::string title, x_label, y_label, unit;
  std::optional<double> from, to;  ///< range of y
  bool log = false;                ///< logarithmic y; values ≤ 0 are gaps
  bool x_is_year = false;          ///< no thousands mark along x
  bool values_on_bars = false;     ///< numbers above the bars instead of an axis
  bool diagonal = false;           ///< a dashed line y = x behind the dots
  std::string alt;                 ///< what it shows, in words
};

/// `height` 0: from the width. Returns the index of the category or point under the mouse, or -1.
int chart(Frame& f, std::string_view id, const ChartData& data, float height = 0);

/// Round numbers from at most `from` to at least `to`, about `count` of them, a step of 1, 2 or 5 times a power of ten.
struct Ticks {
  double first = 0, step = 1;
  int count = 0;
  int decimals = 0;
};
Ticks nice_ticks(double from, double to, int count);

}  // namespace ui
