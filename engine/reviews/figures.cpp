#include "reviews/figures.h"

#include <algorithm>
#include <cmath>

namespace reviews {

Recalled recalled(const Reviews& reviews, std::span<const double> recall) {
  Recalled all;
  double sum = 0;
  for (CardIndex i = 0; i < reviews.size() && i < recall.size(); ++i) {
    if (!in_memory(reviews.card(i))) continue;
    sum += recall[i];
    ++all.questions;
  }
  if (all.questions > 0) all.mean = sum / all.questions;
  return all;
}

KnownLong known_long(const Reviews& reviews, double retention) {
  std::vector<State> states;
  states.reserve(reviews.size());
  for (const Card& card : reviews.cards()) {
    if (in_memory(card)) states.push_back(card.state);
  }
  const std::vector<double> days(states.size(), static_cast<double>(kLong.count()));
  KnownLong long_known{0, static_cast<int>(states.size())};
  for (const double then : reviews.model().recall(states, days)) long_known.known += then > retention;
  return long_known;
}

std::vector<StudyDay> study_days(const Log& log, const std::map<std::chrono::sys_days, int>& days,
                                 std::chrono::sys_days today, std::chrono::minutes utc_offset, int weeks) {
  const auto since_monday = std::chrono::weekday(today) - std::chrono::Monday;
  const std::chrono::sys_days first = today - since_monday - std::chrono::weeks(std::max(1, weeks) - 1);
  std::vector<StudyDay> all;
  for (std::chrono::sys_days day = first; day <= today; day += std::chrono::days(1)) {
    const auto found = days.find(day);
    all.push_back({day, base::Duration(0), found == days.end() ? 0 : found->second});
  }
  const base::TimePoint begin = base::TimePoint(first) - utc_offset;
  for (std::size_t i = 0; i < log.size(); ++i) {
    const base::Duration since = base::Duration(log.at[i]) - begin.time_since_epoch();
    if (since.count() < 0 || log.card[i] == kNone) continue;
    const auto day = static_cast<std::size_t>(std::chrono::floor<std::chrono::days>(since).count());
    if (day < all.size()) all[day].took += base::Duration(log.took[i]);
  }
  return all;
}

StudyWeek study_week(std::span<const StudyDay> days) {
  constexpr std::size_t kWeek = 7;
  StudyWeek week;
  for (const StudyDay& day : days.last(std::min(days.size(), kWeek))) {
    week.took += day.took;
    week.days += day.studied();
  }
  return week;
}

int darkness(const StudyDay& day, base::Duration longest) {
  if (!day.studied()) return 0;
  if (longest.count() <= 0) return 1;
  const double share = static_cast<double>(day.took.count()) / static_cast<double>(longest.count());
  return std::clamp(static_cast<int>(std::ceil(share * 3)), 1, 3);
}

}  // namespace reviews
