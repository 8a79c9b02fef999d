// Explorables and goals inside of a lesson: what is moved stays, and is the answer of a goal.

#include "screens/fakes.h"
#include "support/test.h"

namespace explore_lesson_test {

using namespace screens;
using course::StepId;
using Act = lesson::Action;
using test::World;

namespace {

std::shared_ptr<const explorable::Model> one_slider() {
  auto model = std::make_shared<explorable::Model>();
  explorable::Input input;
  input.name = input.label = "k";
  input.from = 0, input.to = 10, input.start = 2, input.step = 1, input.decimals = 0;
  model->symbols.add_number("k");
  model->inputs.push_back(input);
  explorable::Simulation s;
  s.rates = true;
  s.to = 1, s.dt = 0.1;
  const std::size_t f = model->symbols.add_number("f"), series = model->symbols.add_series("f");
  s.time_slot = model->symbols.add_number("t");
  s.dt_slot = model->symbols.add_number("dt");
  s.states.push_back({f, series, *expression::compile("0", model->symbols), *expression::compile("k", model->symbols)});
  model->simulation = s;
  model->slots = model->symbols.numbers();
  return model;
}

/// A lesson of an explorable and a goal in it, opened by somebody who studies.
struct Studying {
  Studying() {
    world.start_lesson();
    auto made = std::make_shared<course::Course>();
    made->id = course::CourseId("move");
    made->language = "en";
    course::Lesson lesson;
    lesson.id = course::LessonId("one");
    lesson.title = "One";
    const auto model = one_slider();
    lesson.steps.push_back({StepId("block"), course::Explore{"Block", "", model, "", {}}});
    course::Question question;
    question.id = course::QuestionId("goal");
    const auto compile = [&](const char* text) { return *expression::compile(text, model->symbols); };
    course::Goal goal;
    goal.model = model;
    goal.aim =
        std::make_shared<const explorable::Aim>(explorable::Aim{compile("last(f) > 7"), compile("last(f) > 5"), {}});
    goal.because = "Nearly.";
    question.kind = goal;
    lesson.steps.push_back({StepId("goal"), question});
    lesson.sections.push_back({"One", 0, 2});
    made->lessons.push_back(lesson);
    course = made;
    open(std::nullopt);
  }
  void open(const std::optional<lesson::Look>& look) {
    state = lesson::open(course, {course, &course->lessons[0]}, look, world.model.shared, world.services);
  }
  void act(const Act& action) { lesson::update(state, action, world.model.shared, world.services); }
  void move(const char* step, double value) { act(lesson::Explore{StepId(step), explore::SetInput{0, value}}); }
  const QuestionState& goal() { return state.questions.at(StepId("goal")); }
  double k(const char* step) { return state.explorables.at(StepId(step)).setting.inputs[0]; }

  World world;
  std::shared_ptr<const course::Course> course;
  lesson::State state;
};

}  // namespace

TEST_CASE("a block stays as it was moved when one comes back, a goal where its answer is") {
  Studying s;
  s.move("block", 7);
  s.move("goal", 4);
  CHECK(s.k("block") == 7);
  CHECK(std::get<grading::GoalResponse>(s.goal().response).inputs == std::vector<double>{4});
  CHECK(s.goal().changed);
  const lesson::Look look = lesson::look_of(s.state);
  lesson::save_drafts(s.state, s.world.model.shared, s.world.services);
  s.open(look);
  CHECK(s.k("block") == 7);
  CHECK(s.k("goal") == 4);
  s.open(std::nullopt);
  CHECK(s.k("block") == 2);
  CHECK(s.k("goal") == 4);  // unfinished input is kept on disk
}

TEST_CASE("a goal is checked where the inputs stand; near earns a part, and there is another try") {
  Studying s;
  s.move("goal", 6);
  s.act(lesson::Check{StepId("goal")});
  CHECK(s.goal().verdict.credit == 0.5);
  CHECK(s.goal().verdict.parts[0].because == "Nearly.");
  CHECK(s.goal().phase == QuestionState::Phase::retry);
  s.move("goal", 8);
  CHECK(s.goal().phase == QuestionState::Phase::answering);
  s.act(lesson::Check{StepId("goal")});
  CHECK(s.goal().verdict.outcome == grading::Outcome::right);
  CHECK(s.goal().phase == QuestionState::Phase::done);
  // It can still be moved; the answer stands.
  s.move("goal", 1);
  CHECK(s.k("goal") == 1);
  CHECK(std::get<grading::GoalResponse>(s.goal().response).inputs == std::vector<double>{8});
}

TEST_CASE("who gives up may see where the goal is reached") {
  Studying s;
  s.act(lesson::ShowReached{StepId("goal")});
  CHECK(s.k("goal") == 2);  // not before
  s.act(lesson::GiveUp{StepId("goal")});
  s.act(lesson::ShowReached{StepId("goal")});
  CHECK(s.k("goal") > 7);
}

TEST_CASE("an answer from elsewhere moves the explorable") {
  Studying s;
  s.act(lesson::Edit{StepId("goal"), grading::GoalResponse{{9}}});
  CHECK(s.k("goal") == 9);
}

TEST_CASE("playing is due, moves with time, and costs nothing when it is over") {
  Studying s;
  CHECK_FALSE(lesson::next_move(s.state, s.world.model.shared).has_value());
  s.act(lesson::Explore{StepId("block"), explore::Play{}});
  int frames = 0;
  while (const auto due = lesson::next_move(s.state, s.world.model.shared)) {
    s.world.model.shared.now = *due;
    lesson::advance(s.state, s.world.model.shared);
    REQUIRE(++frames < 1000);
  }
  CHECK(frames > 100);
  CHECK(s.state.explorables.at(StepId("block")).drawing->time == 1);
  s.act(lesson::Restart{});
  CHECK(s.k("block") == 2);
}

}  // namespace explore_lesson_test
