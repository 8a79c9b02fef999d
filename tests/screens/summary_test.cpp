#include "screens/summary.h"

#include "screens/fakes.h"
#include "screens/sample.h"

namespace summary_test {

using namespace screens;
using test::World;

namespace {

summary::Content content(const World& w) {
  return summary::content(std::get<summary::State>(w.model.screen), w.model.shared);
}

}  // namespace

TEST_CASE("the summary counts what counts, and says where to look again") {
  World w;
  w.start_lesson();
  test::study_until(w, "ranks");
  w.act(lesson::Action{lesson::GiveUp{course::StepId("ranks")}});
  test::study(w, 100);
  REQUIRE(w.model.place.screen == ScreenName::summary);
  const auto c = content(w);
  CHECK(c.possible == 9);  // eleven questions less a pretest and an opinion
  CHECK(c.earned == Approx(8));
  CHECK(c.right.size() == 8);
  REQUIRE(c.revisit.size() == 1);
  CHECK(c.revisit[0].question->id == course::QuestionId("ranks"));
  CHECK(c.revisit[0].section == 2);
  CHECK(c.revisit[0].section_title == "Things");
  CHECK(c.revisit[0].earned == 0);
  CHECK(c.concepts.size() == 1);
  REQUIRE(c.next);
  CHECK(c.next->lesson == course::LessonId("third"));
  CHECK(c.next_title == "third");
}

TEST_CASE("partly right stays partly right in the summary, though one gave up after it") {
  World w;
  w.start_lesson();
  test::study_until(w, "name");
  w.act(lesson::Action{lesson::Edit{course::StepId("name"), grading::AnswersResponse{"browning"}}});
  w.act(lesson::Action{lesson::Continue{}});
  w.act(lesson::Action{lesson::GiveUp{course::StepId("name")}});
  test::study(w, 100);
  CHECK(content(w).earned == Approx(8.5));
  CHECK(content(w).revisit[0].earned == Approx(0.5));
}

TEST_CASE("the summary shows certainty marks apart from what was earned") {
  World w;
  w.start_lesson();
  test::study_until(w, "certain");
  w.act(lesson::Action{lesson::SetCertainty{course::StepId("certain"), learner::Certainty::certain}});
  w.act(lesson::Action{lesson::Edit{course::StepId("certain"), grading::ChoicesResponse{{1}}}});
  w.act(lesson::Action{lesson::Continue{}});
  w.act(lesson::Action{lesson::GiveUp{course::StepId("certain")}});
  test::study(w, 100);
  CHECK(content(w).certainty.questions == 1);
  CHECK(content(w).certainty.marks == -6);
  CHECK(content(w).certainty.possible == 3);
  CHECK(content(w).earned == Approx(8));
}

TEST_CASE("a summary follows the language, and suggests no lesson with mistakes") {
  World w;
  w.start_lesson();
  test::study(w, 100);
  w.act(settings::Action{settings::SetLanguage{"fr"}});
  CHECK(std::get<summary::State>(w.model.screen).lesson->title == "Premières feuilles");
  w.library.broken.insert(course::LessonId("third"));
  w.act(w.library.read("fr"));
  REQUIRE(content(w).next);
  CHECK(content(w).next->lesson == course::LessonId("second"));
}

}  // namespace summary_test
