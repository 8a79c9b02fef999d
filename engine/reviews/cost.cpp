#include "reviews/cost.h"

#include <algorithm>
#include <cmath>

#include "base/random.h"
#include "reviews/schedule.h"

namespace reviews {
namespace {

using memory::Days;
using memory::Grade;

/// A question that comes back more often than this within a year is one that a person would put aside.
constexpr int kMostReviews = 400;

/// When a question comes that was answered at `at`, days from now.
double comes_back(double at, Days interval) {
  if (interval < Days(0.5)) return at + std::max(interval, Days(kShortestWait)).count();
  return std::floor(at) + std::max(1.0, std::round(interval.count()));
}

/// One question through the year.
struct Followed {
  int again = 0, known = 0;  ///< reviews
  double recall = 0;         ///< at the end
};

Followed follow(const Model& model, State state, Days elapsed, const Habits& habits, double retention,
                base::Random random) {
  Followed result;
  double last = -elapsed.count();
  double due = std::max(0.0, last + model.interval(state, retention).count());
  while (due < kYear && result.again + result.known < kMostReviews) {
    const Days since(due - last);
    const bool known = random.unit() < model.recall(state, since);
    const double how = random.unit();
    const Grade grade = !known                                      ? Grade::again
                        : how < habits.shares[0]                    ? Grade::hard
                        : how < habits.shares[0] + habits.shares[1] ? Grade::good
                                                                    : Grade::easy;
    ++(known ? result.known : result.again);
    state = model.next(state, since, grade);
    last = due;
    due = comes_back(due, model.interval(state, retention));
  }
  result.recall = model.recall(state, Days(kYear - last));
  return result;
}

}  // namespace

std::optional<Habits> habits(const Log& log) {
  std::array<double, 5> count{}, took{};
  for (std::size_t i = 0; i < log.size(); ++i) {
    if (log.card[i] == kNone || log.before[i] == kNone || log.took[i] == 0) continue;
    const std::size_t grade = std::min<std::size_t>(log.grade[i], 4);
    ++count[grade];
    took[grade] += log.took[i] / 1000.0;
  }
  const double known = count[2] + count[3] + count[4];
  if (known == 0 || known + count[1] < kFewestAnswers) return std::nullopt;
  Habits habits;
  habits.shares = {count[2] / known, count[3] / known, count[4] / known};
  habits.known = (took[2] + took[3] + took[4]) / known;
  habits.again = count[1] > 0 ? took[1] / count[1] : habits.known;
  habits.answers = static_cast<int>(known + count[1]);
  return habits;
}

CostSample cost_sample(const Reviews& reviews, base::TimePoint now, std::size_t most) {
  std::vector<CardIndex> all;
  for (CardIndex i = 0; i < reviews.size(); ++i) {
    if (in_memory(reviews.card(i))) all.push_back(i);
  }
  CostSample sample;
  const std::size_t taken = std::min(all.size(), most);
  for (std::size_t i = 0; i < taken; ++i) {
    const Card& card = reviews.card(all[i * all.size() / taken]);
    sample.states.push_back(card.state);
    sample.elapsed.push_back(std::max(base::Duration(0), now - card.last));
  }
  if (taken > 0) sample.weight = static_cast<double>(all.size()) / static_cast<double>(taken);
  return sample;
}

CostPoint cost_at(const Model& model, const CostSample& sample, const Habits& habits, double retention,
                  std::uint64_t seed) {
  double again = 0, known = 0, recall = 0;
  base::Random seeds(seed);
  for (std::size_t i = 0; i < sample.states.size(); ++i) {
    const Followed followed =
        follow(model, sample.states[i], sample.elapsed[i], habits, retention, base::Random(seeds.next()));
    again += followed.again;
    known += followed.known;
    recall += followed.recall;
  }
  const double by_day = sample.weight / kYear;
  return {retention, (again * habits.again + known * habits.known) / 60 * by_day, (again + known) * by_day,
          recall * sample.weight};
}

double remembered_without(const Model& model, const CostSample& sample) {
  double sum = 0;
  for (std::size_t i = 0; i < sample.states.size(); ++i)
    sum += model.recall(sample.states[i], sample.elapsed[i] + Days(kYear));
  return sum * sample.weight;
}

}  // namespace reviews
