// FSRS-7: no package of npm computes it, so it is held against its published figures, against its formulas written down a
// second time as they stand, and against what must hold for any valid parameters.

#include "memory/fsrs7.h"

#include <algorithm>
#include <cmath>

#include "memory/generate.h"
#include "support/test.h"

namespace fsrs7_test {
namespace {

using memory::Days;
using memory::Fsrs7;
using memory::Grade;

/// The formulas of docs/memory.md, one by one, without a thought for speed or for small numbers.
struct Literal {
  Fsrs7::Parameters w;

  static double in(double x, double low, double high) { return std::min(std::max(x, low), high); }
  double short_recall(const Fsrs7::State& x, double t) const {
    const double k1 = in(w[23] * std::pow(x.short_stability, w[33] - 0.3), 0.01, 0.95);
    const double c1 = std::exp(std::min(-std::log(w[25]) / k1, 60.0)) - 1;
    return std::pow(1 + c1 * t / x.short_stability, -k1);
  }
  double recall(const Fsrs7::State& x, double t) const {
    const double k2 = in(w[24], 0.01, 0.95), c2 = std::pow(w[26], -1 / k2) - 1;
    const double r2 = std::pow(1 + c2 * std::exp((x.difficulty - 5) * (w[32] - 0.3)) * t / x.stability, -k2);
    const double a = w[27] * std::pow(x.short_stability, -w[29]);
    const double b = w[28] * std::pow(x.stability, w[30]) * std::exp((x.difficulty - 5) * (w[31] - 0.5));
    return 1e-5 + (1 - 2e-5) * (a * short_recall(x, t) + b * r2) / (a + b);
  }
  double stability(std::size_t o, double x, double d, double q, int g) const {
    const double fail = std::min(x, w[o + 3] * (std::pow(x + 1, w[o + 4]) - 1) * std::exp(w[o + 5] * (1 - q)));
    if (g == 1) return fail;
    const double rise = std::exp(w[o] - 1.5) * (11 - d) * std::pow(x, -w[o + 1]) * (std::exp(w[o + 2] * (1 - q)) - 1) *
                        (g == 2 ? w[o + 6] : 1) * (g == 4 ? w[o + 7] : 1);
    return std::max(fail, x * (1 + rise));
  }
  Fsrs7::State next(const Fsrs7::State& x, double t, int g) const {
    const double r = recall(x, t);
    Fsrs7::State y;
    y.stability = in(stability(7, x.stability, x.difficulty, r, g), 1e-4, 36'500);
    double fast = stability(15, x.short_stability, x.difficulty, short_recall(x, t), g);
    if (g == 1) fast = std::min(fast, 0.8 * y.stability);
    y.short_stability = in(fast, 1e-4, 36'500);
    const double change = -w[6] * (g - 3) * (g == 1 ? r + 0.1 : 1);
    y.difficulty =
        in(0.01 * (w[4] - std::exp(3 * w[5]) + 1) + 0.99 * (x.difficulty + change * (10 - x.difficulty) / 9), 1, 10);
    return y;
  }
};

}  // namespace

TEST_CASE("FSRS-7 with its defaults gives the published intervals to 90 %") {
  const Fsrs7 model;
  CHECK(model.first(Grade::good).stability == Approx(3.9221));
  CHECK(model.interval(model.first(Grade::good), 0.9).count() == Approx(4.78).margin(0.005));
  CHECK(model.interval(model.first(Grade::hard), 0.9).count() == Approx(0.60).margin(0.005));
  CHECK(model.first(Grade::good).short_stability == Approx(0.8 * 3.9221));
}

TEST_CASE("FSRS-7 knows no same day: a minute counts") {
  const Fsrs7 model;
  const Fsrs7::State state = model.first(Grade::good);
  const double minute = 1.0 / 1440;
  CHECK(model.recall(state, Days(0)) == Approx(0.99999).epsilon(1e-12));
  CHECK(model.recall(state, Days(-1)) == model.recall(state, Days(0)));
  CHECK(model.recall(state, Days(minute)) < model.recall(state, Days(0)));
  CHECK(model.next(state, Days(minute), Grade::good).stability < model.next(state, Days(0.5), Grade::good).stability);
}

TEST_CASE("intervals of FSRS-7 have ends") {
  const Fsrs7 model;
  const Fsrs7::State state = model.first(Grade::good);
  CHECK(model.interval(state, 0.9999).count() == 0);
  CHECK(model.interval(state, 1).count() == 0);
  CHECK(model.interval({36'500, 36'500, 1}, 0.01) == memory::kLongestInterval);
}

TEST_CASE("vectors of FSRS-7 are read in order, others are refused") {
  CHECK(Fsrs7::clipped(Fsrs7::defaults()) == Fsrs7::defaults());
  Fsrs7::Parameters w = Fsrs7::defaults();
  w[0] = 9;
  w[25] = 0.8;
  w[26] = 0.6;
  const auto read = Fsrs7::read(w);
  REQUIRE(read);
  CHECK((*read)[1] == 9);
  CHECK((*read)[2] == 9);
  CHECK((*read)[3] == 11.7841);
  CHECK((*read)[26] == 0.8);
  CHECK(base::in_words(Fsrs7::read(std::vector<double>(35, 1.0)).error()) ==
        "found 35 parameters, expected 34 (FSRS-7)");
  w[3] = INFINITY;
  CHECK(base::in_words(Fsrs7::read(w).error()) == "parameter 3 is not a finite number");
}

TEST_CASE("FSRS-7 is its formulas") {
  CHECK(rc::check("written down a second time", [](std::uint64_t seed) {
    base::Random random(seed);
    const auto w = test::any_parameters<Fsrs7>(random);
    const Fsrs7 model(w);
    const Literal literal{w};
    Fsrs7::State state = model.first(test::any_grade(random));
    for (int i = 0; i < 8; ++i) {
      const double days = random.below(5) == 0 ? 0 : test::spread(random, 0.001, 3000);
      const Grade grade = test::any_grade(random);
      const Fsrs7::State expected = literal.next(state, days, static_cast<int>(grade));
      const auto found = model.review(state, Days(days), grade);
      RC_ASSERT(test::close(found.recall, literal.recall(state, days), 1e-9));
      RC_ASSERT(test::close(found.state.stability, expected.stability, 1e-8));
      RC_ASSERT(test::close(found.state.short_stability, expected.short_stability, 1e-8));
      RC_ASSERT(test::close(found.state.difficulty, expected.difficulty, 1e-9));
      state = found.state;
    }
  }));
}

TEST_CASE("FSRS-7 keeps its promises with any valid parameters") {
  CHECK(rc::check("recall strictly falls with time", [](std::uint64_t seed) {
    base::Random random(seed);
    const Fsrs7 model(test::any_parameters<Fsrs7>(random));
    const Fsrs7::State state = test::any_state(random, model);
    const double days = test::spread(random, 0.01, 3000);
    const double now = model.recall(state, Days(days)), later = model.recall(state, Days(days * 1.1));
    RC_ASSERT(now > 0 && now < 1);
    // Where recall has all but reached its floor or its ceiling, doubles cannot tell two days apart.
    RC_ASSERT(later < now || (later == now && (now < 1.1e-5 || now > 0.99998)));
  }));
  CHECK(rc::check("an interval reaches its retention", [](std::uint64_t seed) {
    base::Random random(seed);
    const Fsrs7 model(test::any_parameters<Fsrs7>(random));
    const Fsrs7::State state = test::any_state(random, model);
    const double retention = test::between(random, 0.5, 0.9998);
    const Days interval = model.interval(state, retention);
    RC_ASSERT(interval.count() >= 0 && interval <= memory::kLongestInterval);
    if (interval < memory::kLongestInterval) {
      // A curve that falls by half within a nanosecond is found to that nanosecond.
      RC_ASSERT(std::abs(model.recall(state, interval) - retention) <= 1e-9 || interval.count() <= 1e-11);
    } else {
      RC_ASSERT(model.recall(state, interval) >= retention - 1e-9);
    }
  }));
  CHECK(
      rc::check("a lapse never lengthens, a success never shortens, states stay within bounds", [](std::uint64_t seed) {
        base::Random random(seed);
        const Fsrs7 model(test::any_parameters<Fsrs7>(random));
        const Fsrs7::State state = test::any_state(random, model);
        const Days days(test::spread(random, 0.001, 3000));
        const Fsrs7::State lapsed = model.next(state, days, Grade::again);
        RC_ASSERT(lapsed.stability <= state.stability);
        RC_ASSERT(lapsed.short_stability <= state.short_stability);
        for (const Grade grade : {Grade::hard, Grade::good, Grade::easy}) {
          const Fsrs7::State after = model.next(state, days, grade);
          RC_ASSERT(after.stability >= state.stability);
          RC_ASSERT(after.short_stability >= state.short_stability);
          RC_ASSERT(after.stability <= 36'500 && after.short_stability <= 36'500);
          RC_ASSERT(after.difficulty >= 1 && after.difficulty <= 10);
        }
      }));
}

}  // namespace fsrs7_test
