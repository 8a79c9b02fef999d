#include "store/row.h"

#include <algorithm>

#include "base/random.h"

namespace store {
namespace {

class Checksum {
 public:
  void add(std::int64_t number) {
    char bytes[8];
    for (int i = 0; i < 8; ++i) bytes[i] = static_cast<char>(static_cast<std::uint64_t>(number) >> (8 * i));
    sum_ = base::seed_of(bytes, sizeof bytes, sum_);
  }
  void add(std::string_view text) {
    add(static_cast<std::int64_t>(text.size()));
    sum_ = base::seed_of(text.data(), text.size(), sum_);
  }
  std::int64_t value() const { return static_cast<std::int64_t>(sum_); }

 private:
  std::uint64_t sum_ = base::seed_of("", 0);
};

}  // namespace

std::int64_t checksum_of(const Row& row) {
  Checksum sum;
  sum.add("events");
  for (const std::int64_t number : {row.number, row.at, row.clock, row.utc_offset}) sum.add(number);
  for (const std::string* text : {&row.course, &row.lesson, &row.event, &row.what}) sum.add(*text);
  return sum.value();
}

std::int64_t checksum_of(std::string_view table, std::string_view name, std::string_view value) {
  Checksum sum;
  for (const std::string_view text : {table, name, value}) sum.add(text);
  return sum.value();
}

std::optional<learner::Event> event_of(const Row& row) {
  auto what = learner::what_from_json(row.event, row.what);
  if (!what) return std::nullopt;
  learner::Event event;
  event.number = row.number;
  event.at = base::TimePoint(base::Duration(row.at));
  event.utc_offset = std::chrono::minutes(std::clamp<std::int64_t>(row.utc_offset, -24 * 60, 24 * 60));
  event.course = course::CourseId(row.course);
  event.lesson = course::LessonId(row.lesson);
  event.what = std::move(*what);
  return event;
}

}  // namespace store
