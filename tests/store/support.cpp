#include "store/support.h"

#include <fstream>
#include <iterator>

namespace test {

learner::What answer(int number, std::size_t size) {
  learner::Answered what;
  what.question = course::QuestionId("q" + std::to_string(number));
  what.response = R"({"typed":")" + std::string(size, static_cast<char>('a' + number % 26)) + "\"}";
  what.credit = what.earned = 1;
  what.last = true;
  return what;
}

base::Result<learner::Event> append(store::EventLog& log, int number, std::size_t size) {
  return log.append(course::CourseId("tea"), course::LessonId("leaf"), answer(number, size));
}

std::unique_ptr<store::EventLog> LogFolder::open() {
  auto log = try_open();
  if (!log) FAIL(log.error().detail);
  return std::move(*log);
}

void LogFolder::fill(int count, std::size_t size) {
  const auto log = open();
  for (int i = 0; i < count; ++i) {
    clock.advance(std::chrono::minutes(1));
    const auto event = append(*log, i, size);
    if (!event) FAIL(event.error().detail);
  }
}

std::string describe(const learner::Event& event) {
  return std::to_string(event.number) + " " + std::to_string(event.at.time_since_epoch().count()) + " " +
         std::to_string(event.utc_offset.count()) + " " + event.course.str() + "/" + event.lesson.str() + " " +
         learner::name_of(event.what) + " " + learner::to_json(event.what);
}

std::vector<std::string> events_of(const store::EventLog& log, store::EventLog::ReadStats* stats) {
  std::vector<std::string> events;
  const auto read = log.read(0, [&](const learner::Event& event) { events.push_back(describe(event)); });
  if (!read) FAIL(read.error().detail);
  if (stats != nullptr) *stats = *read;
  return events;
}

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write_bytes(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

}  // namespace test
