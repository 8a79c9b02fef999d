#include "screens/question.h"

#include <algorithm>

#include "screens/sample.h"
#include "support/test.h"

namespace question_test {

using namespace screens;
using Phase = QuestionState::Phase;
using grading::Outcome;
using learner::Certainty;

namespace {

const base::TimePoint noon{std::chrono::hours(12)};

course::Question ask(const char* id, const char* language = "en") {
  const course::Course course = test::tea_course(language);
  for (const course::Step& step : course.lessons[0].steps) {
    if (step.id == course::StepId(id)) return *step.question();
  }
  throw std::out_of_range(id);
}

std::vector<course::Question> all_questions() {
  std::vector<course::Question> all;
  const course::Course course = test::tea_course("en");
  for (const course::Step& step : course.lessons[0].steps) {
    if (step.question()) all.push_back(*step.question());
  }
  return all;
}

/// A try as a lesson makes it, with the disk willing.
Checked answer(const course::Question& question, QuestionState& state, const grading::Response& response) {
  edit(question, state, response);
  Checked checked = check(question, state, noon, "en");
  settle(state, checked, noon);
  return checked;
}

/// What the history knows after these answers.
learner::QuestionProgress after(const std::vector<learner::Answered>& answers) {
  learner::Progress progress;
  for (const auto& each : answers) progress.apply({0, noon, {}, course::CourseId("c"), course::LessonId("l"), each});
  return progress.lesson(course::CourseId("c"), course::LessonId("l"))->questions.begin()->second;
}

}  // namespace

TEST_CASE("the order shown holds everything once, and is the same for the same seed") {
  REQUIRE(rc::check([](std::uint64_t seed) {
    for (const course::Question& question : all_questions()) {
      const QuestionState state = start(question, seed, noon);
      std::vector<std::size_t> sorted = state.shown;
      std::sort(sorted.begin(), sorted.end());
      for (std::size_t i = 0; i < sorted.size(); ++i) RC_ASSERT(sorted[i] == i);
      RC_ASSERT(start(question, seed, noon).shown == state.shown);
      RC_ASSERT(!can_check(question, state) || std::holds_alternative<course::Order>(question.kind));
      if (std::holds_alternative<course::Order>(question.kind)) {
        RC_ASSERT(!std::is_sorted(state.shown.begin(), state.shown.end()));
        RC_ASSERT(std::get<grading::OrderResponse>(state.response).order == state.shown);
      }
    }
  }));
}

TEST_CASE("what is not to be shuffled is not, and the last choice can be kept last") {
  course::Question question = ask("most");
  auto& choices = std::get<course::Choices>(question.kind);
  choices.keep_last = true;
  bool moved = false;
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const auto shown = start(question, seed, noon).shown;
    CHECK(shown.back() == 2);
    moved = moved || shown.front() != 0;
  }
  CHECK(moved);
  question.shuffle = false;
  for (std::uint64_t seed = 0; seed < 50; ++seed)
    CHECK(start(question, seed, noon).shown == std::vector<std::size_t>{0, 1, 2});
}

TEST_CASE("each wrong try takes a third away, each hint a tenth, and the last one ends the question") {
  const course::Question question = ask("warm");  // three tries
  QuestionState state = start(question, 1, noon);
  CHECK(tries_left(question, state) == 3);
  Checked checked = answer(question, state, grading::NumberResponse{"12"});
  CHECK_FALSE(checked.event.last);
  CHECK(state.phase == Phase::retry);
  CHECK(tries_left(question, state) == 2);
  CHECK_FALSE(can_check(question, state));  // feedback is read first

  state.hints = 1;
  checked = answer(question, state, grading::NumberResponse{"75"});
  CHECK(checked.event.last);
  CHECK(checked.event.attempt == 2);
  CHECK(checked.event.hints == 1);
  CHECK(state.earned == Approx(1 - 1.0 / 3 - 0.1));
  CHECK(state.phase == Phase::done);
  CHECK(tries_left(question, state) == 0);
}

TEST_CASE("the last try ends the question even when it is wrong") {
  const course::Question question = ask("most");
  QuestionState state = start(question, 1, noon);
  answer(question, state, grading::ChoicesResponse{{1}});
  CHECK(state.phase == Phase::retry);
  answer(question, state, grading::ChoicesResponse{{2}});
  CHECK(state.phase == Phase::done);
  CHECK(state.verdict.outcome == Outcome::wrong);
}

