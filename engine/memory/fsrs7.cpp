#include "memory/fsrs7.h"

#include <algorithm>
#include <cmath>

namespace memory {
namespace {

using base::msg;
using base::msgn;

constexpr double kLeastDecay = 0.01, kMostDecay = 0.95;
constexpr double kMostExponent = 60;    // of the short curve's factor
constexpr double kShortShare = 0.8;     // of the short stability in the long one: at first, and at most after a lapse
constexpr double kReversion = 0.01;     // of difficulty, a review
constexpr double kNeverCertain = 1e-5;  // recall stays this far from 0 and from 1
constexpr double kBlendWeight = 1 - 2 * kNeverCertain;
constexpr std::size_t kLong = 7, kShort = 15;  // where the parameters of each trace's stability begin
constexpr double kWithoutWait = 0.9999;        // asked to be this sure, one reviews at once

double bounded_seven(double s) { return std::clamp(s, Fsrs7::kLeastStability, Fsrs7::kMostStability); }

}  // namespace

const std::array<ParameterRange, Fsrs7::kSize>& Fsrs7::ranges() {
  static constexpr std::array<ParameterRange, kSize> all{{
      {0.1104, 0.0001, 50},   {2.2395, 0.0001, 100}, {3.9221, 0.0001, 100},
      {11.7841, 0.0001, 100}, {6.1686, 1, 10},       {0.6457, 0.001, 4},
      {3.6807, 0.1, 4},       {1.9795, 0, 4},        {0, 0, 1.2},
      {1.3826, 0.3, 3},       {0.7024, 0.01, 1.5},   {0.5999, 0.1, 1},
      {0.8146, 0, 3.5},       {0.6398, 0, 1},        {1, 1, 7},
      {1.3207, 0, 4},         {0.6707, 0, 2},        {3.8668, 0.5, 6},
      {0.4416, 0.001, 1.5},   {0.0934, 0.001, 1},    {1.8631, 0, 5},
      {0.6162, 0, 1},         {1.0869, 1, 7},        {0.1567, 0.01, 0.25},
      {0.0801, 0.01, 0.95},   {0.2421, 0.2, 0.85},   {0.9464, 0.5, 0.99},
      {0.1433, 0.01, 1},      {0.7145, 0.1, 1},      {0, 0, 0.9},
      {0.5667, 0.1, 1.1},     {0.3734, 0, 1},        {0.5333, 0, 0.6},
      {0.3048, 0, 0.6},
  }};
  return all;
}

Fsrs7::Parameters Fsrs7::defaults() {
  Parameters w{};
  for (std::size_t i = 0; i < kSize; ++i) w[i] = ranges()[i].usual;
  return w;
}

Fsrs7::Parameters Fsrs7::clipped(const Parameters& w) {
  Parameters valid{};
  for (std::size_t i = 0; i < kSize; ++i) {
    const ParameterRange& range = ranges()[i];
    valid[i] = std::isnan(w[i]) ? range.usual : std::clamp(w[i], range.least, range.most);
    if ((i >= 1 && i <= 3) || i == 26) valid[i] = std::max(valid[i], valid[i - 1]);
  }
  return valid;
}

tl::expected<Fsrs7::Parameters, base::Message> Fsrs7::read(std::span<const double> w) {
  if (w.size() != kSize) {
    return tl::unexpected(
        msgn("found {n} parameter, expected 34 (FSRS-7)", "found {n} parameters, expected 34 (FSRS-7)", w.size()));
  }
  const auto strange = std::find_if(w.begin(), w.end(), [](double x) { return !std::isfinite(x); });
  if (strange != w.end()) {
    return tl::unexpected(msg("parameter {number} is not a finite number", {{"number", strange - w.begin()}}));
  }
  Parameters all{};
  std::copy(w.begin(), w.end(), all.begin());
  return clipped(all);
}

Fsrs7::Fsrs7(const Parameters& w)
    : w_(w),
      long_decay_(std::clamp(w[24], kLeastDecay, kMostDecay)),
      long_factor_(std::expm1(-std::log(w[26]) / long_decay_)),
      easy_start_(w[4] - std::exp(3 * w[5]) + 1),
      growth_{std::exp(w[kLong] - 1.5), std::exp(w[kShort] - 1.5)} {}

Fsrs7::State Fsrs7::first(Grade grade) const {
  const double steps = number_of(grade) - 1;
  const double start = w_[static_cast<std::size_t>(steps)];
  return {bounded_seven(start), bounded_seven(kShortShare * start),
          std::clamp(w_[4] - std::exp(w_[5] * steps) + 1, kLeastDifficulty, kMostDifficulty)};
}

Fsrs7::Curve Fsrs7::curve(const State& state) const {
  const double log_short = std::log(state.short_stability), log_long = std::log(state.stability);
  const double from_middle = state.difficulty - 5;
  Curve curve{};
  curve.short_decay = std::clamp(w_[23] * std::exp((w_[33] - 0.3) * log_short), kLeastDecay, kMostDecay);
  const double exponent = std::min(-std::log(w_[25]) / curve.short_decay, kMostExponent);
  curve.short_rate = std::expm1(exponent) / state.short_stability;
  curve.long_rate = long_factor_ * std::exp((w_[32] - 0.3) * from_middle) / state.stability;
  const double short_weight = w_[27] * std::exp(-w_[29] * log_short);
  const double long_weight = w_[28] * std::exp(w_[30] * log_long + (w_[31] - 0.5) * from_middle);
  curve.share = short_weight / (short_weight + long_weight);
  return curve;
}

Fsrs7::Forgotten Fsrs7::forgotten(const Curve& curve, double days) const {
  const double fast = -std::expm1(-curve.short_decay * std::log1p(curve.short_rate * days));
  const double slow = -std::expm1(-long_decay_ * std::log1p(curve.long_rate * days));
  return {fast, kNeverCertain + kBlendWeight * (curve.share * fast + (1 - curve.share) * slow)};
}

double Fsrs7::slope(const Curve& curve, double days) const {
  const double fast = curve.short_rate * days, slow = curve.long_rate * days;
  const double fast_part =
      curve.share * curve.short_decay * std::exp(-curve.short_decay * std::log1p(fast)) * fast / (1 + fast);
  const double slow_part =
      (1 - curve.share) * long_decay_ * std::exp(-long_decay_ * std::log1p(slow)) * slow / (1 + slow);
  return -kBlendWeight * (fast_part + slow_part);
}

double Fsrs7::recall(const State& state, Days elapsed) const {
  return 1 - forgotten(curve(state), std::max(elapsed.count(), 0.0)).blend;
}

double Fsrs7::after(std::size_t block, double stability, double difficulty, double forgotten, Grade grade) const {
  const double* const w = &w_[block];
  // The published rule raises a success to at least what a lapse leaves; it always is, as the bracket is at least 1.
  if (grade != Grade::again) {
    const double bonus = grade == Grade::hard ? w[6] : grade == Grade::easy ? w[7] : 1;
    const double slowing = std::exp(-w[1] * std::log(stability));
    return stability *
           (1 + growth_[block == kLong ? 0 : 1] * (11 - difficulty) * slowing * std::expm1(w[2] * forgotten) * bonus);
  }
  return std::min(stability, w[3] * std::expm1(w[4] * std::log1p(stability)) * std::exp(w[5] * forgotten));
}

Fsrs7::State Fsrs7::next(const State& state, Days elapsed, Grade grade) const {
  return review(state, elapsed, grade).state;
}

Fsrs7::Reviewed Fsrs7::review(const State& state, Days elapsed, Grade grade) const {
  const Forgotten gone = forgotten(curve(state), std::max(elapsed.count(), 0.0));
  State next;
  next.stability = bounded_seven(after(kLong, state.stability, state.difficulty, gone.blend, grade));
  double fast = after(kShort, state.short_stability, state.difficulty, gone.fast, grade);
  if (grade == Grade::again) fast = std::min(fast, kShortShare * next.stability);
  next.short_stability = bounded_seven(fast);
  double change = -w_[6] * (number_of(grade) - 3);
  if (grade == Grade::again) change *= 1 - gone.blend + 0.1;  // a lapse says most where recall was expected
  const double damped = state.difficulty + change * (10 - state.difficulty) / 9;
  next.difficulty = std::clamp(kReversion * easy_start_ + (1 - kReversion) * damped, kLeastDifficulty, kMostDifficulty);
  return {1 - gone.blend, next};
}

Days Fsrs7::interval(const State& state, double retention) const {
  if (retention >= kWithoutWait) return Days(0);
  const Curve fading = curve(state);
  const auto missing = [&](double log_days) { return 1 - forgotten(fading, std::exp(log_days)).blend - retention; };
  // Recall falls with time, so the answer stays between `early`, where it is too high, and `late`. Newton's step is taken
  // where it stays inside, else the middle.
  double early = std::log(1e-12), late = std::log(kLongestInterval.count());
  if (missing(late) >= 0) return kLongestInterval;
  double at = std::clamp(std::log(std::max(state.stability, state.short_stability)), early, late);
  for (int round = 0; round < 200; ++round) {
    const double over = missing(at);
    if (std::abs(over) <= 1e-13 || late - early <= 1e-14) break;
    (over > 0 ? early : late) = at;
    const double step = at - over / slope(fading, std::exp(at));
    at = step > early && step < late ? step : (early + late) / 2;
  }
  return Days(std::exp(at));
}

}  // namespace memory
