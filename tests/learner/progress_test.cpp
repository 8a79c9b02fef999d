#include "learner/progress.h"

#include "learner/generate.h"

namespace progress_test {

using namespace learner;
using course::ConceptId;
using course::LessonId;
using course::QuestionId;
using course::StepId;

namespace {

const course::CourseId tea("tea");
const LessonId first("first");

/// A profile's history written by hand.
struct History {
  Progress progress;
  std::int64_t number = 0;
  base::TimePoint at{std::chrono::sys_days(std::chrono::year(2026) / 3 / 1) + std::chrono::hours(23)};

  void add(const What& what, const LessonId& lesson = first) {
    progress.apply({++number, at, std::chrono::minutes(60), tea, lesson, what});
  }
  const LessonProgress& lesson(const LessonId& id = first) const { return *progress.lesson(tea, id); }
  const QuestionProgress& question(const char* id) const { return lesson().questions.at(QuestionId(id)); }
};

Answered answer(const char* question, double earned, int attempt, bool last) {
  Answered what;
  what.question = QuestionId(question);
  what.credit = what.earned = earned;
  what.attempt = attempt;
  what.last = last;
  return what;
}

course::Step text_step(const std::string& id) { return {StepId(id), course::TextBlock{"…"}}; }

course::Step question_step(const std::string& id, const char* about = "leaf", double points = 1) {
  course::Question question;
  question.id = QuestionId(id);
  question.points = points;
  question.concepts = {ConceptId(about)};
  question.kind = course::Order{{"a", "b"}};
  return {StepId(id), question};
}

course::Lesson lesson_of(const std::vector<std::string>& steps) {
  course::Lesson lesson;
  lesson.id = first;
  for (const std::string& id : steps) lesson.steps.push_back(text_step(id));
  return lesson;
}

LessonProgress finished(const std::vector<std::string>& steps) {
  LessonProgress progress;
  for (const std::string& id : steps) progress.finished.insert(StepId(id));
  return progress;
}

std::size_t resume(const std::vector<std::string>& steps, const std::vector<std::string>& done) {
  const LessonProgress progress = finished(done);
  return resume_at(lesson_of(steps), &progress);
}

bool equal(const QuestionProgress& a, const QuestionProgress& b) {
  return std::tie(a.attempts, a.hints, a.done, a.gave_up, a.pretest, a.earned, a.response, a.seed, a.certainty, a.at,
                  a.unknown, a.marks) == std::tie(b.attempts, b.hints, b.done, b.gave_up, b.pretest, b.earned,
                                                  b.response, b.seed, b.certainty, b.at, b.unknown, b.marks);
}

bool equal(const LessonProgress& a, const LessonProgress& b) {
  return std::tie(a.finished, a.opened, a.complete, a.again, a.last, a.order, a.finished_order) ==
             std::tie(b.finished, b.opened, b.complete, b.again, b.last, b.order, b.finished_order) &&
         std::equal(a.questions.begin(), a.questions.end(), b.questions.begin(), b.questions.end(),
                    [](const auto& x, const auto& y) { return x.first == y.first && equal(x.second, y.second); });
}

bool equal(const Progress& a, const Progress& b) {
  for (const char* id : {"c0", "c1"}) {
    const CourseProgress* x = a.course(course::CourseId(id));
    const CourseProgress* y = b.course(course::CourseId(id));
    if ((x == nullptr) != (y == nullptr)) return false;
    if (x == nullptr) continue;
    if (x->lessons.size() != y->lessons.size()) return false;
    for (const auto& [lesson, progress] : x->lessons) {
      if (!y->lessons.count(lesson) || !equal(progress, y->lessons.at(lesson))) return false;
    }
  }
  return a.days() == b.days() && a.latest() == b.latest() && a.last_event() == b.last_event();
}

}  // namespace

TEST_CASE("tries of a round: the best counts, and a first try begins the next round") {
  History history;
  history.add(answer("q", 0.5, 1, false));
  history.add(answer("q", 0.3, 2, true));
  CHECK(history.question("q").attempts == 2);
  CHECK(history.question("q").earned == 0.5);
  CHECK(history.question("q").done);
  history.add(answer("q", 0, 1, false));
  CHECK(history.question("q").attempts == 1);
  CHECK(history.question("q").earned == 0);
  CHECK_FALSE(history.question("q").done);
}

TEST_CASE("hints before the first try belong to its round, hints after the last begin one") {
  History history;
  history.add(HintShown{QuestionId("q"), 1});
  history.add(HintShown{QuestionId("q"), 2});
  history.add(answer("q", 0.8, 1, true));
  CHECK(history.question("q").hints == 2);
  history.add(HintShown{QuestionId("q"), 1});
  CHECK(history.question("q").hints == 1);
  CHECK_FALSE(history.question("q").done);
}

TEST_CASE("giving up keeps what was earned") {
  History history;
  history.add(answer("q", 0.5, 1, false));
  history.add(GaveUp{QuestionId("q")});
  CHECK(history.question("q").gave_up);
  CHECK(history.question("q").done);
  CHECK(history.question("q").earned == 0.5);
}

TEST_CASE("certainty marks are those of the first try, and a new round begins without") {
  History history;
  Answered first = answer("q", 0, 1, false);
  first.marks = -6;
  history.add(first);
  history.add(answer("q", 1, 2, true));
  CHECK(history.question("q").marks == -6.0);
  history.add(answer("q", 1, 1, true));
  CHECK_FALSE(history.question("q").marks);
}

TEST_CASE("the score of certainty stands apart: what was staked, and nothing lost by not knowing") {
  course::Lesson lesson = lesson_of({});
  for (const char* id : {"won", "lost", "unknown", "untouched", "not-asked"}) {
    course::Question question;
    question.id = QuestionId(id);
    question.sure = std::string(id) != "not-asked";
    question.kind = course::Choices{{{true, "a", ""}, {false, "b", ""}}, false};
    lesson.steps.push_back({StepId(id), question});
  }
  History history;
  Answered won = answer("won", 1, 1, true), lost = answer("lost", 0, 1, true);
  won.marks = 2;
  lost.marks = -6;
  history.add(won);
  history.add(lost);
  history.add(GaveUp{QuestionId("unknown"), true});
  history.add(GaveUp{QuestionId("not-asked"), true});
  CHECK(history.question("unknown").unknown);
  const Score score = learner::score(lesson, history.lesson());
  CHECK(score.certainty.questions == 3);
  CHECK(score.certainty.marks == -4);
  CHECK(score.certainty.possible == 9);
  CHECK(score.earned == 1);
}

TEST_CASE("a restart clears the round and keeps the history") {
  History history;
  history.add(StepFinished{StepId("a")});
  history.add(answer("q", 1, 1, true));
  history.add(LessonFinished{});
  CHECK_FALSE(history.progress.latest());
  history.add(LessonRestarted{});
  CHECK(history.lesson().finished.empty());
  CHECK(history.lesson().questions.empty());
  CHECK(history.lesson().complete);
  CHECK(history.lesson().in_progress());
  CHECK(history.progress.latest() == std::pair(tea, first));
}

TEST_CASE("opening a complete lesson to look something up does not make it unfinished") {
  History history;
  history.add(LessonOpened{}, LessonId("second"));
  history.add(LessonFinished{});
  history.add(LessonOpened{});
  CHECK(history.progress.latest()->second == LessonId("second"));
}

TEST_CASE("days are local") {
  History history;  // 23:00 UTC, an hour ahead: past midnight
  history.add(StepFinished{StepId("a")});
  history.add(LessonOpened{});
  REQUIRE(history.progress.days().size() == 1);
  const std::chrono::sys_days second = std::chrono::year(2026) / 3 / 2;
  CHECK(history.progress.days() == std::map<std::chrono::sys_days, int>{{second, 1}});
}

TEST_CASE("times and offsets from nowhere do no harm") {
  Progress progress;
  for (const std::int64_t ms : {INT64_MIN, INT64_MAX, std::int64_t{-1}}) {
    progress.apply({0, base::TimePoint(base::Duration(ms)), std::chrono::minutes(INT32_MAX), tea, first,
                    StepFinished{StepId("a")}});
  }
  CHECK_FALSE(progress.days().empty());
}

TEST_CASE("folding in two halves equals folding the whole, also when the halves overlap") {
  REQUIRE(rc::check([] {
    const auto history = *test::any_history();
    const std::size_t middle = *rc::gen::inRange<std::size_t>(0, history.size() + 1);
    const std::size_t again = *rc::gen::inRange<std::size_t>(0, middle + 1);
    Progress whole;
    for (const Event& event : history) whole.apply(event);
    Progress halves;
    for (std::size_t i = 0; i < middle; ++i) halves.apply(history[i]);
    Progress copy = halves;
    for (std::size_t i = again; i < history.size(); ++i) copy.apply(history[i]);
    RC_ASSERT(equal(whole, copy));
  }));
}

TEST_CASE("whatever happened, the numbers stay within their bounds") {
  REQUIRE(rc::check([] {
    Progress progress;
    for (const Event& event : *test::any_history()) progress.apply(event);
    course::Course course;
    course.modules.push_back({course::ModuleId("m"), "", "", {}, {LessonId("l0"), LessonId("l1"), LessonId("gone")}});
    for (const char* id : {"l0", "l1"}) {
      course::Lesson lesson = lesson_of({"s0", "s1", "s2", "new"});
      lesson.id = LessonId(id);
      for (const char* question : {"q0", "q1", "q9"}) lesson.steps.push_back(question_step(question));
      course.lessons.push_back(lesson);
    }
    for (const char* id : {"c0", "c1"}) {
      const CourseProgress* of_course = progress.course(course::CourseId(id));
      const double done = share_done(course, of_course);
      RC_ASSERT(done >= 0 && done <= 1);
      for (const course::Lesson& lesson : course.lessons) {
        const LessonProgress* of_lesson = progress.lesson(course::CourseId(id), lesson.id);
        const std::size_t at = resume_at(lesson, of_lesson);
        RC_ASSERT(at <= lesson.steps.size());
        if (of_lesson == nullptr) continue;
        if (at < lesson.steps.size()) RC_ASSERT(of_lesson->finished.count(lesson.steps[at].id) == 0u);
        const Score result = score(lesson, *of_lesson);
        RC_ASSERT(result.earned >= 0 && result.earned <= result.possible);
        RC_ASSERT(result.right.size() + result.revisit.size() == 3u);
      }
    }
  }));
}

TEST_CASE("a lesson resumes at the first step not finished") {
  CHECK(resume_at(lesson_of({"a", "b"}), nullptr) == 0);
  CHECK(resume({"a", "b", "c"}, {}) == 0);
  CHECK(resume({"a", "b", "c"}, {"a"}) == 1);
  CHECK(resume({"a", "b", "c"}, {"a", "b", "c"}) == 3);
  CHECK(resume({}, {"a"}) == 0);
}

TEST_CASE("a lesson edited meanwhile still resumes sensibly") {
  CHECK(resume({"new", "a", "b", "c", "d"}, {"a", "b", "c"}) == 4);   // added at the top: one is not thrown back
  CHECK(resume({"a", "new", "b", "c"}, {"a", "b"}) == 3);             // added behind one's back
  CHECK(resume({"a", "n1", "n2", "n3", "b", "c"}, {"a", "b"}) == 1);  // rewritten: the new part is shown
  CHECK(resume({"b", "c"}, {"a", "b"}) == 1);                         // removed
  CHECK(resume({"a", "b", "d", "e", "c"}, {"a", "b", "c"}) == 2);     // moved to the end
  CHECK(resume({"x", "y"}, {"a", "b"}) == 0);                         // all new
  CHECK(resume({"new", "a", "b"}, {"a", "b"}) == 0);                  // all done but the new one
}

TEST_CASE("an unedited lesson always resumes where its finished steps end") {
  REQUIRE(rc::check([] {
    const std::size_t count = *rc::gen::inRange<std::size_t>(0, 30);
    const std::size_t done = *rc::gen::inRange<std::size_t>(0, count + 1);
    std::vector<std::string> steps;
    for (std::size_t i = 0; i < count; ++i) steps.push_back("s" + std::to_string(i));
    RC_ASSERT(resume(steps, {steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(done)}) == done);
  }));
}

TEST_CASE("the score leaves out pretests and opinions and weighs by points") {
  course::Lesson lesson = lesson_of({"a"});
  lesson.steps.push_back(question_step("heavy", "leaf", 3));
  lesson.steps.push_back(question_step("light"));
  lesson.steps.push_back(question_step("never"));
  course::Step pretest = question_step("guess");
  std::get<course::Question>(pretest.content).pretest = true;
  lesson.steps.push_back(pretest);
  course::Step opinion = question_step("opinion");
  std::get<course::Question>(opinion.content).kind = course::Scale{};
  lesson.steps.push_back(opinion);

  History history;
  history.add(answer("heavy", 1, 1, true));
  history.add(answer("light", 0.5, 1, true));
  history.add(answer("guess", 1, 1, true));
  const Score result = score(lesson, history.lesson());
  CHECK(result.possible == 5);
  CHECK(result.earned == 3.5);
  CHECK(result.right == std::vector{QuestionId("heavy")});
  CHECK(result.revisit == std::vector{QuestionId("light"), QuestionId("never")});
}

TEST_CASE("rounds are counted, and the credit of the latest answer is kept as it was given") {
  History history;
  history.add(answer("q1", 0.5, 2, true));
  CHECK(history.lesson().round == 0);
  CHECK(history.lesson().questions.at(QuestionId("q1")).credit == 0.5);
  history.add(LessonRestarted{});
  history.add(LessonRestarted{});
  CHECK(history.lesson().round == 2);
}

TEST_CASE("the share done counts complete lessons and the steps of the one in progress") {
  course::Course course;
  course.modules = {{course::ModuleId("m"), "", "", {}, {first, LessonId("second")}},
                    {course::ModuleId("later"), "", "", {}, {}}};
  CHECK(share_done(course, nullptr) == 0);
  CHECK(share_done(course::Course{}, nullptr) == 0);
  History history;
  history.add(StepFinished{StepId("a")});
  CHECK(share_done(course, history.progress.course(tea)) == 0);  // only the outline
  course.lessons = {lesson_of({"a", "b"})};
  CHECK(share_done(course, history.progress.course(tea)) == 0.25);
  history.add(LessonFinished{});
  CHECK(share_done(course, history.progress.course(tea)) == 0.5);
}

}  // namespace progress_test
