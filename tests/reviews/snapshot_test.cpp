#include "reviews/snapshot.h"

#include <cmath>
#include <cstring>

#include "base/random.h"
#include "reviews/history.h"
#include "support/test.h"

namespace {

using memory::Grade;
using reviews::Reviews;
using test::History;
using test::kDay;

/// Everything that can happen, several hundred times.
History long_history(std::uint64_t seed = 1) {
  History history;
  base::Random random(seed);
  const char* const names[] = {"a", "b", "ç", "d"};
  for (int i = 0; i < 400; ++i) {
    const course::QuestionId question(names[random.below(4)]);
    const auto grade = static_cast<Grade>(1 + random.below(4));
    history.now += std::chrono::hours(random.below(60));
    switch (random.below(8)) {
      case 0: history.answered(question.str().c_str(), grade); break;
      case 1: history.happens(learner::Buried{question, history.now + kDay}); break;
      case 2: history.happens(learner::Regraded{question, {grade, history.now + kDay, 3}}); break;
      case 3: history.happens(learner::ReviewUndone{question}); break;
      case 4:
        history.happens(learner::StandingChanged{question, learner::Standing::known, history.now + 90 * kDay});
        break;
      default:
        history.happens(learner::Foretold{question, 0.25, random.next() >> 1});
        history.reviewed(question.str().c_str(), grade);
    }
  }
  history.happens(learner::Fitted{"fsrs6", reviews::Model(reviews::ModelKind::fsrs6).parameters(), 300, 0.4, 0.3});
  history.happens(learner::Foretold{course::QuestionId("d"), 0.5, 99});
  return history;
}

/// As bytes that `from_bytes` has to judge by what is in them.
std::string with_checksum(std::string bytes) {
  const std::uint64_t sum = reviews::checksum_of(std::string_view(bytes).substr(0, bytes.size() - sizeof sum));
  std::memcpy(bytes.data() + bytes.size() - sizeof sum, &sum, sizeof sum);
  return bytes;
}

/// Asks whatever could go wrong with what was read.
void use(Reviews reviews) {
  const base::TimePoint now = test::kNoon + 900 * kDay;
  CHECK(reviews.recall_of_all(now).size() == reviews.size());
  for (reviews::CardIndex i = 0; i < reviews.size(); ++i) {
    CHECK(reviews.history(i).size() == reviews.card(i).reviews);
    (void)reviews.recall(i, now);
    CHECK(reviews.find(reviews.question(i)) == i);
  }
  const auto log = reviews.for_fit();
  CHECK(log.reviews() == static_cast<std::size_t>(reviews.count()));
  reviews.choose_model(reviews::ModelKind::fsrs6);
  learner::Event event;
  event.what = learner::ReviewUndone{course::QuestionId("a")};
  event.course = course::CourseId("tea");
  reviews.apply(event);
}

TEST_CASE("reviews come back from bytes as they were, and go on from there") {
  for (const auto kind : {reviews::ModelKind::fsrs7, reviews::ModelKind::fsrs6}) {
    History history = long_history();
    history.reviews.choose_model(kind);
    auto back = reviews::from_bytes(reviews::to_bytes(history.reviews));
    REQUIRE(back);
    CHECK(reviews::to_bytes(*back) == reviews::to_bytes(history.reviews));
    const base::TimePoint now = history.now + 3 * kDay;
    CHECK(back->model().kind() == kind);
    CHECK(back->model().parameters() == history.reviews.model().parameters());
    CHECK(back->days() == history.reviews.days());
    CHECK(back->count() == history.reviews.count());
    CHECK(back->waiting()->seed == 99);
    CHECK(back->usual_time(0) == history.reviews.usual_time(0));
    // What was foretold before is found by the answer that comes after.
    for (Reviews* reviews : {&*back, &history.reviews}) {
      learner::Event event;
      event.number = history.events.back().number + 1;
      event.at = now;
      event.course = course::CourseId("tea");
      learner::Reviewed what;
      what.question = course::QuestionId("d");
      what.comes_back = {Grade::good, now + kDay, 7};
      event.what = what;
      reviews->apply(event);
    }
    CHECK(back->log().foretold.back() == 0.5F);
    CHECK(reviews::to_bytes(*back) == reviews::to_bytes(history.reviews));
    use(*back);
  }
  CHECK(reviews::from_bytes(reviews::to_bytes(Reviews())));
}

TEST_CASE("reading a log in one go and event by event give the same bytes") {
  const History history = long_history(5);
  Reviews at_once;
  at_once.begin_reading();
  for (const learner::Event& event : history.events) at_once.apply(event);
  at_once.end_reading();
  CHECK(reviews::to_bytes(at_once) == reviews::to_bytes(history.reviews));
}

TEST_CASE("bytes that are cut short, or with any bit changed, are nothing") {
  const std::string bytes = reviews::to_bytes(long_history().reviews);
  for (std::size_t size = 0; size < bytes.size(); size += size < 600 ? 1 : 97)
    CHECK_FALSE(reviews::from_bytes(std::string_view(bytes).substr(0, size)));
  base::Random random(7);
  for (int i = 0; i < 3000; ++i) {
    std::string damaged = bytes;
    damaged[random.below(bytes.size())] ^= static_cast<char>(1 << random.below(8));
    CHECK_FALSE(reviews::from_bytes(damaged));
  }
  CHECK_FALSE(reviews::from_bytes(bytes + bytes));
}

TEST_CASE("bytes that somebody made to fit the checksum are nothing, or reviews that can be used") {
  const std::string bytes = reviews::to_bytes(long_history().reviews);
  base::Random random(11);
  int read = 0;
  for (int i = 0; i < 4000; ++i) {
    std::string made = bytes;
    for (std::size_t changes = 1 + random.below(3); changes > 0; --changes) {
      const std::size_t at = random.below(made.size() - 8);
      if (random.below(2) == 0) {
        made[at] = static_cast<char>(random.next());
      } else {
        const std::uint64_t word = random.below(4) == 0 ? UINT64_MAX : random.below(64);
        std::memcpy(made.data() + at, &word, sizeof word);
      }
    }
    auto reviews = reviews::from_bytes(with_checksum(made));
    if (!reviews) continue;
    ++read;
    use(std::move(*reviews));
  }
  CHECK(read > 100);
}

}  // namespace
