#include "reviews/cost.h"

#include <numeric>

#include "reviews/history.h"
#include "reviews/made_log.h"
#include "support/test.h"

namespace cost_test {

using memory::Days;
using memory::Grade;
using reviews::CostPoint;
using reviews::CostSample;
using reviews::Habits;
using reviews::Model;

constexpr Habits kHabits{{0.1, 0.8, 0.1}, 20, 8, 100};

CostSample cards(std::size_t count) {
  CostSample sample;
  const Model model;
  for (std::size_t i = 0; i < count; ++i) {
    sample.states.push_back(model.first(static_cast<Grade>(1 + i % 4)));
    sample.elapsed.push_back(Days(static_cast<double>(i % 9)));
  }
  return sample;
}

TEST_CASE("habits are those of timed answers after the first") {
  test::MadeLog made;
  made.add(NAN, 1, 90'000);  // a first answer was read a minute ago
  for (int i = 0; i < 6; ++i) made.add(0.9, 1, 20'000);
  for (int i = 0; i < 3; ++i) made.add(0.9, 2, 12'000);
  for (int i = 0; i < 9; ++i) made.add(0.9, 3, 8'000);
  CHECK_FALSE(reviews::habits(made.log));
  for (int i = 0; i < 3; ++i) made.add(0.9, 4, 4'000);
  made.add(0.9, 4, 0);  // not timed
  const auto habits = reviews::habits(made.log);
  REQUIRE(habits);
  CHECK(habits->answers == 21);
  CHECK(habits->again == Approx(20));
  CHECK(habits->known == Approx((3 * 12 + 9 * 8 + 3 * 4) / 15.0));
  CHECK(habits->shares[0] == Approx(0.2));
  CHECK(habits->shares[1] == Approx(0.6));
  CHECK(habits->shares[2] == Approx(0.2));
}

TEST_CASE("who never forgot needs as long for what is forgotten as for the rest") {
  test::MadeLog made;
  for (int i = 0; i < 30; ++i) made.add(0.9, 3, 8'000);
  REQUIRE(reviews::habits(made.log));
  CHECK(reviews::habits(made.log)->again == Approx(8));
  test::MadeLog forgetful;
  for (int i = 0; i < 30; ++i) forgetful.add(0.9, 1, 8'000);
  CHECK_FALSE(reviews::habits(forgetful.log));
}

TEST_CASE("the same wish costs the same each time it is asked") {
  const CostSample sample = cards(40);
  const CostPoint once = reviews::cost_at(Model(), sample, kHabits, 0.9),
                  again = reviews::cost_at(Model(), sample, kHabits, 0.9);
  CHECK(once.minutes == again.minutes);
  CHECK(once.remembered == again.remembered);
}

TEST_CASE("a higher wish costs more and leaves more") {
  const CostSample sample = cards(200);
  for (const auto kind : {reviews::ModelKind::fsrs7, reviews::ModelKind::fsrs6}) {
    const Model model(kind);
    const CostPoint low = reviews::cost_at(model, sample, kHabits, 0.7),
                    middle = reviews::cost_at(model, sample, kHabits, 0.9),
                    high = reviews::cost_at(model, sample, kHabits, 0.97);
    CHECK(low.reviews < middle.reviews);
    CHECK(middle.reviews < high.reviews);
    CHECK(low.minutes < high.minutes);
    CHECK(low.remembered < middle.remembered);
    CHECK(middle.remembered < high.remembered);
    CHECK(high.remembered <= 200);
    CHECK(reviews::remembered_without(model, sample) < low.remembered);
    // Each question is at least as well known as the wish, apart from what was forgotten a moment ago.
    CHECK(middle.remembered / 200 > 0.88);
  }
}

TEST_CASE("each of a sample stands for as many questions as were left out") {
  test::History history;
  for (int i = 0; i < 30; ++i) history.answered(("q" + std::to_string(i)).c_str(), Grade::good);
  const auto all = reviews::cost_sample(history.reviews, test::kNoon + 3 * test::kDay);
  CHECK(all.states.size() == 30);
  CHECK(all.weight == 1);
  CHECK(all.elapsed[0] == Days(3));
  const auto some = reviews::cost_sample(history.reviews, test::kNoon, 10);
  CHECK(some.states.size() == 10);
  CHECK(some.weight == 3);
  const auto none = reviews::cost_sample(reviews::Reviews(), test::kNoon);
  CHECK(none.states.empty());
  CHECK(reviews::cost_at(Model(), none, kHabits, 0.9).minutes == 0);
}

TEST_CASE("the minutes are those of the reviews") {
  const CostSample sample = cards(50);
  Habits same = kHabits;
  same.again = same.known = 30;
  const CostPoint point = reviews::cost_at(Model(), sample, same, 0.85);
  CHECK(point.minutes == Approx(point.reviews / 2));
}

}  // namespace cost_test
