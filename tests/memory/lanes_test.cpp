// The formulas on vectors: their gradient beside differences of the pure functions, and many questions beside one by one.

#include <cmath>
#include <cstdlib>

#include "memory/generate.h"
#include "memory/lanes/machine.h"
#include "memory/lanes/pass.h"
#include "memory/many.h"
#include "support/test.h"

namespace lanes_test {
namespace {

using memory::Fsrs6;
using memory::Fsrs7;

/// Takes the vectors that every machine has while it lives.
struct Baseline {
  Baseline() { ::setenv("RESONANCE_VECTORS", "baseline", 1); }
  ~Baseline() { ::unsetenv("RESONANCE_VECTORS"); }
};

/// By the five-point formula, along one parameter.
template <class Model>
double difference(const memory::ReviewLog& log, typename Model::Parameters w, std::size_t i, bool whole_days) {
  const double step = 1e-4 * std::max(0.01, std::abs(w[i])), middle = w[i];
  const auto at = [&](double by) {
    w[i] = middle + by * step;
    return test::loss_of(log, Model(w), whole_days).sum;
  };
  return (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * step);
}

template <class Model>
void gradient_is_right(bool whole_days) {
  base::Random random(5);
  for (int round = 0; round < 6; ++round) {
    // A little inside of the ranges, so that a step to either side stays valid.
    auto w = test::near_parameters<Model>(random);
    for (std::size_t i = 0; i < Model::kSize; ++i) {
      const memory::ParameterRange& range = Model::ranges()[i];
      const double margin = 0.01 * (range.most - range.least);
      w[i] = std::clamp(w[i], range.least + margin, range.most - margin);
    }
    const memory::ReviewLog log = test::study(Model(w), 600, random, whole_days);
    memory::Layout layout = memory::lay_out(log, whole_days);
    memory::weigh(layout, {1, 1}, 1);
    const auto sums = memory::lanes::pass(layout, w, {}, memory::lanes::Want::gradient, {});
    const test::Loss loss = test::loss_of(log, Model(w), whole_days);
    CHECK(sums.loss == Approx(loss.sum).epsilon(2e-6));
    CHECK(static_cast<std::size_t>(sums.weight) == loss.count);
    for (std::size_t i = 0; i < Model::kSize; ++i) {
      INFO("round " << round << ", w" << i << " = " << w[i]);
      CHECK(sums.gradient[i] == Approx(difference<Model>(log, w, i, whole_days)).epsilon(2e-3).margin(0.02));
    }
  }
}

template <class Model>
void ways_agree(bool whole_days) {
  base::Random random(6);
  const memory::ReviewLog log = test::study(Model(), 5000, random, whole_days);
  memory::Layout layout = memory::lay_out(log, whole_days);
  memory::weigh(layout, {0.25F, 3}, 1);
  using memory::lanes::Want;
  const auto w = Model::defaults();
  memory::lanes::Losses losses(layout.rank.size());
  const auto loss = memory::lanes::pass(layout, w, {}, Want::loss, {}, &losses);
  const auto gradient = memory::lanes::pass(layout, w, {}, Want::gradient, {});
  const auto scatter = memory::lanes::pass(layout, w, {}, Want::scatter, {});
  CHECK(gradient.loss == Approx(loss.loss).epsilon(1e-6));
  CHECK(scatter.plain == Approx(loss.plain).epsilon(1e-6));
  double total = 0;
  for (const float one : losses) total += static_cast<double>(one);
  CHECK(total == Approx(loss.plain).epsilon(1e-6));
  for (std::size_t i = 0; i < Model::kSize; ++i) {
    CHECK(scatter.gradient[i] == Approx(gradient.gradient[i]).epsilon(1e-3).margin(1e-2));
    CHECK(scatter.scatter[i * (i + 3) / 2] >= 0);
  }
}

template <class Model, class States>
void many_is_one_by_one(States (*make)(base::Random&, std::size_t)) {
  base::Random random(7);
  const Model model(test::near_parameters<Model>(random));
  for (const std::size_t count : {0U, 1U, 3U, 8U, 1001U}) {
    States states = make(random, count);
    std::vector<double> days(count), recall(count), before(count);
    std::vector<std::uint8_t> grades(count);
    for (std::size_t i = 0; i < count; ++i) {
      days[i] = random.below(5) == 0 ? 0 : test::spread(random, 0.01, 3000);
      grades[i] = static_cast<std::uint8_t>(test::any_grade(random));
    }
    const States old = states;
    memory::recall(model, states, days, before);
    CHECK(states.stability == old.stability);
    memory::advance(model, states, days, grades, recall);
    CHECK(recall == before);
    for (std::size_t i = 0; i < count; ++i) {
      typename Model::State state{};
      if constexpr (Model::kSize == 21) {
        state = {old.stability[i], old.difficulty[i]};
      } else {
        state = {old.stability[i], old.short_stability[i], old.difficulty[i]};
      }
      const auto one = model.review(state, memory::Days(days[i]), static_cast<memory::Grade>(grades[i]));
      REQUIRE(recall[i] == Approx(one.recall).epsilon(1e-11));
      REQUIRE(states.stability[i] == Approx(one.state.stability).epsilon(1e-11));
      REQUIRE(states.difficulty[i] == Approx(one.state.difficulty).epsilon(1e-11));
      if constexpr (Model::kSize == 34) {
        REQUIRE(states.short_stability[i] == Approx(one.state.short_stability).epsilon(1e-11));
      }
    }
  }
}

memory::ManyStates6 many6(base::Random& random, std::size_t count) {
  memory::ManyStates6 states;
  for (std::size_t i = 0; i < count; ++i) {
    states.stability.push_back(test::spread(random, 0.001, 36'500));
    states.difficulty.push_back(test::between(random, 1, 10));
  }
  return states;
}

memory::ManyStates7 many7(base::Random& random, std::size_t count) {
  memory::ManyStates7 states;
  for (std::size_t i = 0; i < count; ++i) {
    states.stability.push_back(test::spread(random, 0.0001, 36'500));
    states.short_stability.push_back(test::spread(random, 0.0001, 36'500));
    states.difficulty.push_back(test::between(random, 1, 10));
  }
  return states;
}

}  // namespace

TEST_CASE("the gradient of FSRS-6 is that of its loss") { gradient_is_right<Fsrs6>(true); }

TEST_CASE("the gradient of FSRS-7 is that of its loss") { gradient_is_right<Fsrs7>(false); }

TEST_CASE("loss alone, gradient and scatter agree") {
  ways_agree<Fsrs6>(true);
  ways_agree<Fsrs7>(false);
}

TEST_CASE("many questions at once are what they are one by one") {
  many_is_one_by_one<Fsrs6>(many6);
  many_is_one_by_one<Fsrs7>(many7);
}

TEST_CASE("machines without AVX2 compute the same") {
  const Baseline narrow;
  CHECK(memory::lanes::widest() == memory::lanes::Instructions::baseline);
  CHECK(std::string(memory::lanes::name_of(memory::lanes::widest())) == "baseline");
  gradient_is_right<Fsrs6>(true);
  gradient_is_right<Fsrs7>(false);
  many_is_one_by_one<Fsrs6>(many6);
  many_is_one_by_one<Fsrs7>(many7);
}

}  // namespace lanes_test
