#include "expression/symbols.h"

#include <algorithm>
#include <cmath>

#include "expression/functions.h"

namespace expression {
namespace {

std::size_t points(const Series& series) {
  return series.x.empty() ? series.y.size() : std::min(series.x.size(), series.y.size());
}

double x_of(const Series& series, std::size_t i) {
  return series.x.empty() ? series.from + static_cast<double>(i) * series.step : series.x[i];
}

/// Index of the point at or before x, which lies within the series.
std::size_t before(const Series& series, double x, std::size_t count) {
  if (!series.x.empty()) {
    const auto after = std::upper_bound(series.x.begin(), series.x.begin() + static_cast<std::ptrdiff_t>(count), x);
    return static_cast<std::size_t>(after - series.x.begin()) - 1;
  }
  const double place = (x - series.from) / series.step;
  return std::min(static_cast<std::size_t>(std::max(place, 0.0)), count - 1);
}

}  // namespace

double value_at(const Series& series, double x) {
  const std::size_t count = points(series);
  if (count == 0 || std::isnan(x)) return none;
  const double first = x_of(series, 0), last = x_of(series, count - 1);
  // The ends are met in spite of what adding up steps leaves over.
  const double slack = 1e-9 * std::max(std::fabs(first), std::fabs(last));
  if (x < first - slack || x > last + slack) return none;
  x = std::clamp(x, first, last);
  const std::size_t i = before(series, x, count);
  if (i + 1 >= count) return series.y[count - 1];
  const double left = x_of(series, i), right = x_of(series, i + 1);
  const double share = right > left ? std::clamp((x - left) / (right - left), 0.0, 1.0) : 0;
  return share == 0 ? series.y[i] : series.y[i] + (series.y[i + 1] - series.y[i]) * share;
}

double first_reach(const Series& series, double level) {
  const std::size_t count = points(series);
  for (std::size_t i = 0; i < count; ++i) {
    const double y = series.y[i];
    if (y == level) return x_of(series, i);
    if (i == 0 || std::isnan(y) || std::isnan(series.y[i - 1])) continue;
    const double last = series.y[i - 1];
    if ((last < level) == (y < level)) continue;
    const double left = x_of(series, i - 1);
    return left + (x_of(series, i) - left) * (level - last) / (y - last);
  }
  return none;
}

}  // namespace expression
