// Whatever one does in a lesson, in whatever order: nothing is lost, nothing is invented, and there is always a way on.

#include <map>

#include "screens/fakes.h"
#include "screens/lesson.h"
#include "screens/sample.h"

namespace lesson_property_test {

using namespace screens;
using course::StepId;
using Act = lesson::Action;
using test::World;
using Phase = QuestionState::Phase;

namespace {

/// One random deed; what its numbers mean depends on what is on screen.
struct Deed {
  int what = 0;
  int how = 0;
};
void showValue(const Deed& deed, std::ostream& out) { out << '(' << deed.what << ',' << deed.how << ')'; }

rc::Gen<std::vector<Deed>> deeds() {
  return rc::gen::container<std::vector<Deed>>(rc::gen::build<Deed>(
      rc::gen::set(&Deed::what, rc::gen::inRange(0, 24)), rc::gen::set(&Deed::how, rc::gen::inRange(0, 1000))));
}

const course::Step& step_at(const World& w, int how) {
  const auto& steps = std::get<lesson::State>(w.model.screen).lesson->steps;
  return steps[static_cast<std::size_t>(how) % steps.size()];
}

grading::Response marked(World& w, const course::Step& step, int how) {
  auto response = w.lesson().questions.at(step.id).response;
  if (auto* open = std::get_if<grading::OpenResponse>(&response)) open->met = {how % 2 == 0, how % 3 == 0};
  return response;
}

/// What is done to the question that waits, or to any step at all.
Act deed_on(World& w, const Deed& deed) {
  const course::Step* open = lesson::open_question(w.lesson());
  const course::Step& any = step_at(w, deed.how);
  const StepId id = open ? open->id : any.id;
  switch (deed.what) {
    case 0: return lesson::ShowSection{static_cast<std::size_t>(deed.how) % 6};
    case 1: return lesson::Restart{};
    case 2: return lesson::GiveUp{id};
    case 3: return lesson::ShowHint{any.id};
    case 4: return lesson::TryAgain{id};
    case 5: return lesson::RevealText{any.id};
    case 6: return lesson::NextWorkedStep{any.id};
    case 7: return lesson::Check{any.id};
    case 8: return lesson::Edit{any.id, grading::NumberResponse{"hot"}};
    case 9: return lesson::Edit{any.id, grading::OpenResponse{"Early.", {true, true}}};
    case 10:
    case 11: return lesson::SetCertainty{id, static_cast<learner::Certainty>(deed.how % 4)};
    case 12:
    case 13:
    case 14:
      if (open) return lesson::Edit{id, test::wrong_response(*open->question())};
      break;
    case 15:
    case 16:
      if (open) return lesson::Edit{id, grading::right_response(*open->question())};
      break;
    case 17:
      if (open) return lesson::Edit{id, marked(w, *open, deed.how)};
      break;
    default: break;
  }
  return lesson::Continue{};
}

void open_first(World& w) { w.go(ScreenName::lesson, "tea", "first"); }

/// Answering again after feedback, with nothing typed yet, is no event: a restart shows the feedback once more.
Phase settled(Phase phase) { return phase == Phase::retry ? Phase::answering : phase; }

void check_same_answer(const QuestionState& now, const QuestionState& again) {
  RC_ASSERT(settled(again.phase) == settled(now.phase));
  RC_ASSERT(again.response == now.response);
  RC_ASSERT(again.shown == now.shown);
  RC_ASSERT(again.attempt == now.attempt);
  RC_ASSERT(again.hints == now.hints);
  RC_ASSERT(again.gave_up == now.gave_up);
  RC_ASSERT(again.earned > now.earned - 1e-9);
  RC_ASSERT(again.earned < now.earned + 1e-9);
  if (now.phase == Phase::done) {
    RC_ASSERT(again.verdict.outcome == now.verdict.outcome);
  } else {
    RC_ASSERT(again.certainty == now.certainty);
  }
}

/// The program as it would be had it been closed now and started again, against the one that goes on.
void check_restart(const World& now, bool wandered) {
  World again(now.disk);
  {  // closing writes what is unfinished
    World closing(now.disk);
    closing.model = now.model;
    closing.history.profile = now.history.profile;
    closing.act(Quit{});
    again.disk = closing.disk;
  }
  again.clock.set(now.clock.now() + std::chrono::hours(1));
  again.start();
  open_first(again);
  const auto& a = again.lesson();
  const auto& n = std::get<lesson::State>(now.model.screen);
  RC_ASSERT(a.finished == n.finished);
  RC_ASSERT(a.frontier == n.frontier);
  RC_ASSERT(a.questions.size() == n.questions.size());
  for (const auto& [id, answer] : n.questions) check_same_answer(answer, a.questions.at(id));
  if (!wandered) RC_ASSERT(a.section == n.section);
}

}  // namespace

TEST_CASE("a restart at any point resumes at the same step with the same answers") {
  REQUIRE(rc::check([] {
    World w;
    w.start_lesson();
    bool wandered = false;
    for (const Deed& deed : *deeds()) {
      const Act action = deed_on(w, deed);
      w.act(action);
      if (deed.how % 2 == 0) w.wait(std::chrono::seconds(1));  // what is unfinished was written before, or is not
      if (std::holds_alternative<lesson::ShowSection>(action)) wandered = true;
      if (std::holds_alternative<lesson::Restart>(action)) wandered = false;
      if (!w.in_lesson()) open_first(w), wandered = true;
      check_restart(w, wandered);
    }
  }));
}

TEST_CASE("from anywhere, right answers and the main button lead to the end, which is written once a round") {
  REQUIRE(rc::check([] {
    World w;
    w.start_lesson();
    for (const Deed& deed : *deeds()) {
      w.act(deed_on(w, deed));
      if (!w.in_lesson()) open_first(w);
    }
    const int presses = test::study(w, 200);
    RC_ASSERT(!w.in_lesson());
    RC_ASSERT(presses < 120);  // two or three for each step, and a section may be passed twice
    RC_ASSERT(w.model.place.screen == ScreenName::summary);
    const int ends = test::count<learner::LessonFinished>(w.events());
    RC_ASSERT(ends >= 1);
    RC_ASSERT(ends <= 1 + test::count<learner::LessonRestarted>(w.events()));
    const auto* progress = w.model.shared.progress.lesson(course::CourseId("tea"), course::LessonId("first"));
    const course::Course course = test::tea_course("en");
    for (const course::Step& step : course.lessons[0].steps) RC_ASSERT(progress->finished.contains(step.id));
  }));
}

TEST_CASE("what the disk refuses did not happen, and happens when it is tried again") {
  REQUIRE(rc::check([] {
    World w, willing;
    w.start_lesson();
    willing.start_lesson();
    for (const Deed& deed : *deeds()) {
      const Act action = deed_on(w, deed);
      const auto before = w.lesson();
      const std::size_t events = w.events().size();
      const int refused = w.history.appends.refused();
      w.history.appends.refuse(base::Refusal::disk_full);
      w.act(action);
      w.history.appends.accept();
      RC_ASSERT(w.events().size() == events);
      const bool told = w.notice(Notice::Kind::not_saved) != nullptr;
      // A prediction that cannot be written is nothing to tell of; it is tried again with whatever one does next.
      if (w.history.appends.refused() > refused && !told) w.act(lesson::ShowSection{w.lesson().section});
      if (told) {
        RC_ASSERT(w.history.appends.refused() > refused);
        RC_ASSERT(w.in_lesson());
        RC_ASSERT(w.lesson().finished == before.finished);
        RC_ASSERT(w.lesson().section == before.section);
        for (const auto& [id, answer] : w.lesson().questions) {
          const QuestionState& old = before.questions.at(id);
          RC_ASSERT(answer.phase == old.phase);
          RC_ASSERT(answer.response == old.response);
          RC_ASSERT(answer.attempt == old.attempt);
          RC_ASSERT(answer.hints == old.hints);
          RC_ASSERT(answer.earned == old.earned);
        }
        w.act(action);
        RC_ASSERT(w.notice(Notice::Kind::not_saved) == nullptr);
      }
      willing.act(action);
      if (!w.in_lesson()) open_first(w);
      if (!willing.in_lesson()) open_first(willing);
      // A look ahead and the rubric of an open question are no events: both worlds are where they would be anyway.
      RC_ASSERT(w.lesson().finished == willing.lesson().finished);
      RC_ASSERT(w.events().size() == willing.events().size());
    }
  }));
}

}  // namespace lesson_property_test
