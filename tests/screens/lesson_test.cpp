#include "screens/lesson.h"

#include "screens/lesson_steps.h"

namespace lesson_test {

using namespace screens;
using course::StepId;
using Act = lesson::Action;
using learner::Certainty;
using lesson::MainButton;
using test::at, test::cont, test::edit, test::enter, test::reopened;
using test::World;
using Phase = QuestionState::Phase;

TEST_CASE("a lesson is uncovered up to the question that waits, and its feedback is read before what follows") {
  World w;
  w.start_lesson();
  CHECK(lesson::visible(w.lesson()).end == 2);
  CHECK(lesson::open_question(w.lesson())->id == StepId("guess"));
  CHECK(lesson::main_button(w.lesson()).button == MainButton::check);
  CHECK_FALSE(lesson::main_button(w.lesson()).enabled);
  cont(w);  // nothing chosen: nothing happens
  CHECK(test::count<learner::Answered>(w.events()) == 0);

  edit(w, "guess", grading::ChoicesResponse{{2}});
  CHECK(lesson::main_button(w.lesson()).enabled);
  cont(w);
  CHECK(w.answer("guess").phase == Phase::done);
  CHECK(lesson::visible(w.lesson()).end == 2);
  CHECK(lesson::main_button(w.lesson()).button == MainButton::go_on);
  cont(w);
  CHECK(lesson::visible(w.lesson()).end == 4);
  CHECK(w.lesson().frontier == 2);
  CHECK(lesson::step_number(w.lesson()) == 3);
}

TEST_CASE("the main button: check, try again, check, go on, next part") {
  World w = at("most");
  enter(w);
  edit(w, "most", grading::ChoicesResponse{{1}});
  cont(w);
  CHECK(lesson::main_button(w.lesson()).button == MainButton::try_again);
  cont(w);
  CHECK(w.answer("most").phase == Phase::answering);
  edit(w, "most", grading::ChoicesResponse{{0}});
  cont(w);
  CHECK(w.answer("most").earned == Approx(2.0 / 3));
  CHECK(lesson::main_button(w.lesson()).button == MainButton::next_section);
  cont(w);
  CHECK(w.lesson().section == 1);
  CHECK(lesson::mark(w.lesson(), 0) == lesson::SectionMark::done);
  CHECK(lesson::mark(w.lesson(), 1) == lesson::SectionMark::current);
  CHECK(lesson::mark(w.lesson(), 2) == lesson::SectionMark::to_come);
}

TEST_CASE("a whole lesson, to its summary, with one event that ends it") {
  World w;
  w.start_lesson();
  test::study(w, 100);
  CHECK(w.model.place.screen == ScreenName::summary);
  CHECK(test::count<learner::LessonFinished>(w.events()) == 1);
  CHECK(test::count<learner::LessonOpened>(w.events()) == 1);
  CHECK(test::count<learner::Answered>(w.events()) == 11);
  CHECK(test::count<learner::StepFinished>(w.events()) == 17);

  SECTION("reading it once more writes nothing") {
    const std::size_t before = w.events().size();
    w.go(ScreenName::lesson, "tea", "first");
    CHECK(w.lesson().section == 0);
    test::study(w, 100);
    CHECK(w.model.place.screen == ScreenName::summary);
    CHECK(w.events().size() == before);
  }
  SECTION("a restart gives a fresh round in another order") {
    w.go(ScreenName::lesson, "tea", "first");
    const auto first_round = w.lesson().questions;
    w.act(Act{lesson::Restart{}});
    bool other_order = false;
    for (const auto& [id, answer] : w.lesson().questions) {
      INFO(id.str());
      CHECK(answer.phase == Phase::answering);
      CHECK(answer.attempt == 0);
      CHECK_FALSE(answer.changed);
      other_order = other_order || answer.shown != first_round.at(id).shown;
    }
    CHECK(other_order);
    CHECK(w.lesson().frontier == 0);
    CHECK(w.lesson().section == 0);
    test::study(w, 100);
    CHECK(test::count<learner::LessonFinished>(w.events()) == 2);
  }
}

TEST_CASE("a refused answer is not shown as accepted; trying again works and the notice goes") {
  for (const auto why :
       {base::Refusal::disk_full, base::Refusal::busy, base::Refusal::no_permission, base::Refusal::damaged}) {
    World w = at("most");
    enter(w);
    edit(w, "most", grading::ChoicesResponse{{0}});
    w.history.appends.refuse(why);
    const std::size_t before = w.events().size();
    cont(w);
    cont(w);
    CHECK(w.answer("most").phase == Phase::answering);
    CHECK(w.answer("most").attempt == 0);
    CHECK(w.answer("most").response == grading::Response(grading::ChoicesResponse{{0}}));
    REQUIRE(w.notice(Notice::Kind::not_saved));
    CHECK(w.notice(Notice::Kind::not_saved)->refusal == why);
    CHECK(w.model.shared.notices.size() == 1);
    CHECK(w.events().size() == before);
    w.wait(std::chrono::seconds(1));  // the draft can be written: the notice about the answer stays
    CHECK(w.notice(Notice::Kind::not_saved));

    w.history.appends.accept();
    cont(w);
    CHECK(w.answer("most").phase == Phase::done);
    CHECK_FALSE(w.notice(Notice::Kind::not_saved));
    CHECK(w.events().size() == before + 1);
  }
}

TEST_CASE("hints, giving up, going on, finishing and restarting wait for the disk, too") {
  World w = at("most");
  enter(w);
  w.history.appends.refuse(base::Refusal::disk_full);
  w.act(Act{lesson::ShowHint{StepId("most")}});
  CHECK(w.answer("most").hints == 0);
  w.act(Act{lesson::GiveUp{StepId("most")}});
  CHECK(w.answer("most").phase == Phase::answering);
  w.act(Act{lesson::Restart{}});
  CHECK(w.lesson().frontier == 2);
  CHECK(w.answer("guess").phase == Phase::done);

  w.history.appends.accept();
  w.act(Act{lesson::GiveUp{StepId("most")}});
  w.history.appends.refuse(base::Refusal::disk_full);
  cont(w);
  CHECK(w.lesson().frontier == 2);
  CHECK(w.lesson().section == 0);
  w.history.appends.accept();
  test::study(w, 100);
  CHECK(test::count<learner::LessonFinished>(w.events()) == 1);
}

TEST_CASE("a lesson whose end could not be written is finished later, also after a restart") {
  World w;
  w.start_lesson();
  while (lesson::main_button(w.lesson()).button != MainButton::finish) test::study(w, 1);
  w.history.appends.refuse(base::Refusal::disk_full);
  cont(w);
  REQUIRE(w.in_lesson());
  CHECK(test::count<learner::LessonFinished>(w.events()) == 0);
  w.history.appends.accept();
  w.history.appends.refuse(base::Refusal::disk_full, 0);
  cont(w);
  CHECK(w.model.place.screen == ScreenName::summary);

  World other;
  other.start_lesson();
  while (lesson::main_button(other.lesson()).button != MainButton::finish) test::study(other, 1);
  // The last steps are written, their end is not.
  for (const StepId& id : {StepId("certain")}) {
    (void)other.history.append(course::CourseId("tea"), course::LessonId("first"), learner::StepFinished{id});
  }
  World again = reopened(other);
  enter(again);
  CHECK(again.lesson().section == 3);
  CHECK(lesson::main_button(again.lesson()).button == MainButton::finish);
  cont(again);
  CHECK(again.model.place.screen == ScreenName::summary);
}

TEST_CASE("hints come one by one, are kept, and cost a tenth each") {
  World w = at("most");
  enter(w);
  for (int i = 0; i < 5; ++i) w.act(Act{lesson::ShowHint{StepId("most")}});
  CHECK(w.answer("most").hints == 2);
  CHECK(test::count<learner::HintShown>(w.events()) == 2);
  World again = reopened(w);
  enter(again);
  CHECK(again.answer("most").hints == 2);
  edit(again, "most", grading::ChoicesResponse{{0}});
  cont(again);
  CHECK(again.answer("most").earned == Approx(0.8));
  again.act(Act{lesson::ShowHint{StepId("most")}});
  again.act(Act{lesson::ShowHint{StepId("leaf")}});  // no question
  CHECK(test::count<learner::HintShown>(again.events()) == 2);
}

TEST_CASE("what is not a number costs no try, and one can go on") {
  World w = at("warm");
  enter(w);
  const std::size_t before = w.events().size();
  for (int i = 0; i < 5; ++i) {
    edit(w, "warm", grading::NumberResponse{"hot"});
    cont(w);
    CHECK(w.answer("warm").verdict.remark == grading::Remark::not_a_number);
    cont(w);
  }
  CHECK(w.events().size() == before);
  edit(w, "warm", grading::NumberResponse{"75"});
  cont(w);
  CHECK(w.answer("warm").earned == 1);
}

TEST_CASE("a section can be looked at ahead of time; what was skipped is asked before the end") {
  World w;
  w.start_lesson();
  w.act(Act{lesson::ShowSection{3}});
  CHECK(w.lesson().section == 3);
  CHECK(lesson::open_question(w.lesson())->id == StepId("liking"));
  for (int i = 0; i < 20 && w.lesson().section == 3; ++i) {
    CHECK(lesson::main_button(w.lesson()).button != MainButton::finish);
    test::study(w, 1);
  }
  CHECK(w.lesson().section == 0);
  CHECK(lesson::open_question(w.lesson())->id == StepId("guess"));
  CHECK(test::count<learner::LessonFinished>(w.events()) == 0);
  test::study(w, 100);
  CHECK(test::count<learner::LessonFinished>(w.events()) == 1);
  CHECK(test::count<learner::StepFinished>(w.events()) == 17);
  CHECK(test::count<learner::Answered>(w.events()) == 11);
}

TEST_CASE("the time of an answer begins when its question comes on screen") {
  World w = at("most");
  enter(w);
  w.clock.advance(std::chrono::seconds(20));
  edit(w, "most", grading::ChoicesResponse{{1}});
  cont(w);
  CHECK(std::get<learner::Answered>(w.events().back().what).took == std::chrono::seconds(20));
  w.clock.advance(std::chrono::seconds(7));
  edit(w, "most", grading::ChoicesResponse{{0}});
  cont(w);
  CHECK(std::get<learner::Answered>(w.events().back().what).took == std::chrono::seconds(7));
  w.clock.advance(std::chrono::hours(1));
  cont(w);  // now "warm" is shown
  w.clock.advance(std::chrono::seconds(3));
  edit(w, "warm", grading::NumberResponse{"75"});
  cont(w);
  CHECK(std::get<learner::Answered>(w.events().back().what).took == std::chrono::seconds(3));
}

TEST_CASE("reveals and worked examples open step by step, and no further than they go") {
  World w = at("gaps");
  enter(w);
  w.act(Act{lesson::RevealText{StepId("secret")}});
  for (int i = 0; i < 9; ++i) w.act(Act{lesson::NextWorkedStep{StepId("example")}});
  w.act(Act{lesson::NextWorkedStep{StepId("secret")}});
  CHECK(w.lesson().revealed == std::set{StepId("secret")});
  // Its first step stands there from the beginning.
  CHECK(w.lesson().worked == std::map<StepId, int>{{StepId("example"), 1}});
  w.go(ScreenName::today);  // a glance elsewhere closes nothing
  w.act(Back{});
  CHECK(w.lesson().revealed.size() == 1);
  CHECK(w.lesson().worked.size() == 1);
}

TEST_CASE("actions about steps that are not there change nothing") {
  World w = at("most");
  enter(w);
  const auto before = w.lesson();
  const std::size_t events = w.events().size();
  for (const char* id : {"", "gone", "leaf"}) {
    const StepId step(id);
    w.act(Act{lesson::Edit{step, grading::ChoicesResponse{{0}}}});
    w.act(Act{lesson::SetCertainty{step, Certainty::certain}});
    w.act(Act{lesson::Check{step}});
    w.act(Act{lesson::TryAgain{step}});
    w.act(Act{lesson::ShowHint{step}});
    w.act(Act{lesson::GiveUp{step}});
    w.act(Act{lesson::NextWorkedStep{step}});
  }
  w.act(Act{lesson::RevealText{StepId("gone")}});
  for (const std::size_t section : {std::size_t{4}, SIZE_MAX}) w.act(Act{lesson::ShowSection{section}});
  CHECK(w.lesson().questions.size() == before.questions.size());
  CHECK(w.lesson().section == before.section);
  CHECK(w.lesson().revealed.empty());
  CHECK(w.lesson().worked.empty());
  CHECK(w.events().size() == events);
  CHECK_FALSE(next_deadline(w.model));
}

}  // namespace lesson_test
