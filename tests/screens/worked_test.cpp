#include "screens/worked.h"

#include "screens/fakes.h"
#include "screens/sample.h"

namespace worked_test {

using namespace screens;
using course::StepId;
using Act = lesson::Action;
using test::World;

namespace {

course::Worked example(bool fade, int steps = 3) {
  course::Worked worked{"E", {}, fade};
  for (int i = 0; i < steps; ++i) worked.steps.push_back({std::to_string(i), "", ""});
  return worked;
}

int asked(const course::Worked& worked, int round) {
  int count = 0;
  for (std::size_t i = 0; i < worked.steps.size(); ++i) count += is_asked(worked, i, round);
  return count;
}

}  // namespace

TEST_CASE("an example fades from its end, one step a round") {
  const course::Worked worked = example(true);
  CHECK(asked(worked, 0) == 0);
  CHECK(asked(worked, 1) == 1);
  CHECK(is_asked(worked, 2, 1));
  CHECK(asked(worked, 2) == 2);
  CHECK_FALSE(is_asked(worked, 0, 2));
  CHECK(asked(worked, 9) == 3);
  CHECK(asked(example(false), 9) == 0);
}

TEST_CASE("a step that asks is asked in every round, fading or not") {
  course::Worked worked = example(false);
  worked.steps[1].ask = "What?";
  CHECK(asked(worked, 0) == 1);
  const WorkedNow first = worked_now(worked, 0, 0);
  CHECK((first.shown == 1 && first.more && first.asks));
  const WorkedNow next = worked_now(worked, 1, 0);
  CHECK((next.shown == 2 && next.more && !next.asks));
  CHECK_FALSE(worked_now(worked, 2, 0).more);
}

TEST_CASE("when even the first step is asked, nothing is shown before") {
  const course::Worked worked = example(true);
  const WorkedNow now = worked_now(worked, 0, 3);
  CHECK((now.shown == 0 && now.more && now.asks));
  CHECK(worked_now(worked, 3, 3).shown == 3);
  CHECK(worked_now(worked, 99, 3).shown == 3);
}

TEST_CASE("shown steps only grow, whatever the round") {
  REQUIRE(rc::check("worked_now", [] {
    const course::Worked worked = example(*rc::gen::arbitrary<bool>(), *rc::gen::inRange(1, 9));
    const int round = *rc::gen::inRange(0, 12);
    std::size_t before = 0;
    for (int opened = 0; opened < 12; ++opened) {
      const WorkedNow now = worked_now(worked, opened, round);
      RC_ASSERT(now.shown >= before && now.shown <= worked.steps.size());
      RC_ASSERT(now.more == (now.shown < worked.steps.size()));
      RC_ASSERT(!now.asks || is_asked(worked, now.shown, round));
      before = now.shown;
    }
    RC_ASSERT(before == worked.steps.size());
  }));
}

TEST_CASE("what one writes before a step is shown stays beside it, and goes with the round") {
  World w;
  w.start_lesson();
  const StepId id("example");
  w.act(Act{lesson::TypeAttempt{id, "Perhaps so."}});
  CHECK(w.lesson().tried.at(id).at(1) == "Perhaps so.");
  w.act(Act{lesson::NextWorkedStep{id}});
  w.act(Act{lesson::TypeAttempt{id, "too late"}});  // all is shown: nothing is asked any more
  CHECK(w.lesson().tried.at(id).size() == 1);
  w.act(Act{lesson::TypeAttempt{StepId("welcome"), "no example"}});
  CHECK(w.lesson().tried.size() == 1);
  CHECK(w.lesson().round == 0);

  w.go(ScreenName::settings);
  w.act(Back{});  // a glance elsewhere forgets nothing
  CHECK(w.lesson().tried.at(id).at(1) == "Perhaps so.");

  w.act(Act{lesson::Restart{}});
  CHECK(w.lesson().tried.empty());
  CHECK(w.lesson().round == 1);
}

TEST_CASE("a diagram is said in words, and drawn again") {
  World w;
  w.start_lesson();
  w.act(Act{lesson::ShowAsText{StepId("leaf")}});
  CHECK(w.lesson().as_text.contains(StepId("leaf")));
  w.act(Act{lesson::ShowAsText{StepId("leaf")}});
  w.act(Act{lesson::ShowAsText{StepId("nowhere")}});
  CHECK(w.lesson().as_text.empty());
}

}  // namespace worked_test
