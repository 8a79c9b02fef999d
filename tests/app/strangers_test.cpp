// Lessons written from the format page alone, by people who take it at its word: every block and kind in unusual but legal
// combinations. They load without an error, are drawn without an overlap, and can be answered.

#include <algorithm>

#include "app/walk.h"
#include "course/load.h"

namespace {

using test::Manner;
using test::Player;

std::filesystem::path strangers() { return test::source_dir() / "tests" / "data" / "strangers"; }

std::shared_ptr<const course::Course> course_in(const Player& player) {
  for (const auto& entry : player.model().shared.courses) {
    if (entry.course->folder == std::filesystem::canonical(strangers())) return entry.course;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("strangers' lessons load without an error, and are all there") {
  for (const base::Diagnostic& finding : course::check(strangers())) {
    if (finding.severity == base::Severity::warning) continue;
    FAIL_CHECK(finding.file << ":" << finding.span.line << ": " << base::in_words(finding.message));
  }
  const course::Loaded loaded = course::load(strangers());
  REQUIRE(loaded.course != nullptr);
  CHECK(loaded.course->lessons.size() == 6);
  std::set<std::size_t> kinds;
  for (const course::Lesson& lesson : loaded.course->lessons) {
    for (const course::Step& step : lesson.steps) {
      if (step.question() != nullptr) kinds.insert(step.question()->kind.index());
    }
  }
  CHECK(kinds.size() >= 9);
}

TEST_CASE("strangers' lessons are drawn without overlaps and can be answered, wrong, right and not known") {
  struct Setting {
    ui::Vec size;
    float scale = 1;
    Manner manner = Manner::right;
  };
  for (const Setting& setting : {Setting{{1280, 800}, 1, Manner::wrong}, Setting{{1280, 800}, 1, Manner::right},
                                 Setting{{800, 600}, 1.5f, Manner::wrong}, Setting{{800, 600}, 1, Manner::unknown}}) {
    INFO(setting.size.x << " x" << setting.scale << ", manner " << static_cast<int>(setting.manner));
    Player player("en", setting.size, setting.scale, {strangers()});
    test::begin_as_anna(player);
    const auto course = course_in(player);
    REQUIRE(course != nullptr);
    for (const course::Lesson& lesson : course->lessons)
      test::study_lesson(player, course->id, lesson.id, setting.manner);
    player.go({screens::ScreenName::course, course->id, {}, {}});
    test::check_texts(player, "course");
  }
}