TEST_CASE("trying again never takes away what was earned") {
  const course::Question question = ask("name");
  QuestionState state = start(question, 1, noon);
  const Checked first = answer(question, state, grading::AnswersResponse{"browning"});
  CHECK(state.earned == Approx(0.5));
  const Checked second = answer(question, state, grading::AnswersResponse{"rust"});
  CHECK(second.event.earned == 0);
  CHECK(state.earned == Approx(0.5));
  CHECK(after({first.event, second.event}).earned == Approx(state.earned));
}

TEST_CASE("giving up after a partly right try leaves what that earned") {
  const course::Question question = ask("name");
  QuestionState state = start(question, 1, noon);
  answer(question, state, grading::AnswersResponse{"browning"});
  give_up(question, state, "en");
  CHECK(state.phase == Phase::done);
  CHECK(state.gave_up);
  CHECK(state.earned == Approx(0.5));
}

TEST_CASE("certainty marks are settled by the first try, and how sure one was stays said") {
  course::Question question = ask("certain");
  question.tries = 3;
  QuestionState state = start(question, 1, noon);
  set_certainty(question, state, Certainty::certain);
  const Checked wrong = answer(question, state, grading::ChoicesResponse{{1}});
  CHECK(wrong.event.marks == -6.0);
  CHECK(wrong.event.credit == 0);
  CHECK(state.marks == -6.0);
  CHECK_FALSE(can_say_certainty(question, state));
  set_certainty(question, state, Certainty::guess);
  CHECK(state.certainty == Certainty::certain);
  const Checked right = answer(question, state, grading::ChoicesResponse{{0}});
  CHECK_FALSE(right.event.marks);
  CHECK(right.event.certainty == Certainty::certain);
  CHECK(state.marks == -6.0);
  CHECK(state.earned == Approx(2.0 / 3));
  const auto progress = after({wrong.event, right.event});
  CHECK(resume(question, &progress, std::nullopt, 5, noon, "en").marks == -6.0);
}

TEST_CASE("no marks where none are at stake: a pretest, an opinion, one's own grading, sure not asked") {
  course::Question pretest = ask("certain");
  pretest.pretest = true;
  course::Question opinion = ask("liking");
  opinion.sure = true;
  course::Question plain = ask("most");
  for (const course::Question& question : {pretest, opinion, plain}) {
    INFO(question.id.str());
    QuestionState state = start(question, 1, noon);
    set_certainty(question, state, Certainty::certain);
    CHECK_FALSE(answer(question, state, test::wrong_response(question)).event.marks);
    CHECK(state.phase != Phase::answering);
  }
}

TEST_CASE("a question that came to ask for certainty between two tries can still be checked") {
  course::Question question = ask("most");
  QuestionState state = start(question, 1, noon);
  const auto progress = after({answer(question, state, grading::ChoicesResponse{{1}}).event});
  question.sure = true;
  QuestionState again = resume(question, &progress, std::nullopt, 5, noon, "en");
  edit(question, again, grading::ChoicesResponse{{0}});
  CHECK(can_check(question, again));
}

TEST_CASE("not knowing is said before any try; after one it is the answer that is asked for") {
  const course::Question question = ask("most");
  QuestionState state = start(question, 1, noon);
  CHECK(giving_up(question, state) == GivingUp::unknown);
  QuestionState tried = state;
  answer(question, tried, grading::ChoicesResponse{{1}});
  CHECK(giving_up(question, tried) == GivingUp::show_answer);
  give_up(question, tried, "en");
  CHECK_FALSE(tried.unknown);
  give_up(question, state, "en");
  CHECK(state.unknown);
  CHECK(state.earned == 0);
  CHECK_FALSE(state.marks);
  CHECK(giving_up(ask("liking"), start(ask("liking"), 1, noon)) == GivingUp::skip);
}

TEST_CASE("hints wait for wrong tries, and none is offered that could not come") {
  course::Question question = ask("warm");  // three tries
  question.hints = {{"Now.", 0}, {"After one.", 1}, {"After two.", 2}, {"Never.", 3}};
  QuestionState state = start(question, 1, noon);
  CHECK(tries_to_hint(question, state) == 0);
  state.hints = 1;
  CHECK(tries_to_hint(question, state) == 1);
  answer(question, state, grading::NumberResponse{"no number"});
  CHECK(tries_to_hint(question, state) == 1);  // it cost no try
  answer(question, state, grading::NumberResponse{"12"});
  CHECK(tries_to_hint(question, state) == 0);
  state.hints = 2;
  CHECK(tries_to_hint(question, state) == 1);
  answer(question, state, grading::NumberResponse{"13"});
  CHECK(tries_to_hint(question, state) == 0);
  state.hints = 3;
  CHECK_FALSE(tries_to_hint(question, state));
  state.hints = 4;
  CHECK_FALSE(tries_to_hint(question, state));
  state.hints = 2;
  answer(question, state, grading::NumberResponse{"14"});
  CHECK_FALSE(tries_to_hint(question, state));  // done
}

