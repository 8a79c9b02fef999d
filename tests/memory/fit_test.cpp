// The fit: it finds what there is to find, and does no harm where there is nothing.

#include "memory/fit.h"

#include <thread>

#include "memory/generate.h"
#include "support/test.h"

namespace fit_test {
namespace {

using memory::Fit;
using memory::FitOutcome;
using memory::Fsrs6;
using memory::Fsrs7;
using memory::ReviewLog;

template <class Model>
double mean_loss(const ReviewLog& log, const typename Model::Parameters& w, bool whole_days) {
  const test::Loss loss = test::loss_of(log, Model(w), whole_days);
  return loss.sum / static_cast<double>(loss.count);
}

template <class Model>
bool valid(const typename Model::Parameters& w) {
  const auto clipped = Model::clipped(w);
  for (std::size_t i = 0; i < Model::kSize; ++i) {
    if (std::abs(clipped[i] - w[i]) > 1e-12 * std::max(1.0, std::abs(w[i]))) return false;
  }
  return true;
}

/// A learner far from the average, and cards of theirs that the fit has not seen: it must gain there, and come as near to
/// the truth as `excess`.
template <class Model>
void finds_the_truth(std::size_t reviews, bool whole_days, double excess) {
  base::Random random(11);
  const Model truth(test::near_parameters<Model>(random, 0.5));
  const ReviewLog log = test::study(truth, reviews, random, whole_days);
  const ReviewLog unseen = test::study(truth, 30'000, random, whole_days);
  const Fit<Model> fit = memory::fit(log, Model::defaults());
  REQUIRE(fit.outcome == FitOutcome::improved);
  CHECK(valid<Model>(fit.parameters));
  CHECK(fit.predictions == test::loss_of(log, truth, whole_days).count);
  CHECK(fit.loss_before == Approx(mean_loss<Model>(log, Model::defaults(), whole_days)).epsilon(1e-5));
  CHECK(fit.loss_after == Approx(mean_loss<Model>(log, fit.parameters, whole_days)).epsilon(1e-5));
  CHECK(fit.loss_after < fit.loss_before);
  const double best = mean_loss<Model>(unseen, truth.parameters(), whole_days);
  const double usual = mean_loss<Model>(unseen, Model::defaults(), whole_days);
  const double fitted = mean_loss<Model>(unseen, fit.parameters, whole_days);
  CHECK(fitted < usual);
  CHECK(fitted < best + excess);
}

ReviewLog one_card(std::size_t reviews, std::uint8_t grade) {
  ReviewLog log;
  for (std::size_t i = 0; i < reviews; ++i) {
    log.days.push_back(static_cast<double>(i));
    log.grades.push_back(grade);
  }
  log.starts.push_back(static_cast<std::uint32_t>(reviews));
  return log;
}

}  // namespace

TEST_CASE("the fit comes near to the learner's own parameters") {
  finds_the_truth<Fsrs6>(60'000, true, 0.0015);
  finds_the_truth<Fsrs7>(60'000, false, 0.01);
}

TEST_CASE("a small log is fitted, too") {
  finds_the_truth<Fsrs6>(5'000, true, 0.01);
  finds_the_truth<Fsrs7>(5'000, false, 0.015);
}

TEST_CASE("the same log gives the same parameters") {
  base::Random random(3);
  const ReviewLog log = test::study(Fsrs7(test::near_parameters<Fsrs7>(random)), 3'000, random, false);
  CHECK(memory::fit(log, Fsrs7::defaults()).parameters == memory::fit(log, Fsrs7::defaults()).parameters);
}

TEST_CASE("where the latest reviews are of another learner, the parameters so far stay") {
  // Nearly everything is forgotten in the first part of the log; the latest part is as the parameters so far have it.
  base::Random random(4);
  const Fsrs6 now;
  ReviewLog log;
  const auto append = [&](const ReviewLog& more, double later) {
    for (const double day : more.days) log.days.push_back(day + later);
    log.grades.insert(log.grades.end(), more.grades.begin(), more.grades.end());
    const std::uint32_t before = log.starts.back();
    for (std::size_t i = 1; i < more.starts.size(); ++i) log.starts.push_back(before + more.starts[i]);
  };
  ReviewLog early = test::study(now, 8'000, random, true);
  for (std::size_t i = 0; i < early.reviews(); ++i) {
    if (random.below(2) == 0) early.grades[i] = 1;
  }
  append(early, 0);
  append(test::study(now, 2'500, random, true), 20'000);
  const Fit<Fsrs6> fit = memory::fit(log, now.parameters());
  CHECK(fit.held_out_after > fit.held_out_before);
  CHECK(fit.outcome == FitOutcome::kept);
  CHECK(fit.parameters == now.parameters());
  CHECK(fit.loss_after == fit.loss_before);
}

TEST_CASE("too few reviews change nothing") {
  for (const std::size_t reviews : {0U, 1U, 8U}) {
    const ReviewLog log = reviews == 0 ? ReviewLog{} : one_card(reviews, 3);
    const Fit<Fsrs6> fit = memory::fit(log, Fsrs6::defaults());
    CHECK(fit.outcome == FitOutcome::too_few);
    CHECK(fit.parameters == Fsrs6::defaults());
  }
  // On the same day nothing is predicted, however many they are.
  ReviewLog crammed = one_card(100, 3);
  for (double& day : crammed.days) day = 7;
  CHECK(memory::fit(crammed, Fsrs6::defaults()).outcome == FitOutcome::too_few);
  CHECK(memory::fit(crammed, Fsrs7::defaults()).outcome == FitOutcome::too_few);
}

TEST_CASE("with few reviews only first stabilities move") {
  base::Random random(9);
  Fsrs6::Parameters w = Fsrs6::defaults();
  for (std::size_t i = 0; i < 4; ++i) w[i] *= 8;
  const ReviewLog log = test::study(Fsrs6(w), 60, random, true);
  const Fit<Fsrs6> fit = memory::fit(log, Fsrs6::defaults());
  REQUIRE(fit.predictions < memory::kFewForAll);
  for (std::size_t i = 4; i < Fsrs6::kSize; ++i) CHECK(fit.parameters[i] == Fsrs6::defaults()[i]);
}

TEST_CASE("strange logs give valid parameters") {
  for (const std::uint8_t grade : {std::uint8_t{1}, std::uint8_t{2}, std::uint8_t{4}}) {
    const ReviewLog log = one_card(3'000, grade);
    CHECK(valid<Fsrs6>(memory::fit(log, Fsrs6::defaults()).parameters));
    CHECK(valid<Fsrs7>(memory::fit(log, Fsrs7::defaults()).parameters));
  }
  CHECK(rc::check("grades without reason", [](std::uint64_t seed) {
    base::Random random(seed);
    ReviewLog log = test::study(Fsrs7(), 200, random, false);
    for (std::uint8_t& grade : log.grades) grade = static_cast<std::uint8_t>(1 + random.below(4));
    const Fit<Fsrs7> seven = memory::fit(log, Fsrs7::defaults());
    const Fit<Fsrs6> six = memory::fit(log, Fsrs6::defaults());
    RC_ASSERT(valid<Fsrs7>(seven.parameters));
    RC_ASSERT(valid<Fsrs6>(six.parameters));
    RC_ASSERT(seven.loss_after <= seven.loss_before);
    RC_ASSERT(six.loss_after <= six.loss_before);
  }));
}

TEST_CASE("a fit can be cancelled, before and while it runs") {
  base::Random random(2);
  const ReviewLog log = test::study(Fsrs7(), 200'000, random, false);
  std::stop_source early;
  early.request_stop();
  const Fit<Fsrs7> none = memory::fit(log, Fsrs7::defaults(), early.get_token());
  CHECK(none.outcome == FitOutcome::cancelled);
  CHECK(none.parameters == Fsrs7::defaults());
  std::stop_source later;
  std::thread stops([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(8));
    later.request_stop();
  });
  const Fit<Fsrs7> some = memory::fit(log, Fsrs7::defaults(), later.get_token());
  stops.join();
  CHECK(some.outcome == FitOutcome::cancelled);
  CHECK(some.parameters == Fsrs7::defaults());
}

}  // namespace fit_test
