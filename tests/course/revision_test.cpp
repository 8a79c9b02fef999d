#include "course/revision.h"

#include <fstream>

#include "course/load.h"
#include "support/temporary_folder.h"
#include "support/test.h"

namespace revision_test {
namespace {

using course::Revised;

course::Course course_with(const std::string& steps) {
  const test::TemporaryFolder folder;
  std::filesystem::create_directories(folder.path() / "lessons");
  std::ofstream(folder.path() / "course.yaml")
      << "title: Tea\nlanguages: [en]\nmodules:\n  - {id: leaf, title: Leaf, lessons: [first]}\n";
  std::ofstream(folder.path() / "lessons/first.yaml") << "title: First\nsteps:\n  - text: Tea.\n" << steps;
  const course::Loaded loaded = course::load(folder.path());
  REQUIRE(loaded.course != nullptr);
  REQUIRE(loaded.course->lessons.size() == 1);
  return *loaded.course;
}

std::string number(const char* id, const char* ask, int is) {
  return std::string("  - ask: ") + ask + "\n    id: " + id + "\n    number: " + std::to_string(is) +
         "\n    explain: So.\n";
}

}  // namespace

TEST_CASE("what an edit does to each question") {
  const auto before =
      course_with(number("heat", "How hot is the water?", 65) + number("time", "How long does it steep?", 3) +
                  number("kinds", "How many kinds of tea are there?", 6) + number("gone", "How old is the cup?", 9));
  const auto after =
      course_with(number("heat", "How hot is the water?", 70) + number("time", "How long does tea steep?", 3) +
                  number("sorts", "How many kinds of true tea are there?", 6) +
                  "  - ask: Do you like it?\n    id: liking\n    scale: {from: 1, to: 5, low: No, high: Yes}\n");
  const auto all = course::revised(before, after);
  REQUIRE(all.size() == 5);
  CHECK(all[0].what == Revised::What::key);
  CHECK(all[0].question.str() == "heat");
  CHECK(all[0].lesson.str() == "first");
  CHECK(all[1].what == Revised::What::text);
  CHECK(all[1].question.str() == "time");
  CHECK(all[2].what == Revised::What::added);
  CHECK(all[2].question.str() == "sorts");
  std::map<std::string, std::string> removed;
  for (const Revised& each : all)
    if (each.what == Revised::What::removed) removed[each.question.str()] = each.like.str();
  CHECK(removed == std::map<std::string, std::string>{{"gone", ""}, {"kinds", "sorts"}});
  CHECK(course::revised(before, before).empty());
}

}  // namespace revision_test