TEST_CASE("a pretest has one try and is marked as one") {
  const course::Question question = ask("guess");
  QuestionState state = start(question, 1, noon);
  CHECK(tries_left(question, state) == 1);
  const Checked checked = answer(question, state, grading::ChoicesResponse{{1}});
  CHECK(checked.event.pretest);
  CHECK(checked.event.last);
  CHECK(state.phase == Phase::done);
}

TEST_CASE("what cannot be read as a number costs no try and keeps what was typed") {
  const course::Question question = ask("warm");
  for (const char* typed : {"warm", "75 kg"}) {
    QuestionState state = start(question, 1, noon);
    const Checked checked = answer(question, state, grading::NumberResponse{typed});
    INFO(typed);
    CHECK_FALSE(checked.counts);
    CHECK(state.attempt == 0);
    CHECK(tries_left(question, state) == 3);
    CHECK(state.phase == Phase::retry);
    CHECK(state.verdict.remark != grading::Remark::none);
    CHECK(std::get<grading::NumberResponse>(state.response).typed == typed);
    CHECK(state.changed);  // still a draft
  }
}

TEST_CASE("checking waits for a whole answer, and for how sure one is where it is asked") {
  for (const course::Question& question : all_questions()) {
    INFO(question.id.str());
    QuestionState state = start(question, 3, noon);
    edit(question, state, test::wrong_response(question));
    CHECK(can_check(question, state) == !question.sure);
    set_certainty(question, state, Certainty::guess);
    CHECK(can_check(question, state));
    CHECK((state.certainty == Certainty::guess) == question.sure);
    state.phase = Phase::done;
    CHECK_FALSE(can_check(question, state));
  }
  const course::Question gaps = ask("gaps");
  QuestionState state = start(gaps, 3, noon);
  edit(gaps, state, grading::BlanksResponse{{"Heat", ""}});
  CHECK_FALSE(can_check(gaps, state));
}

TEST_CASE("nothing changes a question that is done") {
  const course::Question question = ask("certain");
  QuestionState state = start(question, 1, noon);
  set_certainty(question, state, Certainty::certain);
  answer(question, state, grading::ChoicesResponse{{0}});
  REQUIRE(state.phase == Phase::done);
  edit(question, state, grading::ChoicesResponse{{2}});
  set_certainty(question, state, Certainty::guess);
  try_again(state);
  CHECK(state.phase == Phase::done);
  CHECK(std::get<grading::ChoicesResponse>(state.response).picked == std::vector<std::size_t>{0});
  CHECK(state.certainty == Certainty::certain);
  CHECK_FALSE(state.changed);
}

TEST_CASE("responses that do not fit are not taken") {
  const course::Question question = ask("most");
  QuestionState state = start(question, 1, noon);
  edit(question, state, grading::NumberResponse{"3"});
  edit(question, state, grading::ChoicesResponse{{7}});
  edit(question, state, grading::ChoicesResponse{{0, 1}});  // pick one
  CHECK(state.response == grading::empty_response(question));
  CHECK_FALSE(state.changed);

  const course::Question order = ask("ranks");
  state = start(order, 1, noon);
  edit(order, state, grading::OrderResponse{});
  CHECK(std::get<grading::OrderResponse>(state.response).order == state.shown);
}

TEST_CASE("an open question is written, then marked, then done") {
  const course::Question question = ask("essay");
  const auto& kind = std::get<course::Open>(question.kind);
  QuestionState state = start(question, 1, noon);
  edit(question, state, grading::OpenResponse{"Tannins.", {true, true}});  // marked before its time
  CHECK(std::get<grading::OpenResponse>(state.response).met.empty());
  begin_marking(kind, state);
  CHECK(state.phase == Phase::marking);
  edit(question, state, grading::OpenResponse{"Something else", {true, false}});
  CHECK(std::get<grading::OpenResponse>(state.response) == grading::OpenResponse{"Tannins.", {true, false}});
  CHECK(state.phase == Phase::marking);
  const Checked checked = check(question, state, noon, "en");
  settle(state, checked, noon);
  CHECK(checked.event.last);
  CHECK(state.phase == Phase::done);
  CHECK(state.earned == Approx(0.5));
}

