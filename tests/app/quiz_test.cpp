// Quizzes in the whole program: by mouse, by the keyboard alone, through a crash, and in every setting.

#include "app/player.h"
#include "app/walk.h"
#include "course/draw.h"
#include "grading/grade.h"

namespace {

using screens::ScreenName;
using screens::quiz::Page;
using test::Player;
using ui::Key;
namespace quiz = screens::quiz;

const course::CourseId kTea("tea-quizzes");

/// Léa, with the course of quizzes on her machine.
void begin_with_quizzes(Player& player) {
  std::filesystem::create_directories(player.data_dir() / "courses");
  std::filesystem::copy(test::source_dir() / "tests" / "data" / "courses" / "quizzes",
                        player.data_dir() / "courses" / "quizzes", std::filesystem::copy_options::recursive);
  player.type("Léa");
  player.press(Key::enter);
  player.open();
}

void go(Player& player, const char* id) {
  player.go({ScreenName::quiz, kTea, {}, {}, course::QuizId(id)});
  REQUIRE(std::holds_alternative<quiz::State>(player.model().screen));
}

const quiz::State& state(const Player& player) { return std::get<quiz::State>(player.model().screen); }

void fill_in(Player& player, std::size_t index) {
  const quiz::Item& item = state(player).items[index];
  player.apply(quiz::Action{quiz::Edit{index, grading::right_response(item.question)}});
}

std::string page(const char* id, const char* rest) { return std::string(id) + rest; }

TEST_CASE("by the keyboard alone: a quiz is found, begun, answered, flagged, handed in and gone through") {
  Player player;
  begin_with_quizzes(player);
  player.press({.key = Key::k, .ctrl = true});
  player.type("what you know about");
  player.press(Key::enter);
  REQUIRE(player.model().place.quiz == course::QuizId("exam"));
  player.press(Key::enter);
  REQUIRE(state(player).page == Page::running);
  player.press(Key::d1);
  CHECK(state(player).items[0].touched);
  player.press(Key::f);
  CHECK(state(player).items[0].flagged);
  player.press(Key::enter);
  CHECK(state(player).at == 1);
  player.press({.key = Key::left, .alt = true});
  CHECK(state(player).at == 0);
  player.press(Key::f);
  CHECK_FALSE(state(player).items[0].flagged);
  for (int guard = 0; guard < 12 && state(player).at + 1 < state(player).items.size(); ++guard)
    player.press({.key = Key::right, .alt = true});
  player.press(Key::enter);
  REQUIRE(state(player).asking == quiz::Asking::hand_in);
  player.press(Key::enter);
  REQUIRE(state(player).page == Page::result);
  player.press(Key::enter);
  REQUIRE(state(player).page == Page::review);
  for (int guard = 0; guard < 12 && state(player).page == Page::review; ++guard) player.press(Key::enter);
  CHECK(state(player).page == Page::result);
  player.press(Key::escape);
  CHECK(player.model().place.screen != ScreenName::quiz);
}

TEST_CASE("by mouse: practice is answered with feedback at once, and the result leads to the lesson") {
  Player player;
  begin_with_quizzes(player);
  go(player, "practice");
  const std::string name = "page-8" + kTea.str() + "." + "practice.";
  REQUIRE(player.click(name + "0/begin"));
  REQUIRE(state(player).page == Page::running);
  for (int guard = 0; guard < 40 && state(player).page == Page::running; ++guard) {
    const quiz::State& now = state(player);
    if (now.items[now.at].answer.phase == screens::QuestionState::Phase::answering) fill_in(player, now.at);
    if (now.items[now.at].answer.phase == screens::QuestionState::Phase::marking)
      player.apply(quiz::Action{quiz::Edit{now.at, grading::right_response(now.items[now.at].question)}});
    REQUIRE(player.click(name + "1." + std::to_string(now.at) + "/main"));
  }
  REQUIRE(state(player).page == Page::result);
  const auto* known = quiz::record_of(state(player), player.model().shared);
  REQUIRE(known != nullptr);
  CHECK(learner::score(known->record.back().finish).share() == 1);
  REQUIRE(player.click(name + "3/oxidation/lesson-oxidation"));
  CHECK(player.model().place.lesson == course::LessonId("oxidation"));
}

TEST_CASE("killed in the middle, a quiz goes on where it was, with what was typed") {
  Player player;
  begin_with_quizzes(player);
  go(player, "exam");
  player.press(Key::enter);
  player.press(Key::d2);
  player.press(Key::enter);
  player.type("oxi");
  player.pass(std::chrono::milliseconds(500));
  const quiz::State before = state(player);
  player.open();
  go(player, "exam");
  const quiz::State& after = state(player);
  CHECK(after.page == Page::running);
  CHECK(after.at == 1);
  CHECK(after.items[0].answer.response == before.items[0].answer.response);
  CHECK(after.items[1].answer.response == before.items[1].answer.response);
  CHECK(after.timer.left() <= before.timer.left());
}

TEST_CASE("the time is told in words and hands in by itself while nobody does anything") {
  Player player;
  begin_with_quizzes(player);
  go(player, "exam");
  player.press(Key::enter);
  CHECK(player.robot().shows("12 minutes left"));
  player.pass(std::chrono::minutes(7));
  CHECK(player.robot().shows("5 minutes left."));
  player.pass(std::chrono::minutes(5));
  CHECK(state(player).page == Page::result);
  CHECK(player.robot().shows("Handed in when the time was up."));
}

TEST_CASE("quiz me stands on the summary, the modules and the concepts of a course") {
  Player player;
  begin_with_quizzes(player);
  player.go({ScreenName::course, kTea, {}, {}});
  CHECK(player.robot().shows("Quiz me on this module"));
  CHECK(player.robot().shows("What you know about tea"));
  player.go({ScreenName::course, kTea, {}, course::ConceptId("oxidation")});
  CHECK(player.robot().shows("Quiz me"));
  player.go({ScreenName::quiz, kTea, {}, {}, course::quiz_me(course::ConceptId("oxidation"))});
  CHECK(player.robot().shows("Quiz me: Oxidation"));
  player.press(Key::enter);
  CHECK(state(player).items.size() == 4);
}

void walk(Player& player, const char* id) {
  using test::check_texts;
  go(player, id);
  check_texts(player, page(id, ": start"));
  player.apply(quiz::Action{quiz::Begin{}});
  const std::size_t count = state(player).items.size();
  for (std::size_t i = 0; i < count; ++i) {
    player.apply(quiz::Action{quiz::Show{i}});
    check_texts(player, page(id, ": fresh ") + std::to_string(i));
    if (i % 3 == 2) {
      player.apply(quiz::Action{quiz::GiveUp{i}});
    } else {
      fill_in(player, i);
      player.apply(quiz::Action{quiz::Flag{i}});
    }
    check_texts(player, page(id, ": filled in ") + std::to_string(i));
    player.apply(quiz::Action{quiz::Check{i}});
    check_texts(player, page(id, ": checked ") + std::to_string(i));
  }
  player.apply(quiz::Action{quiz::HandIn{}});
  check_texts(player, page(id, ": asks"));
  player.apply(quiz::Action{quiz::HandIn{true}});
  if (state(player).page == Page::marking) check_texts(player, page(id, ": rubrics"));
  player.apply(quiz::Action{quiz::HandIn{true}});
  REQUIRE(state(player).page == Page::result);
  check_texts(player, page(id, ": result"));
  for (std::size_t i = 0; i < count; ++i) {
    player.apply(quiz::Action{quiz::Review{i}});
    check_texts(player, page(id, ": review ") + std::to_string(i));
  }
  player.apply(quiz::Action{quiz::ShowResult{0}});
  player.apply(quiz::Action{quiz::ShowStart{}});
  check_texts(player, page(id, ": record"));
}

TEST_CASE("no text of a quiz overlaps another or is cut, in any setting") {
  for (const test::Setting& setting : test::kSettings) {
    INFO(setting.language << " " << setting.size.x << " x" << setting.scale);
    Player player(setting.language, setting.size, setting.scale);
    begin_with_quizzes(player);
    walk(player, "exam");
    walk(player, "page");
    walk(player, "practice");
    player.go({ScreenName::course, kTea, {}, {}});
    test::check_texts(player, "course");
  }
}

}  // namespace
