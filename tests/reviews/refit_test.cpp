#include "reviews/refit.h"

#include "base/random.h"
#include "reviews/history.h"
#include "support/test.h"

namespace {

using memory::Grade;
using reviews::Model;
using reviews::ModelKind;
using test::History;

/// Somebody who forgets at another pace than assumed: known with the probability of a model whose time runs `pace` times as fast.
void study(History& history, int questions, int reviews_each, double pace, ModelKind kind = ModelKind::fsrs7) {
  base::Random random(3);
  const Model truth(kind);
  const base::TimePoint start = history.now;
  for (int round = 0; round < reviews_each; ++round) {
    for (int q = 0; q < questions; ++q) {
      const std::string name = "q" + std::to_string(q);
      const auto card = history.card(name.c_str());
      history.now = start + std::chrono::hours(24 * ((1 << round) - 1)) + std::chrono::minutes(q);
      double known = 0.8;
      if (card != reviews::kNone) {
        const auto& of = history.reviews.card(card);
        known = truth.recall(of.state, memory::Days(history.now - of.last) * pace);
      }
      const bool right = static_cast<double>(random.next() >> 11) * 0x1.0p-53 < known;
      history.reviewed(name.c_str(), right ? Grade::good : Grade::again);
    }
  }
}

TEST_CASE("a fit is wanted after 32 reviews, and then after a twentieth more, but at least 32") {
  CHECK_FALSE(reviews::wants_fit(0, 0));
  CHECK_FALSE(reviews::wants_fit(31, 0));
  CHECK(reviews::wants_fit(32, 0));
  CHECK_FALSE(reviews::wants_fit(100, 69));
  CHECK(reviews::wants_fit(101, 69));
  CHECK_FALSE(reviews::wants_fit(10'499, 10'000));
  CHECK(reviews::wants_fit(10'500, 10'000));
  CHECK_FALSE(reviews::wants_fit(90, 100));  // reviews were undone
}

TEST_CASE("who forgets faster than assumed gets other parameters, and shorter intervals") {
  for (const auto kind : {ModelKind::fsrs7, ModelKind::fsrs6}) {
    History history(kind);
    study(history, 300, 6, 3, kind);
    const auto task = reviews::fit_task(history.reviews);
    CHECK(task.reviews == 1800);
    const auto fitted = reviews::run(task, {});
    REQUIRE(fitted);
    CHECK(fitted->model == reviews::name_of(kind));
    CHECK(fitted->reviews == 1800);
    CHECK(fitted->loss_after < fitted->loss_before);
    const Model with(kind, fitted->parameters);
    const auto change = reviews::change_of_intervals(history.reviews, with, 0.9);
    REQUIRE(change);
    CHECK(*change < -0.2);
    history.happens(*fitted);
    CHECK(history.reviews.model().parameters() == with.parameters());
    CHECK(history.reviews.last_fit()->reviews == 1800);
    // Told once: after it, nothing changes any more.
    CHECK(std::abs(*reviews::change_of_intervals(history.reviews, with, 0.9)) < 1e-9);
  }
}

TEST_CASE("who forgets more slowly gets longer intervals") {
  History history;
  study(history, 300, 6, 0.2);
  const auto fitted = reviews::run(reviews::fit_task(history.reviews), {});
  REQUIRE(fitted);
  CHECK(*reviews::change_of_intervals(history.reviews, Model(ModelKind::fsrs7, fitted->parameters), 0.9) > 0.1);
}

TEST_CASE("too few reviews, or being asked to stop, change nothing") {
  History history;
  CHECK_FALSE(reviews::change_of_intervals(history.reviews, Model(), 0.9));
  CHECK_FALSE(reviews::run(reviews::fit_task(history.reviews), {}));
  study(history, 300, 5, 3);
  std::stop_source stop;
  stop.request_stop();
  CHECK_FALSE(reviews::run(reviews::fit_task(history.reviews), stop.get_token()));
}

}  // namespace