TEST_CASE("the time of an answer is never below nothing") {
  const course::Question question = ask("most");
  QuestionState state = start(question, 1, noon);
  edit(question, state, grading::ChoicesResponse{{0}});
  CHECK(check(question, state, noon + std::chrono::seconds(9), "en").event.took == std::chrono::seconds(9));
  CHECK(check(question, state, noon - std::chrono::seconds(9), "en").event.took == std::chrono::seconds(0));
}

TEST_CASE("between two tries the feedback is there again after a restart") {
  const course::Question question = ask("most");
  QuestionState state = start(question, 77, noon);
  const Checked checked = answer(question, state, grading::ChoicesResponse{{1}});
  const auto progress = after({checked.event});
  const QuestionState again = resume(question, &progress, std::nullopt, 5, noon, "en");
  CHECK(again.phase == Phase::retry);
  CHECK(again.shown == state.shown);
  CHECK(again.response == state.response);
  CHECK(again.verdict.outcome == Outcome::wrong);
  CHECK(tries_left(question, again) == 1);

  SECTION("a draft of the try after it goes on") {
    const Draft draft{0, 1, Certainty::unsaid, "{\"picked\":[2]}"};
    const QuestionState typed = resume(question, &progress, draft, 5, noon, "en");
    CHECK(typed.phase == Phase::answering);
    CHECK(std::get<grading::ChoicesResponse>(typed.response).picked == std::vector<std::size_t>{2});
  }
  SECTION("one left over from before the check is passed over") {
    const Draft stale{0, 0, Certainty::unsaid, "{\"picked\":[2]}"};
    CHECK(resume(question, &progress, stale, 5, noon, "en").phase == Phase::retry);
  }
  SECTION("one that cannot be read, too") {
    for (const char* json : {"", "{", "{\"typed\":\"x\"}", "{\"picked\":[9]}"}) {
      CHECK(resume(question, &progress, Draft{0, 1, Certainty::unsaid, json}, 5, noon, "en").phase == Phase::retry);
    }
  }
}

TEST_CASE("a history that no longer fits the question can still be gone on with") {
  const course::Question question = ask("most");
  learner::QuestionProgress progress;
  progress.attempts = 1;
  progress.response = "{\"picked\":[9]}";
  QuestionState state = resume(question, &progress, std::nullopt, 5, noon, "en");
  CHECK(state.phase == Phase::answering);
  CHECK(state.attempt == 1);
  progress.done = true;
  progress.earned = progress.credit = 1;
  state = resume(question, &progress, std::nullopt, 5, noon, "en");
  CHECK(state.phase == Phase::done);
  CHECK(state.earned == 1);
  CHECK(state.verdict.outcome == Outcome::right);
}

TEST_CASE("an answer accepted in one language stays accepted in another") {
  const course::Question english = ask("name"), french = ask("name", "fr");
  QuestionState state = start(english, 1, noon);
  const Checked checked = answer(english, state, grading::AnswersResponse{"browning"});
  const Checked right = [&] {
    QuestionState other = start(english, 1, noon);
    return answer(english, other, grading::AnswersResponse{"oxidation"});
  }();
  const auto partly = after({checked.event}), full = after({right.event});
  const QuestionState in_retry = resume(french, &partly, std::nullopt, 1, noon, "fr");
  CHECK(in_retry.verdict.outcome == Outcome::partly);
  const QuestionState done = resume(french, &full, std::nullopt, 1, noon, "fr");
  CHECK(done.verdict.outcome == Outcome::right);
  CHECK(done.verdict.credit == 1);
}

TEST_CASE("a gap picked in another language has to be picked again; a typed one stays") {
  const course::Question french = ask("gaps", "fr");
  const Draft draft{0, 0, Certainty::unsaid, "{\"gaps\":[\"Heat\",\"early\"]}"};
  const QuestionState state = resume(french, nullptr, draft, 1, noon, "fr");
  CHECK(std::get<grading::BlanksResponse>(state.response).gaps == std::vector<std::string>{"Heat", ""});
  CHECK_FALSE(can_check(french, state));
}

}  // namespace question_test
