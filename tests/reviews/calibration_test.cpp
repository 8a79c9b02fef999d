#include "reviews/calibration.h"

#include <numeric>

#include "base/random.h"
#include "reviews/made_log.h"
#include "support/test.h"

namespace calibration_test {

using reviews::Calibration;
using test::MadeLog;

/// A learner who knows exactly as much as is foretold.
MadeLog honest(std::uint64_t seed, std::size_t answers) {
  MadeLog made;
  base::Random random(seed);
  for (std::size_t i = 0; i < answers; ++i) {
    const double p = 0.5 + 0.5 * static_cast<double>(random.below(1000)) / 1000;
    const bool known = static_cast<double>(random.below(100'000)) / 100'000 < p;
    made.add(p, known ? 3 : 1);
  }
  return made;
}

TEST_CASE("Wilson's interval, by value") {
  // 9 of 10: (0.9 + 1.96²/20 ± 1.96 √(0.09/10 + 1.96²/400)) / (1 + 1.96²/10)
  const auto nine = reviews::wilson(9, 10);
  CHECK(nine.low == Approx(0.5958).margin(0.0001));
  CHECK(nine.high == Approx(0.9821).margin(0.0001));
  CHECK(reviews::wilson(0, 1).low == 0);
  CHECK(reviews::wilson(0, 1).high == Approx(0.7935).margin(0.0001));
  CHECK(reviews::wilson(1, 1).high == 1);
}

TEST_CASE("Wilson's interval holds the share and narrows with answers") {
  CHECK(rc::check([] {
    const int answers = *rc::gen::inRange(1, 1000);
    const int known = *rc::gen::inRange(0, answers + 1);
    const auto one = reviews::wilson(known, answers), ten = reviews::wilson(known * 10, answers * 10);
    const double share = static_cast<double>(known) / answers;
    RC_ASSERT(one.low <= share + 1e-12);
    RC_ASSERT(share <= one.high + 1e-12);
    RC_ASSERT(one.low >= 0);
    RC_ASSERT(one.high <= 1);
    RC_ASSERT(ten.high - ten.low < one.high - one.low);
  }));
}

TEST_CASE("nothing foretold, nothing said") {
  MadeLog made;
  CHECK(reviews::calibration(made.log).bins.empty());
  made.add(std::nan(""), 3);
  const Calibration all = reviews::calibration(made.log);
  CHECK(all.bins.empty());
  CHECK(all.latest.answers == 0);
  CHECK(all.loss.answers == 0);
}

TEST_CASE("bins, the latest answers and the loss of three answers, by hand") {
  MadeLog made;
  made.add(std::nan(""), 3);  // first answer: nothing to foretell
  made.add(0.96, 3);
  made.add(0.92, 4);
  made.add(0.91, 1);
  made.add(0.5, 3);
  made.undo_last();
  const Calibration all = reviews::calibration(made.log);
  REQUIRE(all.bins.size() == 2);
  CHECK(all.bins[0].from == 0.9);
  CHECK(all.bins[0].to == 0.95);
  CHECK(all.bins[0].answers == 2);
  CHECK(all.bins[0].predicted == Approx(0.915));
  CHECK(all.bins[0].actual == 0.5);
  CHECK(all.bins[0].likely.low < 0.5);
  CHECK(all.bins[1].answers == 1);
  CHECK(all.latest.answers == 3);
  CHECK(all.latest.predicted == Approx(0.93));
  CHECK(all.latest.actual == Approx(2.0 / 3));
  CHECK(all.latest.chance == Approx(std::sqrt(0.96 * 0.04 + 0.92 * 0.08 + 0.91 * 0.09) / 3));
  CHECK(all.loss.model == Approx(-(std::log(0.96) + std::log(0.92) + std::log(0.09)) / 3));
  // Before any answer a half; then two thirds, and three quarters.
  CHECK(all.loss.average == Approx(-(std::log(0.5) + std::log(2.0 / 3) + std::log(0.25)) / 3));
  CHECK(all.loss.moving == Approx(all.loss.average));
}

TEST_CASE("the moving average forgets what is older than fifty answers") {
  MadeLog made;
  for (int i = 0; i < 60; ++i) made.add(0.5, 1);
  for (int i = 0; i < 50; ++i) made.add(0.5, 3);
  const auto before = reviews::calibration(made.log).loss;
  made.add(0.5, 3);
  const auto after = reviews::calibration(made.log).loss;
  const double moving = after.moving * 111 - before.moving * 110, average = after.average * 111 - before.average * 110;
  CHECK(moving == Approx(-std::log(51.0 / 52)));
  CHECK(average == Approx(-std::log(51.0 / 112)));
}

TEST_CASE("no baseline sees the answer that it foretells") {
  CHECK(rc::check([] {
    MadeLog made =
        honest(*rc::gen::inRange<std::uint64_t>(0, 1000), static_cast<std::size_t>(*rc::gen::inRange(1, 150)));
    const auto before = reviews::calibration(made.log).loss;
    MadeLog forgotten = made;
    made.add(0.8, 3);
    forgotten.add(0.8, 1);
    const auto known = reviews::calibration(made.log).loss, not_known = reviews::calibration(forgotten.log).loss;
    const double n = before.answers;
    // What is given to both ways is 1 in all: the probability was there before.
    const auto sum = [&](double reviews::LogLoss::*of) {
      const double was = before.*of * n;
      return std::exp(was - known.*of * (n + 1)) + std::exp(was - not_known.*of * (n + 1));
    };
    RC_ASSERT(std::abs(sum(&reviews::LogLoss::average) - 1) < 1e-9);
    RC_ASSERT(std::abs(sum(&reviews::LogLoss::moving) - 1) < 1e-9);
    RC_ASSERT(std::abs(sum(&reviews::LogLoss::model) - 1) < 1e-6);
  }));
}

TEST_CASE("bins hold every answer once, and a model that is right is found to be right") {
  const MadeLog made = honest(5, 20'000);
  const Calibration all = reviews::calibration(made.log);
  int answers = 0;
  for (const reviews::Bin& bin : all.bins) {
    answers += bin.answers;
    CHECK(bin.predicted >= bin.from);
    CHECK(bin.predicted <= bin.to);
    CHECK(bin.predicted > bin.likely.low - 0.01);
    CHECK(bin.predicted < bin.likely.high + 0.01);
  }
  CHECK(answers == 20'000);
  CHECK(all.latest.answers == reviews::kLatest);
  CHECK(std::abs(all.latest.actual - all.latest.predicted) < 3 * all.latest.chance);
  CHECK(all.loss.average - all.loss.model > 2 * all.loss.average_error);
  CHECK(all.loss.moving - all.loss.model > 2 * all.loss.moving_error);
}

TEST_CASE("one answer against a certain model costs much, not without end") {
  MadeLog made;
  made.add(1, 1);
  CHECK(reviews::calibration(made.log).loss.model == Approx(-std::log(reviews::kSurest)));
}

}  // namespace calibration_test
