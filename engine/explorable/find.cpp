// Whether a goal can be reached: a bounded search that is the same on every machine.

#include <cmath>

#include "explorable/situation.h"

namespace explorable {
namespace {

constexpr std::int64_t search_operations = 40'000'000;

/// The van der Corput sequence: covers [0, 1] ever more evenly (Halton 1960).
double corput(int index, int base) {
  double result = 0, share = 1.0 / base;
  for (int i = index; i > 0; i /= base, share /= base) result += share * (i % base);
  return result;
}

double value_of(const Input& input, double share) {
  switch (input.kind) {
    case Input::Kind::toggle: return share >= 0.5;
    case Input::Kind::choice: {
      const auto count = input.options.size();
      const auto index = static_cast<std::size_t>(share * static_cast<double>(count));
      return input.options[index < count ? index : count - 1].value;
    }
    case Input::Kind::slider: break;
  }
  if (input.log) return input.fit(input.from * std::pow(input.to / input.from, share));
  return input.fit(input.from + (input.to - input.from) * share);
}

}  // namespace

std::optional<std::vector<double>> find(const Model& model, const Aim& aim, int tries) {
  constexpr int bases[] = {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37};
  std::int64_t left = search_operations;
  const auto reached = [&](const std::vector<double>& inputs) {
    const std::int64_t most = std::min(left, most_operations);
    Situation situation(model, {inputs, std::nullopt, {}}, most);
    const bool holds = situation.holds(aim.reached);
    left -= most - situation.left();
    return holds && !situation.exhausted();
  };
  if (!aim.at.empty() && reached(aim.at)) return aim.at;
  // Corners of the space come first, for that is where extremes are, then ever finer covers.
  const std::size_t inputs = model.inputs.size();
  const int corners = inputs <= 8 ? 1 << inputs : 0;
  std::vector<double> at(inputs);
  for (int i = 0; i < corners + tries && left > 0; ++i) {
    for (std::size_t k = 0; k < inputs; ++k) {
      const double share = i < corners ? (i >> k) & 1 : corput(i - corners + 1, bases[k % 12]);
      at[k] = value_of(model.inputs[k], share);
    }
    if (reached(at)) return at;
  }
  return std::nullopt;
}

}  // namespace explorable
