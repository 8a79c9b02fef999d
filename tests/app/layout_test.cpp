// Every screen in every size, language and text scale: no text overlaps another or is cut.

#include "app/player.h"
#include "app/walk.h"
#include "grading/grade.h"

namespace {

using screens::ScreenName;
using test::check_texts;
using test::kSettings;
using test::Player;
using test::Setting;

void walk_lesson(Player& player, const course::CourseId& course, const course::LessonId& lesson) {
  player.go({ScreenName::lesson, course, lesson, {}});
  for (int guard = 0; guard < 200 && player.in_lesson(); ++guard) {
    const course::Step* open = screens::lesson::open_question(player.lesson());
    check_texts(player, lesson.str() + " at step " + std::to_string(screens::lesson::step_number(player.lesson())));
    if (open) {
      const course::StepId id = open->id;
      player.apply(screens::lesson::Action{screens::lesson::SetCertainty{id, learner::Certainty::fairly}});
      player.apply(screens::lesson::Action{screens::lesson::Edit{id, grading::right_response(*open->question())}});
      player.apply(screens::lesson::Action{screens::lesson::ShowHint{id}});
      check_texts(player, lesson.str() + ": " + id.str() + " filled in");
      player.apply(screens::lesson::Action{screens::lesson::GiveUp{id}});
      check_texts(player, lesson.str() + ": " + id.str() + " given up");
    }
    player.apply(screens::lesson::Action{screens::lesson::Continue{}});
  }
  check_texts(player, lesson.str() + ": summary");
}

TEST_CASE("no text overlaps another or is cut, on any screen") {
  for (const Setting& setting : kSettings) {
    std::string name = std::string(setting.language) + " " + std::to_string(static_cast<int>(setting.size.x)) + " x" +
                       std::to_string(setting.scale);
    INFO(name);
    Player player(setting.language, setting.size, setting.scale);
    check_texts(player, "first start");
    player.type("Léa");
    player.press(ui::Key::enter);
    player.wait_for_courses();
    const auto course = player.model().shared.courses.front().course;
    for (const course::Lesson& lesson : course->lessons) walk_lesson(player, course->id, lesson.id);
    player.go({ScreenName::today, {}, {}, {}});
    check_texts(player, "today");
    player.go({ScreenName::courses, {}, {}, {}});
    check_texts(player, "courses");
    player.go({ScreenName::course, course->id, {}, {}});
    check_texts(player, "course");
    player.go({ScreenName::course, course->id, {}, course->concepts.back().id});
    check_texts(player, "concepts");
    player.go({ScreenName::progress, {}, {}, {}});
    check_texts(player, "progress");
    player.press(ui::Key::t);
    check_texts(player, "progress in tables");
    player.go({ScreenName::settings, {}, {}, {}});
    check_texts(player, "settings");
    player.apply(screens::settings::Action{screens::settings::AskDelete{}});
    check_texts(player, "settings: delete");
    player.go({ScreenName::profiles, {}, {}, {}});
    check_texts(player, "profiles");
    player.apply(screens::ShowOverlay{screens::Overlay::find});
    check_texts(player, "find", true);
    player.apply(screens::ShowOverlay{screens::Overlay::keys});
    check_texts(player, "keys");
  }
}

}  // namespace
