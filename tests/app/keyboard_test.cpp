// A newcomer's first minutes with the keyboard alone.

#include "app/player.h"
#include "grading/grade.h"

namespace {

using test::Player;
using ui::Key;

/// Types a name and begins: what everybody does first.
void begin(Player& player) {
  player.type("Léa");
  player.press(Key::enter);
  player.wait_for_courses();
}

/// Enter until a question is on screen.
const course::Step* to_question(Player& player) {
  for (int i = 0; i < 30 && player.in_lesson(); ++i) {
    if (const course::Step* open = screens::lesson::open_question(player.lesson())) return open;
    player.press(Key::enter);
  }
  return nullptr;
}

TEST_CASE("a name and Enter lead from the first start into a first lesson") {
  Player player;
  REQUIRE(player.model().place.screen == screens::ScreenName::first_start);
  begin(player);
  REQUIRE(player.in_lesson());
  CHECK(player.model().shared.profile.name == "Léa");
  CHECK(player.lesson().frontier == 0);
}

TEST_CASE("a digit chooses, Enter checks, and what was answered is there after a crash") {
  Player player;
  begin(player);
  const course::Step* step = to_question(player);
  REQUIRE(step != nullptr);
  REQUIRE(std::holds_alternative<course::Choices>(step->question()->kind));
  const course::StepId id = step->id;
  player.press(Key::d1);
  CHECK(std::get<grading::ChoicesResponse>(player.lesson().questions.at(id).response).picked.size() == 1);
  player.press(Key::enter);
  const auto answered = player.lesson().questions.at(id);
  CHECK(answered.attempt == 1);
  const auto frontier = player.lesson().frontier;
  const auto place = player.model().place;

  player.open();  // as after kill -9: the old program was told nothing
  CHECK(player.model().place.screen == screens::ScreenName::today);
  player.go(place);
  REQUIRE(player.in_lesson());
  CHECK(player.lesson().frontier == frontier);
  CHECK(player.lesson().questions.at(id).phase == answered.phase);
  CHECK(player.lesson().questions.at(id).response == answered.response);
}

TEST_CASE("Escape leads back to where one came from, Ctrl+K finds a lesson by its letters") {
  Player player;
  begin(player);
  player.press({.key = Key::k, .ctrl = true});
  REQUIRE(player.model().overlay == screens::Overlay::find);
  player.type("solomo");
  player.press(Key::enter);
  REQUIRE(player.model().place.lesson == course::LessonId("solomo"));
  player.press(Key::escape);
  player.press(Key::escape);
  CHECK(player.model().place.screen == screens::ScreenName::today);
}

TEST_CASE("every lesson of the course can be finished with Enter and right answers") {
  Player player;
  begin(player);
  for (const auto& entry : player.model().shared.courses) {
    const auto course = entry.course;
    for (const course::Lesson& each : course->lessons) {
      INFO(each.id.str());
      player.go({screens::ScreenName::lesson, course->id, each.id, {}});
      REQUIRE(player.in_lesson());
      for (int guard = 0; guard < 200 && player.in_lesson(); ++guard) {
        const course::Step* open = screens::lesson::open_question(player.lesson());
        using Phase = screens::QuestionState::Phase;
        const Phase phase = open ? player.lesson().questions.at(open->id).phase : Phase::done;
        if (phase == Phase::answering || phase == Phase::marking) {
          const course::StepId id = open->id;
          player.apply(screens::lesson::Action{screens::lesson::SetCertainty{id, learner::Certainty::certain}});
          const course::Question& asked = screens::as_asked(*open->question(), player.lesson().questions.at(id));
          player.apply(screens::lesson::Action{screens::lesson::Edit{id, grading::right_response(asked)}});
        }
        const bool writing =
            open && phase == Phase::answering && std::holds_alternative<course::Open>(open->question()->kind);
        player.press({.key = Key::enter, .ctrl = writing});
      }
      CHECK(player.model().place.screen == screens::ScreenName::summary);
      const auto* progress = player.model().shared.progress.lesson(course->id, each.id);
      REQUIRE(progress != nullptr);
      CHECK(progress->complete);
      const auto score = learner::score(each, *progress);
      CHECK(score.revisit.empty());
    }
  }
}

TEST_CASE("two windows of one person: what one has answered, the other knows when it is looked at again") {
  Player first;
  begin(first);
  const course::Step* step = to_question(first);
  REQUIRE(step != nullptr);
  const course::StepId id = step->id;
  const auto place = first.model().place;
  Player second(first);
  second.go(place);
  REQUIRE(second.in_lesson());
  first.press(Key::d1);
  first.press(Key::enter);
  REQUIRE(first.lesson().questions.at(id).attempt == 1);
  CHECK(second.lesson().questions.at(id).attempt == 0);
  second.apply(screens::Refresh{});
  CHECK(second.lesson().questions.at(id).attempt == 1);

  // Both write in turn without a look at the window between: nothing is lost or counted twice.
  second.press(Key::enter);
  first.press(Key::enter);
  first.apply(screens::Refresh{});
  second.apply(screens::Refresh{});
  CHECK(first.model().shared.progress.last_event() == second.model().shared.progress.last_event());
  CHECK(first.lesson().frontier == second.lesson().frontier);
}

}  // namespace
