#include "reviews/schedule.h"

#include <set>

#include "reviews/due.h"
#include "reviews/history.h"
#include "reviews/mastery.h"
#include "support/test.h"

namespace schedule_test {

using memory::Days;
using memory::Grade;
using reviews::Dues;
using reviews::Model;
using reviews::Moment;
using reviews::State;
using reviews::Wishes;
using test::History;
using test::kDay;
using test::kNoon;

/// 2026-01-01 is a Thursday.
Moment at_noon() { return {kNoon, std::chrono::minutes(60), {}, 3, false}; }

int days_from_noon(base::TimePoint due) {
  return static_cast<int>(
      (reviews::study_day(due, std::chrono::minutes(60)) - reviews::study_day(kNoon, std::chrono::minutes(60)))
          .count());
}

TEST_CASE("a day of study ends at four in the morning, by local time") {
  using std::chrono::hours;
  const auto day = reviews::study_day(kNoon, std::chrono::minutes(60));
  CHECK(reviews::study_day(kNoon + hours(14), std::chrono::minutes(60)) == day);  // three at night
  CHECK(reviews::study_day(kNoon + hours(15), std::chrono::minutes(60)) == day + kDay);
  CHECK(reviews::beginning_of(day, std::chrono::minutes(60)) == kNoon - hours(9));
}

TEST_CASE("a first answer comes back by the model: minutes, hours or days, in rising order") {
  const Model model;
  const Dues dues = reviews::dues(model, std::nullopt, Days(0), at_noon(), Wishes{});
  CHECK(dues[0] >= kNoon + std::chrono::minutes(10));
  CHECK(dues[0] < kNoon + std::chrono::hours(12));
  CHECK(days_from_noon(dues[1]) == 1);  // 0.6 days
  CHECK(days_from_noon(dues[2]) >= 3);
  CHECK(days_from_noon(dues[2]) <= 7);
  CHECK(days_from_noon(dues[3]) > days_from_noon(dues[2]));
}

TEST_CASE("grades are told apart, whatever the state, the wishes and the load") {
  REQUIRE(rc::check([] {
    const Model model(*rc::gen::element(reviews::ModelKind::fsrs7, reviews::ModelKind::fsrs6));
    Moment moment = at_noon();
    moment.seed = *rc::gen::arbitrary<std::uint64_t>();
    for (int i = *rc::gen::inRange(0, 60); i > 0; --i) moment.load.push_back(*rc::gen::inRange(0, 50));
    Wishes wishes;
    wishes.retention = *rc::gen::inRange(60, 100) / 100.0;
    wishes.balance = *rc::gen::arbitrary<bool>();
    for (double& share : wishes.days) share = *rc::gen::inRange(0, 3) / 2.0;
    std::optional<State> state;
    if (*rc::gen::arbitrary<bool>()) {
      state = model.first(static_cast<Grade>(*rc::gen::inRange(1, 5)));
      state = model.next(*state, Days(*rc::gen::inRange(0, 300)), static_cast<Grade>(*rc::gen::inRange(1, 5)));
    }
    const Days elapsed(*rc::gen::inRange(0, 1000) / 10.0);
    const Dues dues = reviews::dues(model, state, elapsed, moment, wishes);
    RC_ASSERT(dues == reviews::dues(model, state, elapsed, moment, wishes));
    for (std::size_t i = 0; i < dues.size(); ++i) {
      RC_ASSERT(dues[i] >= kNoon + reviews::kShortestWait || days_from_noon(dues[i]) >= 1);
      if (i == 0) continue;
      RC_ASSERT(dues[i] >= dues[i - 1]);
      const int before = days_from_noon(dues[i - 1]);
      if (i > 1 && before >= 1 && before < 300) RC_ASSERT(dues[i] > dues[i - 1]);
    }
  }));
}

TEST_CASE("a fitted interval far beyond all that was seen is not trusted") {
  History history;
  history.answered("q", Grade::good);
  history.now += 4 * kDay;
  history.reviewed("q", Grade::good);
  history.now += 4 * kDay;
  Wishes plain;
  plain.balance = false;
  auto w = memory::Fsrs7::defaults();
  w[2] = 100;
  w[3] = 100;
  Moment moment = at_noon();
  moment.now = history.now;
  history.happens(learner::Fitted{"fsrs7", {w.begin(), w.end()}, 2, 0.5, 0.4, 0.9});
  const auto index = history.card("q");
  const Dues believed =
      reviews::dues(history.reviews.model(), history.reviews.card(index).state, Days(4), moment, plain);
  const Dues trusted = reviews::dues(history.reviews, index, moment, plain);
  CHECK(trusted[2] < believed[2]);
  CHECK(history.reviews.longest_seen() == Days(4));
}

TEST_CASE("what was known after days does not come back within minutes") {
  const Model model;
  const State failed = model.next(model.first(Grade::again), Days(0.01), Grade::again);
  const Dues dues = reviews::dues(model, failed, Days(9), at_noon(), Wishes{});
  CHECK(days_from_noon(dues[0]) == 0);
  CHECK(days_from_noon(dues[1]) >= 1);
  CHECK(days_from_noon(dues[2]) >= 2);
  // On the same day it may.
  CHECK(days_from_noon(reviews::dues(model, failed, Days(0.2), at_noon(), Wishes{})[1]) == 0);
}

TEST_CASE("more retention means sooner") {
  const Model model;
  const State state = model.next(model.first(Grade::good), Days(5), Grade::good);
  Wishes low, high;
  low.retention = 0.8;
  high.retention = 0.95;
  low.balance = high.balance = false;
  CHECK(reviews::dues(model, state, Days(10), at_noon(), high)[2] <
        reviews::dues(model, state, Days(10), at_noon(), low)[2]);
}

TEST_CASE("what one was certain of and had wrong comes in half the time") {
  const Model model;
  const State state{20, 16, 5};
  Moment moment = at_noon();
  const auto usual = reviews::dues(model, state, Days(10), moment, Wishes{})[0];
  moment.confident_error = true;
  const auto sooner = reviews::dues(model, state, Days(10), moment, Wishes{})[0];
  CHECK(sooner <= usual);
  CHECK((sooner < usual || usual == kNoon + reviews::kShortestWait));
}

TEST_CASE("a full day and a free weekday are passed by; the switch puts everything on its plain day") {
  const Model model;
  const State state{20, 16, 5};
  Wishes wishes;
  wishes.balance = false;
  const int plain = days_from_noon(reviews::dues(model, state, Days(10), at_noon(), wishes)[2]);
  wishes.balance = true;
  Moment busy = at_noon();
  busy.load.assign(400, 0);
  busy.load[static_cast<std::size_t>(plain)] = 90;
  const int chosen = days_from_noon(reviews::dues(model, state, Days(10), busy, wishes)[2]);
  CHECK(chosen != plain);
  CHECK(std::abs(chosen - plain) <= plain / 5 + 2);
  wishes.days = {0, 0, 0, 1, 0, 0, 0};  // Thursdays alone
  CHECK(days_from_noon(reviews::dues(model, state, Days(10), busy, wishes)[2]) % 7 == 0);
}

TEST_CASE("before an exam there is a last look in the week before, where one would know it badly") {
  const Model model;
  const State state = model.next(model.first(Grade::good), Days(5), Grade::good);
  Wishes wishes;
  const int plain = days_from_noon(reviews::dues(model, state, Days(20), at_noon(), wishes)[2]);
  REQUIRE(plain > 20);
  const auto today = reviews::study_day(kNoon, std::chrono::minutes(60));
  wishes.exam = today + std::chrono::days(plain - 1);
  const int last_look = days_from_noon(reviews::dues(model, state, Days(20), at_noon(), wishes)[2]);
  CHECK(last_look < plain - 1);
  CHECK(last_look >= plain - 8);
  // Soon enough to be known anyway, or over: nothing changes.
  wishes.exam = today + std::chrono::days(2);
  CHECK(days_from_noon(reviews::dues(model, state, Days(20), at_noon(), wishes)[2]) == plain);
  wishes.exam = today - std::chrono::days(2);
  CHECK(days_from_noon(reviews::dues(model, state, Days(20), at_noon(), wishes)[2]) == plain);
}

TEST_CASE("due comes first what is most likely forgotten; what is put off, not for me or unknown does not come") {
  History history;
  for (const char* question : {"a", "b", "c", "d", "e"}) history.answered(question, Grade::good);
  history.answered("hard", Grade::again);
  history.happens(learner::Buried{course::QuestionId("b"), history.now + 9 * kDay});
  history.happens(learner::StandingChanged{course::QuestionId("c"), learner::Standing::not_for_me});
  history.happens(learner::StandingChanged{course::QuestionId("d"), learner::Standing::known, history.now + 90 * kDay});
  history.now += 5 * kDay;
  const auto all = [](const reviews::QuestionRef&) { return reviews::Askable{true, 0}; };
  auto cards = reviews::due(history.reviews, history.now, all);
  REQUIRE(cards.size() == 3);
  CHECK(cards[0].card == history.card("hard"));
  CHECK(cards[0].recall < cards[1].recall);
  CHECK(cards[0].recall == history.reviews.recall(cards[0].card, history.now));
  cards = reviews::due(history.reviews, history.now, [](const reviews::QuestionRef& ref) {
    return reviews::Askable{ref.question.str() != "hard", 0};
  });
  CHECK(cards.size() == 2);
  CHECK(reviews::next_due(history.reviews, history.now) == kNoon + 9 * kDay);
  history.happens(learner::StandingChanged{course::QuestionId("c"), learner::Standing::asked, history.now});
  CHECK(reviews::due(history.reviews, history.now, all).size() == 4);
  CHECK(reviews::due(history.reviews, history.now + 100 * kDay, all).size() == 6);
}

TEST_CASE("a changed key asks once, early; a changed text and a removed question do not") {
  History history;
  history.answered("a", Grade::good, std::chrono::seconds(5), 9 * kDay);  // with the key 7
  history.answered("b", Grade::good, std::chrono::seconds(5), 9 * kDay);
  history.answered("c", Grade::good, std::chrono::seconds(5), 9 * kDay);
  const auto keys = [](const reviews::QuestionRef& ref) {
    const std::string& id = ref.question.str();
    return reviews::Askable{id != "c", id == "a" ? 8U : 7U};
  };
  const std::vector<reviews::CardIndex> suspects{0, 1, 2};
  auto cards = reviews::due(history.reviews, history.now + kDay, keys, suspects);
  REQUIRE(cards.size() == 1);
  CHECK(cards[0].card == history.card("a"));
  // Due anyway: once.
  CHECK(reviews::due(history.reviews, history.now + 10 * kDay, keys, suspects).size() == 2);
  learner::Reviewed again;
  again.question = course::QuestionId("a");
  again.comes_back = {Grade::good, history.now + 20 * kDay, 8};
  history.happens(again);
  CHECK(reviews::due(history.reviews, history.now + kDay, keys, suspects).empty());
}

TEST_CASE("neighbours are of different groups, as far as that goes, and nobody is lost") {
  REQUIRE(rc::check([] {
    std::vector<reviews::DueCard> cards;
    for (int i = *rc::gen::inRange(0, 60); i > 0; --i) cards.push_back({static_cast<std::uint32_t>(i), i / 100.0});
    const auto groups = *rc::gen::inRange(1, 6);
    const auto group = [&](reviews::CardIndex card) {
      return std::to_string(card * 7 % static_cast<unsigned>(groups));
    };
    const auto mixed = reviews::mixed(cards, group);
    std::multiset<reviews::CardIndex> before, after;
    for (const auto& card : cards) before.insert(card.card);
    for (const auto& card : mixed) after.insert(card.card);
    RC_ASSERT(before == after);
    if (!cards.empty()) RC_ASSERT(mixed.front().card == cards.front().card);
  }));
  const std::vector<reviews::DueCard> two{{0, 0.1}, {1, 0.2}, {2, 0.3}, {3, 0.4}};
  const auto mixed = reviews::mixed(two, [](reviews::CardIndex card) { return card < 2 ? "a" : "b"; });
  CHECK(mixed[0].card == 0);
  CHECK(mixed[1].card == 2);
  CHECK(mixed[2].card == 1);
  CHECK(mixed[3].card == 3);
}

TEST_CASE("the load of the days to come") {
  History history;
  history.answered("a", Grade::good, std::chrono::seconds(5), 3 * kDay);
  history.answered("b", Grade::good, std::chrono::seconds(5), 3 * kDay);
  history.answered("c", Grade::good, std::chrono::seconds(5), -2 * kDay);
  history.answered("d", Grade::good, std::chrono::seconds(5), 30 * kDay);
  CHECK(reviews::load_by_day(history.reviews, history.now, std::chrono::minutes(0), 5) ==
        std::vector<int>{1, 0, 0, 2, 0});
}

/// a ← b ← c: who answers on c shows something of a and b.
course::Course chain() {
  course::Course course;
  course.id = course::CourseId("tea");
  course::Lesson& lesson = course.lessons.emplace_back();
  for (const char* name : {"a", "b", "c"}) {
    course::Concept& about = course.concepts.emplace_back();
    about.id = course::ConceptId(name);
    if (course.concepts.size() > 1) about.needs = {course.concepts[course.concepts.size() - 2].id};
    for (const char* number : {"1", "2"}) {
      course::Question question;
      question.id = course::QuestionId(std::string(name) + number);
      question.concepts = {about.id};
      question.kind = course::Choices{};
      lesson.steps.push_back({course::StepId(question.id.str()), question});
    }
  }
  return course;
}

TEST_CASE("a concept is known as its questions are, and lifted by what stands on it") {
  const course::Course course = chain();
  History history;
  history.answered("a1", Grade::again);
  history.answered("c1", Grade::easy);
  history.answered("c2", Grade::easy);
  history.now += 20 * kDay;
  const auto mastery = reviews::mastery(course, history.reviews, history.now);
  REQUIRE(mastery.size() == 2);
  const double a = *history.reviews.recall(history.card("a1"), history.now);
  const double c = *history.reviews.recall(history.card("c1"), history.now);
  REQUIRE(a < c);
  const auto& of_a = mastery.at(course::ConceptId("a"));
  CHECK(of_a.answered == 1);
  CHECK(of_a.questions == 2);
  CHECK(of_a.recall == Approx((a + 2 * 0.09 * c) / (1 + 2 * 0.09)));
  CHECK(mastery.at(course::ConceptId("c")).recall == Approx(c));
  // What stands on it never lowers it.
  History other;
  other.answered("a1", Grade::easy);
  other.answered("c1", Grade::again);
  other.now += 20 * kDay;
  CHECK(reviews::mastery(course, other.reviews, other.now).at(course::ConceptId("a")).recall ==
        Approx(*other.reviews.recall(other.card("a1"), other.now)));
}

}  // namespace schedule_test
