#include "store/iso_time.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace store {
namespace {

using namespace std::chrono;

constexpr std::int64_t day_ms = 86'400'000;
constexpr std::int64_t first_ms = sys_days(year(0) / 1 / 1).time_since_epoch().count() * day_ms;
constexpr std::int64_t last_ms = sys_days(year(9999) / 12 / 31).time_since_epoch().count() * day_ms + day_ms - 1;

/// The number at a fixed place, or -1 where there is something else than digits.
int digits(std::string_view text, std::size_t at, std::size_t count) {
  int value = 0;
  for (const char c : text.substr(at, count)) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::string iso_of(std::int64_t ms) {
  const sys_time<milliseconds> at{milliseconds(std::clamp(ms, first_ms, last_ms))};
  const auto day = floor<days>(at);
  const year_month_day date(day);
  const hh_mm_ss time(at - day);
  char text[64];
  std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", int(date.year()), unsigned(date.month()),
                unsigned(date.day()), static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                static_cast<int>(time.seconds().count()), static_cast<int>(time.subseconds().count()));
  return text;
}

std::optional<std::int64_t> ms_of(std::string_view iso) {
  constexpr std::string_view form = "0000-00-00T00:00:00.000Z";
  if (iso.size() != form.size()) return std::nullopt;
  for (std::size_t i = 0; i < form.size(); ++i) {
    const bool digit = iso[i] >= '0' && iso[i] <= '9';
    if (form[i] == '0' ? !digit : iso[i] != form[i]) return std::nullopt;
  }
  const year_month_day date(year(digits(iso, 0, 4)), month(static_cast<unsigned>(digits(iso, 5, 2))),
                            day(static_cast<unsigned>(digits(iso, 8, 2))));
  const int hour = digits(iso, 11, 2), minute = digits(iso, 14, 2), second = digits(iso, 17, 2);
  if (!date.ok() || hour > 23 || minute > 59 || second > 59) return std::nullopt;
  return sys_days(date).time_since_epoch().count() * day_ms + ((hour * 60 + minute) * 60 + second) * 1000LL +
         digits(iso, 20, 3);
}

}  // namespace store
