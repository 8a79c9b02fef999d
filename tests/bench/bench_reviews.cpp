// Progress of a learner with 200,000 questions and 2,000,000 reviews: all figures within 300 ms, and each alone.

#include <benchmark/benchmark.h>

#include "base/random.h"
#include "screens/progress.h"

namespace {

constexpr std::size_t kQuestions = 200'000, kReviews = 2'000'000;
constexpr base::TimePoint kNow{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22} + std::chrono::hours(18)};

/// Ten reviews of every question within five years, four in five of them foretold.
screens::Shared someone() {
  screens::Shared shared;
  shared.now = kNow;
  base::Random random(1);
  const auto draw = [&] { return random.unit(); };
  const base::Duration years = std::chrono::days(5 * 365);
  shared.reviews.begin_reading();
  learner::Event event;
  event.course = course::CourseId("large");
  for (std::size_t i = 0; i < kReviews; ++i) {
    event.at = kNow - years + years * static_cast<std::int64_t>(i) / static_cast<std::int64_t>(kReviews);
    event.number = static_cast<std::int64_t>(2 * i + 1);
    const course::QuestionId question("question-" + std::to_string(random.below(kQuestions)));
    const double recall = 0.7 + 0.3 * draw();
    if (random.below(5) > 0) {
      event.what = learner::Foretold{question, recall, 1};
      shared.reviews.apply(event);
    }
    learner::Reviewed reviewed;
    reviewed.question = question;
    reviewed.took = base::Duration(3000 + static_cast<std::int64_t>(random.below(20'000)));
    const memory::Grade grade =
        draw() > recall ? memory::Grade::again : static_cast<memory::Grade>(2 + random.below(3));
    reviewed.comes_back = {grade, event.at + std::chrono::days(1 + random.below(300)), 1};
    event.number = static_cast<std::int64_t>(2 * i + 2);
    event.what = std::move(reviewed);
    shared.reviews.apply(event);
  }
  shared.reviews.end_reading();
  return shared;
}

const screens::Shared& large() {
  static const screens::Shared shared = someone();
  return shared;
}

void progress_opens(benchmark::State& state) {
  const screens::Shared& shared = large();
  for (auto _ : state) {
    screens::progress::State opened = screens::progress::open(shared);
    benchmark::DoNotOptimize(opened);
  }
}

/// What goals cost, worked out after the screen is shown, one goal at a time.
void all_costs(benchmark::State& state) {
  const screens::Shared& shared = large();
  const screens::progress::State opened = screens::progress::open(shared);
  for (auto _ : state) {
    screens::progress::State worked = opened;
    while (!worked.numbers.cost.done()) screens::progress::advance(worked, shared);
    benchmark::DoNotOptimize(worked);
  }
}

void cost_of_one_goal(benchmark::State& state) {
  const screens::Shared& shared = large();
  const auto habits = reviews::habits(shared.reviews.log());
  const auto sample = reviews::cost_sample(shared.reviews, shared.now);
  const double retention = static_cast<double>(state.range(0)) / 100;
  for (auto _ : state) benchmark::DoNotOptimize(reviews::cost_at(shared.reviews.model(), sample, *habits, retention));
}

void recall_of_all(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(large().reviews.recall_of_all(kNow));
}
void known_long(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(reviews::known_long(large().reviews, 0.9));
}
void calibration(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(reviews::calibration(large().reviews.log()));
}
void forecast(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(reviews::forecast(large().reviews, kNow, std::chrono::minutes(60)));
}
void habits(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(reviews::habits(large().reviews.log()));
}

}  // namespace

BENCHMARK(progress_opens)->Unit(benchmark::kMillisecond);
BENCHMARK(all_costs)->Unit(benchmark::kMillisecond);
BENCHMARK(cost_of_one_goal)->Arg(70)->Arg(90)->Arg(97)->Unit(benchmark::kMillisecond);
BENCHMARK(recall_of_all)->Unit(benchmark::kMillisecond);
BENCHMARK(known_long)->Unit(benchmark::kMillisecond);
BENCHMARK(calibration)->Unit(benchmark::kMillisecond);
BENCHMARK(forecast)->Unit(benchmark::kMillisecond);
BENCHMARK(habits)->Unit(benchmark::kMillisecond);

BENCHMARK_MAIN();
