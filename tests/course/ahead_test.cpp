#include "course/reading/ahead.h"

#include <array>
#include <atomic>
#include <string>

#include "support/test.h"

namespace ahead_test {

namespace {

course::ParsedLesson numbered(std::size_t index) {
  course::ParsedLesson lesson;
  lesson.file.source = course::SourceFile(std::to_string(index), "");
  return lesson;
}

}  // namespace

TEST_CASE("files come in their order, each parsed once, by however many threads") {
  for (const std::size_t count : {0, 1, 7, 8, 300}) {
    std::array<std::atomic<int>, 300> parsed{};
    course::ReadAhead ahead(count, [&](std::size_t index) {
      ++parsed[index];
      return numbered(index);
    });
    for (std::size_t i = 0; i < count; ++i) {
      REQUIRE(ahead.take().file.source.name() == std::to_string(i));
      REQUIRE(parsed[i] == 1);
    }
  }
}

TEST_CASE("files are parsed a bounded way ahead, and those nobody takes are left") {
  std::atomic<int> parsed = 0;
  {
    course::ReadAhead ahead(10'000, [&](std::size_t index) {
      ++parsed;
      return numbered(index);
    });
    for (std::size_t i = 0; i < 100; ++i) ahead.take();
  }
  CHECK(parsed >= 100);
  CHECK(parsed <= 140);
}

}  // namespace ahead_test
