#pragma once
// From numbers to places: the range of an axis, its ticks and what they say.

#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/chart.h"

namespace ui::charts {

/// Places values between two points of the screen, in design pixels.
struct Scale {
  double low = 0, high = 1;
  float at_low = 0, at_high = 1;
  bool log = false;

  float operator()(double value) const;
  bool can_show(double value) const;  ///< finite, and above 0 on a logarithmic axis
  bool holds(double value) const;     ///< and within the range
};

struct Tick {
  double value = 0;
  std::string words;
};

struct Axis {
  double low = 0, high = 1;
  bool log = false;
  std::vector<Tick> ticks;
};

/// The lowest and highest of some values; empty until one was added.
struct Range {
  double low = std::numeric_limits<double>::infinity(), high = -std::numeric_limits<double>::infinity();

  void add(double value);
  bool empty() const { return low > high; }
};

/// What an axis has to show, and what its author chose of it.
struct AxisWish {
  Range values;                    ///< above 0 where `log`
  std::optional<double> from, to;  ///< passed over where they make no range
  bool log = false;
  bool from_zero = false;  ///< bars and areas stand on zero
  bool percent = false;    ///< the ticks say "%"
};
/// With about `count` ticks.
Axis make_axis(const AxisWish& wish, int count, std::string_view language);
/// The axis of a chart's values.
Axis value_axis(const ChartData& data, int count, std::string_view language);
/// The axis of numbers along x: as long as the data, or from zero where they begin close to it.
Axis number_axis(const ChartData& data, int count, std::string_view language);

/// Years before 1 as all moments are told: "2000 BC".
void name_years(Axis& axis, const text::Translator& words);

/// The chart as rows: where the readout can stand, and each series' value there.
struct Table {
  std::vector<double> stops;  ///< numbers along x that have some value, in order; or 0, 1, … for categories
  std::vector<std::vector<double>> values;  ///< by series, then stop; NaN where there is none
};
Table make_table(const ChartData& data);

/// Number of decimals that show a difference in values of this size.
int decimals_for(const ChartData& data);
std::string number(double value, int decimals, std::string_view language);
/// "81%", "81 %", "3.9 million", with spaces that do not break.
std::string with_unit(const std::string& number, const std::string& unit, std::string_view language);
/// A place along x in words: the category, the year or the number.
std::string x_words(const ChartData& data, double stop, std::string_view language);
/// What stands above the axis of values: its label, and the unit unless the numbers carry it.
std::string y_title(const ChartData& data);

}  // namespace ui::charts
