#include "screens/quiz_timer.h"

#include <algorithm>
#include <charconv>

namespace screens::quiz {
namespace {

using namespace std::chrono_literals;

constexpr base::Duration kMinute = 60s;
constexpr int kAnnounced[] = {5, 1};

bool take(std::string_view& text, std::string_view expected) {
  if (!text.starts_with(expected)) return false;
  text.remove_prefix(expected.size());
  return true;
}

bool take(std::string_view& text, std::string_view key, std::int64_t& number) {
  if (!take(text, key)) return false;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || number < 0) return false;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return true;
}

}  // namespace

void Timer::advance(base::TimePoint now) {
  const base::Duration before = left();
  elapsed += std::max(base::Duration{0}, now - as_of);
  as_of = now;
  if (!limited()) return;
  for (const int minutes : kAnnounced) {
    // What is reached by the beginning of the quiz is no news.
    if (limit > minutes * kMinute && before > minutes * kMinute && left() <= minutes * kMinute) told = minutes;
  }
}

base::Duration Timer::left() const { return std::max(base::Duration{0}, limit - elapsed); }

std::optional<base::TimePoint> Timer::next_change() const {
  if (!limited()) return std::nullopt;
  const base::Duration rest = left();
  if (rest == base::Duration{0}) return as_of;
  if (hidden) {
    for (const int minutes : kAnnounced) {
      if (rest > minutes * kMinute) return as_of + (rest - minutes * kMinute);
    }
    return as_of + rest;
  }
  const base::Duration unit = rest > kMinute ? kMinute : base::Duration{1s};
  const base::Duration past = rest % unit;
  return as_of + (past == base::Duration{0} ? unit : past);
}

std::string to_json(const Bookmark& bookmark) {
  return "{\"run\":" + std::to_string(bookmark.run) + ",\"at\":" + std::to_string(bookmark.at) +
         ",\"elapsed\":" + std::to_string(bookmark.elapsed.count()) +
         ",\"as-of\":" + std::to_string(bookmark.as_of.time_since_epoch().count()) +
         ",\"hidden\":" + (bookmark.hidden ? "1}" : "0}");
}

std::optional<Bookmark> bookmark_from_json(std::string_view json) {
  std::int64_t run = 0, at = 0, elapsed = 0, as_of = 0, hidden = 0;
  const bool read = take(json, "{\"run\":", run) && take(json, ",\"at\":", at) &&
                    take(json, ",\"elapsed\":", elapsed) && take(json, ",\"as-of\":", as_of) &&
                    take(json, ",\"hidden\":", hidden) && json == "}";
  constexpr std::int64_t century = std::int64_t{1000} * 60 * 60 * 24 * 36525;
  if (!read || run < 1 || run > INT32_MAX || at > 1'000'000 || elapsed > century || as_of > 100 * century || hidden > 1)
    return std::nullopt;
  return Bookmark{static_cast<int>(run), static_cast<std::size_t>(at), base::Duration(elapsed),
                  base::TimePoint(base::Duration(as_of)), hidden == 1};
}

}  // namespace screens::quiz
