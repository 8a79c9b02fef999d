#include <algorithm>
#include <cmath>

#include "ui/chart.h"

namespace ui {
namespace {

constexpr double kLargest = 1e300;  ///< beyond it, differences would overflow
constexpr double kTiny = 1e-9;      ///< of a step: what rounding may lose
constexpr int kMostTicks = 100;

double bounded(double v) { return std::isnan(v) ? 0 : std::clamp(v, -kLargest, kLargest); }

/// The step nearest to `rough` that is 1, 2 or 5 times a power of ten.
double nice_step(double rough) {
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  const double lead = rough / power;
  return (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10) * power;
}

}  // namespace

Ticks nice_ticks(double from, double to, int count) {
  from = bounded(from);
  to = bounded(to);
  if (from > to) std::swap(from, to);
  const double size = std::max({std::abs(from), std::abs(to), 1e-300});
  // A double cannot tell apart what is closer than this.
  if (to - from < size * 1e-12) to = from + (from == 0 && to == 0 ? 1 : size * 0.1);
  Ticks ticks;
  ticks.step = nice_step((to - from) / std::clamp(count - 1, 1, kMostTicks));
  const double first = std::floor(from / ticks.step + kTiny);
  const double last = std::ceil(to / ticks.step - kTiny);
  ticks.first = first * ticks.step;
  ticks.count = static_cast<int>(last - first) + 1;
  ticks.decimals = std::max(0, -static_cast<int>(std::floor(std::log10(ticks.step) + kTiny)));
  return ticks;
}

}  // namespace ui
