#include "ui/charts/axis.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "text/number.h"
#include "ui/charts/stack.h"

namespace ui::charts {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kLargest = 1e300;
constexpr float kFarAway = 1000;  ///< times the axis: lines keep their slope where they leave the plot

bool shown(const ChartData& data, double y) { return std::isfinite(y) && (!data.log || y > 0); }
bool shown_along(const ChartData& data, double x) { return std::isfinite(x) && (!data.log_x || x > 0); }

Range values(const ChartData& data) {
  Range range;
  if (data.stacked) {
    for (const auto& series : stack_up(make_table(data))) {
      for (const Span& span : series) range.add(span.low), range.add(span.high);
    }
    return range;
  }
  for (const Series& series : data.series) {
    for (double y : series.y) {
      if (shown(data, y)) range.add(y);
    }
  }
  return range;
}

/// Starts at zero where that wastes no more than half of the height.
Range rounded_out(Range range, bool from_zero) {
  if (range.empty()) return {0, 1};
  if (from_zero || (range.low > 0 && range.low <= range.high / 2)) range.add(0);
  if (range.high < 0 && range.high >= range.low / 2) range.add(0);
  if (range.low == range.high) range.add(range.low == 0 ? 1 : 0);
  return range;
}

bool usable(const AxisWish& wish) {
  if (wish.log && wish.from && *wish.from <= 0) return false;
  return !wish.from || !wish.to || *wish.from < *wish.to;
}

/// "10⁻⁷".
std::string power_of_ten(int power) {
  constexpr std::array<const char*, 10> kRaised{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string words = "10";
  for (char digit : std::to_string(power)) words += digit == '-' ? "⁻" : kRaised[static_cast<std::size_t>(digit - '0')];
  return words;
}

/// `keep`: the axis ends where the range does; else at powers of ten.
Axis log_axis(Range range, bool keep_low, bool keep_high, int count, std::string_view language) {
  range.low = std::max(range.low, 1 / kLargest);
  range.high = std::max(range.high, range.low);
  const int first = static_cast<int>(std::floor(std::log10(range.low) + 1e-9));
  const int last = std::max(first + 1, static_cast<int>(std::ceil(std::log10(range.high) - 1e-9)));
  const bool flat = range.low == range.high;
  Axis axis{keep_low && !flat ? range.low : std::pow(10.0, first),
            keep_high && !flat ? range.high : std::pow(10.0, last),
            true,
            {}};
  const int step = (last - first - 1) / std::max(1, count) + 1;
  const bool few = last - first <= 2;
  const bool long_words = !few && (first < -4 || last > 6);
  const int lowest = static_cast<int>(std::floor(static_cast<double>(first) / step)) * step;  // so that 1 has a tick
  for (int power = lowest; power <= last; power += step) {
    for (int lead : {1, 2, 5}) {
      const double value = lead * std::pow(10.0, power);
      if ((lead > 1 && !few) || value < axis.low * (1 - 1e-9) || value > axis.high * (1 + 1e-9)) continue;
      axis.ticks.push_back({value, long_words ? power_of_ten(power) : number(value, std::max(0, -power), language)});
    }
  }
  return axis;
}

void add_ticks(Axis& axis, const Ticks& ticks, std::string_view language) {
  const double slack = ticks.step * 1e-6;
  for (int i = 0; i < ticks.count; ++i) {
    const double value = ticks.first + i * ticks.step;
    if (value < axis.low - slack || value > axis.high + slack) continue;
    axis.ticks.push_back({value, number(value, ticks.decimals, language)});
  }
}

/// Calls `see(series, index, x)` for every point that can be shown.
template <class See>
void each_point(const ChartData& data, See see) {
  const bool named = !data.categories.empty();
  for (std::size_t s = 0; s < data.series.size(); ++s) {
    const Series& series = data.series[s];
    const std::size_t count = std::min(series.y.size(), named ? data.categories.size() : series.x.size());
    for (std::size_t i = 0; i < count; ++i) {
      const double x = named ? static_cast<double>(i) : series.x[i];
      if ((named ? std::isfinite(x) : shown_along(data, x)) && shown(data, series.y[i])) see(s, i, x);
    }
  }
}

/// Where the author chose the range, rather up to twice as many ticks than none at its ends.
Ticks meeting_ticks(Range range, int count) {
  const Ticks usual = nice_ticks(range.low, range.high, count);
  for (int more = count; more <= 2 * count; ++more) {
    const Ticks ticks = nice_ticks(range.low, range.high, more);
    const double last = ticks.first + (ticks.count - 1) * ticks.step, slack = ticks.step * 1e-6;
    if (std::abs(ticks.first - range.low) < slack && std::abs(last - range.high) < slack) return ticks;
  }
  return usual;
}

Range numbers_along_x(const ChartData& data) {
  Range range;
  each_point(data, [&](std::size_t, std::size_t, double x) { range.add(x); });
  const bool use = !data.from_x || !data.to_x || *data.from_x < *data.to_x;
  if (use && data.from_x && shown_along(data, *data.from_x)) range.low = *data.from_x;
  if (use && data.to_x && shown_along(data, *data.to_x)) range.high = *data.to_x;
  return range;
}

/// Ticks for what is counted: none between whole numbers.
Ticks whole_ticks(const Axis& axis, int count) {
  const Ticks ticks = nice_ticks(axis.low, axis.high, count);
  if (ticks.step >= 1) return ticks;
  return {std::floor(axis.low), 1, static_cast<int>(axis.high - std::floor(axis.low)) + 2, 0};
}

bool whole_along_x(const ChartData& data) {
  bool whole = true;
  each_point(data, [&](std::size_t, std::size_t, double x) { whole = whole && x == std::floor(x); });
  return whole;
}

/// Years are whole and have no thousands mark.
std::string year_words(double year) {
  const auto whole = std::llround(year);
  return (whole < 0 ? "\u2212" : "") + std::to_string(std::abs(whole));
}

void add_years(Axis& axis, int count) {
  const Ticks ticks = whole_ticks(axis, count);
  for (int i = 0; i < ticks.count; ++i) {
    // There is no year 0: round years before 1 lie one beside the round numbers.
    const double round = ticks.first + i * ticks.step;
    const double year = round <= 0 && ticks.step > 1 ? round + 1 : round;
    if (year >= axis.low && year <= axis.high) axis.ticks.push_back({year, year_words(year)});
  }
}

}  // namespace

void Range::add(double value) {
  low = std::min(low, std::clamp(value, -kLargest, kLargest));
  high = std::max(high, std::clamp(value, -kLargest, kLargest));
}

bool Scale::can_show(double value) const { return std::isfinite(value) && (!log || value > 0); }

bool Scale::holds(double value) const {
  const double slack = (high - low) * 1e-9;
  return can_show(value) && value >= low - slack && value <= high + slack;
}

float Scale::operator()(double value) const {
  const double bounded = std::clamp(value, -kLargest, kLargest);
  const double share =
      log ? (std::log(value) - std::log(low)) / (std::log(high) - std::log(low)) : (bounded - low) / (high - low);
  if (std::isnan(share)) return at_low;
  return at_low + (at_high - at_low) * std::clamp(static_cast<float>(share), -kFarAway, kFarAway);
}

Axis make_axis(const AxisWish& wish, int count, std::string_view language) {
  const bool use = usable(wish);
  if (wish.log) {
    Range range = wish.values;
    if (range.empty()) range = {1, 10};
    if (use && wish.from) range.low = *wish.from;
    const bool ends = use && wish.to && *wish.to > range.low;
    if (ends) range.high = *wish.to;
    return log_axis(range, use && wish.from, ends, count, language);
  }
  Range range = rounded_out(wish.values, wish.from_zero);
  if (use && wish.from) range.low = *wish.from;
  if (use && wish.to) range.high = *wish.to;
  if (range.low >= range.high)
    (wish.to && use ? range.low : range.high) = wish.to && use ? range.high - 1 : range.low + 1;
  const bool chosen = wish.from || wish.to;
  const Ticks ticks = chosen ? meeting_ticks(range, count) : nice_ticks(range.low, range.high, count);
  Axis axis{use && wish.from ? range.low : ticks.first,
            use && wish.to ? range.high : ticks.first + (ticks.count - 1) * ticks.step,
            false,
            {}};
  add_ticks(axis, ticks, language);
  if (wish.percent) {
    for (Tick& tick : axis.ticks) tick.words = with_unit(tick.words, "%", language);
  }
  return axis;
}

Axis value_axis(const ChartData& data, int count, std::string_view language) {
  const bool from_zero = data.kind == ChartData::Kind::bar || data.kind == ChartData::Kind::area;
  Range range = values(data);
  // A bar at the foot of a logarithmic axis would not be seen.
  if (data.log && from_zero && !range.empty()) range.low /= 1.25;
  return make_axis({range, data.from, data.to, data.log, from_zero, data.unit == "%"}, count, language);
}

Axis number_axis(const ChartData& data, int count, std::string_view language) {
  Range range = numbers_along_x(data);
  if (range.empty()) return {};
  if (data.log_x) return log_axis(range, true, true, count, language);
  // An axis that begins close to zero had better begin there.
  constexpr double kClose = 0.06;
  if (!data.x_is_year && !data.from_x && range.low > 0 && range.low < kClose * range.high) range.low = 0;
  Axis axis{range.low, range.high, false, {}};
  if (range.low == range.high) {
    axis = {range.low - 0.5, range.high + 0.5, false, {{range.low, x_words(data, range.low, language)}}};
  } else if (data.x_is_year) {
    add_years(axis, count);
  } else {
    const bool whole = whole_along_x(data);
    add_ticks(axis, whole ? whole_ticks(axis, count) : nice_ticks(range.low, range.high, count), language);
  }
  return axis;
}

Table make_table(const ChartData& data) {
  Table table;
  for (std::size_t i = 0; i < data.categories.size(); ++i) table.stops.push_back(static_cast<double>(i));
  if (data.categories.empty()) each_point(data, [&](std::size_t, std::size_t, double x) { table.stops.push_back(x); });
  std::sort(table.stops.begin(), table.stops.end());
  table.stops.erase(std::unique(table.stops.begin(), table.stops.end()), table.stops.end());
  table.values.assign(data.series.size(), std::vector<double>(table.stops.size(), kNaN));
  each_point(data, [&](std::size_t s, std::size_t i, double x) {
    const auto at = std::lower_bound(table.stops.begin(), table.stops.end(), x) - table.stops.begin();
    double& value = table.values[s][static_cast<std::size_t>(at)];
    if (std::isnan(value)) value = data.series[s].y[i];
  });
  return table;
}

int decimals_for(const ChartData& data) {
  constexpr int kDigits = 4, kMost = 8;
  const Range range = values(data);
  const double size = range.empty() ? 1 : std::max(std::abs(range.low), std::abs(range.high));
  if (size <= 0) return 0;
  return std::clamp(kDigits - 1 - static_cast<int>(std::floor(std::log10(size))), 0, kMost);
}

std::string number(double value, int decimals, std::string_view language) {
  const double size = std::abs(value);
  if (value == 0 || (size < 1e15 && size >= 1e-6)) return text::format_number(value, decimals, language);
  const int power = std::isfinite(value) ? static_cast<int>(std::floor(std::log10(size))) : 0;
  return text::format_number(value / std::pow(10.0, power), 2, language) + " × " + power_of_ten(power);
}

std::string with_unit(const std::string& number, const std::string& unit, std::string_view language) {
  if (unit.empty()) return number;
  if (unit != "%") return number + "\u00a0" + unit;
  return number + (language.starts_with("fr") ? "\u202f%" : "%");
}

void name_years(Axis& axis, const text::Translator& words) {
  for (Tick& tick : axis.ticks) {
    if (tick.value < 1)
      tick.words = text::fill(words.tr("{year} BC"), {{"year", std::to_string(1 - std::llround(tick.value))}});
  }
}

std::string x_words(const ChartData& data, double stop, std::string_view language) {
  if (!data.categories.empty()) return data.categories[static_cast<std::size_t>(stop)];
  // A date within a year, such as 2000.96, is that year.
  if (data.x_is_year) return std::to_string(std::llround(std::floor(stop)));
  constexpr int kDecimals = 3;
  return number(stop, kDecimals, language);
}

std::string y_title(const ChartData& data) {
  if (data.unit.empty() || data.unit == "%") return data.y_label;
  if (data.y_label.empty()) return data.unit;
  return data.y_label + " (" + data.unit + ")";
}

}  // namespace ui::charts
