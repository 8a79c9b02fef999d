#pragma once
// FSRS-7 (fsrs7.h) for several questions at once, and its gradient: forward it keeps what backward needs, and backward goes
// through the reviews from the last to the first, handing on how the loss changes with the state (reverse-mode
// differentiation, written by hand; tests/memory/gradient_test.cpp compares it with differences).

#include <array>
#include <cmath>
#include <cstddef>

#include "memory/fsrs7.h"
#include "memory/lanes/vector.h"

namespace memory::lanes {

template <class V>
struct Lanes7 {
  using Scalar = typename Traits<V>::Scalar;
  static constexpr std::size_t kSize = Fsrs7::kSize;
  static constexpr std::size_t kLong = 7, kShort = 15;
  static constexpr double kNever = 1e-5;

  /// The parameters and what follows from them alone.
  struct Constants {
    std::array<Scalar, kSize> w;
    Scalar long_factor, log_short_base, easy_start, start_slope, short_growth, long_growth, log_odds;
    Scalar factor_by_decay, factor_by_base;  ///< d ln c2 / d k2, d ln c2 / d w26
  };

  struct State {
    V s, f, d;
  };

  /// Of one trace: 2^n (1 + rest) of the power of its stability, and of the growth with what was forgotten.
  struct Trace {
    Power<V> first, second;
    V log_next, raw;  ///< ln(1 + stability); the new stability before its bounds
  };

  /// What a review leaves for the way back. Aligned by hand: GCC 12 forgets that a vector type asks for more than `new` gives.
  struct alignas(64) Work {
    State at;
    V days, grade, log_s, log_f, decay, decay_free, exponent, l1, u1, inverse1, r1, gone1, l2, u2, inverse2, r2, gone2;
    V share, forgotten, damped, change;
    Trace slow, fast;
  };

  using Gradient = std::array<V, kSize + 2>;  ///< by each w, then by k2 and by ln c2

  static Constants constants(const Fsrs7::Parameters& w) {
    Constants c{};
    for (std::size_t i = 0; i < kSize; ++i) c.w[i] = static_cast<Scalar>(w[i]);
    const double decay = w[24], log_base = std::log(w[26]);
    const double factor = std::expm1(-log_base / decay);
    c.long_factor = static_cast<Scalar>(factor);
    c.log_short_base = static_cast<Scalar>(std::log(w[25]));
    c.easy_start = static_cast<Scalar>(w[4] - std::exp(3 * w[5]) + 1);
    c.start_slope = static_cast<Scalar>(-3 * std::exp(3 * w[5]));
    c.long_growth = static_cast<Scalar>(std::exp(w[kLong] - 1.5));
    c.short_growth = static_cast<Scalar>(std::exp(w[kShort] - 1.5));
    c.log_odds = static_cast<Scalar>(std::log(w[28] / w[27]));
    c.factor_by_decay = static_cast<Scalar>((factor + 1) / factor * log_base / (decay * decay));
    c.factor_by_base = static_cast<Scalar>(-(factor + 1) / factor / (decay * w[26]));
    return c;
  }

  MEMORY_INLINE static V bounded(const V& s) { return into(s, Fsrs7::kLeastStability, Fsrs7::kMostStability); }

  MEMORY_INLINE static State first(const Constants& c, const V& grade) {
    const V s = grade == 1   ? all<V>(c.w[0])
                : grade == 2 ? all<V>(c.w[1])
                : grade == 3 ? all<V>(c.w[2])
                             : all<V>(c.w[3]);
    return {bounded(s), bounded(s * Scalar(0.8)), into(c.w[4] + 1 - exp((grade - 1) * c.w[5]), 1, 10)};
  }

  MEMORY_INLINE static void first_back(const Constants& c, const V& grade, const State& by, Gradient& g) {
    const V zero{};
    const V s = first(c, grade).s;
    const V by_s = by.s + (s * Scalar(0.8) > Scalar(Fsrs7::kLeastStability) ? by.f * Scalar(0.8) : zero);
    g[0] += grade == 1 ? by_s : zero;
    g[1] += grade == 2 ? by_s : zero;
    g[2] += grade == 3 ? by_s : zero;
    g[3] += grade == 4 ? by_s : zero;
    const V power_of = exp((grade - 1) * c.w[5]);
    const V d = c.w[4] + 1 - power_of;
    const V by_d = where_between(d, 1, 10, by.d);
    g[4] += by_d;
    g[5] -= by_d * (grade - 1) * power_of;
  }

  MEMORY_INLINE static V bonus(const Constants& c, std::size_t o, const V& grade) {
    return grade == 2 ? all<V>(c.w[o + 6]) : grade == 4 ? all<V>(c.w[o + 7]) : all<V>(1);
  }

