// Charts as a learner meets them, and the questions that are answered by drawing and pointing: from the file to the verdict.
#include <algorithm>

#include "course/load.h"
#include "screens/question.h"
#include "support/test.h"
#include "ui/pictures.h"
#include "ui/testing/robot.h"
#include "views/blocks.h"
#include "views/charts.h"
#include "views/question.h"

namespace {

using screens::QuestionState;
using ui::Key;
using ui::testing::Robot;

std::shared_ptr<const course::Course> drawn() {
  static const auto loaded = course::load(test::source_dir() / "tests" / "data" / "courses" / "drawn", {}).course;
  REQUIRE(loaded != nullptr);
  return loaded;
}

const course::Question& asked(const std::string& id) {
  for (const course::Lesson& lesson : drawn()->lessons) {
    for (const course::Step& step : lesson.steps) {
      if (step.question() != nullptr && step.id.str() == id) return *step.question();
    }
  }
  throw std::runtime_error("no question " + id);
}

/// One question on screen, checked with Enter.
struct Asking {
  explicit Asking(const std::string& id, ui::Vec size = {800, 900}, float scale = 1)
      : question(asked(id)),
        state(screens::start(question, 1, {})),
        robot([this](ui::Frame& f) { draw(f); }, size, scale) {
    robot.info.reduced_motion = true;
    robot.settle();
    robot.context().pictures().wait();
    robot.settle();
  }
  void draw(ui::Frame& f) {
    f.within({20, 20, f.size().x - 40, 0}, [&] {
      const auto number = [](std::string_view) { return 1; };
      const auto events = views::question(f, {question, state, true, number});
      if (events.edited) screens::edit(question, state, *events.edited);
      if (f.pressed(Key::enter) && screens::can_check(question, state))
        screens::settle(state, screens::check(question, state, {}, "en"), {});
    });
  }
  std::string path(const std::string& item) const { return question.id.str() + "/" + item; }
  void answer(const grading::Response& response) {
    screens::edit(question, state, response);
    screens::settle(state, screens::check(question, state, {}, "en"), {});
    robot.settle();
  }
  bool done() const { return state.phase == QuestionState::Phase::done; }

  const course::Question& question;
  QuestionState state;
  Robot robot;
};

template <class T>
const T& response(const Asking& a) {
  return std::get<T>(a.state.response);
}

}  // namespace

TEST_CASE("a curve is predicted with keys alone, and then both are seen, with the distance in words") {
  Asking a("green-line");
  a.robot.press(Key::tab);
  for (const char* value : {"5", "8", "12"}) {
    a.robot.type(value);
    a.robot.press(Key::right);
  }
  a.robot.press(Key::enter);
  CHECK_FALSE(a.done());  // one is missing
  a.robot.type("11");
  a.robot.press(Key::enter);
  REQUIRE(a.done());
  // Three full, and 4 off where 1 is all and 6 nothing: 0.4.
  CHECK(a.state.verdict.credit == Approx((3 + 0.4) / 4));
  CHECK(a.robot.shows("Off by 1\u00a0cups on average."));
  CHECK(a.robot.shows("Your prediction"));
  CHECK(a.robot.shows("What it was"));
}

TEST_CASE("bars can be tried again, and the real ones stay hidden until then") {
  Asking a("cups-bars");
  a.robot.drag(a.path("sketch"), {1, -20});
  a.answer(grading::PredictResponse{{0.0, 0.0}});
  CHECK(a.state.phase == QuestionState::Phase::retry);
  CHECK_FALSE(a.robot.shows("What it was"));
  a.answer(grading::PredictResponse{{15.0, 3.0}});
  CHECK(a.done());
  CHECK(a.state.verdict.credit == 1);
  CHECK(a.robot.shows("What it was"));
}

TEST_CASE("events are placed, and the distance is said in years") {
  Asking a("house-years");
  a.answer(grading::PredictResponse{{1823.0, 1849.83, 1938.0}});
  CHECK(a.done());
  CHECK(a.robot.shows("Off by 10 years on average."));
}

TEST_CASE("places on a picture are pointed at with keys, and then named with their reasons") {
  Asking a("garden");
  a.robot.press(Key::tab);
  REQUIRE(a.robot.focused() == a.path("spot"));
  a.robot.press(Key::space);
  for (int i = 0; i < 6; ++i) a.robot.press(Key::left);
  for (int i = 0; i < 2; ++i) a.robot.press(Key::up);
  a.robot.press(Key::enter);
  CHECK(a.robot.shows("2 of 2 set"));
  a.robot.press(Key::enter);
  CHECK(a.state.phase == QuestionState::Phase::retry);
  CHECK(a.robot.shows("That is the sun."));
  CHECK_FALSE(a.robot.shows("1\u2002The bush"));
  a.answer(grading::right_response(a.question));
  REQUIRE(a.done());
  CHECK(a.state.verdict.credit == 1);
  CHECK(a.robot.shows("1\u2002The bush"));
  CHECK(a.robot.shows("Leaves grow on it."));
}

