#include "course/reading/fingerprint.h"

#include "course/load.h"
#include "course/yaml/parse.h"
#include "support/test.h"

namespace fingerprint_test {
namespace {

std::uint64_t print_of(const char* kind, std::string step) {
  const course::SourceFile file("a.yaml", std::move(step));
  base::Diagnostics diagnostics;
  const auto tree = course::parse_yaml(file, {}, diagnostics);
  REQUIRE(tree.has_value());
  return course::key_fingerprint(tree->root(), kind);
}

}  // namespace

TEST_CASE("words around what is right leave its fingerprint, another answer changes it") {
  const auto choices =
      print_of("choices", "ask: Which?\nchoices:\n  - right: Tea\n  - wrong: Coffee\n    because: No.\n");
  CHECK(choices ==
        print_of("choices",
                 "ask: Which one?\nchoices:\n  - right: Green tea\n  - wrong: Milk\nexplain: So.\nhint: Leaves.\n"));
  CHECK(choices != print_of("choices", "ask: Which?\nchoices:\n  - wrong: Tea\n  - right: Coffee\n"));
  CHECK(choices != print_of("choices", "ask: Which?\nchoices:\n  - right: Tea\n  - wrong: Coffee\n  - wrong: Milk\n"));

  const auto number = print_of(
      "number", "ask: How hot?\nnumber: {is: 65, within: 2, wrong: [{is: 100, because: Boiled.}]}\nunit: °C\n");
  CHECK(number ==
        print_of("number", "ask: Hot?\nnumber: {is: 65, within: 2, wrong: [{is: 212, because: In F.}]}\nunit: °C\n"));
  CHECK(number != print_of("number", "ask: How hot?\nnumber: {is: 66, within: 2}\nunit: °C\n"));
  CHECK(number != print_of("number", "ask: How hot?\nnumber: {is: 65, within: 2}\nunit: °F\n"));

  CHECK(print_of("answers", "answers: [oxidation]\n") ==
        print_of("answers", "answers: [oxidation]\nwrong: [{text: rust, because: No.}]\n"));
  CHECK(print_of("answers", "answers: [oxidation]\n") != print_of("answers", "answers: [oxidation, rust]\n"));
  CHECK(print_of("blanks", "blanks: Water is [[wet]] here.\n") ==
        print_of("blanks", "blanks: All water is [[wet]].\n"));
  CHECK(print_of("blanks", "blanks: Water is [[wet]].\n") != print_of("blanks", "blanks: Water is [[dry]].\n"));
  CHECK(print_of("order", "order: [a, b]\n") != print_of("order", "order: [b, a]\n"));
  CHECK(print_of("order", "order: [ab, c]\n") != print_of("order", "order: [a, bc]\n"));
  CHECK(print_of("open", "open: {rubric: [a]}\n") == print_of("open", "open: {rubric: [b], model: c}\n"));
}

TEST_CASE("a question's fingerprint is the same in every language, and of all its variants") {
  for (const char* folder : {"courses/learning-that-lasts", "tests/data/courses/quizzes"}) {
    std::map<std::string, std::uint64_t> english;
    for (const char* language : {"en", "fr"}) {
      course::LoadOptions options;
      options.language = language;
      const course::Loaded loaded = course::load(test::source_dir() / folder, options);
      REQUIRE(loaded.course != nullptr);
      for (const course::Lesson& lesson : loaded.course->lessons) {
        for (const course::Step& step : lesson.steps) {
          const course::Question* question = step.question();
          if (question == nullptr) continue;
          INFO(question->id.str());
          CHECK(question->key != 0);
          const auto [known, added] = english.try_emplace(question->id.str(), question->key);
          CHECK(known->second == question->key);
        }
      }
    }
    CHECK(english.size() > 5);
  }
}

}  // namespace fingerprint_test
