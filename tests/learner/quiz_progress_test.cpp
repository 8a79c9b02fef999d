#include "learner/quiz_progress.h"

#include "learner/generate.h"
#include "learner/progress.h"

namespace quiz_progress_test {

using namespace learner;
using course::QuestionId;

namespace {

const course::CourseId tea("tea");
const course::QuizId leaves("leaves");

struct History {
  Progress progress;
  std::int64_t number = 0;
  base::TimePoint at{std::chrono::sys_days(std::chrono::year(2026) / 3 / 1)};

  void add(const What& what) { progress.apply({++number, at, std::chrono::minutes(60), tea, {}, what}); }
  const QuizProgress& quiz() const { return *progress.quiz(tea, leaves); }
};

QuizStarted started(int run = 1) {
  QuizStarted what;
  what.quiz = leaves;
  what.run = run;
  what.drawn = {{QuestionId("a"), 11, 1}, {QuestionId("b"), 12, 2}, {QuestionId("c"), 13, 1}};
  return what;
}

QuizAnswered answered(const char* id, int attempt, double earned, bool last, int run = 1) {
  QuizAnswered what;
  what.quiz = leaves;
  what.run = run;
  what.question = QuestionId(id);
  what.response = R"({"picked":[0]})";
  what.attempt = attempt;
  what.credit = what.earned = earned;
  what.last = last;
  return what;
}

QuizFinished finished(int run = 1) {
  QuizFinished what;
  what.quiz = leaves;
  what.run = run;
  what.results = {{QuestionId("a"), 1, 1, 1, true, true},
                  {QuestionId("b"), 0.5, 0.5, 2, true, true},
                  {QuestionId("c"), 0, 0, 1, false, true},
                  {QuestionId("liking"), 0, 0, 5, true, false}};
  return what;
}

}  // namespace

TEST_CASE("a quiz runs until it is handed in, and then stands in the record") {
  History h;
  h.add(started());
  h.add(answered("a", 0, 0, false));
  h.add(QuizFlagged{leaves, 1, QuestionId("b"), true});
  h.add(QuizFlagged{leaves, 1, QuestionId("c"), true});
  h.add(QuizFlagged{leaves, 1, QuestionId("c"), false});
  REQUIRE(h.quiz().running);
  CHECK(h.quiz().running->flagged == std::set{QuestionId("b")});
  CHECK(h.quiz().running->answers.at(QuestionId("a")).seed == 11);
  CHECK(h.quiz().running->answers.at(QuestionId("a")).attempts == 0);
  h.add(finished());
  CHECK_FALSE(h.quiz().running);
  REQUIRE(h.quiz().record.size() == 1);
  const QuizRun& run = h.quiz().record[0];
  CHECK(run.answers.at(QuestionId("a")).done);
  CHECK(run.answers.at(QuestionId("a")).response == R"({"picked":[0]})");
  CHECK(run.answers.at(QuestionId("c")).gave_up);
  CHECK(run.finished_at == h.at);
  CHECK(score(run.finish) == Points{2, 4});
  CHECK(score(run.finish).share() == 0.5);
}

TEST_CASE("events of a quiz touch no lesson, and count for the calendar as answers do") {
  History h;
  h.add(started());
  h.add(answered("a", 1, 1, true));
  CHECK(h.progress.course(tea)->lessons.empty());
  CHECK_FALSE(h.progress.latest());
  REQUIRE(h.progress.days().size() == 1);
  CHECK(h.progress.days().begin()->second == 1);
}

TEST_CASE("what belongs to another try is passed over") {
  History h;
  h.add(answered("a", 1, 1, true));  // nothing runs
  h.add(started(1));
  h.add(answered("a", 0, 0, false));
  h.add(QuizAbandoned{leaves, 1});
  CHECK_FALSE(h.quiz().running);
  CHECK(h.quiz().record.empty());
  h.add(started(2));
  h.add(answered("b", 0, 0, false, 1));
  h.add(finished(1));
  REQUIRE(h.quiz().running);
  CHECK(h.quiz().running->answers.empty());
  CHECK(h.quiz().runs == 2);
}

TEST_CASE("whatever happens, a record holds finished tries, and points stay within what could be earned") {
  REQUIRE(rc::check([] {
    Progress progress;
    for (const Event& event : *test::any_history()) progress.apply(event);
    for (const char* id : {"c0", "c1"}) {
      const CourseProgress* course = progress.course(course::CourseId(id));
      if (course == nullptr) continue;
      for (const auto& [quiz, known] : course->quizzes) {
        RC_ASSERT(known.runs >= static_cast<int>(known.record.size()) + (known.running ? 1 : 0));
        for (const QuizRun& run : known.record) {
          const Points points = score(run.finish);
          RC_ASSERT(points.earned >= 0 && points.earned <= points.possible);
          for (const QuizResult& result : run.finish.results) RC_ASSERT(run.answers.at(result.question).done);
        }
      }
    }
  }));
}

}  // namespace quiz_progress_test