  /// Both ways of a stability at once: the exponents are chosen before they are raised.
  MEMORY_INLINE static void trace(const Constants& c, std::size_t o, Scalar growth, const V& x, const V& log_x,
                                  const V& d, const V& grade, const V& gone, Trace& t) {
    t.log_next = log1p(x, 1 / (x + 1));
    t.first = power(grade > 1 ? log_x * -c.w[o + 1] : t.log_next * c.w[o + 4]);
    t.second = power((grade > 1 ? all<V>(c.w[o + 2]) : all<V>(c.w[o + 5])) * gone);
    const V grown = x + x * (growth * (11 - d) * bonus(c, o, grade) * value(t.first) * less_one(t.second));
    const V left = c.w[o + 3] * less_one(t.first) * value(t.second);
    t.raw = grade > 1 ? grown : least(x, left);
  }

  MEMORY_INLINE static V value(const Power<V>& p) { return p.scale + p.scale * p.rest; }
  MEMORY_INLINE static V less_one(const Power<V>& p) { return p.scale * p.rest + (p.scale - 1); }

  /// Recall before the review into `work`.
  MEMORY_INLINE static void recall(const Constants& c, const State& at, const V& days, Work& k) {
    k.at = at;
    k.days = days;
    k.log_s = log(at.s);
    k.log_f = log(at.f);
    const V middle = at.d - 5;
    k.decay_free = c.w[23] * exp(k.log_f * (c.w[33] - Scalar(0.3)));
    k.decay = into(k.decay_free, 0.01, 0.95);
    k.exponent = least(-c.log_short_base / k.decay, all<V>(60));
    k.u1 = expm1(k.exponent) * (days / at.f);
    k.inverse1 = 1 / (1 + k.u1);
    k.l1 = log1p(k.u1, k.inverse1);
    const Power<V> p1 = power(-k.decay * k.l1);
    k.r1 = value(p1);
    k.gone1 = -less_one(p1);
    k.u2 = exp(middle * (c.w[32] - Scalar(0.3))) * c.long_factor * days / at.s;
    k.inverse2 = 1 / (1 + k.u2);
    k.l2 = log1p(k.u2, k.inverse2);
    const Power<V> p2 = power(-c.w[24] * k.l2);
    k.r2 = value(p2);
    k.gone2 = -less_one(p2);
    k.share = 1 / (1 + exp(c.log_odds + c.w[30] * k.log_s + (c.w[31] - Scalar(0.5)) * middle + c.w[29] * k.log_f));
    k.forgotten = Scalar(kNever) + Scalar(1 - 2 * kNever) * (k.gone2 + k.share * (k.gone1 - k.gone2));
  }

  MEMORY_INLINE static V recalled(const Work& k) { return 1 - k.forgotten; }

  /// The state after the review.
  MEMORY_INLINE static State next(const Constants& c, const V& grade, Work& k) {
    k.grade = grade;
    trace(c, kLong, c.long_growth, k.at.s, k.log_s, k.at.d, grade, k.forgotten, k.slow);
    trace(c, kShort, c.short_growth, k.at.f, k.log_f, k.at.d, grade, k.gone1, k.fast);
    State after{};
    after.s = bounded(k.slow.raw);
    after.f = bounded(grade < Scalar(1.5) ? least(k.fast.raw, after.s * Scalar(0.8)) : k.fast.raw);
    k.change = (grade - 3) * -c.w[6] * (grade < Scalar(1.5) ? Scalar(1.1) - k.forgotten : all<V>(1));
    k.damped = k.at.d + k.change * (10 - k.at.d) * Scalar(1.0 / 9);
    after.d = into(Scalar(0.01) * c.easy_start + Scalar(0.99) * k.damped, 1, 10);
    return after;
  }

  MEMORY_INLINE static void trace_back(const Constants& c, std::size_t o, Scalar growth, const V& x, const V& log_x,
                                       const Work& k, const V& gone, const Trace& t, const V& by, V& by_x, V& by_gone,
                                       V& by_d, Gradient& g) {
    const V zero{};
    const V one = value(t.first), two = value(t.second), two_less = less_one(t.second), one_less = less_one(t.first);
    // Success.
    const V up = k.grade > 1 ? by : zero;
    const V plain = growth * (11 - k.at.d) * one;
    const V base = plain * bonus(c, o, k.grade);
    const V rise = base * two_less;
    const V by_rise = up * x;
    g[o] += by_rise * rise;
    g[o + 1] -= by_rise * rise * log_x;
    g[o + 2] += by_rise * base * two * gone;
    g[o + 6] += k.grade == 2 ? by_rise * plain * two_less : zero;
    g[o + 7] += k.grade == 4 ? by_rise * plain * two_less : zero;
    by_d -= by_rise * rise / (11 - k.at.d);
    // Lapse, where it does shorten.
    const V left = c.w[o + 3] * one_less * two;
    const V down = k.grade > 1 ? zero : by;
    const V cut = left < x ? down : zero;
    g[o + 3] += cut * one_less * two;
    g[o + 4] += cut * c.w[o + 3] * two * one * t.log_next;
    g[o + 5] += cut * left * gone;
    by_gone += by_rise * base * two * c.w[o + 2] + cut * left * c.w[o + 5];
    by_x += up * (1 + rise - c.w[o + 1] * rise) + cut * c.w[o + 3] * two * c.w[o + 4] * one / (x + 1) + (down - cut);
  }

