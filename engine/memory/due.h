#pragma once
// On which day a review comes: near the interval of the model, and where within that the day has least to do. Pure functions
// of whole days from today (0); a model's interval is the only thing that they know of memory.
// Source of the range: the fuzz of Anki (4 and later) and ts-fsrs, in the words of docs/memory.md.

#include <array>
#include <span>

#include "memory/units.h"

namespace memory {

/// The interval to plan with where parameters are fitted: `fitted`, but beyond `usual`, the interval of the published
/// parameters, at most three times `longest_seen`, the longest time between two answers that the fit has seen. Few answers,
/// all known, can be explained by intervals of a year; questions that come back in a year would never say otherwise.
Days trusted_interval(Days fitted, Days usual, Days longest_seen);

/// Days from today on which a review may come, first ≤ plain ≤ last.
struct DayRange {
  int first = 1;
  int last = 1;
  int plain = 1;  ///< the interval rounded: the day where nothing is spread
  bool operator==(const DayRange&) const = default;
};

/// Intervals below are not spread: a day more or less would be much of them.
constexpr Days kShortestSpread{2.5};

/// The days around `interval`: 1 day before and after, and 15 % of what lies between 2.5 and 7 days, 10 % of what lies between
/// 7 and 20, 5 % of what lies beyond. Never before `least` (nor before 2 where it is spread), never after `longest`, which
/// has the last word. `least` 0 lets an interval below half a day be today. NaN counts as `least`.
DayRange fuzz_range(Days interval, int longest, int least = 1);

/// How much of a usual day's load each weekday is to get: 1 all of it, 0.5 half, 0 none if it can be helped.
/// What is negative or NaN counts as 0; seven zeros count as seven ones.
struct EasyDays {
  std::array<double, 7> weights{1, 1, 1, 1, 1, 1, 1};  ///< Monday first
  int today = 0;                                       ///< today's weekday, 0 (Monday) to 6
};

enum class Balance {
  on,
  off,  ///< every review on its plain day, whatever else is due then and whichever weekday it is
};

/// The day of the range with the least to do, its load measured by its weight; where several have as little, `u`
/// (0 to less than 1) chooses evenly among them. A weekday of weight 0 is taken only if the range has no other.
/// `due_counts`: how many reviews are due so many days from today; nothing is due beyond its end.
/// The same arguments give the same day.
int choose_day(const DayRange& range, std::span<const int> due_counts, const EasyDays& easy_days, double u,
               Balance balance = Balance::on);

}  // namespace memory
