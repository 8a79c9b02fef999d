// The model is fitted by itself: when, and what is told of it.

#include "screens/refit.h"

#include "screens/fakes.h"
#include "screens/sample.h"

namespace {

using namespace screens;
using test::World;

const course::CourseId kTea("tea");

/// Somebody with a history of `count` reviews.
void reviews_happen(World& w, int count) {
  for (int i = 0; i < count; ++i) {
    learner::Reviewed what;
    what.question = course::QuestionId("q" + std::to_string(i % 20));
    what.comes_back = {i % 3 == 0 ? memory::Grade::again : memory::Grade::good, w.clock.now(), 1};
    REQUIRE(record(w.model.shared, w.services, kTea, {}, what));
    w.clock.advance(std::chrono::hours(30));
    w.act(ShowOverlay{Overlay::none});
  }
}

/// Parameters with which everything comes back after twice, or half, the time, nearly.
learner::Fitted fitted(World& w, double factor) {
  auto parameters = w.model.shared.reviews.model().parameters();
  for (std::size_t i = 0; i < 4; ++i) parameters[i] *= factor;
  return {"fsrs7", parameters, w.model.shared.reviews.count(), 0.5, 0.4};
}

struct Fits : World {
  Fits() { start_lesson(); }
  FitDone done(std::optional<learner::Fitted> improved) {
    return {model.shared.profile.id, fitter.asked.back().reviews, std::move(improved)};
  }
};

TEST_CASE("a few seconds after the answer that makes enough of them, one fit begins") {
  Fits w;
  reviews_happen(w, 31);
  w.wait(std::chrono::seconds(10));
  CHECK(w.fitter.asked.empty());
  reviews_happen(w, 1);
  const auto due = next_deadline(w.model);
  REQUIRE(due);
  w.clock.set(*due - std::chrono::milliseconds(1));
  w.act(Tick{});
  CHECK(w.fitter.asked.empty());
  w.wait(std::chrono::milliseconds(1));
  REQUIRE(w.fitter.asked.size() == 1);
  CHECK(w.fitter.asked[0].reviews == 32);
  CHECK(w.fitter.asked[0].log.reviews() == 32);
  // While it runs no other begins.
  reviews_happen(w, 40);
  w.wait(std::chrono::seconds(10));
  CHECK(w.fitter.asked.size() == 1);
  w.act(w.done(std::nullopt));
  reviews_happen(w, 1);
  w.wait(std::chrono::seconds(10));
  CHECK(w.fitter.asked.size() == 2);
}

TEST_CASE("what is better is kept, and told where intervals change") {
  Fits w;
  reviews_happen(w, 60);
  w.wait(std::chrono::seconds(10));
  REQUIRE(w.fitter.asked.size() == 1);
  const auto better = fitted(w, 2);
  const double change = *reviews::change_of_intervals(
      w.model.shared.reviews, reviews::Model(reviews::ModelKind::fsrs7, better.parameters), 0.9);
  w.act(w.done(better));
  CHECK(test::count<learner::Fitted>(w.events()) == 1);
  REQUIRE(w.model.shared.reviews.last_fit());
  CHECK(w.model.shared.reviews.last_fit()->reviews == 60);
  REQUIRE(w.notice(Notice::Kind::fitted));
  CHECK(w.notice(Notice::Kind::fitted)->count == std::lround(change * 100));
  CHECK(w.notice(Notice::Kind::fitted)->count > 3);
  // The next start has it, and does not fit again.
  World next(w.disk);
  next.start();
  CHECK(next.model.shared.reviews.model().parameters() == w.model.shared.reviews.model().parameters());
  next.wait(std::chrono::minutes(1));
  CHECK(next.fitter.asked.empty());
  CHECK(next.model.shared.notices.empty());
}

TEST_CASE("a change that nobody would notice is kept in silence; what is no better is forgotten") {
  Fits w;
  reviews_happen(w, 60);
  w.wait(std::chrono::seconds(10));
  w.act(w.done(fitted(w, 1.0001)));
  CHECK(test::count<learner::Fitted>(w.events()) == 1);
  CHECK_FALSE(w.notice(Notice::Kind::fitted));
  reviews_happen(w, 40);
  w.wait(std::chrono::seconds(10));
  w.act(w.done(std::nullopt));
  CHECK(test::count<learner::Fitted>(w.events()) == 1);
  CHECK(w.model.shared.notices.empty());
  // Not again with the next answer.
  reviews_happen(w, 1);
  w.wait(std::chrono::seconds(10));
  CHECK(w.fitter.asked.size() == 2);
}

TEST_CASE("nothing is fitted while a question of a review is on screen") {
  Fits w;
  test::study(w, 200);
  w.clock.advance(std::chrono::days(60));
  reviews_happen(w, 40);
  w.go(ScreenName::review);
  w.act(review::Action{review::Begin{}});
  REQUIRE(std::get<review::State>(w.model.screen).page == review::Page::asking);
  w.clock.advance(std::chrono::minutes(1));
  w.act(Tick{});
  CHECK(w.fitter.asked.empty());
  CHECK_FALSE(next_fit(w.model.shared, true));
  w.go(ScreenName::today);
  w.wait(std::chrono::seconds(1));
  CHECK(w.fitter.asked.size() == 1);
}

TEST_CASE("a fit ends with its profile, and what comes of it all the same is passed over") {
  Fits w;
  reviews_happen(w, 60);
  w.wait(std::chrono::seconds(10));
  const FitDone late = w.done(fitted(w, 2));
  const auto ben = w.accounts.create("Ben");
  w.act(SwitchProfile{ben->id});
  CHECK(w.fitter.stops == 1);
  w.act(late);
  CHECK(w.events().empty());
  CHECK_FALSE(w.notice(Notice::Kind::fitted));
}

TEST_CASE("a disk that refuses the new parameters is not told of: nothing of the learner's is lost") {
  Fits w;
  reviews_happen(w, 60);
  w.wait(std::chrono::seconds(10));
  w.history.appends.refuse(base::Refusal::disk_full);
  w.act(w.done(fitted(w, 2)));
  CHECK_FALSE(w.model.shared.reviews.last_fit());
  CHECK(w.model.shared.notices.empty());
}

}  // namespace
