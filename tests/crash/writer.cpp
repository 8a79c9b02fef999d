// Appends to a log and prints the number of each event once it is acknowledged, until it is killed.
// Usage: crash_writer FILE

#include <unistd.h>

#include <cstdio>
#include <string>

#include "store/event_log.h"

namespace {

/// Sizes from a few bytes to several pages, so that commits of one page and of many are hit.
learner::What answer(std::int64_t number) {
  learner::Answered what;
  what.question = course::QuestionId("q" + std::to_string(number));
  what.response = R"({"typed":")" + std::string(static_cast<std::size_t>(number * 977 % 9000), 'a') + "\"}";
  what.last = true;
  what.comes_back = learner::Return{};
  return what;
}

/// In turn an answer, what is foretold of the question when it comes back, and the answer then.
learner::What event_of(std::int64_t number) {
  const std::int64_t first = number - number % 3;
  const course::QuestionId question("q" + std::to_string(first));
  if (number == first) return answer(first);
  if (number == first + 1) return learner::Foretold{question, 0.5, static_cast<std::uint64_t>(number)};
  learner::Reviewed what;
  what.question = question;
  return what;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  const base::SystemClock clock;
  const auto log = store::EventLog::open(arguments[1], clock);
  if (!log) {
    std::fprintf(stderr, "%s\n", log.error().detail.c_str());
    return 1;
  }
  for (std::int64_t next = 0;; ++next) {
    const auto event =
        (*log)->append(course::CourseId("tea"), course::LessonId(next % 3 == 0 ? "leaf" : ""), event_of(next));
    if (!event) {
      std::fprintf(stderr, "%s\n", event.error().detail.c_str());
      return 1;
    }
    const std::string line = std::to_string(event->number) + "\n";
    if (::write(STDOUT_FILENO, line.data(), line.size()) < 0) return 1;
  }
}
