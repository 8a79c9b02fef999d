#include "screens/course_page.h"

#include "screens/fakes.h"
#include "screens/sample.h"

namespace course_page_test {

using namespace screens;
using course_page::LessonMark;
using course_page::Tab;
using test::World;

namespace {

std::vector<course_page::ModuleRow> rows(const World& w) {
  return course_page::rows(*w.model.shared.entry(course::CourseId("tea")), w.model.shared);
}

const course_page::State& state(const World& w) { return std::get<course_page::State>(w.model.screen); }

}  // namespace

TEST_CASE("the rows show all modules, also those in preparation, and mark what comes next") {
  World w;
  w.start_lesson();
  test::study_until(w, "ranks");
  const auto all = rows(w);
  REQUIRE(all.size() == 3);
  CHECK(all[1].lessons.empty());
  CHECK(all[0].lessons[0].mark == LessonMark::begun);
  CHECK(all[0].lessons[0].share == Approx(10.0 / 17));
  CHECK(all[0].lessons[0].next);
  CHECK(all[0].lessons[1].mark == LessonMark::fresh);
  CHECK(all[0].lessons[1].share == 0);
  test::study(w, 100);
  CHECK(rows(w)[0].lessons[0].mark == LessonMark::complete);
  CHECK(rows(w)[2].lessons[0].next);
}

TEST_CASE("a module's objectives are opened and closed") {
  World w;
  w.start_lesson();
  w.go(ScreenName::course, "tea");
  const course::ModuleId leaf("leaf"), cup("cup");
  w.act(course_page::Action{course_page::ShowObjectives{leaf}});
  w.act(course_page::Action{course_page::ShowObjectives{cup}});
  CHECK(state(w).objectives == std::set<course::ModuleId>{leaf, cup});
  w.act(course_page::Action{course_page::ShowObjectives{leaf}});
  CHECK(state(w).objectives == std::set<course::ModuleId>{cup});
}

TEST_CASE("a lesson with mistakes is marked, and nothing suggests it") {
  World w;
  w.start_lesson();
  w.go(ScreenName::course, "tea");
  w.library.broken = {course::LessonId("first"), course::LessonId("second")};
  w.act(w.library.read("en"));
  const auto all = rows(w);
  CHECK(all[0].lessons[0].mark == LessonMark::broken);
  CHECK_FALSE(all[0].lessons[0].next);
  CHECK(all[2].lessons[0].next);
  w.library.broken.insert(course::LessonId("third"));
  w.act(w.library.read("en"));
  CHECK_FALSE(course_page::suggestion(*w.model.shared.entry(course::CourseId("tea")), w.model.shared));
}

TEST_CASE("with the outline alone lessons are shown by their ids, and none as broken") {
  World w;
  w.model = start(w.services, "en");
  for (const auto& module : rows(w)) {
    for (const auto& row : module.lessons) CHECK(row.mark == LessonMark::fresh);
  }
  CHECK(rows(w)[2].lessons[0].title == "third");
}

TEST_CASE("a concept opens and closes; choosing one shows the concepts") {
  World w;
  w.start_lesson();
  w.go(ScreenName::course, "tea");
  CHECK(state(w).tab == Tab::lessons);
  const course::ConceptId milk("milk");
  w.act(course_page::Action{course_page::Choose{milk}});
  CHECK(state(w).tab == Tab::concepts);
  CHECK(state(w).chosen == milk);
  w.act(course_page::Action{course_page::Choose{milk}});
  CHECK(state(w).chosen.empty());
  w.act(course_page::Action{course_page::Show{Tab::lessons}});
  CHECK(state(w).tab == Tab::lessons);
}

}  // namespace course_page_test
