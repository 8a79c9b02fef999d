// How sure one is, hints that wait, and not knowing, as one meets them on screen.

#include <memory>

#include "app/walk.h"

namespace {

using test::Player;
namespace lesson = screens::lesson;
using Act = screens::lesson::Action;

/// A lesson of one question, called “q”, in a course of its own.
struct OneQuestion {
  explicit OneQuestion(const std::string& question) {
    folder.write("one/course.yaml", "title: One\nid: one\nmodules: [{id: m, title: M, lessons: [only]}]\n");
    folder.write("one/lessons/only.yaml", "title: Only\nsteps:\n" + question);
    player_ = std::make_unique<Player>("en", ui::Vec{1280, 800}, 1.0f, std::vector{folder.path() / "one"});
    test::begin_as_anna(player());
    open();
  }
  void open() {
    player().go({screens::ScreenName::lesson, course::CourseId("one"), course::LessonId("only"), {}});
    REQUIRE(player().in_lesson());
  }
  Player& player() { return *player_; }
  const screens::QuestionState& answer() { return player().lesson().questions.at(course::StepId("q")); }
  bool shows(std::string_view words) { return player().robot().shows(words); }
  std::string focused() { return player().robot().focused(); }

  test::TemporaryFolder folder;

 private:
  std::unique_ptr<Player> player_;
};

constexpr const char* kChoices =
    "  - ask: Which?\n    id: q\n    sure: true\n    tries: 2\n    hints: [{after: 1, text: Not the second.}]\n"
    "    choices: [{right: One}, {wrong: Two, because: No.}, {wrong: Three, because: No.}]\n    shuffle: false\n"
    "    explain: So it is.\n";

}  // namespace

TEST_CASE("what is at stake is shown before one chooses, and told after it, by keyboard alone") {
  OneQuestion one(kChoices);
  CHECK(one.shows("right +1, wrong 0"));
  CHECK(one.shows("right +2, wrong −2"));
  CHECK(one.shows("right +3, wrong −6"));
  one.player().press(ui::Key::d2);
  one.player().press(ui::Key::enter);
  CHECK(one.answer().attempt == 0);  // first say how sure you are
  for (int i = 0; i < 20 && !one.focused().ends_with("sure-3"); ++i)
    one.player().press(one.focused().find("sure-") == std::string::npos ? ui::Key::tab : ui::Key::right);
  REQUIRE(one.focused().ends_with("sure-3"));
  one.player().press(ui::Key::space);
  CHECK(one.answer().certainty == learner::Certainty::certain);
  one.player().apply(Act{lesson::Continue{}});
  CHECK(one.answer().marks == -6.0);
  CHECK(one.shows("Certainty marks: −6 (you said “Certain”)"));
  CHECK_FALSE(one.shows("right +3, wrong −6"));
  test::check_texts(one.player(), "after a certain mistake");
}

TEST_CASE("a hint comes after a wrong try, and the explanation when the tries are used up") {
  OneQuestion one(kChoices);
  CHECK(one.shows("A hint comes after 1 wrong try"));
  one.player().press(ui::Key::h);
  CHECK(one.answer().hints == 0);
  const auto try_second = [&] {
    one.player().apply(Act{lesson::SetCertainty{course::StepId("q"), learner::Certainty::guess}});
    one.player().apply(Act{lesson::Edit{course::StepId("q"), grading::ChoicesResponse{{1}}}});
    one.player().apply(Act{lesson::Continue{}});
  };
  try_second();
  CHECK(one.shows("1 try left"));
  CHECK(one.shows("Show me the answer"));
  CHECK_FALSE(one.shows("So it is."));
  one.player().press(ui::Key::h);
  CHECK(one.answer().hints == 1);
  CHECK(one.shows("Not the second."));
  try_second();
  CHECK(one.shows("So it is."));
}

TEST_CASE("not knowing is an answer: one key, no marks lost, the explanation shown, and kept apart in the history") {
  OneQuestion one(kChoices);
  CHECK(one.shows("I don't know"));
  one.player().press(ui::Key::n);
  CHECK(one.answer().unknown);
  CHECK(one.shows("Good to know what you do not know yet. Here is the answer."));
  CHECK(one.shows("Certainty marks: 0. Saying so costs nothing."));
  CHECK(one.shows("So it is."));
  one.player().open();  // as after a crash
  one.open();
  CHECK(one.answer().unknown);
  CHECK(one.answer().earned == 0);
}