TEST_CASE("a place on a picture is pointed at with the mouse") {
  Asking a("garden");
  const ui::Rect area = *a.robot.record().find(a.path("spot"));
  for (const ui::Vec share : {ui::Vec{0.325f, 0.77f}, ui::Vec{0.7f, 0.5f}}) {
    a.robot.info.now += 1;
    a.robot.context().input().move({area.x + share.x * area.w, area.y + share.y * area.h});
    a.robot.settle();
    a.robot.context().input().button(0, true);
    a.robot.frame();
    a.robot.context().input().button(0, false);
    a.robot.settle();
  }
  CHECK(response<grading::SpotResponse>(a).points.size() == 2);
  a.robot.press(Key::enter);
  CHECK(a.done());
  CHECK(a.state.verdict.credit == 1);
}

TEST_CASE("a point of a chart is picked with keys") {
  Asking a("crossing");
  a.robot.press(Key::tab);
  for (int i = 0; i < 5; ++i) a.robot.press(Key::right);
  a.robot.press(Key::space);
  CHECK(response<grading::SpotResponse>(a).points == std::vector<grading::Point>{{5, 0}});
  a.robot.press(Key::enter);
  CHECK(a.robot.shows("By then it had overtaken."));
  a.robot.press(Key::left);
  a.robot.press(Key::space);
  a.robot.press(Key::enter);
  CHECK(a.done());
  CHECK(a.state.verdict.credit == 1);
}

TEST_CASE("drawn questions fit in every size, fresh, answered, checked and given up") {
  for (const char* id : {"green-line", "cups-bars", "house-years", "garden", "crossing", "highest"}) {
    for (const auto& [size, scale] :
         {std::pair{ui::Vec{800, 900}, 1.0f}, {ui::Vec{1280, 1600}, 2.0f}, {ui::Vec{500, 900}, 1.0f}}) {
      CAPTURE(id, size.x, scale);
      Asking a(id, size, scale);
      const auto check = [&] {
        CHECK(a.robot.record().overlaps() == std::vector<std::string>{});
        CHECK(a.robot.record().clipped() == std::vector<std::string>{});
      };
      check();
      screens::edit(a.question, a.state, grading::right_response(a.question));
      a.robot.settle();
      check();
      screens::give_up(a.question, a.state, "en");
      a.robot.settle();
      check();
    }
  }
}

TEST_CASE("charts of every kind fit, and their numbers come as a table on demand") {
  screens::lesson::State state;
  state.course = drawn();
  for (const auto& [size, scale] :
       {std::pair{ui::Vec{800, 6000}, 1.0f}, {ui::Vec{1400, 14000}, 2.0f}, {ui::Vec{480, 8000}, 1.0f}}) {
    for (const course::Step& step : drawn()->lessons[0].steps) {
      CAPTURE(size.x, scale, step.id.str());
      Robot robot(
          [&](ui::Frame& f) {
            f.within({20, 20, f.size().x - 40, 0}, [&] {
              views::block(f, step, {state, false, [](std::string_view) { return 1; }});
            });
          },
          size, scale);
      robot.settle();
      CHECK(robot.record().overlaps() == std::vector<std::string>{});
      CHECK(robot.record().clipped() == std::vector<std::string>{});
      if (!std::holds_alternative<course::Chart>(step.content)) continue;
      CHECK(robot.shows("Show the numbers"));
      robot.click(step.id.str() + "/numbers");
      CHECK(robot.shows("Hide the numbers"));
      CHECK(robot.record().overlaps() == std::vector<std::string>{});
    }
  }
}

TEST_CASE("a chart without words of its own says what its numbers say") {
  const text::Translator english;
  std::vector<std::string> said;
  for (const course::Step& step : drawn()->lessons[0].steps) {
    if (const auto* chart = std::get_if<course::Chart>(&step.content))
      said.push_back(views::chart_in_words(*chart, english));
  }
  REQUIRE(said.size() == 11);
  CHECK(said[5] ==
        "Green tea alone. green: from 2\u00a0cups (1990) to 15\u00a0cups (2015), at most 15\u00a0cups (2015).");
  CHECK(said[0].find("black: at most 15\u00a0cups (2000), at least 11\u00a0cups (2015).") != std::string::npos);
  CHECK(said[6].find("Green: from 2\u00a0cups to 15\u00a0cups.") != std::string::npos);
  CHECK(
      said[10] ==
      "Houses and ships. The first house: 1706. Second flush: 1823–1858. Fast ships: November 1849 – 17 November 1869. "
      "Bags: 1908–2020.");
}

TEST_CASE("moments are said as calendars say them") {
  const text::Translator english;
  CHECK(views::moment_words({1999, 0, 0}, english) == "1999");
  CHECK(views::moment_words({1999, 3, 14}, english) == "14 March 1999");
  CHECK(views::moment_words({-43, 0, 0}, english) == "44 BC");
  CHECK(views::moments_words({1999, 0, 0}, course::Moment{2004, 0, 0}, english) == "1999–2004");
}

TEST_CASE("the source of a chart says author, year and title, and leads there") {
  screens::lesson::State state;
  state.course = drawn();
  const course::Step& step = drawn()->lessons[0].steps[1];
  ui::RichEvent followed;
  Robot robot([&](ui::Frame& f) {
    f.within({20, 20, 700, 0}, [&] {
      if (const auto events = views::block(f, step, {state, false, [](std::string_view) { return 1; }});
          events.followed)
        followed = events.followed;
    });
  });
  robot.settle();
  CHECK(robot.shows("Smith,"));
  CHECK(robot.shows("*leaves*"));
  robot.click(step.id.str() + "/source/0");
  CHECK(followed.target == "https://example.org/leaves");
}
