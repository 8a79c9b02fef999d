// Questions with vars, round by round.

#include "course/variant.h"

#include "course/load.h"
#include "screens/question.h"
#include "support/test.h"

namespace variant_test {

using namespace screens;

namespace {

const base::TimePoint noon{std::chrono::hours(24 * 365 * 56 + 12)};

std::shared_ptr<const course::Course> counting() {
  return course::load(test::source_dir() / "tests" / "data" / "variants").course;
}

const course::Question& first_question(const course::Course& course) {
  return *course.lessons.at(0).steps.at(0).question();
}

grading::NumberResponse total_of(const course::Question& question, std::uint64_t seed) {
  const double total = std::get<double>(course::values_of(question, seed).back().value);
  return {std::to_string(static_cast<int>(total))};
}

}  // namespace

TEST_CASE("a round asks and marks the variant of its seed") {
  const auto course = counting();
  REQUIRE(course);
  const course::Question& question = first_question(*course);
  int differ = 0;
  for (std::uint64_t seed = 1; seed < 20; ++seed) {
    QuestionState state = start(question, seed, noon);
    const course::Question& asked = as_asked(question, state);
    CHECK(asked.ask == course::variant(question, seed).ask);
    differ += asked.ask != question.ask;
    edit(question, state, total_of(question, seed));
    REQUIRE(can_check(question, state));
    const Checked checked = check(question, state, noon, "en");
    CHECK(checked.event.credit == 1);
    CHECK(checked.event.seed == seed);
  }
  CHECK(differ >= 15);
}

TEST_CASE("what is resumed is the variant that was answered") {
  const auto course = counting();
  REQUIRE(course);
  const course::Question& question = first_question(*course);
  learner::QuestionProgress progress;
  progress.attempts = 1;
  progress.done = true;
  progress.seed = 7;
  progress.credit = progress.earned = 1;
  progress.response = grading::to_json(total_of(question, 7));
  const QuestionState state = resume(question, &progress, std::nullopt, 99, noon, "en");
  CHECK(as_asked(question, state).ask == course::variant(question, 7).ask);
  CHECK(state.verdict.outcome == grading::Outcome::right);
  // Before an answer the seed of the round decides.
  const QuestionState fresh = resume(question, nullptr, std::nullopt, 99, noon, "en");
  CHECK(as_asked(question, fresh).ask == course::variant(question, 99).ask);
}

TEST_CASE("giving up shows the answer of the variant") {
  const auto course = counting();
  REQUIRE(course);
  const course::Question& question = first_question(*course);
  QuestionState state = start(question, 5, noon);
  give_up(question, state, "en");
  CHECK(state.verdict.parts.at(0).expected.find(total_of(question, 5).typed) == 0);
}

TEST_CASE("a question without vars is asked as it is") {
  course::Question question;
  question.ask = "What?";
  question.kind = course::Number{};
  const QuestionState state = start(question, 5, noon);
  CHECK(state.variant == nullptr);
  CHECK(&as_asked(question, state) == &question);
}

}  // namespace variant_test
