#include "screens/review.h"

#include <cmath>
#include <map>
#include <set>

#include "screens/fakes.h"
#include "screens/sample.h"
#include "screens/today.h"

namespace review_test {

using namespace screens;
using memory::Grade;
using review::Length;
using review::Page;
using test::count;
using test::World;

constexpr std::chrono::days kDay{1};

review::State& on(World& w) { return std::get<review::State>(w.model.screen); }
void act(World& w, const review::Action& action) { w.act(Action(action)); }

/// Anna has studied the first lesson, and `later` has passed.
void studied(World& w, base::Duration later = std::chrono::days(30)) {
  w.start_lesson();
  test::study(w, 200);
  w.clock.advance(later);
  w.act(Tick{});
  w.go(ScreenName::review);
}

/// Answers what is on screen.
void answer(World& w, bool right) {
  const review::Card& card = *on(w).card;
  const course::Question& question = review::asked(card);
  const bool sure = grading::asks_certainty(question);
  if (sure) act(w, review::SetCertainty{learner::Certainty::fairly});
  auto response = right ? grading::right_response(question) : test::wrong_response(question);
  if (auto* open = std::get_if<grading::OpenResponse>(&response)) {
    const std::vector<bool> met = open->met;
    act(w, review::Edit{grading::OpenResponse{open->written.empty() ? "Words." : open->written, {}}});
    act(w, review::Check{});
    act(w, review::Edit{grading::OpenResponse{"Words.", std::vector<bool>(met.size(), right)}});
  } else {
    act(w, review::Edit{response});
  }
  act(w, review::Check{});
}

TEST_CASE("what was answered in a lesson comes back; opinions do not") {
  World w;
  studied(w, std::chrono::days(60));
  CHECK(on(w).page == Page::start);
  std::size_t questions = 0;
  for (const course::Step& step : w.model.shared.courses[0].course->lessons[0].steps) {
    const course::Question* question = step.question();
    if (question && !std::holds_alternative<course::Scale>(question->kind)) ++questions;
  }
  CHECK(w.model.shared.due.questions == questions);
  CHECK(w.model.shared.reviews.size() == questions);
}

TEST_CASE("each prediction is in the history before its question, each answer before its feedback") {
  World w;
  studied(w);
  act(w, review::Begin{Length::all});
  REQUIRE(on(w).page == Page::asking);
  REQUIRE(on(w).card);
  const auto* foretold = std::get_if<learner::Foretold>(&w.events().back().what);
  REQUIRE(foretold);
  CHECK(foretold->question == on(w).card->question.id);
  CHECK(foretold->recall == on(w).card->recall);
  CHECK(foretold->seed == on(w).card->answer.seed);
  answer(w, true);
  REQUIRE(on(w).card->returns);
  const auto* reviewed = std::get_if<learner::Reviewed>(&w.events().back().what);
  REQUIRE(reviewed);
  CHECK(reviewed->credit == 1);
  CHECK(reviewed->comes_back.grade == on(w).card->grade);
  CHECK(reviewed->comes_back.due > w.clock.now());
  CHECK(w.model.shared.reviews.log().foretold.back() == static_cast<float>(foretold->recall));
  // Next, as graded: nothing more is written of this one.
  const std::size_t before = w.events().size();
  const auto first = on(w).card->question.id;
  act(w, review::Next{});
  REQUIRE(on(w).card);
  CHECK(on(w).card->question.id != first);
  CHECK(w.events().size() == before + 1);  // what is foretold of the next
}

TEST_CASE("another grade is kept and moves the question") {
  World w;
  studied(w);
  act(w, review::Begin{Length::all});
  answer(w, true);
  const auto index = on(w).card->index;
  const Returns returns = *on(w).card->returns;
  act(w, review::Grade{Grade::easy});
  CHECK(count<learner::Regraded>(w.events()) == 1);
  CHECK(w.model.shared.reviews.card(index).due == returns.with(Grade::easy).due);
  CHECK(on(w).card->index != index);
}

TEST_CASE("the whole review, wrong ones once more at its end, and how it went") {
  World w;
  studied(w);
  act(w, review::Begin{Length::all});
  const std::size_t planned = on(w).planned;
  std::map<reviews::CardIndex, int> times;
  int presses = 0;
  while (on(w).page == Page::asking && presses++ < 200) {
    const auto index = on(w).card->index;
    const bool right = ++times[index] > 1 || index % 3 != 0;
    answer(w, right);
    act(w, review::Next{});
  }
  CHECK(on(w).page == Page::done);
  CHECK(times.size() == planned);
  for (const auto& [index, n] : times) {
    CAPTURE(index);
    CHECK(n == (index % 3 == 0 ? 2 : 1));
  }
  const review::Tally tally = review::tally(on(w));
  CHECK(tally.known == planned);
  CHECK(tally.answered > planned);
  CHECK(tally.foretold > 0);
  CHECK(w.model.shared.due.questions == 0);
  CHECK(review::next_due(w.model.shared));
}

TEST_CASE("undo brings questions back as they were shown, as far as one likes") {
  World w;
  studied(w);
  act(w, review::Begin{Length::all});
  const auto first = on(w).card->index;
  const auto seed = on(w).card->answer.seed;
  const auto before = w.model.shared.reviews.card(first);
  answer(w, false);
  act(w, review::Next{});
  const auto second = on(w).card->index;
  act(w, review::Bury{});
  CHECK(w.model.shared.reviews.card(second).buried > w.clock.now());
  const auto third = on(w).card->index;
  act(w, review::PutAside{learner::Standing::not_for_me});
  CHECK(w.model.shared.reviews.card(third).standing == learner::Standing::not_for_me);

  act(w, review::Undo{});
  CHECK(on(w).card->index == third);
  CHECK(w.model.shared.reviews.card(third).standing == learner::Standing::asked);
  act(w, review::Undo{});
  CHECK(on(w).card->index == second);
  CHECK(w.model.shared.reviews.card(second).buried <= w.clock.now());
  act(w, review::Undo{});
  CHECK(on(w).card->index == first);
  CHECK(on(w).card->answer.seed == seed);
  CHECK_FALSE(on(w).card->returns);
  CHECK(w.model.shared.reviews.card(first).state == before.state);
  CHECK(w.model.shared.reviews.card(first).reviews == before.reviews);
  act(w, review::Undo{});  // nothing left
  CHECK(on(w).card->index == first);
}

TEST_CASE("“known already” comes once more in three months, “not for me” never") {
  World w;
  studied(w);
  act(w, review::Begin{Length::all});
  const auto known = on(w).card->index;
  act(w, review::PutAside{learner::Standing::known});
  const auto never = on(w).card->index;
  act(w, review::PutAside{learner::Standing::not_for_me});
  CHECK(w.model.shared.reviews.card(known).due > w.clock.now() + 85 * kDay);
  const auto comes = [&](reviews::CardIndex index, base::TimePoint at) {
    for (const auto& card : reviews::due(w.model.shared.reviews, at, [](const auto&) {
           return reviews::Askable{true, 0};
         }))
      if (card.card == index) return true;
    return false;
  };
  CHECK_FALSE(comes(known, w.clock.now() + 80 * kDay));
  CHECK(comes(known, w.clock.now() + 100 * kDay));
  CHECK_FALSE(comes(never, w.clock.now() + 10'000 * kDay));
}

TEST_CASE("a review that was interrupted goes on with the same question, as it was shown, and what was typed") {
  World w;
  studied(w);
  act(w, review::Begin{Length::all});
  while (!std::holds_alternative<course::Number>(review::asked(*on(w).card).kind)) {
    answer(w, true);
    act(w, review::Next{});
    REQUIRE(on(w).page == Page::asking);
  }
  const auto index = on(w).card->index;
  const auto seed = on(w).card->answer.seed;
  act(w, review::Edit{grading::NumberResponse{"12"}});
  w.wait(std::chrono::seconds(1));
  CHECK(count<learner::Foretold>(w.events()) > 0);
  const int foretold = count<learner::Foretold>(w.events());

  World again(w.disk);
  again.clock.set(w.clock.now());
  again.start();
  again.go(ScreenName::review);
  act(again, review::Begin{Length::all});
  REQUIRE(on(again).card);
  const auto& ref = again.model.shared.reviews.question(on(again).card->index);
  CHECK(ref == w.model.shared.reviews.question(index));
  CHECK(on(again).card->answer.seed == seed);
  CHECK(std::get<grading::NumberResponse>(on(again).card->answer.response).typed == "12");
  CHECK(count<learner::Foretold>(again.events()) == foretold);
}

TEST_CASE("an answer that cannot be written did not happen; a prediction that cannot ends the review") {
  World w;
  studied(w);
  act(w, review::Begin{Length::all});
  const std::size_t before = w.events().size();
  w.history.appends.refuse(base::Refusal::disk_full);
  answer(w, true);
  CHECK_FALSE(on(w).card->returns);
  CHECK(w.events().size() == before);
  CHECK(w.notice(Notice::Kind::not_saved));
  w.history.appends.accept();
  answer(w, true);
  REQUIRE(on(w).card->returns);
  w.history.appends.refuse(base::Refusal::disk_full);
  act(w, review::Next{});
  CHECK(on(w).page == Page::done);
  CHECK(w.notice(Notice::Kind::not_saved));
}

TEST_CASE("five minutes end a review after the question at hand") {
  World w;
  studied(w);
  act(w, review::Begin{Length::five_minutes});
  w.clock.advance(std::chrono::minutes(4));
  answer(w, true);
  act(w, review::Next{});
  REQUIRE(on(w).page == Page::asking);
  w.clock.advance(std::chrono::minutes(2));
  answer(w, true);
  CHECK(on(w).page == Page::asking);
  act(w, review::Next{});
  CHECK(on(w).page == Page::done);
  CHECK(w.model.shared.due.questions > 0);
}

TEST_CASE("a single choice is answered by picking it") {
  World w;
  studied(w);
  act(w, review::Begin{Length::all});
  for (int i = 0; i < 50 && on(w).page == Page::asking; ++i) {
    const course::Question& question = review::asked(*on(w).card);
    if (review::answers_by_picking(question) && !grading::asks_certainty(question)) {
      act(w, review::Edit{grading::right_response(question)});
      CHECK(on(w).card->returns);
      return;
    }
    answer(w, true);
    act(w, review::Next{});
  }
  FAIL("no such question");
}

TEST_CASE("whatever one does, in whatever order, the history comes to what is on screen") {
  REQUIRE(rc::check([] {
    World w;
    studied(w, std::chrono::hours(*rc::gen::inRange(0, 2000)));
    act(w, review::Begin{static_cast<Length>(*rc::gen::inRange(0, 3))});
    for (int i = *rc::gen::inRange(0, 40); i > 0; --i) {
      switch (*rc::gen::inRange(0, 11)) {
        case 0: act(w, review::Undo{}); break;
        case 1: act(w, review::Bury{}); break;
        case 2: act(w, review::PutAside{static_cast<learner::Standing>(*rc::gen::inRange(0, 3))}); break;
        case 3: act(w, review::GiveUp{}); break;
        case 4: act(w, review::Grade{static_cast<Grade>(*rc::gen::inRange(0, 6))}); break;
        case 5: act(w, review::Stop{}); break;
        case 6: act(w, review::Begin{Length::all}); break;
        case 7: act(w, review::ShowHint{}); break;
        case 8: w.wait(std::chrono::seconds(*rc::gen::inRange(0, 400))); break;
        default:
          if (on(w).card && !on(w).card->returns) answer(w, *rc::gen::arbitrary<bool>());
          act(w, review::Next{});
      }
      RC_ASSERT((on(w).page == Page::asking) == on(w).card.has_value());
    }
    reviews::Reviews folded;
    for (const learner::Event& event : w.events()) folded.apply(event);
    const reviews::Reviews& shown = w.model.shared.reviews;
    RC_ASSERT(folded.size() == shown.size());
    for (reviews::CardIndex c = 0; c < shown.size(); ++c) {
      RC_ASSERT(folded.card(c).state == shown.card(c).state);
      RC_ASSERT(folded.card(c).due == shown.card(c).due);
      RC_ASSERT(folded.card(c).reviews >= 1);
    }
  }));
}

TEST_CASE("in a lesson the grade can be changed, the question put aside, and taken back") {
  World w;
  w.start_lesson();
  test::study_until(w, "most");
  const course::StepId step("most");
  const course::Step* open = lesson::open_question(w.lesson());
  REQUIRE(open);
  w.act(lesson::Action{lesson::Edit{step, grading::right_response(*open->question())}});
  w.act(lesson::Action{lesson::SetCertainty{step, learner::Certainty::fairly}});
  w.act(lesson::Action{lesson::Check{step}});
  REQUIRE(w.lesson().returning.contains(step));
  const lesson::Returning& returning = w.lesson().returning.at(step);
  const auto index = w.model.shared.reviews.find({w.lesson().course->id, open->question()->id});
  REQUIRE(index != reviews::kNone);
  CHECK(w.model.shared.reviews.card(index).due == returning.returns.with(returning.grade).due);
  w.act(lesson::Action{lesson::Regrade{step, Grade::hard}});
  CHECK(w.lesson().returning.at(step).grade == Grade::hard);
  CHECK(w.model.shared.reviews.card(index).due == returning.returns.with(Grade::hard).due);
  w.act(lesson::Action{lesson::PutAside{step, learner::Standing::not_for_me}});
  CHECK(w.model.shared.reviews.card(index).standing == learner::Standing::not_for_me);
  w.act(lesson::Action{lesson::Regrade{step, Grade::hard}});
  CHECK(w.model.shared.reviews.card(index).standing == learner::Standing::asked);
}

TEST_CASE("a lesson gone through again foretells its questions") {
  World w;
  w.start_lesson();
  test::study(w, 200);
  CHECK(count<learner::Foretold>(w.events()) == 0);
  w.clock.advance(std::chrono::days(10));
  w.go(ScreenName::lesson, "tea", "first");
  w.act(lesson::Action{lesson::Restart{}});
  test::study(w, 200);
  CHECK(count<learner::Foretold>(w.events()) > 3);
  const auto& log = w.model.shared.reviews.log();
  CHECK(std::count_if(log.foretold.begin(), log.foretold.end(), [](float f) { return !std::isnan(f); }) > 3);
}

}  // namespace review_test
