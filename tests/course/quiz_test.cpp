#include "course/quiz.h"

#include "course/draw.h"
#include "course/load.h"
#include "support/temporary_folder.h"
#include "support/test.h"

namespace quiz_test {

using namespace course;

namespace {

std::filesystem::path folder() { return test::source_dir() / "tests" / "data" / "courses" / "quizzes"; }

const Quiz& quiz(const Course& course, const char* id) {
  for (const Quiz& each : course.quizzes) {
    if (each.id.str() == id) return each;
  }
  throw std::runtime_error("no such quiz");
}

}  // namespace

TEST_CASE("a quiz has what its file says") {
  const Loaded loaded = load(folder());
  REQUIRE(loaded.course != nullptr);
  CHECK(loaded.diagnostics.empty());
  const Course& course = *loaded.course;
  REQUIRE(course.quizzes.size() == 4);
  const Quiz& exam = quiz(course, "exam");
  CHECK(exam.title == "What you know about tea");
  CHECK(exam.questions.size() == 9);
  CHECK(exam.minutes == 12);
  CHECK(exam.feedback == Quiz::Feedback::end);
  CHECK(exam.layout == Quiz::Layout::one_by_one);
  CHECK(exam.pass == Approx(0.7));
  CHECK_FALSE(exam.shuffle);
  CHECK_FALSE(exam.seed);
  const Quiz& practice = quiz(course, "practice");
  CHECK(practice.feedback == Quiz::Feedback::at_once);
  CHECK(practice.shuffle);
  REQUIRE(practice.pools.size() == 2);
  CHECK(practice.pools[0].count == 3);
  CHECK(practice.pools[1].from == std::vector<std::string>{"concept:steeping", "tag:origin"});
  CHECK(practice.pools[1].weight == 2.0);
  const Quiz& same = quiz(course, "same");
  CHECK(same.seed == 2026);
  CHECK(same.tries == 1);
  CHECK(same.layout == Quiz::Layout::page);
  CHECK(draw(practice, course, 4).size() == 5);
  CHECK(find_question(course, QuestionId("warmth")).lesson->id.str() == "brewing");
}

TEST_CASE("the quizzes are known when only the outline was read") {
  LoadOptions options;
  options.outline_only = true;
  const Loaded loaded = load(folder(), options);
  REQUIRE(loaded.course != nullptr);
  CHECK(loaded.course->quizzes.size() == 4);
  CHECK(loaded.diagnostics.empty());
}

TEST_CASE("a quiz that names what is not there is told of at loading, and the others can be taken") {
  test::TemporaryFolder course;
  course.write("course.yaml",
               "title: Tea\nmodules: [{id: m, title: M, lessons: [one]}]\n"
               "quizzes: [{id: a, title: A, questions: [nine]}, {id: b, title: B, pools: [{from: m, count: 1}]}]\n");
  course.write("lessons/one.yaml", "title: One\nsteps: [{ask: \"What\", id: nina, number: 3, explain: So.}]\n");
  const Loaded loaded = load(course.path());
  REQUIRE(loaded.course != nullptr);
  REQUIRE(loaded.diagnostics.size() == 1);
  CHECK(loaded.diagnostics[0].rule == "unknown-question");
  CHECK(base::in_words(loaded.diagnostics[0].remedy).find("nina") != std::string::npos);
  CHECK(draw(loaded.course->quizzes[0], *loaded.course, 1).empty());
  CHECK(draw(loaded.course->quizzes[1], *loaded.course, 1).size() == 1);
}

TEST_CASE("a share to pass is read as a percentage or as a number") {
  for (const auto& [words, share] : {std::pair{"70%", 0.7}, {"0.5", 0.5}, {"100 %", 1.0}, {"1", 1.0}}) {
    test::TemporaryFolder course;
    course.write("course.yaml",
                 "title: Tea\nmodules: [{id: m, title: M, lessons: [one]}]\nquizzes: [{id: a, title: A, "
                 "questions: [q], pass: \"" +
                     std::string(words) + "\"}]\n");
    course.write("lessons/one.yaml", "title: One\nsteps: [{ask: \"What\", id: q, number: 3, explain: So.}]\n");
    const Loaded loaded = load(course.path());
    REQUIRE(loaded.course != nullptr);
    CHECK(loaded.diagnostics.empty());
    CHECK(loaded.course->quizzes.at(0).pass == Approx(share));
  }
}

}  // namespace quiz_test
