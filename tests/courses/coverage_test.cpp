// The course asks about all that it teaches. docs/coverage.md is the table; RESONANCE_WRITE_EXPECTED=1 writes it anew.

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "course/load.h"
#include "courses/coverage.h"
#include "support/test.h"

namespace coverage_test {
namespace {

namespace fs = std::filesystem;

const fs::path kMap = test::source_dir() / "tests/courses/digital-revolution.yaml";
const fs::path kTable = test::source_dir() / "docs/coverage.md";
const char* const kHead =
    "# What the course asks\n\nMade by `test_courses` from the course and from "
    "`tests/courses/digital-revolution.yaml`; "
    "[courses.md](courses.md) says how to read it.\n\n";

course::Course course_of(const char* folder, const std::string& language) {
  course::LoadOptions options;
  options.language = language;
  const course::Loaded loaded = course::load(test::source_dir() / "courses" / folder, options);
  REQUIRE(loaded.course != nullptr);
  return *loaded.course;
}

course::Course digital_revolution(const std::string& language) { return course_of("digital-revolution", language); }

std::string lines(const std::vector<std::string>& all) {
  std::string text;
  for (const std::string& line : all) text += line + "\n";
  return text;
}

bool has(const std::vector<std::string>& found, const std::string& part) {
  return std::any_of(found.begin(), found.end(),
                     [&](const std::string& line) { return line.find(part) != std::string::npos; });
}

}  // namespace

TEST_CASE("every concept is asked about in three ways and again later, every objective and misconception is met") {
  const course::Course course = digital_revolution("en");
  const auto facts = coverage::read_facts(test::source_dir() / "docs/facts.md");
  CHECK(facts.size() > 100);
  const coverage::Map map = coverage::read_map(kMap);
  const auto found = coverage::gaps(course, map, facts);
  INFO(lines(found));
  CHECK(found.empty());

  const std::string table = kHead + coverage::table(course, map);
  if (std::getenv("RESONANCE_WRITE_EXPECTED") != nullptr) std::ofstream(kTable, std::ios::binary) << table;
  CHECK(test::read(kTable) == table);
}

TEST_CASE("the course has the size it promises, in both languages") {
  for (const char* language : {"en", "fr"}) {
    const course::Course course = digital_revolution(language);
    std::size_t variants = 0, predictions = 0, explorables = 0;
    std::set<std::string> kinds;
    const auto all = coverage::questions(course);
    for (const auto& [id, question] : all) {
      kinds.insert(course::kind_name(question->kind));
      variants += question->variants != nullptr;
      predictions += std::holds_alternative<course::Predict>(question->kind);
      INFO(id);
      CHECK((!question->explain.empty() || std::holds_alternative<course::Scale>(question->kind)));
    }
    for (const course::Module& module : course.modules) {
      INFO(module.id.str());
      CHECK(module.lessons.size() >= 3);
      CHECK(module.lessons.size() <= 4);
    }
    for (const course::Lesson& lesson : course.lessons) {
      for (const course::Step& step : lesson.steps)
        explorables += std::holds_alternative<course::Explore>(step.content);
      INFO(lesson.id.str());
      CHECK(lesson.minutes >= 8);
      CHECK(lesson.minutes <= 15);
    }
    CHECK(course.lessons.size() >= 24);
    CHECK(course.lessons.size() <= 32);
    CHECK(all.size() >= 300);
    CHECK(variants >= 60);
    CHECK(predictions >= 8);
    CHECK(explorables >= 8);
    CHECK(kinds.size() == 12);
  }
}

TEST_CASE("a lesson of the short courses takes 8 to 15 minutes, too") {
  for (const char* folder : {"learning-that-lasts", "resonance-for-authors"}) {
    for (const course::Lesson& lesson : course_of(folder, "en").lessons) {
      INFO(lesson.id.str());
      CHECK(lesson.minutes >= 8);
      CHECK(lesson.minutes <= 15);
    }
  }
}

TEST_CASE("gaps in a map are found") {
  const course::Course course = digital_revolution("en");
  const auto facts = coverage::read_facts(test::source_dir() / "docs/facts.md");
  coverage::Map map = coverage::read_map(kMap);
  const auto whole = coverage::gaps(course, map, facts).size();

  coverage::ModuleMap& module = map.modules.begin()->second;
  module.objectives.front().met_by = {"nowhere"};
  module.misconceptions.front().choice = 99;
  map.facts.begin()->second.push_back("F99.9");
  const auto found = coverage::gaps(course, map, facts);
  CHECK(found.size() == whole + 4);
  CHECK(has(found, "met by a question that is not there: nowhere"));
  CHECK(has(found, "nothing asks at the level"));
  CHECK(has(found, "has no wrong answer 99"));
  CHECK(has(found, "F99.9"));
}

TEST_CASE("a concept that is asked once, in its own lesson, is a gap") {
  course::Course course = digital_revolution("en");
  const std::string about = course.concepts.front().id.str();
  bool one = false;
  for (course::Lesson& lesson : course.lessons) {
    std::erase_if(lesson.steps, [&](const course::Step& step) {
      const course::Question* question = step.question();
      const bool asks = question && std::any_of(question->concepts.begin(), question->concepts.end(),
                                                [&](const course::ConceptId& id) { return id.str() == about; });
      const bool keep = asks && !one && !question->pretest;
      one |= keep;
      return asks && !keep;
    });
  }
  const auto found = coverage::gaps(course, coverage::read_map(kMap), {});
  CHECK(has(found, about + " is asked 1 times, not three"));
  CHECK(has(found, about + " is asked only as "));
  CHECK(has(found, about + " is not asked again after its lesson"));
}

}  // namespace coverage_test
