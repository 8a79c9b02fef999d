#include "reviews/reviews.h"

#include <cmath>

#include "reviews/grade.h"
#include "reviews/history.h"
#include "support/test.h"

namespace reviews_test {

using memory::Grade;
using reviews::kNone;
using test::History;
using test::kDay;

TEST_CASE("answers in a lesson, a quiz and a review are reviews of one card") {
  History history;
  history.answered("q", Grade::good);
  history.now += 5 * kDay;
  learner::QuizFinished quiz;
  quiz.results.push_back({course::QuestionId("q"), 0, 0, 1, true, true, std::nullopt,
                          learner::Return{Grade::again, history.now + kDay, 7}});
  quiz.results.push_back({course::QuestionId("opinion"), 0, 0, 1, true, false});
  history.happens(quiz);
  history.now += 2 * kDay;
  history.reviewed("q", Grade::good, 3 * kDay);

  const auto& reviews = history.reviews;
  REQUIRE(reviews.size() == 1);
  const reviews::Card& card = reviews.card(history.card("q"));
  CHECK(card.reviews == 3);
  CHECK(card.lapses == 1);
  CHECK(card.due == history.now + 3 * kDay);
  CHECK(card.last == history.now);
  const memory::Fsrs7 model;
  auto state = model.first(Grade::good);
  state = model.next(state, memory::Days(5), Grade::again);
  state = model.next(state, memory::Days(2), Grade::good);
  CHECK(card.state == state);
  CHECK(reviews.history(history.card("q")) == std::vector<reviews::ReviewIndex>{0, 1, 2});
}

TEST_CASE("an answer that is not the last, and one to an opinion, are no reviews") {
  History history;
  learner::Answered first;
  first.question = course::QuestionId("q");
  history.happens(first, "leaf");
  CHECK(history.reviews.size() == 0);
  CHECK(history.card("q") == kNone);
}

TEST_CASE("what was foretold belongs to the next answer, and to none where nothing was known") {
  History history;
  history.happens(learner::Foretold{course::QuestionId("q"), 0.5, 1});
  history.reviewed("q", Grade::good);
  CHECK(std::isnan(history.reviews.log().foretold[0]));
  history.now += kDay;
  history.happens(learner::Foretold{course::QuestionId("q"), 0.75, 2});
  REQUIRE(history.reviews.waiting());
  CHECK(history.reviews.waiting()->seed == 2);
  history.reviewed("q", Grade::again);
  CHECK(history.reviews.log().foretold[1] == 0.75F);
  CHECK_FALSE(history.reviews.waiting());
  history.now += kDay;
  history.reviewed("q", Grade::good);
  CHECK(std::isnan(history.reviews.log().foretold[2]));
}

TEST_CASE("another grade, and taking back, leave what would have been without") {
  History history;
  history.answered("q", Grade::good);
  history.now += 4 * kDay;
  const auto before = history.reviews.card(history.card("q"));
  history.reviewed("q", Grade::again);
  CHECK(history.reviews.card(history.card("q")).lapses == 1);
  history.happens(learner::Regraded{course::QuestionId("q"), {Grade::easy, history.now + 30 * kDay, 7}});

  History straight;
  straight.answered("q", Grade::good);
  straight.now += 4 * kDay;
  straight.reviewed("q", Grade::easy);
  const auto index = history.card("q");
  CHECK(history.reviews.card(index).state == straight.reviews.card(straight.card("q")).state);
  CHECK(history.reviews.card(index).lapses == 0);
  CHECK(history.reviews.card(index).due == history.now + 30 * kDay);

  history.happens(learner::ReviewUndone{course::QuestionId("q")});
  CHECK(history.reviews.card(index).state == before.state);
  CHECK(history.reviews.card(index).reviews == 1);
  CHECK(history.reviews.card(index).due == history.now);
  CHECK(history.reviews.count() == 1);
  // What was answered in a lesson stays answered.
  history.happens(learner::ReviewUndone{course::QuestionId("q")});
  CHECK(history.reviews.card(index).reviews == 1);
}

TEST_CASE("new parameters and another model work out all states anew; the told due dates stand") {
  History history;
  history.answered("q", Grade::good);
  history.now += 3 * kDay;
  history.reviewed("q", Grade::hard);
  const base::TimePoint due = history.reviews.card(0).due;

  auto w = memory::Fsrs7::defaults();
  w[2] = 20;
  w[3] = 40;
  history.happens(learner::Fitted{"fsrs7", {w.begin(), w.end()}, 2, 0.5, 0.4});
  const memory::Fsrs7 model(w);
  CHECK(history.reviews.card(0).state == model.next(model.first(Grade::good), memory::Days(3), Grade::hard));
  CHECK(history.reviews.card(0).due == due);  // these forget more slowly: nothing is put off
  REQUIRE(history.reviews.last_fit() != nullptr);
  CHECK(history.reviews.last_fit()->loss_after == 0.4);

  history.reviews.choose_model(reviews::ModelKind::fsrs6);
  const memory::Fsrs6 six;
  const auto state = six.next(six.first(Grade::good), memory::Days(3), Grade::hard);
  CHECK(history.reviews.card(0).state.stability == state.stability);
  CHECK(history.reviews.last_fit() == nullptr);
  history.reviews.choose_model(reviews::ModelKind::fsrs7);
  CHECK(history.reviews.model().parameters()[2] == 20);
}

TEST_CASE("what new parameters say is forgotten before its day comes earlier, on the day they say") {
  History history;
  history.answered("q", Grade::good, std::chrono::seconds(10), 30 * kDay);
  history.now += kDay;
  auto w = memory::Fsrs7::defaults();
  history.happens(learner::Fitted{"fsrs7", {w.begin(), w.end()}, 1, 0.5, 0.4, 0.9});
  const auto interval = memory::Fsrs7(w).interval(history.reviews.card(0).state, 0.9);
  const base::TimePoint forgotten = test::kNoon + std::chrono::duration_cast<base::Duration>(interval);
  CHECK(history.reviews.card(0).due == forgotten);
  CHECK(forgotten < test::kNoon + 30 * kDay);
  // Never into the past.
  history.now += 20 * kDay;
  history.reviewed("q", Grade::again, 40 * kDay);
  history.now += 30 * kDay;
  history.happens(learner::Fitted{"fsrs7", {w.begin(), w.end()}, 1, 0.5, 0.4, 0.9});
  CHECK(history.reviews.card(0).due == history.now);
}

TEST_CASE("a log read as a whole comes to the same as event by event") {
  REQUIRE(rc::check([] {
    History history;
    const auto steps = *rc::gen::inRange(1, 40);
    for (int i = 0; i < steps; ++i) {
      const std::string question = "q" + std::to_string(*rc::gen::inRange(0, 4));
      const auto grade = static_cast<Grade>(*rc::gen::inRange(1, 5));
      switch (*rc::gen::inRange(0, 6)) {
        case 0: history.happens(learner::ReviewUndone{course::QuestionId(question)}); break;
        case 1: history.happens(learner::Regraded{course::QuestionId(question), {grade, history.now, 0}}); break;
        case 2:
          if (*rc::gen::inRange(0, 4) > 0) {
            history.happens(learner::Foretold{course::QuestionId(question), 0.5, 3});
          } else {
            auto w = memory::Fsrs7::defaults();
            w[2] *= *rc::gen::inRange(5, 20) / 10.0;
            history.happens(learner::Fitted{"fsrs7", {w.begin(), w.end()}, 1, 0.5, 0.4, 0.9});
          }
          break;
        case 3: history.answered(question.c_str(), grade); break;
        default: history.reviewed(question.c_str(), grade); break;
      }
      history.now += std::chrono::hours(*rc::gen::inRange(0, 100));
    }
    reviews::Reviews whole;
    whole.begin_reading();
    for (const auto& event : history.events) whole.apply(event);
    for (const auto& event : history.events) whole.apply(event);  // again: passed over
    whole.end_reading();
    RC_ASSERT(whole.count() == history.reviews.count());
    RC_ASSERT(whole.size() == history.reviews.size());
    for (reviews::CardIndex i = 0; i < whole.size(); ++i) {
      const auto& a = whole.card(i);
      const auto& b = history.reviews.card(i);
      RC_ASSERT(a.reviews == b.reviews);
      RC_ASSERT(a.lapses == b.lapses);
      RC_ASSERT(a.due == b.due);
      RC_ASSERT(whole.history(i).size() == a.reviews);
      if (a.reviews > 0) RC_ASSERT(a.state == b.state);
    }
    const auto log = whole.for_fit();
    RC_ASSERT(static_cast<std::int64_t>(log.reviews()) == whole.count());
    for (std::size_t card = 0; card < log.cards(); ++card)
      for (auto i = log.starts[card] + 1; i < log.starts[card + 1]; ++i) RC_ASSERT(log.days[i] >= log.days[i - 1]);
  }));
}

TEST_CASE("one's usual time is that of the last time it was known, else of all") {
  History history;
  for (int i = 0; i < 4; ++i) history.answered("a", Grade::good, std::chrono::seconds(10));
  CHECK_FALSE(history.reviews.usual_time(history.card("a")));
  history.answered("b", Grade::good, std::chrono::seconds(20));
  history.answered("b", Grade::again, std::chrono::seconds(90));
  CHECK(history.reviews.usual_time(history.card("b")) == std::chrono::seconds(20));
  const auto any = history.reviews.usual_time(kNone);
  REQUIRE(any);
  CHECK(*any > std::chrono::seconds(10));
  CHECK(*any < std::chrono::seconds(13));
}

TEST_CASE("the grade that an answer deserves") {
  reviews::Answer answer;
  answer.credit = 1;
  answer.took = std::chrono::seconds(10);
  CHECK(suggested_grade(answer) == Grade::good);
  answer.usual = std::chrono::seconds(30);
  CHECK(suggested_grade(answer) == Grade::good);  // quick, but read a minute ago
  answer.seen_before = true;
  CHECK(suggested_grade(answer) == Grade::easy);
  answer.usual = std::chrono::seconds(3);
  CHECK(suggested_grade(answer) == Grade::hard);
  answer.usual = std::chrono::seconds(10);
  answer.hints = 1;
  CHECK(suggested_grade(answer) == Grade::hard);
  answer.hints = 0;
  answer.certainty = learner::Certainty::guess;
  CHECK(suggested_grade(answer) == Grade::hard);
  answer.certainty = learner::Certainty::certain;
  CHECK(suggested_grade(answer) == Grade::good);
  answer.credit = 0.6;
  CHECK(suggested_grade(answer) == Grade::hard);
  answer.credit = 0.4;
  CHECK(suggested_grade(answer) == Grade::again);
  CHECK(is_confident_error(answer));
  answer.credit = 1;
  answer.gave_up = true;
  CHECK(suggested_grade(answer) == Grade::again);
}

}  // namespace reviews_test
