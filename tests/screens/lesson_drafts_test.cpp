// What is typed in a lesson and not yet checked: kept, brought back, and never in the way.

#include "screens/lesson_steps.h"

namespace lesson_drafts_test {

using namespace screens;
using course::StepId;
using Act = lesson::Action;
using learner::Certainty;
using test::at, test::cont, test::edit, test::enter, test::reopened;
using test::World;
using Phase = QuestionState::Phase;

namespace {

std::string typed(const World& w, const char* step) {
  const auto& response = std::get<lesson::State>(w.model.screen).questions.at(StepId(step)).response;
  if (const auto* words = std::get_if<grading::AnswersResponse>(&response)) return words->typed;
  return std::get<grading::OpenResponse>(response).written;
}

}  // namespace

TEST_CASE("what is typed is written after a moment, however long one goes on typing") {
  World w = at("name");
  enter(w);
  edit(w, "name", grading::AnswersResponse{"o"});
  REQUIRE(next_deadline(w.model));
  CHECK(*next_deadline(w.model) > w.clock.now());
  w.act(Tick{});  // not due yet
  CHECK(w.history.drafts.calls() == 0);
  for (const char* text : {"ox", "oxi", "oxid", "oxida"}) {
    w.clock.advance(std::chrono::milliseconds(150));
    edit(w, "name", grading::AnswersResponse{text});
    if (*next_deadline(w.model) <= w.clock.now()) w.act(Tick{});
  }
  CHECK(w.history.drafts.calls() == 1);
  w.wait(std::chrono::seconds(1));
  CHECK(w.history.drafts.calls() == 2);
  CHECK_FALSE(next_deadline(w.model));
  w.wait(std::chrono::seconds(1));
  CHECK(w.history.drafts.calls() == 2);

  World killed(w.disk);
  enter(killed);
  CHECK(typed(killed, "name") == "oxida");
  CHECK(killed.answer("name").phase == Phase::answering);
}

TEST_CASE("a clock that is set back does not put off what is due") {
  World w = at("name");
  enter(w);
  edit(w, "name", grading::AnswersResponse{"o"});
  w.clock.advance(-std::chrono::hours(24));
  edit(w, "name", grading::AnswersResponse{"ox"});
  w.wait(std::chrono::seconds(1));
  CHECK(w.history.drafts.calls() == 1);
}

TEST_CASE("leaving writes what was typed at once") {
  World w = at("name");
  enter(w);
  SECTION("by going elsewhere") { edit(w, "name", grading::AnswersResponse{"mine"}), w.go(ScreenName::today); }
  SECTION("back") { edit(w, "name", grading::AnswersResponse{"mine"}), w.act(Back{}); }
  SECTION("by quitting") { edit(w, "name", grading::AnswersResponse{"mine"}), w.act(Quit{}); }
  SECTION("to another profile") {
    const auto made = w.accounts.create("Ben");
    edit(w, "name", grading::AnswersResponse{"mine"});
    w.act(SwitchProfile{made->id});
    w.act(SwitchProfile{learner::ProfileId("profile-1")});
  }
  World again(w.disk);
  again.disk.last = learner::ProfileId("profile-1");
  enter(again);
  CHECK(typed(again, "name") == "mine");
}

TEST_CASE("input that the disk refuses is told once, kept, tried again and then no longer spoken of") {
  World w = at("name");
  enter(w);
  edit(w, "name", grading::AnswersResponse{"mine"});
  w.history.drafts.refuse(base::Refusal::disk_full);
  w.wait(std::chrono::seconds(1));
  REQUIRE(w.notice(Notice::Kind::not_saved));
  w.act(DismissNotice{w.notice(Notice::Kind::not_saved)->serial});
  w.wait(std::chrono::seconds(10));
  CHECK(w.history.drafts.refused() == 2);
  CHECK_FALSE(w.notice(Notice::Kind::not_saved));  // it was read and put away

  w.go(ScreenName::today);
  w.go(ScreenName::lesson, "tea", "first");
  CHECK(typed(w, "name") == "mine");
  w.go(ScreenName::today);
  w.history.drafts.accept();
  w.wait(std::chrono::seconds(10));  // also on another screen
  CHECK_FALSE(next_deadline(w.model));
  World again(w.disk);
  enter(again);
  CHECK(typed(again, "name") == "mine");
}

TEST_CASE("a notice about refused input goes once it is written") {
  World w = at("name");
  enter(w);
  edit(w, "name", grading::AnswersResponse{"mine"});
  w.history.drafts.refuse(base::Refusal::busy, 1);
  w.wait(std::chrono::seconds(1));
  CHECK(w.notice(Notice::Kind::not_saved));
  w.wait(std::chrono::seconds(10));
  CHECK_FALSE(w.notice(Notice::Kind::not_saved));
}

TEST_CASE("a draft that could not be removed does no harm") {
  World w = at("most");
  enter(w);
  edit(w, "most", grading::ChoicesResponse{{1}});
  w.wait(std::chrono::seconds(1));
  w.history.drops.refuse(base::Refusal::disk_full);
  SECTION("after a check") {
    edit(w, "most", grading::ChoicesResponse{{2}});
    cont(w);
    World again = reopened(w);
    enter(again);
    CHECK(again.answer("most").phase == Phase::retry);
    CHECK(again.answer("most").response == grading::Response(grading::ChoicesResponse{{2}}));
  }
  SECTION("after a restart of the lesson") {
    w.act(Act{lesson::Restart{}});
    World again = reopened(w);
    enter(again);
    CHECK(again.answer("most").response == grading::Response(grading::ChoicesResponse{}));
  }
}

TEST_CASE("what was typed before giving up stays readable") {
  World w = at("name");
  enter(w);
  edit(w, "name", grading::AnswersResponse{"no idea"});
  w.act(Act{lesson::GiveUp{StepId("name")}});
  CHECK(w.answer("name").phase == Phase::done);
  World again = reopened(w);
  enter(again);
  CHECK(again.answer("name").gave_up);
  CHECK(typed(again, "name") == "no idea");
  CHECK(again.answer("name").earned == 0);
}

TEST_CASE("an open question goes on where it was: writing, marking, done") {
  World w = at("essay");
  enter(w);
  edit(w, "essay", grading::OpenResponse{"Heat.", {}});
  World writing = reopened(w);
  enter(writing);
  CHECK(writing.answer("essay").phase == Phase::answering);
  CHECK(typed(writing, "essay") == "Heat.");

  cont(writing);
  edit(writing, "essay", grading::OpenResponse{"Heat.", {false, true}});
  CHECK(test::count<learner::Answered>(writing.events()) == test::count<learner::Answered>(w.events()));
  World marking = reopened(writing);
  enter(marking);
  CHECK(marking.answer("essay").phase == Phase::marking);
  CHECK(std::get<grading::OpenResponse>(marking.answer("essay").response).met == std::vector<bool>{false, true});

  cont(marking);
  World done = reopened(marking);
  enter(done);
  CHECK(done.answer("essay").phase == Phase::done);
  CHECK(done.answer("essay").earned == Approx(0.5));
  CHECK(typed(done, "essay") == "Heat.");
}

TEST_CASE("how sure one is must be said where it is asked, and survives a restart") {
  World w = at("certain");
  enter(w);
  edit(w, "certain", grading::ChoicesResponse{{1}});
  CHECK_FALSE(lesson::main_button(w.lesson()).enabled);
  w.act(Act{lesson::SetCertainty{StepId("certain"), Certainty::certain}});
  CHECK(lesson::main_button(w.lesson()).enabled);
  World again = reopened(w);
  enter(again);
  CHECK(again.answer("certain").certainty == Certainty::certain);
  cont(again);
  CHECK(std::get<learner::Answered>(again.events().back().what).certainty == Certainty::certain);
}

TEST_CASE("the order shown stays when one comes back before a first try") {
  World w = at("ranks");
  enter(w);
  const auto shown = w.lesson().questions;
  w.clock.advance(std::chrono::hours(30));
  World again = reopened(w);
  again.clock.set(w.clock.now());
  enter(again);
  for (const auto& [id, answer] : again.lesson().questions) CHECK(answer.shown == shown.at(id).shown);
  CHECK(again.answer("ranks").response == shown.at(StepId("ranks")).response);
}

TEST_CASE("a profile that can only be read is not told so at every key") {
  World w = at("name");
  w.disk.profiles.begin()->second.read_only = true;
  enter(w);
  edit(w, "name", grading::AnswersResponse{"mine"});
  w.wait(std::chrono::seconds(1));
  CHECK(w.history.drafts.calls() == 0);
  CHECK_FALSE(w.notice(Notice::Kind::not_saved));
  w.go(ScreenName::today);
  w.go(ScreenName::lesson, "tea", "first");
  CHECK(typed(w, "name") == "mine");
  cont(w);
  CHECK(w.notice(Notice::Kind::not_saved));
  CHECK(w.answer("name").phase == Phase::answering);
  w.act(Quit{});
  CHECK(w.desktop.quits == 1);
}

}  // namespace lesson_drafts_test