  /// `by`: how the loss changes with the state after the review; becomes that of the state before.
  /// `by_forgotten`: how the review's own loss changes with what was forgotten.
  MEMORY_INLINE static void back(const Constants& c, const Work& k, const V& by_forgotten, State& by, Gradient& g) {
    const V zero{};
    const V middle = k.at.d - 5;
    State before{zero, zero, zero};
    V by_gone = by_forgotten, by_gone1 = zero;

    const V d = Scalar(0.01) * c.easy_start + Scalar(0.99) * k.damped;
    const V by_d = where_between(d, 1, 10, by.d);
    g[4] += by_d * Scalar(0.01);
    g[5] += by_d * Scalar(0.01) * c.start_slope;
    const V by_change = by_d * Scalar(0.99) * (10 - k.at.d) * Scalar(1.0 / 9);
    before.d += by_d * Scalar(0.99) * (1 - k.change * Scalar(1.0 / 9));
    g[6] += by_change * k.change / c.w[6];
    by_gone -= k.grade < Scalar(1.5) ? by_change * 2 * c.w[6] : zero;

    const V s = bounded(k.slow.raw);
    const V eight = s * Scalar(0.8);
    const V tie = k.grade < Scalar(1.5) ? eight : k.fast.raw;  // what the short trace cannot exceed
    const V by_f = where_between(least(tie, k.fast.raw), Fsrs7::kLeastStability, Fsrs7::kMostStability, by.f);
    const V by_tie = tie < k.fast.raw ? by_f : zero;
    const V by_s =
        where_between(k.slow.raw, Fsrs7::kLeastStability, Fsrs7::kMostStability, by.s + by_tie * Scalar(0.8));
    trace_back(c, kLong, c.long_growth, k.at.s, k.log_s, k, k.forgotten, k.slow, by_s, before.s, by_gone, before.d, g);
    trace_back(c, kShort, c.short_growth, k.at.f, k.log_f, k, k.gone1, k.fast, by_f - by_tie, before.f, by_gone1,
               before.d, g);

    const V by_blend = by_gone * Scalar(1 - 2 * kNever);
    by_gone1 += by_blend * k.share;
    const V by_gone2 = by_blend * (1 - k.share);
    const V by_odds = by_blend * (k.gone1 - k.gone2) * k.share * (k.share - 1);  // by ln(b / a)
    g[27] -= by_odds / c.w[27];
    g[28] += by_odds / c.w[28];
    g[29] += by_odds * k.log_f;
    g[30] += by_odds * k.log_s;
    g[31] += by_odds * middle;
    before.d += by_odds * (c.w[31] - Scalar(0.5));

    const V by_x1 = by_gone1 * k.r1;
    const V by_l1 = by_x1 * k.decay;
    const V free = k.exponent < 60 ? by_l1 * (k.u1 + k.days / k.at.f) * k.inverse1 : zero;  // by the exponent
    g[25] -= free / (k.decay * c.w[25]);
    const V by_decay = by_x1 * k.l1 - free * k.exponent / k.decay;
    const V by_free = where_between(k.decay_free, 0.01, 0.95, by_decay * k.decay);
    g[23] += by_free / c.w[23];
    g[33] += by_free * k.log_f;
    before.f += (by_odds * c.w[29] + by_free * (c.w[33] - Scalar(0.3)) - by_l1 * k.u1 * k.inverse1) / k.at.f;

    const V by_x2 = by_gone2 * k.r2;
    g[kSize] += by_x2 * k.l2;
    const V by_rate = by_x2 * c.w[24] * k.u2 * k.inverse2;  // by ln(c2 z t / S)
    g[kSize + 1] += by_rate;
    g[32] += by_rate * middle;
    before.d += by_rate * (c.w[32] - Scalar(0.3));
    before.s += (by_odds * c.w[30] - by_rate) / k.at.s;
    by = before;
  }

  /// The gradient by w alone.
  MEMORY_INLINE static void close(const Constants& c, Gradient& g) {
    g[24] += g[kSize] + g[kSize + 1] * c.factor_by_decay;
    g[26] += g[kSize + 1] * c.factor_by_base;
  }
};

}  // namespace memory::lanes
