#include "explorable/model.h"

#include <algorithm>
#include <cmath>

namespace explorable {
namespace {

double on_step(double value, double from, double step) { return from + std::round((value - from) / step) * step; }

}  // namespace

double Input::fit(double value) const {
  if (std::isnan(value)) return start;
  if (kind == Kind::toggle) return value != 0;
  if (kind == Kind::choice) {
    const auto nearest = std::min_element(options.begin(), options.end(), [&](const Option& a, const Option& b) {
      return std::fabs(a.value - value) < std::fabs(b.value - value);
    });
    return nearest == options.end() ? start : nearest->value;
  }
  value = std::clamp(value, from, to);
  if (!log) value = on_step(value, from, step);
  // Steps add up to what decimals do not show.
  return std::clamp(expression::round_to(value, 12), from, to);
}

std::size_t Simulation::steps() const {
  const double steps = std::round((to - from) / dt);
  return static_cast<std::size_t>(std::clamp(steps, 1.0, static_cast<double>(most_steps)));
}

std::vector<double> Model::starts() const {
  std::vector<double> all;
  for (const Input& input : inputs) all.push_back(input.start);
  return all;
}

}  // namespace explorable
