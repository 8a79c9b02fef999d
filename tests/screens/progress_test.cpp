#include "screens/progress.h"

#include <algorithm>

#include "screens/fakes.h"
#include "screens/sample.h"

namespace progress_test {

using namespace screens;
using memory::Grade;
using progress::Figure;
using progress::State;
using test::World;

constexpr std::chrono::days kDay{1};

State& state_of(World& w) { return std::get<State>(w.model.screen); }
void act(World& w, progress::Action action) { w.act(std::move(action)); }

/// Answers a question of the tea course, as a lesson or a review does.
void answer(World& w, const char* question, Grade grade, std::optional<double> foretold = {}) {
  const course::CourseId tea("tea");
  const learner::Return comes_back{grade, w.clock.now() + 3 * kDay, 1};
  if (foretold) {
    record(w.model.shared, w.services, tea, {}, learner::Foretold{course::QuestionId(question), *foretold, 1});
    learner::Reviewed reviewed;
    reviewed.question = course::QuestionId(question);
    reviewed.took = std::chrono::seconds(9);
    reviewed.comes_back = comes_back;
    record(w.model.shared, w.services, tea, {}, reviewed);
    return;
  }
  learner::Answered answered;
  answered.question = course::QuestionId(question);
  answered.last = true;
  answered.took = std::chrono::seconds(12);
  answered.comes_back = comes_back;
  record(w.model.shared, w.services, tea, course::LessonId("first"), answered);
}

void open_with_history(World& w, int rounds) {
  w.start_lesson();
  for (const char* question : {"most", "warm", "name"}) answer(w, question, Grade::good);
  for (int i = 0; i < rounds; ++i) {
    w.clock.advance(2 * kDay);
    answer(w, i % 3 == 0 ? "most" : i % 3 == 1 ? "warm" : "name", i % 5 == 0 ? Grade::again : Grade::good, 0.9);
  }
  w.go(ScreenName::progress);
}

void finish_cost(World& w) {
  for (std::size_t i = 0; i < std::size(reviews::kCompared); ++i) w.act(Tick{});
}

TEST_CASE("before anything was answered there is nothing to work out, and nothing breaks") {
  World w;
  w.start_lesson();
  w.go(ScreenName::progress);
  CHECK(test::agree(w.model));
  CHECK(state_of(w).empty());
  CHECK_FALSE(state_of(w).curve);
  CHECK(state_of(w).numbers.cost.done());
  REQUIRE(next_deadline(w.model));
  CHECK(*next_deadline(w.model) > w.clock.now());
}

TEST_CASE("three answers: memory today, a curve, a forecast, and no word on what needs more") {
  World w;
  open_with_history(w, 0);
  State& state = state_of(w);
  CHECK_FALSE(state.empty());
  CHECK(state.numbers.recalled.questions == 3);
  CHECK(state.numbers.recalled.mean > 0.9);
  CHECK(state.numbers.week.days == 1);
  CHECK(state.numbers.week.took == std::chrono::seconds(36));
  CHECK(state.numbers.forecast.by_day[3] == 3);
  CHECK(state.numbers.calibration.bins.empty());
  CHECK_FALSE(state.numbers.cost.habits);
  CHECK(state.asked.size() == 3);
  REQUIRE(state.curve);
  CHECK(state.question == state.asked.front().ref);
  CHECK(state.course == course::CourseId("tea"));
}

TEST_CASE("the costs of goals are worked out one by one, when there is nothing else to do") {
  World w;
  open_with_history(w, 40);
  REQUIRE(state_of(w).numbers.cost.habits);
  CHECK(state_of(w).numbers.cost.points.empty());
  CHECK(*next_deadline(w.model) <= w.clock.now());
  w.act(Tick{});
  CHECK(state_of(w).numbers.cost.points.size() == 1);
  finish_cost(w);
  CHECK(state_of(w).numbers.cost.done());
  CHECK(state_of(w).numbers.cost.points.front().minutes < state_of(w).numbers.cost.points.back().minutes);
  CHECK(*next_deadline(w.model) > w.clock.now());
}

TEST_CASE("figures are worked out again when something happened or another day began, else not") {
  World w;
  open_with_history(w, 4);
  const auto* points = state_of(w).curve->pieces.data();
  act(w, progress::ToggleTable{Figure::days});
  w.clock.advance(std::chrono::minutes(1));
  w.act(Tick{});
  CHECK(state_of(w).curve->pieces.data() == points);
  CHECK(state_of(w).numbers.calibration.latest.answers == 4);
  answer(w, "gaps", Grade::good);
  w.act(Tick{});
  CHECK(state_of(w).numbers.recalled.questions == 4);
  const double today = state_of(w).numbers.recalled.mean;
  w.clock.advance(20 * kDay);
  w.act(Tick{});
  CHECK(state_of(w).numbers.recalled.mean < today);
  CHECK(state_of(w).numbers.forecast.overdue == 4);
  w.model.shared.settings.retention = 0.8;
  const auto falls = state_of(w).curve->falls;
  w.act(Tick{});
  CHECK(state_of(w).curve->falls > falls);
}

TEST_CASE("figures become tables one by one or all at once") {
  World w;
  open_with_history(w, 0);
  act(w, progress::ToggleTable{Figure::days});
  CHECK(state_of(w).tables == std::set{Figure::days});
  act(w, progress::ToggleTables{});
  CHECK(state_of(w).tables.size() == std::size(progress::kFigures));
  act(w, progress::ToggleTables{});
  CHECK(state_of(w).tables.empty());
}

TEST_CASE("a question is found by its words and its curve opened") {
  World w;
  open_with_history(w, 4);
  act(w, progress::TypeQuery{"wHAT"});
  CHECK(state_of(w).found.size() == 3);
  act(w, progress::TypeQuery{"nowhere"});
  CHECK(state_of(w).found.empty());
  const reviews::QuestionRef name{course::CourseId("tea"), course::QuestionId("name")};
  act(w, progress::OpenQuestion{name});
  CHECK(state_of(w).question == name);
  CHECK(state_of(w).curve->reviews.size() == 2);
  act(w, progress::OpenQuestion{{course::CourseId("tea"), course::QuestionId("gone")}});
  CHECK(state_of(w).question == state_of(w).asked.front().ref);
}

TEST_CASE("the concepts of a course, begun or not, with what they stand on") {
  World w;
  open_with_history(w, 0);
  const auto& boxes = state_of(w).concepts;
  REQUIRE_FALSE(boxes.empty());
  const auto oxidation = std::find_if(boxes.begin(), boxes.end(),
                                      [](const auto& box) { return box.id == course::ConceptId("oxidation"); });
  REQUIRE(oxidation != boxes.end());
  REQUIRE(oxidation->mastery);
  CHECK(oxidation->mastery->answered == 3);
  CHECK(std::any_of(boxes.begin(), boxes.end(), [](const auto& box) { return !box.mastery; }));
  for (const auto& box : boxes) {
    for (const std::size_t need : box.needs) CHECK(need < boxes.size());
  }
  act(w, progress::ChooseCourse{course::CourseId("coffee")});
  CHECK(state_of(w).course == course::CourseId("coffee"));
  act(w, progress::ChooseCourse{course::CourseId("gone")});
  CHECK(w.model.shared.entry(state_of(w).course) != nullptr);
}

TEST_CASE("courses in another language: the same questions, in its words") {
  World w;
  open_with_history(w, 0);
  CHECK(state_of(w).curve_of == "What?");
  w.act(settings::Action{settings::SetLanguage{"fr"}});
  w.act(w.library.read("fr"));
  CHECK(state_of(w).asked.size() == 3);
  CHECK(state_of(w).curve_of == "Quoi ?");
}

TEST_CASE("a table is written beside the exports, a notice says where and opens it, or says why not") {
  World w;
  open_with_history(w, 0);
  act(w, progress::Export{Figure::forecast, "Day,Questions\r\n"});
  CHECK(w.history.tables.at("forecast") == "Day,Questions\r\n");
  const Notice* told = w.notice(Notice::Kind::table_written);
  REQUIRE(told);
  CHECK(told->detail == "/data/exports/forecast.csv");
  w.act(OpenNoticed{told->serial});
  CHECK(w.desktop.opened == std::vector<std::string>{"/data/exports/forecast.csv"});
  w.history.exports.refuse(base::Refusal::disk_full);
  act(w, progress::Export{Figure::forecast, "Day,Questions\r\n"});
  REQUIRE(w.notice(Notice::Kind::export_failed));
  CHECK(w.notice(Notice::Kind::export_failed)->refusal == base::Refusal::disk_full);
}

TEST_CASE("find leads to it") {
  World w;
  w.start_lesson();
  w.act(find::Action{find::Type{"prog", "Glossary", "Progress"}});
  const auto hits = find::hits(w.model.find, w.model.shared);
  REQUIRE_FALSE(hits.empty());
  CHECK(hits.front().kind == find::Hit::Kind::screen);
  w.act(Go{hits.front().place});
  CHECK(std::holds_alternative<State>(w.model.screen));
}

}  // namespace progress_test
