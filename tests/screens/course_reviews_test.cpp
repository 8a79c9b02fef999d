#include "screens/course_reviews.h"

#include "screens/fakes.h"
#include "screens/sample.h"
#include "screens/summary.h"

namespace course_reviews_test {

using namespace screens;
using course_page::read_day;
using test::World;

TEST_CASE("a day is read as people write it") {
  const auto day = std::chrono::sys_days(std::chrono::year(2027) / 6 / 15);
  for (const char* typed : {"2027-06-15", "2027-6-15", "15.6.2027", "15/06/2027", " 15/6/2027 "}) {
    INFO(typed);
    CHECK(read_day(typed) == day);
  }
  for (const char* typed : {"", "15", "2027-06", "2027-13-01", "30/2/2027", "15 June 2027", "-1/2/2027", "15/6/27",
                            "1/1/99999", "2027-06-15x"}) {
    INFO(typed);
    CHECK_FALSE(read_day(typed));
  }
  CHECK(course_page::written_day(day) == "2027-06-15");
  REQUIRE(rc::check([] {
    const std::chrono::sys_days any(std::chrono::days(*rc::gen::inRange(0, 2'000'000)));
    RC_ASSERT(read_day(course_page::written_day(any)) == any);
    (void)read_day(*rc::gen::arbitrary<std::string>());
  }));
}

TEST_CASE("the course page tells what is in memory, and brings back what was put aside") {
  World w;
  w.start_lesson();
  test::study_until(w, "most");
  const course::StepId step("most");
  const course::QuestionId question = lesson::open_question(w.lesson())->question()->id;
  w.act(lesson::Action{lesson::GiveUp{step}});
  w.act(lesson::Action{lesson::PutAside{step, learner::Standing::not_for_me}});
  const auto of = [&] {
    return course_page::reviews_of(*w.model.shared.entry(course::CourseId("tea")), w.model.shared);
  };
  CHECK(of().answered >= 1);
  CHECK(of().questions > of().answered);
  REQUIRE(of().aside.size() == 1);
  CHECK(of().aside[0].question == question);
  CHECK(of().aside[0].standing == learner::Standing::not_for_me);
  w.act(BringBack{course::CourseId("tea"), question});
  CHECK(of().aside.empty());
  CHECK(of().due == 1);
  CHECK(w.model.shared.due.questions == 1);
  CHECK_FALSE(of().exam);
  const auto exam = std::chrono::sys_days(local_day(w.model.shared)) + std::chrono::days(30);
  w.act(settings::Action{settings::SetExam{course::CourseId("tea"), exam}});
  CHECK(of().days_left == 30);
}

/// Goes through the lesson on screen without knowing anything.
void fail(World& w) {
  for (int i = 0; i < 200 && w.in_lesson(); ++i) {
    if (const course::Step* open = lesson::open_question(w.lesson())) w.act(lesson::Action{lesson::GiveUp{open->id}});
    w.act(lesson::Action{lesson::Continue{}});
  }
}

TEST_CASE("a lesson that went badly twice offers what it stands on; one that went well does not") {
  World w;
  w.start_lesson();
  test::study(w, 200);
  w.go(ScreenName::lesson, "tea", "third");
  REQUIRE(w.in_lesson());
  REQUIRE_FALSE(w.lesson().lesson->needs.empty());
  fail(w);
  const auto content = [&] { return summary::content(std::get<summary::State>(w.model.screen), w.model.shared); };
  CHECK(content().stands_on.empty());
  w.go(ScreenName::lesson, "tea", "third");
  w.act(lesson::Action{lesson::Restart{}});
  fail(w);
  const auto offered = content().stands_on;
  REQUIRE_FALSE(offered.empty());
  CHECK(offered[0].lesson->id == course::LessonId("first"));
  w.go(ScreenName::lesson, "tea", "third");
  w.act(lesson::Action{lesson::Restart{}});
  test::study(w, 200);
  CHECK(content().stands_on.empty());
}

}  // namespace course_reviews_test
