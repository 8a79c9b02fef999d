#pragma once
// What comes back in the next days.

#include <chrono>
#include <vector>

#include "reviews/reviews.h"

namespace reviews {

/// By the due dates as they were told. Questions that come back more than once within the time are counted once, and what will
/// be learned anew is not known: it is what is due already, no simulation.
struct Forecast {
  int overdue = 0;          ///< due before today's day of study began, and not put off
  std::vector<int> by_day;  ///< by day of study, today first
  int later = 0;            ///< due after those
  bool operator==(const Forecast&) const = default;
};

constexpr int kForecastDays = 30;

Forecast forecast(const Reviews& reviews, base::TimePoint now, std::chrono::minutes utc_offset,
                  int days = kForecastDays);

}  // namespace reviews
