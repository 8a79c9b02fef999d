#include "reviews/figures.h"

#include "base/random.h"
#include "reviews/curve.h"
#include "reviews/forecast.h"
#include "reviews/history.h"
#include "reviews/made_log.h"
#include "reviews/schedule.h"
#include "support/test.h"

namespace figures_test {

using memory::Days;
using memory::Grade;
using test::History;
using test::kDay;
using test::kNoon;

constexpr std::chrono::minutes kNoOffset{0};

void put_aside(History& history, const char* question) {
  learner::StandingChanged what;
  what.question = course::QuestionId(question);
  what.standing = learner::Standing::not_for_me;
  history.happens(what);
}

History some_history(std::uint64_t seed, int questions) {
  History history;
  base::Random random(seed);
  for (int i = 0; i < questions; ++i) {
    const std::string name = "q" + std::to_string(i);
    history.answered(name.c_str(), static_cast<Grade>(1 + random.below(4)), std::chrono::seconds(5 + random.below(20)),
                     std::chrono::days(1 + random.below(40)));
    history.now += std::chrono::hours(random.below(30));
    for (std::size_t k = random.below(6); k > 0; --k) {
      history.now += std::chrono::hours(random.below(200));
      history.reviewed(name.c_str(), static_cast<Grade>(1 + random.below(4)), std::chrono::days(1 + random.below(60)));
    }
  }
  return history;
}

TEST_CASE("memory today is the mean recall of what counts") {
  History history;
  CHECK(reviews::recalled(history.reviews, {}).questions == 0);
  history.answered("a", Grade::good);
  history.answered("b", Grade::again);
  history.answered("c", Grade::easy);
  put_aside(history, "c");
  const auto now = kNoon + 5 * kDay;
  const auto all = history.reviews.recall_of_all(now);
  const auto today = reviews::recalled(history.reviews, all);
  CHECK(today.questions == 2);
  CHECK(
      today.mean ==
      Approx((*history.reviews.recall(history.card("a"), now) + *history.reviews.recall(history.card("b"), now)) / 2));
}

TEST_CASE("known for more than 21 days is what the model's interval says") {
  CHECK(rc::check([] {
    const History history = some_history(*rc::gen::inRange<std::uint64_t>(0, 10'000), 12);
    const double retention = *rc::gen::element(0.7, 0.85, 0.9, 0.97);
    int known = 0;
    for (const reviews::Card& card : history.reviews.cards())
      known += history.reviews.model().interval(card.state, retention) > reviews::kLong;
    const auto found = reviews::known_long(history.reviews, retention);
    RC_ASSERT(found.known == known);
    RC_ASSERT(found.questions == 12);
    RC_ASSERT(reviews::known_long(history.reviews, 0.95).known <= reviews::known_long(history.reviews, 0.8).known);
  }));
}

TEST_CASE("the calendar holds whole weeks up to today, with the time of each local day") {
  test::MadeLog made;
  using namespace std::chrono;
  const sys_days today{year{2026} / 1 / 1};  // a Thursday
  const auto at = [](sys_days day, minutes hour) { return base::TimePoint(day + hour).time_since_epoch().count(); };
  made.add(NAN, 3, 60'000, at(today, hours(9)));
  made.add(0.9, 3, 30'000, at(today, hours(10)));
  made.add(0.9, 3, 5'000, at(today - days(1), hours(23) + minutes(30)));
  made.add(0.9, 3, 7'000, at(today - days(300), hours(9)));
  made.add(0.9, 3, 9'000, at(today, hours(11)));
  made.undo_last();
  const std::map<sys_days, int> things{{today - days(3), 4}};
  const auto calendar = reviews::study_days(made.log, things, today, minutes(60));
  REQUIRE(calendar.size() == 25 * 7 + 4);
  CHECK(weekday(calendar.front().day) == Monday);
  CHECK(calendar.back().day == today);
  CHECK(calendar.back().took == milliseconds(95'000));  // half past eleven in the evening is today by local time
  CHECK(calendar[calendar.size() - 4].things == 4);
  const auto week = reviews::study_week(calendar);
  CHECK(week.days == 2);
  CHECK(week.took == milliseconds(95'000));
  CHECK(reviews::darkness(calendar.front(), milliseconds(95'000)) == 0);
  CHECK(reviews::darkness(calendar[calendar.size() - 4], milliseconds(95'000)) == 1);
  CHECK(reviews::darkness(calendar.back(), milliseconds(95'000)) == 3);
}

TEST_CASE("the forecast tells what is overdue from what comes, and is the load that days are chosen by") {
  CHECK(rc::check([] {
    History history = some_history(*rc::gen::inRange<std::uint64_t>(0, 10'000), 15);
    put_aside(history, "q3");
    const auto now = kNoon + std::chrono::days(*rc::gen::inRange(0, 60));
    const auto forecast = reviews::forecast(history.reviews, now, kNoOffset);
    auto load = reviews::load_by_day(history.reviews, now, kNoOffset, reviews::kForecastDays);
    RC_ASSERT(forecast.by_day.size() == load.size());
    RC_ASSERT(forecast.overdue + forecast.by_day[0] == load[0]);
    int all = forecast.overdue + forecast.later;
    for (std::size_t day = 0; day < load.size(); ++day) {
      all += forecast.by_day[day];
      if (day > 0) RC_ASSERT(forecast.by_day[day] == load[day]);
    }
    RC_ASSERT(all == 14);
  }));
}

TEST_CASE("what was put off is not overdue") {
  History history;
  history.answered("a", Grade::good);
  learner::Buried what;
  what.question = course::QuestionId("a");
  what.until = kNoon + 12 * kDay;
  history.happens(what);
  const auto forecast = reviews::forecast(history.reviews, kNoon + 10 * kDay, kNoOffset);
  CHECK(forecast.overdue == 0);
  CHECK(forecast.by_day[2] == 1);
}

TEST_CASE("a forgetting curve: its reviews, falling pieces, and when it reaches the retention") {
  CHECK(rc::check([] {
    const History history = some_history(*rc::gen::inRange<std::uint64_t>(0, 10'000), 1);
    const auto& all = history.reviews;
    const auto now = history.now + std::chrono::days(*rc::gen::inRange(0, 100));
    const auto curve = reviews::forgetting_curve(all, 0, now, 0.9);
    RC_ASSERT(curve.reviews.size() == all.card(0).reviews);
    RC_ASSERT(curve.pieces.size() == curve.reviews.size());
    RC_ASSERT(std::abs(curve.recall - *all.recall(0, now)) < 1e-12);
    const Days until = curve.falls - all.card(0).last;
    RC_ASSERT(std::abs((until - all.model().interval(all.card(0).state, 0.9)).count()) * 86'400'000 <= 1);
    for (std::size_t i = 0; i < curve.pieces.size(); ++i) {
      const auto& piece = curve.pieces[i];
      RC_ASSERT(piece.front().at == curve.reviews[i].at);
      if (i + 1 < curve.pieces.size()) {
        RC_ASSERT(piece.back().at == curve.reviews[i + 1].at);
        RC_ASSERT(std::abs(piece.back().recall - curve.reviews[i + 1].recall) < 1e-9);
      }
      for (std::size_t k = 1; k < piece.size(); ++k) RC_ASSERT(piece[k].recall <= piece[k - 1].recall + 1e-12);
    }
    RC_ASSERT(curve.pieces.back().back().at >= now);
    RC_ASSERT(curve.pieces.back().back().at >= curve.falls);
  }));
}

}  // namespace figures_test
