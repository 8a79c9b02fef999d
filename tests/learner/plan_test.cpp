#include "learner/plan.h"

#include "support/test.h"

namespace plan_test {

using namespace learner;
using course::ConceptId;
using course::LessonId;

namespace {

const course::CourseId tea("tea");

course::Course course_with(const std::vector<course::Lesson>& lessons) {
  course::Course course;
  course.id = tea;
  course.lessons = lessons;
  course.modules.push_back({course::ModuleId("m"), "", "", {}, {}});
  for (const course::Lesson& lesson : lessons) course.modules[0].lessons.push_back(lesson.id);
  return course;
}

course::Lesson lesson(const char* id, std::vector<ConceptId> teaches = {}, std::vector<ConceptId> needs = {}) {
  course::Lesson made;
  made.id = LessonId(id);
  made.teaches = std::move(teaches);
  made.needs = std::move(needs);
  return made;
}

struct History {
  Progress progress;
  std::int64_t number = 0;
  void add(const char* id, const What& what) { progress.apply({++number, {}, {}, tea, LessonId(id), what}); }
  std::optional<Suggestion> next(const course::Course& course) const {
    return next_lesson(course, progress.course(tea));
  }
};

}  // namespace

TEST_CASE("the first lesson, the one in progress, the following one, none") {
  const course::Course course = course_with({lesson("a"), lesson("b"), lesson("c")});
  History history;
  CHECK(next_lesson(course, nullptr)->reason == Reason::first);
  CHECK(next_lesson(course, nullptr)->lesson == LessonId("a"));

  history.add("b", LessonOpened{});
  CHECK(history.next(course)->reason == Reason::resume);
  CHECK(history.next(course)->lesson == LessonId("b"));

  history.add("b", LessonFinished{});
  CHECK(history.next(course)->reason == Reason::next);
  CHECK(history.next(course)->lesson == LessonId("c"));

  history.add("c", LessonFinished{});
  CHECK(history.next(course)->lesson == LessonId("a"));  // skipped, and still open
  history.add("a", LessonFinished{});
  CHECK_FALSE(history.next(course));
  history.add("a", LessonRestarted{});
  CHECK(history.next(course)->reason == Reason::resume);
}

TEST_CASE("a lesson that needs more than is known gives way to one that stands on what is") {
  const ConceptId leaf("leaf"), water("water"), trade("trade");
  const course::Course course = course_with({lesson("leaf", {leaf}), lesson("water", {water}),
                                             lesson("market", {}, {trade}), lesson("trade", {trade}, {leaf})});
  History history;
  history.add("leaf", LessonFinished{});
  history.add("water", LessonFinished{});
  const auto next = history.next(course);
  CHECK(next->lesson == LessonId("trade"));
  CHECK(next->reason == Reason::stands_on);
  CHECK(next->because == std::vector{leaf});
}

TEST_CASE("needs never lock: with nothing ready the following lesson is suggested") {
  const ConceptId x("x"), y("y");
  const course::Course course = course_with({lesson("a"), lesson("b", {x}, {y}), lesson("c", {y}, {x})});
  History history;
  history.add("a", LessonFinished{});
  CHECK(history.next(course)->lesson == LessonId("b"));
  CHECK(history.next(course)->reason == Reason::next);
}

TEST_CASE("a need that no lesson teaches is taken as known") {
  const course::Course course = course_with({lesson("a"), lesson("b", {}, {ConceptId("arithmetic")})});
  History history;
  history.add("a", LessonFinished{});
  CHECK(history.next(course)->reason == Reason::next);
}

TEST_CASE("lessons that the course no longer has are passed over") {
  const course::Course course = course_with({lesson("a")});
  History history;
  history.add("gone", LessonOpened{});
  CHECK(history.next(course)->lesson == LessonId("a"));
  CHECK_FALSE(next_lesson(course_with({}), history.progress.course(tea)));
}

TEST_CASE("with the outline alone there is still a next lesson") {
  course::Course course = course_with({lesson("a"), lesson("b")});
  course.lessons.clear();
  History history;
  history.add("a", LessonFinished{});
  CHECK(history.next(course)->lesson == LessonId("b"));
}

namespace {

std::vector<std::string> ahead(const course::Course& course, const Progress& progress, std::size_t most,
                               bool whole = false) {
  std::vector<std::string> ids;
  for (const Suggestion& each : next_lessons(course, progress.course(tea), whole, most))
    ids.push_back(each.lesson.str());
  return ids;
}

}  // namespace

TEST_CASE("a look ahead takes each lesson as completed in its turn") {
  const ConceptId leaf("leaf"), trade("trade");
  const course::Course course = course_with(
      {lesson("market", {}, {trade}), lesson("trade", {trade}, {leaf}), lesson("leaf", {leaf}), lesson("end")});
  History history;
  history.add("leaf", LessonOpened{});
  CHECK(ahead(course, history.progress, 9) == std::vector<std::string>{"leaf", "trade", "market", "end"});
  CHECK(ahead(course, history.progress, 2).size() == 2);
  const auto all = next_lessons(course, history.progress.course(tea), false, 9);
  CHECK(all[0].reason == Reason::resume);
  CHECK(all[1].reason == Reason::stands_on);
  CHECK(all[2].reason == Reason::next);
}

TEST_CASE("lessons begun come first, the latest before the others") {
  const course::Course course = course_with({lesson("a"), lesson("b"), lesson("c")});
  History history;
  history.add("c", LessonOpened{});
  history.add("b", LessonOpened{});
  CHECK(ahead(course, history.progress, 9) == std::vector<std::string>{"b", "c", "a"});
}

TEST_CASE("modules without lessons, lessons named twice and lessons with mistakes") {
  course::Course course = course_with({lesson("a"), lesson("b")});
  course.modules.insert(course.modules.begin(), {course::ModuleId("soon"), "", "", {}, {}});
  course.modules.push_back({course::ModuleId("more"), "", "", {}, {LessonId("a"), LessonId("broken")}});
  const History history;
  CHECK(ahead(course, history.progress, 9) == std::vector<std::string>{"a", "b", "broken"});
  CHECK(ahead(course, history.progress, 9, true) == std::vector<std::string>{"a", "b"});
  course.lessons.clear();
  CHECK(ahead(course, history.progress, 9, true).empty());
}

}  // namespace plan_test
