#pragma once
// When a question comes back: the model's interval for the retention one wants, put on a day that suits.

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

#include "memory/due.h"
#include "reviews/reviews.h"

namespace reviews {

constexpr double kLeastRetention = 0.7, kMostRetention = 0.97, kUsualRetention = 0.9;

/// A day of study begins at four in the morning: who sits up late still has today's reviews before them.
constexpr std::chrono::hours kDayBegins{4};
/// A question that was not known comes back no sooner.
constexpr std::chrono::minutes kShortestWait{10};

/// What the learner wishes.
struct Wishes {
  double retention = kUsualRetention;  ///< kLeastRetention to kMostRetention
  std::array<double, 7> days{1, 1, 1, 1,
                             1, 1, 1};        ///< share of a usual day's load that each weekday gets, Monday first
  bool balance = true;                        ///< false: every question on its plain day
  std::optional<std::chrono::sys_days> exam;  ///< local day for which the course of the question is learned
};

/// The day of study of `at`, by local time.
std::chrono::sys_days study_day(base::TimePoint at, std::chrono::minutes utc_offset);
/// When a day of study begins.
base::TimePoint beginning_of(std::chrono::sys_days day, std::chrono::minutes utc_offset);

/// How many questions are due so many days of study from now; what is overdue counts for today (index 0).
std::vector<int> load_by_day(const Reviews& reviews, base::TimePoint now, std::chrono::minutes utc_offset, int days);

/// When it would come back after each grade (index 0: Again), in rising order: what is shown on the buttons is what happens.
using Dues = std::array<base::TimePoint, 4>;

/// What `now` means for one answer.
struct Moment {
  base::TimePoint now;
  std::chrono::minutes utc_offset{0};
  std::vector<int> load;         ///< of load_by_day; empty: nothing is due
  std::uint64_t seed = 0;        ///< decides between days that suit as well; the same for the same card and review
  bool confident_error = false;  ///< certain and wrong: Again comes in half the time
};

/// - Below half a day the interval is kept to the minute (never less than kShortestWait). From there on it is whole days of study.
/// - What was known after a day or more does not come back on the same day, whatever the model says: nobody learns from being
///   asked ten minutes later what they knew nine days after the last time.
/// - Once parameters are fitted, an interval far beyond what the fit has seen is not trusted (memory::trusted_interval).
/// - Hard ≤ Good ≤ Easy; where they are days, each at least a day after the one before, while the interval is below a year.
/// - With an exam ahead: what the model puts beyond it and would be known by less than 95 % on its day gets a last look in
///   the week before, on the day with the least to do.
Dues dues(const Model& model, const std::optional<State>& state, memory::Days elapsed, const Moment& moment,
          const Wishes& wishes);

/// The same for a card as it stands, or for a question never answered (`index` kNone).
Dues dues(const Reviews& reviews, CardIndex index, const Moment& moment, const Wishes& wishes);

/// When a question that is "known already" is asked once more, to be sure.
base::TimePoint due_when_known(base::TimePoint now, std::chrono::minutes utc_offset);

}  // namespace reviews
