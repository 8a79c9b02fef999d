#pragma once
// Time as a parameter: whoever needs to know the time is given a Clock.

#include <chrono>

namespace base {

/// Milliseconds since 1970-01-01 UTC.
using TimePoint = std::chrono::sys_time<std::chrono::milliseconds>;
using Duration = std::chrono::milliseconds;

class Clock {
 public:
  virtual ~Clock() = default;
  virtual TimePoint now() const = 0;
  /// How far local time is ahead of UTC at `at`.
  virtual std::chrono::minutes utc_offset(TimePoint at) const = 0;
};

/// The machine's clock and time zone.
class SystemClock final : public Clock {
 public:
  TimePoint now() const override;
  std::chrono::minutes utc_offset(TimePoint at) const override;
};

/// A clock for tests: it shows what it was set to.
class FakeClock final : public Clock {
 public:
  explicit FakeClock(TimePoint start = TimePoint{}) : now_(start) {}
  TimePoint now() const override { return now_; }
  std::chrono::minutes utc_offset(TimePoint) const override { return offset_; }
  void set(TimePoint now) { now_ = now; }
  void advance(Duration by) { now_ += by; }
  void set_offset(std::chrono::minutes offset) { offset_ = offset; }

 private:
  TimePoint now_;
  std::chrono::minutes offset_{0};
};

}  // namespace base
