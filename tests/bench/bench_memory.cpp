// The models of memory on one core: at least 15 million reviews a second (prediction and next state), fits of 10,000 reviews
// in 5 ms, 100,000 in 25 ms, a million in 250 ms. tools/oracle/memory speed has the npm packages beside.

#include <benchmark/benchmark.h>

#include "base/random.h"
#include "memory/fit.h"
#include "memory/generate.h"
#include "memory/lanes/machine.h"
#include "memory/many.h"

namespace {

using memory::Days;
using memory::Fsrs6;
using memory::Fsrs7;

constexpr std::size_t kQuestions = 20'000;

struct Reviews {
  std::vector<double> days, recall;
  std::vector<std::uint8_t> grades;

  Reviews() : recall(kQuestions) {
    base::Random random(1);
    for (std::size_t i = 0; i < kQuestions; ++i) {
      days.push_back(random.below(5) == 0 ? 0 : test::spread(random, 1, 500));
      grades.push_back(static_cast<std::uint8_t>(test::any_grade(random)));
    }
  }
};

memory::ManyStates6 states(const Fsrs6&, base::Random& random) {
  memory::ManyStates6 all;
  for (std::size_t i = 0; i < kQuestions; ++i) {
    all.stability.push_back(test::spread(random, 0.1, 1000));
    all.difficulty.push_back(test::between(random, 1, 10));
  }
  return all;
}

memory::ManyStates7 states(const Fsrs7&, base::Random& random) {
  memory::ManyStates7 all;
  for (std::size_t i = 0; i < kQuestions; ++i) {
    all.stability.push_back(test::spread(random, 0.1, 1000));
    all.short_stability.push_back(test::spread(random, 0.01, 100));
    all.difficulty.push_back(test::between(random, 1, 10));
  }
  return all;
}

template <class Model>
void review_many(benchmark::State& state) {
  const Model model;
  base::Random random(2);
  Reviews reviews;
  const auto before = states(model, random);
  auto all = before;
  for (auto _ : state) {
    all = before;
    memory::advance(model, all, reviews.days, reviews.grades, reviews.recall);
    benchmark::DoNotOptimize(reviews.recall.data());
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kQuestions));
  state.SetLabel(memory::lanes::name_of(memory::lanes::widest()));
}

template <class Model>
void review_one_by_one(benchmark::State& state) {
  const Model model;
  base::Random random(2);
  const Reviews reviews;
  std::vector<typename Model::State> all;
  for (std::size_t i = 0; i < kQuestions; ++i) {
    typename Model::State one = model.first(test::any_grade(random));
    one.stability = test::spread(random, 0.1, 1000);
    all.push_back(one);
  }
  for (auto _ : state) {
    for (std::size_t i = 0; i < kQuestions; ++i) {
      benchmark::DoNotOptimize(
          model.review(all[i], Days(reviews.days[i]), static_cast<memory::Grade>(reviews.grades[i])));
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kQuestions));
}

template <class Model>
void interval(benchmark::State& state) {
  const Model model;
  base::Random random(3);
  std::vector<typename Model::State> all;
  for (int i = 0; i < 1000; ++i) all.push_back(test::any_state(random, model));
  for (auto _ : state) {
    for (const auto& one : all) benchmark::DoNotOptimize(model.interval(one, 0.9));
  }
  state.SetItemsProcessed(state.iterations() * 1000);
}

/// Reviews of a learner whose parameters are up to half away from the defaults.
template <class Model>
void fit(benchmark::State& state) {
  base::Random random(4);
  const Model truth(test::near_parameters<Model>(random, 0.5));
  const memory::ReviewLog log =
      test::study(truth, static_cast<std::size_t>(state.range(0)), random, Model::kSize == Fsrs6::kSize);
  memory::Fit<Model> found;
  for (auto _ : state) found = memory::fit(log, Model::defaults());
  state.counters["loss_before"] = found.loss_before;
  state.counters["loss_after"] = found.loss_after;
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

BENCHMARK_TEMPLATE(review_many, Fsrs6);
BENCHMARK_TEMPLATE(review_many, Fsrs7);
BENCHMARK_TEMPLATE(review_one_by_one, Fsrs6);
BENCHMARK_TEMPLATE(review_one_by_one, Fsrs7);
BENCHMARK_TEMPLATE(interval, Fsrs6);
BENCHMARK_TEMPLATE(interval, Fsrs7);
BENCHMARK_TEMPLATE(fit, Fsrs6)->Arg(10'000)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK_TEMPLATE(fit, Fsrs7)->Arg(10'000)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
