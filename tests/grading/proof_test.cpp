// Questions of a course, marked as their author says, in every variant.

#include "grading/proof.h"

#include "course/load.h"
#include "course/variant.h"
#include "grading/generate.h"
#include "grading/given.h"
#include "grading/grade.h"
#include "support/temporary_folder.h"

namespace {

std::filesystem::path folder() { return test::source_dir() / "tests" / "data" / "variants"; }

std::vector<course::Claimed> claimed_in(const std::filesystem::path& course) {
  std::vector<course::Claimed> claimed;
  course::check(course, {}, &claimed);
  return claimed;
}

/// What is found about a question with these lines.
base::Diagnostics prove(const std::string& rest) {
  const test::TemporaryFolder course;
  course.write("course.yaml", "title: T\nmodules: [{id: m, title: M, lessons: [a]}]\n");
  course.write("lessons/a.yaml", "title: A\nsteps:\n  - ask: How many?\n    id: q\n    explain: So.\n" + rest);
  base::Diagnostics found;
  for (const course::Claimed& one : claimed_in(course.path())) {
    const auto more = grading::prove(one.question, one.file, one.language);
    found.insert(found.end(), more.begin(), more.end());
  }
  return found;
}

}  // namespace

TEST_CASE("what a course claims of its marking holds in every variant") {
  const auto claimed = claimed_in(folder());
  REQUIRE(claimed.size() == 7);
  for (const course::Claimed& one : claimed) {
    CAPTURE(one.question.id.str());
    const auto found = grading::prove(one.question, one.file, one.language);
    CHECK((found.empty() ? std::string() : base::in_words(found[0].message)) == "");
  }
}

TEST_CASE("claims that do not hold are told at their line, with the variant and what came out") {
  const auto found = prove(
      "    vars: {a: 2..5}\n    number: {is: \"{{a}}\", within: 1}\n    accept:\n      - \"{{a + 1}}\"\n      - \"4\"\n"
      "    reject:\n      - \"{{a - 1}}\"\n      - none\n");
  REQUIRE(found.size() == 2);
  CHECK(found[0].file == "lessons/a.yaml");
  CHECK(found[0].span.line == 10);
  CHECK(found[0].rule == "accept");
  CHECK(base::in_words(found[0].message)
            .find("“4” should earn full credit, and earns 0 % (in the variant a = 2, seed ") == 0);
  CHECK(found[1].span.line == 12);
  CHECK(base::in_words(found[1].message).find("should earn nothing, and earns 100 %") != std::string::npos);
}

TEST_CASE("claims that are no response are told") {
  const auto found =
      prove("    choices: [{right: yes}, {wrong: no, because: No.}]\n    accept: maybe\n    reject: B\n");
  REQUIRE(found.size() == 1);
  CHECK(base::in_words(found[0].message).find("there is no choice “maybe”") != std::string::npos);
  const auto opinion = prove("    scale: {from: 1, to: 5}\n    accept: 3\n");
  REQUIRE(opinion.size() == 1);
  CHECK(base::in_words(opinion[0].message).find("nothing is right or wrong") == 0);
}

TEST_CASE("a list that lacks its second brackets is told once") {
  const auto blanks = prove("    blanks: \"{{flow}} {{weight}} {{kg/day}}\"\n    accept: [flow, weight, kg/day]\n");
  REQUIRE(blanks.size() == 1);
  CHECK(base::in_words(blanks[0].message) == "each of these 3 texts is taken for a response of its own");
  CHECK(base::in_words(blanks[0].remedy) ==
        "one response that is a list stands in brackets twice: [[flow, weight, kg/day]]");
  CHECK(blanks[0].span.length == 20);
  const auto order = prove("    order: [Green, Oolong, Black]\n    accept: [Green, Oolong, Black]\n");
  REQUIRE(order.size() == 1);
  CHECK(base::in_words(order[0].remedy).find("[[Green, Oolong, Black]]") != std::string::npos);
  CHECK(prove("    answers: [a, b]\n    accept: [c, d]\n").size() == 2);
}

TEST_CASE("what does not exist is told with what does") {
  const auto choice = prove("    choices: [{right: Black}, {wrong: Green, because: No.}]\n    accept: C\n");
  REQUIRE(choice.size() == 1);
  CHECK(base::in_words(choice[0].message).find("there is no choice “C”; take one of “Black”, “Green”") !=
        std::string::npos);
}

TEST_CASE("claims are read by check alone") {
  const auto loaded = course::load(folder());
  REQUIRE(loaded.course);
  for (const course::Step& step : loaded.course->lessons[0].steps) CHECK(step.question()->claims == nullptr);
}

TEST_CASE("every variant gives full credit for its key, and none more than that or less than nothing") {
  const auto loaded = course::load(folder());
  REQUIRE(loaded.course);
  REQUIRE(rc::check([&](std::uint64_t seed) {
    for (const course::Step& step : loaded.course->lessons[0].steps) {
      const course::Question asked = course::variant(*step.question(), seed);
      if (asked.id.str() != "leaf") {  // nothing but a pattern
        RC_ASSERT(grading::grade(asked, grading::right_response(asked)).credit == 1);
      }
      const grading::Verdict verdict = grading::grade(asked, *test::response_to(asked));
      RC_ASSERT(verdict.credit >= 0);
      RC_ASSERT(verdict.credit <= 1);
    }
  }));
}
