#pragma once
// FSRS-6 (fsrs6.h) for several questions at once, and its gradient, in the way of lanes/fsrs7.h.

#include <array>
#include <cmath>
#include <cstddef>

#include "memory/fsrs6.h"
#include "memory/lanes/vector.h"

namespace memory::lanes {

template <class V>
struct Lanes6 {
  using Scalar = typename Traits<V>::Scalar;
  static constexpr std::size_t kSize = Fsrs6::kSize;

  struct Constants {
    std::array<Scalar, kSize> w;
    Scalar factor, growth, lapse_factor, easy_start, start_slope;
    Scalar factor_by_decay;  ///< dF / d w20
  };

  struct State {
    V s, d;
  };

  /// What a review leaves for the way back. Aligned by hand: GCC 12 forgets that a vector type asks for more than `new` gives.
  struct alignas(64) Work {
    State at;
    V days, grade, log_s, log_d, log_next, l, u, inverse, recalled, forgotten, raw, damped, change;
    Power<V> first, second;
  };

  using Gradient = std::array<V, kSize + 1>;  ///< by each w, then by F

  static Constants constants(const Fsrs6::Parameters& w) {
    Constants c{};
    for (std::size_t i = 0; i < kSize; ++i) c.w[i] = static_cast<Scalar>(w[i]);
    const double factor = std::expm1(-std::log(0.9) / w[20]);
    c.factor = static_cast<Scalar>(factor);
    c.growth = static_cast<Scalar>(std::exp(w[8]));
    c.lapse_factor = static_cast<Scalar>(std::exp(-w[17] * w[18]));
    c.easy_start = static_cast<Scalar>(w[4] - std::exp(3 * w[5]) + 1);
    c.start_slope = static_cast<Scalar>(-3 * std::exp(3 * w[5]));
    c.factor_by_decay = static_cast<Scalar>((factor + 1) * std::log(0.9) / (w[20] * w[20]));
    return c;
  }

  MEMORY_INLINE static V bounded(const V& s) { return into(s, Fsrs6::kLeastStability, Fsrs6::kMostStability); }
  MEMORY_INLINE static V value(const Power<V>& p) { return p.scale + p.scale * p.rest; }
  MEMORY_INLINE static V less_one(const Power<V>& p) { return p.scale * p.rest + (p.scale - 1); }

  MEMORY_INLINE static State first(const Constants& c, const V& grade) {
    const V s = grade == 1   ? all<V>(c.w[0])
                : grade == 2 ? all<V>(c.w[1])
                : grade == 3 ? all<V>(c.w[2])
                             : all<V>(c.w[3]);
    return {bounded(s), into(c.w[4] + 1 - exp((grade - 1) * c.w[5]), 1, 10)};
  }

  MEMORY_INLINE static void first_back(const Constants& c, const V& grade, const State& by, Gradient& g) {
    const V zero{};
    g[0] += grade == 1 ? by.s : zero;
    g[1] += grade == 2 ? by.s : zero;
    g[2] += grade == 3 ? by.s : zero;
    g[3] += grade == 4 ? by.s : zero;
    const V power_of = exp((grade - 1) * c.w[5]);
    const V d = c.w[4] + 1 - power_of;
    const V by_d = where_between(d, 1, 10, by.d);
    g[4] += by_d;
    g[5] -= by_d * (grade - 1) * power_of;
  }

  MEMORY_INLINE static V bonus(const Constants& c, const V& grade) {
    return grade == 2 ? all<V>(c.w[15]) : grade == 4 ? all<V>(c.w[16]) : all<V>(1);
  }

  /// Recall before the review into `work`.
  MEMORY_INLINE static void recall(const Constants& c, const State& at, const V& days, Work& k) {
    k.at = at;
    k.days = days;
    k.log_s = log(at.s);
    k.u = c.factor * days / at.s;
    k.inverse = 1 / (1 + k.u);
    k.l = log1p(k.u, k.inverse);
    const Power<V> p = power(-c.w[20] * k.l);
    k.recalled = value(p);
    k.forgotten = -less_one(p);
  }

  MEMORY_INLINE static V recalled(const Work& k) { return k.recalled; }

