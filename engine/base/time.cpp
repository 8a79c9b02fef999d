#include "base/time.h"

#include <ctime>

namespace base {

TimePoint SystemClock::now() const { return std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now()); }

std::chrono::minutes SystemClock::utc_offset(TimePoint at) const {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(at);
  std::tm local{};
  localtime_r(&seconds, &local);
  return std::chrono::minutes(local.tm_gmtoff / 60);
}

}  // namespace base
