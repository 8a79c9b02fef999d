#include "reviews/forecast.h"

#include <algorithm>

#include "reviews/schedule.h"

namespace reviews {

Forecast forecast(const Reviews& reviews, base::TimePoint now, std::chrono::minutes utc_offset, int days) {
  Forecast forecast;
  forecast.by_day.assign(static_cast<std::size_t>(std::max(0, days)), 0);
  const std::chrono::sys_days today = study_day(now, utc_offset);
  for (const Card& card : reviews.cards()) {
    if (!in_memory(card)) continue;
    const auto ahead = (study_day(std::max(card.due, card.buried), utc_offset) - today).count();
    if (ahead < 0)
      ++forecast.overdue;
    else if (ahead < days)
      ++forecast.by_day[static_cast<std::size_t>(ahead)];
    else
      ++forecast.later;
  }
  return forecast;
}

}  // namespace reviews