  /// The state after the review.
  MEMORY_INLINE static State next(const Constants& c, const V& grade, Work& k) {
    k.grade = grade;
    k.log_d = log(k.at.d);
    k.log_next = log1p(k.at.s, 1 / (k.at.s + 1));
    const V within = (grade + (c.w[18] - 3)) * c.w[17] - k.log_s * c.w[19];
    k.first = power(k.days < 1 ? within : grade > 1 ? k.log_s * -c.w[9] : k.log_next * c.w[13]);
    k.second = power(grade > 1 ? k.forgotten * c.w[10] : k.forgotten * c.w[14] - k.log_d * c.w[12]);
    const V change = value(k.first);
    const V kept = k.at.s * (grade > 1 ? most(change, all<V>(1)) : change);
    const V grown = k.at.s + k.at.s * (c.growth * (11 - k.at.d) * bonus(c, grade) * change * less_one(k.second));
    const V left = least(c.w[11] * less_one(k.first) * value(k.second), k.at.s * c.lapse_factor);
    k.raw = k.days < 1 ? kept : grade > 1 ? grown : left;
    k.change = (grade - 3) * -c.w[6];
    k.damped = k.at.d + k.change * (10 - k.at.d) * Scalar(1.0 / 9);
    return {bounded(k.raw), into(c.w[7] * c.easy_start + (1 - c.w[7]) * k.damped, 1, 10)};
  }

  /// `by`: how the loss changes with the state after the review; becomes that of the state before.
  /// `by_forgotten`: how the review's own loss changes with what was forgotten.
  MEMORY_INLINE static void back(const Constants& c, const Work& k, const V& by_forgotten, State& by, Gradient& g) {
    const V zero{};
    State before{zero, zero};

    const V d = c.w[7] * c.easy_start + (1 - c.w[7]) * k.damped;
    const V by_d = where_between(d, 1, 10, by.d);
    g[7] += by_d * (c.easy_start - k.damped);
    g[4] += by_d * c.w[7];
    g[5] += by_d * c.w[7] * c.start_slope;
    const V by_damped = by_d * (1 - c.w[7]);
    g[6] -= by_damped * (10 - k.at.d) * (k.grade - 3) * Scalar(1.0 / 9);
    before.d += by_damped * (1 - k.change * Scalar(1.0 / 9));

    const V by_s = where_between(k.raw, Fsrs6::kLeastStability, Fsrs6::kMostStability, by.s);
    const V one = value(k.first), one_less = less_one(k.first), two = value(k.second), two_less = less_one(k.second);
    // On the same day.
    const V within = k.days < 1 ? by_s : zero;
    const V floor = k.grade > 1 ? all<V>(1) : zero;
    const V moved = one > floor ? within * k.at.s * one : zero;  // by the exponent
    g[17] += moved * (k.grade + (c.w[18] - 3));
    g[18] += moved * c.w[17];
    g[19] -= moved * k.log_s;
    before.s += one > floor ? within * one * (1 - c.w[19]) : within;
    // Success later.
    const V later = by_s - within;
    const V up = k.grade > 1 ? later : zero;
    const V plain = c.growth * (11 - k.at.d) * one;
    const V base = plain * bonus(c, k.grade);
    const V rise = base * two_less;
    const V by_rise = up * k.at.s;
    g[8] += by_rise * rise;
    g[9] -= by_rise * rise * k.log_s;
    g[10] += by_rise * base * two * k.forgotten;
    g[15] += k.grade == 2 ? by_rise * plain * two_less : zero;
    g[16] += k.grade == 4 ? by_rise * plain * two_less : zero;
    before.d -= by_rise * rise / (11 - k.at.d);
    before.s += up * (1 + rise - c.w[9] * rise);
    // Lapse later: by the formula, or at its ceiling.
    const V left = c.w[11] * one_less * two, ceiling = k.at.s * c.lapse_factor;
    const V down = later - up;
    const V cut = left < ceiling ? down : zero;
    g[11] += cut * one_less * two;
    g[12] -= cut * left * k.log_d;
    g[13] += cut * c.w[11] * two * one * k.log_next;
    g[14] += cut * left * k.forgotten;
    before.d -= cut * left * c.w[12] / k.at.d;
    before.s += cut * c.w[11] * two * c.w[13] * one / (k.at.s + 1) + (down - cut) * c.lapse_factor;
    g[17] -= (down - cut) * ceiling * c.w[18];
    g[18] -= (down - cut) * ceiling * c.w[17];

    const V by_gone = by_forgotten + by_rise * base * two * c.w[10] + cut * left * c.w[14];
    const V by_x = by_gone * k.recalled;
    g[20] += by_x * k.l;
    const V by_u = by_x * c.w[20] * k.inverse;
    g[kSize] += by_u * k.days / k.at.s;
    before.s -= by_u * k.u / k.at.s;
    by = before;
  }

  /// The gradient by w alone.
  MEMORY_INLINE static void close(const Constants& c, Gradient& g) { g[20] += g[kSize] * c.factor_by_decay; }
};

}  // namespace memory::lanes
