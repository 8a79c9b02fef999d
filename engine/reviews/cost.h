#pragma once
// What a wished retention costs: minutes a day, and what is remembered for them.
//
// The learner's own questions (or some of them) are followed for a year by the model itself. It is assumed
// - that memory is as the model says: at a review, a question is known with the foretold recall, and lapses otherwise;
// - that what is known is graded Hard, Good and Easy as often as the learner does;
// - that an answer takes as long as the learner's answers take on the average, Again apart from the others;
// - that every question is answered when it comes due, no day is missed, and nothing new is learned;
// - that questions come back as `schedule.h` puts them, without balance, easy days and exams: below half a day to the minute, else
//   after whole days.
// What has fallen below the retention already comes at once, so that the first days of a higher wish count with the year.
//
// The idea of a simulation with one's own cards is that of FSRS' "compute minimum recommended retention" (Open Spaced
// Repetition); what is simulated here is as above.

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "reviews/reviews.h"

namespace reviews {

/// How the learner answers, from all reviews that were not a question's first and that were timed.
struct Habits {
  std::array<double, 3> shares{0, 1, 0};  ///< Hard, Good, Easy, of what was known; their sum is 1
  double again = 0;                       ///< mean seconds of an answer that was not known
  double known = 0;                       ///< of one that was
  int answers = 0;
};
/// From so few answers nothing is said. Without any Again, it takes as long as the others.
constexpr int kFewestAnswers = 20;
/// Empty with fewer than kFewestAnswers, and where nothing was ever known.
std::optional<Habits> habits(const Log& log);

/// The questions that are followed.
struct CostSample {
  std::vector<State> states;
  std::vector<memory::Days> elapsed;  ///< since the latest review
  double weight = 1;                  ///< questions that each of these stands for
};
constexpr std::size_t kMostFollowed = 500;
/// Every nth of the questions in memory, in the order in which they were first answered.
CostSample cost_sample(const Reviews& reviews, base::TimePoint now, std::size_t most = kMostFollowed);

constexpr int kYear = 365;

struct CostPoint {
  double retention = 0;
  double minutes = 0;     ///< a day, mean over the year
  double reviews = 0;     ///< a day
  double remembered = 0;  ///< questions, at the end of the year: the sum of their recall
};

/// Wishes that are compared, from kLeastRetention to kMostRetention.
inline constexpr double kCompared[] = {0.70, 0.75, 0.80, 0.85, 0.90, 0.93, 0.95, 0.97};

/// The same numbers for the same arguments: what is drawn at random follows `seed`, the same for every retention, so that they
/// differ by the wish and little by luck.
CostPoint cost_at(const Model& model, const CostSample& sample, const Habits& habits, double retention,
                  std::uint64_t seed = 1);

/// Questions remembered in a year if no review is done.
double remembered_without(const Model& model, const CostSample& sample);

}  // namespace reviews
