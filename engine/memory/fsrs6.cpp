#include "memory/fsrs6.h"

#include <algorithm>
#include <cmath>

namespace memory {
namespace {

using base::msg;
using base::msgn;

/// What FSRS-5 and before had for the decay of the forgetting curve, which FSRS-6 made a parameter.
constexpr double kOldDecay = 0.5;

double bounded_six(double s) { return std::clamp(s, Fsrs6::kLeastStability, Fsrs6::kMostStability); }

/// The ceiling of w17 and w18 under which `steps` lapses of one day lower the stability.
double short_term_ceiling(const Fsrs6::Parameters& w, int steps) {
  const double room = -(std::log(w[11]) + std::log(std::expm1(w[13] * std::log(2))) + 0.3 * w[14]) / steps;
  return std::min(2.0, std::sqrt(std::max(0.01, room)));
}

double into_range(double value, const ParameterRange& range) {
  return std::isnan(value) ? range.usual : std::clamp(value, range.least, range.most);
}

}  // namespace

const std::array<ParameterRange, Fsrs6::kSize>& Fsrs6::ranges() {
  static constexpr std::array<ParameterRange, kSize> all{{
      {0.212, 0.001, 100}, {1.2931, 0.001, 100}, {2.3065, 0.001, 100},  {8.2956, 0.001, 100}, {6.4133, 1, 10},
      {0.8334, 0.001, 4},  {3.0194, 0.001, 4},   {0.001, 0.001, 0.75},  {1.8722, 0, 4.5},     {0.1666, 0, 0.8},
      {0.796, 0.001, 3.5}, {1.4835, 0.001, 5},   {0.0614, 0.001, 0.25}, {0.2629, 0.001, 0.9}, {1.6483, 0, 4},
      {0.6014, 0, 1},      {1.8729, 1, 6},       {0.5425, 0, 2},        {0.0912, 0, 2},       {0.0658, 0.01, 0.8},
      {0.1542, 0.1, 0.8},
  }};
  return all;
}

Fsrs6::Parameters Fsrs6::defaults() {
  Parameters w{};
  for (std::size_t i = 0; i < kSize; ++i) w[i] = ranges()[i].usual;
  return w;
}

Fsrs6::Parameters Fsrs6::clipped(const Parameters& w, Options options) {
  Parameters valid{};
  for (std::size_t i = 0; i < kSize; ++i) {
    ParameterRange range = ranges()[i];
    if (i == 19 && !options.short_term) range.least = 0;
    if ((i == 17 || i == 18) && options.relearning_steps > 1) {
      range.most = short_term_ceiling(valid, options.relearning_steps);
    }
    valid[i] = into_range(w[i], range);
  }
  return valid;
}

tl::expected<Fsrs6::Parameters, base::Message> Fsrs6::read(std::span<const double> w, Options options) {
  if (w.size() != 21 && w.size() != 19 && w.size() != 17) {
    return tl::unexpected(msgn("found {n} parameter, expected 21 (FSRS-6), 19 (FSRS-5) or 17 (FSRS-4.5)",
                               "found {n} parameters, expected 21 (FSRS-6), 19 (FSRS-5) or 17 (FSRS-4.5)", w.size()));
  }
  const auto strange = std::find_if(w.begin(), w.end(), [](double x) { return !std::isfinite(x); });
  if (strange != w.end()) {
    return tl::unexpected(msg("parameter {number} is not a finite number", {{"number", strange - w.begin()}}));
  }
  Parameters all = defaults();
  std::copy(w.begin(), w.end(), all.begin());
  all = clipped(all, options);
  if (w.size() == 17) {
    all[4] += 2 * all[5];
    all[5] = std::log(3 * all[5] + 1) / 3;
    all[6] += 0.5;
    all[17] = all[18] = 0;
  }
  if (w.size() < kSize) {
    all[19] = 0;
    all[20] = kOldDecay;
  }
  return all;
}

Fsrs6::Fsrs6(const Parameters& w, Options options) : w_(w) {
  if (!options.short_term) w_[17] = w_[18] = w_[19] = 0;
  factor_ = std::expm1(-std::log(0.9) / w_[20]);
  growth_ = std::exp(w_[8]);
  lapse_factor_ = std::exp(-w_[17] * w_[18]);
  easy_start_ = w_[4] - std::exp(3 * w_[5]) + 1;
}

Fsrs6::State Fsrs6::first(Grade grade) const {
  const double steps = number_of(grade) - 1;
  return {bounded_six(w_[static_cast<std::size_t>(steps)]),
          std::clamp(w_[4] - std::exp(w_[5] * steps) + 1, kLeastDifficulty, kMostDifficulty)};
}

double Fsrs6::recall(const State& state, Days elapsed) const {
  const double days = std::max(elapsed.count(), 0.0);
  return std::exp(-w_[20] * std::log1p(factor_ * days / state.stability));
}

double Fsrs6::forgotten(const State& state, double days) const {
  return -std::expm1(-w_[20] * std::log1p(factor_ * days / state.stability));
}

double Fsrs6::same_day(const State& state, Grade grade) const {
  const double change = std::exp(w_[17] * (number_of(grade) - 3 + w_[18]) - w_[19] * std::log(state.stability));
  return state.stability * (grade == Grade::again ? change : std::max(change, 1.0));
}

double Fsrs6::recalled(const State& state, double forgotten, Grade grade) const {
  const double bonus = grade == Grade::hard ? w_[15] : grade == Grade::easy ? w_[16] : 1;
  const double slowing = std::exp(-w_[9] * std::log(state.stability));
  return state.stability * (1 + growth_ * (11 - state.difficulty) * slowing * std::expm1(w_[10] * forgotten) * bonus);
}

double Fsrs6::lapsed(const State& state, double forgotten) const {
  const double rest = w_[11] * std::exp(-w_[12] * std::log(state.difficulty) + w_[14] * forgotten) *
                      std::expm1(w_[13] * std::log1p(state.stability));
  return std::min(rest, state.stability * lapse_factor_);
}

Fsrs6::State Fsrs6::next(const State& state, Days elapsed, Grade grade) const {
  return review(state, elapsed, grade).state;
}

Fsrs6::Reviewed Fsrs6::review(const State& state, Days elapsed, Grade grade) const {
  State after;
  const double days = std::max(elapsed.count(), 0.0);
  const double gone = days > 0 ? forgotten(state, days) : 0;
  if (days < 1) {
    after.stability = same_day(state, grade);
  } else if (grade == Grade::again) {
    after.stability = lapsed(state, gone);
  } else {
    after.stability = recalled(state, gone, grade);
  }
  after.stability = bounded_six(after.stability);
  const double change = -w_[6] * (number_of(grade) - 3);
  const double damped = state.difficulty + change * (10 - state.difficulty) / 9;
  after.difficulty = std::clamp(w_[7] * easy_start_ + (1 - w_[7]) * damped, kLeastDifficulty, kMostDifficulty);
  return {1 - gone, after};
}

Days Fsrs6::interval(const State& state, double retention) const {
  return Days(state.stability / factor_ * std::expm1(-std::log(retention) / w_[20]));
}

Fsrs6::State Fsrs6::from_sm2(double ease, Days interval, double retention) const {
  const double days = std::max(interval.count(), 0.001);
  State state;
  state.stability = bounded_six(days * factor_ / std::expm1(-std::log(retention) / w_[20]));
  const double growth = growth_ * std::exp(-w_[9] * std::log(state.stability)) * std::expm1(w_[10] * (1 - retention));
  state.difficulty = std::clamp(11 - (ease - 1) / growth, kLeastDifficulty, kMostDifficulty);
  return state;
}

}  // namespace memory
