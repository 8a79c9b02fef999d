#include "course/variant.h"

#include <fstream>
#include <sstream>

#include "course/load.h"
#include "support/temporary_folder.h"
#include "support/test.h"

namespace variant_test {

namespace {

using course::Question;

std::filesystem::path folder() { return test::source_dir() / "tests" / "data" / "variants"; }

const Question& find(const course::Course& course, const std::string& id) {
  for (const course::Lesson& lesson : course.lessons) {
    for (const course::Step& step : lesson.steps) {
      if (step.question() != nullptr && step.question()->id.str() == id) return *step.question();
    }
  }
  FAIL("no question " << id);
  throw 0;
}

/// A course with one question, written between its `ask` and its end.
struct OneQuestion {
  explicit OneQuestion(const std::string& rest, const std::string& ask = "How many?") {
    folder.write("course.yaml", "title: T\nmodules: [{id: m, title: M, lessons: [a]}]\n");
    folder.write("lessons/a.yaml",
                 "title: A\nsteps:\n  - ask: \"" + ask + "\"\n    id: q\n    explain: So it is.\n" + rest);
    loaded = course::load(folder.path());
  }
  base::Diagnostics checked() const { return course::check(folder.path()); }
  const Question& question() const { return find(*loaded.course, "q"); }

  test::TemporaryFolder folder;
  course::Loaded loaded;
};

/// The first error of a question with these lines.
std::string error_of(const std::string& rest, const std::string& ask = "How many?") {
  const OneQuestion one(rest, ask);
  for (const base::Diagnostic& d : one.loaded.diagnostics) {
    if (d.severity == base::Severity::error)
      return d.rule + " " + std::to_string(d.span.line) + ": " + base::in_words(d.message);
  }
  return "no error";
}

}  // namespace

TEST_CASE("a seed gives the same values on every machine") {
  const auto loaded = course::load(folder());
  REQUIRE(loaded.course);
  std::ifstream file(folder() / "drawn.txt");
  std::string line;
  int lines = 0;
  while (std::getline(file, line)) {
    std::istringstream words(line);
    std::string id;
    std::uint64_t seed = 0;
    std::string values;
    words >> id >> seed;
    words.get();
    std::getline(words, values);
    CHECK(course::to_text(course::values_of(find(*loaded.course, id), seed)) == values);
    ++lines;
  }
  CHECK(lines >= 70);
}

TEST_CASE("values stand in every text and number of a question") {
  const auto loaded = course::load(folder());
  REQUIRE(loaded.course);
  CHECK(loaded.diagnostics.empty());
  const Question& question = find(*loaded.course, "cups");
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const auto values = course::values_of(question, seed);
    const double n = std::get<double>(values.at(0).value);
    const double cups = std::get<double>(values.at(1).value);
    CHECK(n * cups > 12);
    CHECK(std::get<double>(values.at(3).value) == n * cups);
    const Question made = course::variant(question, seed);
    const std::string first = std::to_string(static_cast<int>(n));
    const std::string second = std::to_string(static_cast<int>(cups));
    CHECK(made.ask == first + " pots of " + second + " cups each were drunk in " +
                          std::get<std::string>(values.at(2).value) + ". How many cups is that?");
    CHECK(course::ask_of(question, seed) == made.ask);
    CHECK(std::get<course::Number>(made.kind).is == n * cups);
    CHECK(made.explain == first + " × " + second + " = " + std::to_string(static_cast<int>(n * cups)) + ".");
    CHECK(made.id == question.id);
  }
}

TEST_CASE("values are written as the language has them, and words are translated") {
  course::LoadOptions options;
  options.language = "fr";
  const auto loaded = course::load(folder(), options);
  REQUIRE(loaded.course);
  const Question& price = find(*loaded.course, "price");
  bool seoul = false;
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    const Question made = course::variant(price, seed);
    CHECK(made.ask.find(",") != std::string::npos);  // two decimals behind a comma
    CHECK(made.ask.starts_with("Une tasse coûte "));
    const std::string ask = course::variant(find(*loaded.course, "cups"), seed).ask;
    CHECK((ask.starts_with("À Séoul on") || ask.starts_with("À Busan on")));
    seoul = seoul || ask.starts_with("À Séoul");
    const auto fill = std::get<course::Blanks>(course::variant(find(*loaded.course, "fill"), seed).kind);
    CHECK(fill.parts.at(0).find(" g pour ") != std::string::npos);
    CHECK(fill.parts.at(0).find("\u202f") != std::string::npos);  // 1 500
    CHECK((fill.gaps.at(1).options.at(0) == "beaucoup" || fill.gaps.at(1).options.at(0) == "peu"));
  }
  CHECK(seoul);
}

TEST_CASE("each kind of question varies") {
  const auto loaded = course::load(folder());
  REQUIRE(loaded.course);
  for (const char* id : {"cups", "price", "fill", "sums", "leaf", "rising", "parity"}) {
    const Question& question = find(*loaded.course, id);
    CAPTURE(id);
    CHECK(question.variants != nullptr);
    CHECK(course::all_seeds(question).size() >= 9);
    CHECK(course::variant(question, 7).kind.index() == question.kind.index());
  }
  const auto answers = std::get<course::Answers>(course::variant(find(*loaded.course, "leaf"), 3).kind);
  CHECK(answers.accepted.at(0).pattern.text().find('{') == std::string::npos);
}

TEST_CASE("every variant is met where there are few, a thousand where there are many") {
  const OneQuestion few("    vars: {a: 1..5, b: [x, y]}\n    where: a != 3\n    number: \"{{a}}\"\n");
  REQUIRE(few.loaded.course->lessons.size() == 1);
  CHECK(course::all_seeds(few.question()).size() == 8);
  const OneQuestion many("    vars: {a: 1..5000}\n    number: \"{{a}}\"\n");
  CHECK(course::all_seeds(many.question()).size() == 1000);
}

TEST_CASE("a question without vars is its own variant") {
  const OneQuestion one("    number: 3\n");
  CHECK(course::variant(one.question(), 5).ask == one.question().ask);
  CHECK(course::values_of(one.question(), 5).empty());
  CHECK(course::all_seeds(one.question()) == std::vector<std::uint64_t>{0});
}

TEST_CASE("seeds count around") { CHECK(course::variant_number(3'000'017) == 17); }

TEST_CASE("decimals are as asked") {
  const OneQuestion one("    vars: {a: [1234.5]}\n    number: \"{{a, 2}}\"\n",
                        "{{a}} {{a, 2}} {{a, 0}} {{a / 3}} {{-a}}");
  CHECK(one.question().ask == "1,234.5 1,234.50 1,235 411.5 −1,234.5");
  CHECK(std::get<course::Number>(one.question().kind).decimals == 2);
}

TEST_CASE("a formula's own braces may stand around a value") {
  const OneQuestion one("    vars: {a: [7]}\n    number: \"{{a}}\"\n", "$x^{{{a}}}$");
  CHECK(one.question().ask == "$x^{7}$");
}

TEST_CASE("mistakes in vars have a place") {
  CHECK(error_of("    vars: {a: 9..2}\n    number: 3\n").starts_with("vars 6: this range holds no number"));
  CHECK(error_of("    vars: {a: 0.5..2}\n    number: 3\n").starts_with("vars 6: a range of fractions"));
  CHECK(error_of("    vars: {a: 1..b}\n    number: 3\n").starts_with("vars 6: this is no range"));
  CHECK(error_of("    vars: {2a: 1..2}\n    number: 3\n").starts_with("vars 6: “2a” cannot be a name"));
  CHECK(error_of("    vars: {a: []}\n    number: 3\n").starts_with("vars 6: a list to draw from"));
  CHECK(error_of("    vars: {a: {b: 2}}\n    number: 3\n").starts_with("vars 6: a variable is a range"));
  CHECK(error_of("    vars: [a]\n    number: 3\n").starts_with("wrong-value 6"));
  CHECK(error_of("    vars: {a: = b + 1}\n    number: 3\n").starts_with("vars 6"));
  CHECK(error_of("    vars: {a: 1..2}\n    where: a >\n    number: 3\n").starts_with("where 7"));
  CHECK(
      error_of("    vars: {a: 1..2}\n    where: a > 2\n    number: 3\n").starts_with("where 7: no values were found"));
  CHECK(error_of("    vars: {a: 1..2}\n    number: \"{{b}}\"\n").starts_with("expression 7"));
  CHECK(error_of("    vars: {a: 1..2}\n    number: \"{{a\"\n").starts_with("expression 7: an expression that opens"));
  CHECK(error_of("    vars: {a: [0]}\n    number: \"{{1 / a}}\"\n").starts_with("no-number 7"));
  CHECK(error_of("    vars: {a: [x]}\n    number: \"{{a}}\"\n").starts_with("wrong-value 7"));
}

TEST_CASE("what only some variants have wrong is told with the variant") {
  const OneQuestion one(
      "    vars: {a: 1..4, b: 1..4}\n    choices:\n      - right: \"{{a * b}}\"\n      - wrong: \"{{a + b}}\"\n"
      "        because: No.\n");
  const auto found = one.checked();
  REQUIRE(found.size() == 1);
  CHECK(found[0].rule == "equal");
  CHECK(found[0].span.line == 9);
  CHECK(base::in_words(found[0].message).find("(in the variant a = 2, b = 2, seed ") != std::string::npos);
  const OneQuestion divided("    vars: {a: -3..3}\n    number: \"{{12 / a}}\"\n");
  const auto zero = divided.checked();
  REQUIRE_FALSE(zero.empty());
  CHECK(zero[0].rule == "no-number");
  CHECK(base::in_words(zero[0].message).find("variant a = 0") != std::string::npos);
}

TEST_CASE("braces without vars stand as they are, and check asks about them") {
  const OneQuestion one("    number: 3\n", "What is {{a}}?");
  CHECK(one.question().ask == "What is {{a}}?");
  const auto found = one.checked();
  REQUIRE(found.size() == 1);
  CHECK(found[0].rule == "no-vars");
  CHECK(found[0].severity == base::Severity::warning);
}

TEST_CASE("a translation whose expressions cannot be used is a finding, and is not shown") {
  OneQuestion one("    vars: {a: 1..4}\n    number: \"{{a}}\"\n", "{{a}} cups?");
  one.folder.write("course.yaml", "title: T\nlanguages: [en, fr]\nmodules: [{id: m, title: M, lessons: [a]}]\n");
  one.folder.write("i18n/fr.po",
                   "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
                   "msgid \"{{a}} cups?\"\nmsgstr \"{{b}} tasses ?\"\n");
  const auto found = one.checked();
  const auto finding = std::find_if(found.begin(), found.end(),
                                    [](const base::Diagnostic& d) { return d.rule == "translated-expression"; });
  REQUIRE(finding != found.end());
  CHECK(finding->file == "i18n/fr.po");
  course::LoadOptions options;
  options.language = "fr";
  const auto loaded = course::load(one.folder.path(), options);
  CHECK(find(*loaded.course, "q").ask.ends_with(" cups?"));
}

TEST_CASE("texts without an expression are translated in every variant, too") {
  OneQuestion one(
      "    vars: {a: 1..40}\n    number: {is: \"{{a}}\", unit: homes}\n    hint: Count.\n"
      "    wrong: [{is: 99, because: Too many.}]\n",
      "{{a}} of them?");
  one.folder.write("course.yaml", "title: T\nlanguages: [en, fr]\nmodules: [{id: m, title: M, lessons: [a]}]\n");
  one.folder.write("i18n/fr.po",
                   "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
                   "msgid \"{{a}} of them?\"\nmsgstr \"Il y en a {{a}} ?\"\n\n"
                   "msgid \"homes\"\nmsgstr \"foyers\"\n\nmsgid \"Count.\"\nmsgstr \"Comptez.\"\n\n"
                   "msgid \"Too many.\"\nmsgstr \"C’est trop.\"\n\nmsgid \"So it is.\"\nmsgstr \"C’est ainsi.\"\n");
  course::LoadOptions options;
  options.language = "fr";
  const auto loaded = course::load(one.folder.path(), options);
  for (std::uint64_t seed = 0; seed < 5; ++seed) {
    const Question made = course::variant(find(*loaded.course, "q"), seed);
    CHECK(made.ask.starts_with("Il y en a "));
    CHECK(made.explain == "C’est ainsi.");
    CHECK(made.hints.at(0).text == "Comptez.");
    const auto& number = std::get<course::Number>(made.kind);
    CHECK(number.unit == "foyers");
    CHECK(number.wrong.at(0).because == "C’est trop.");
  }
}

TEST_CASE("the same seed gives the same variant, and no seed does harm") {
  const auto loaded = course::load(folder());
  REQUIRE(loaded.course);
  const bool holds = rc::check([&](std::uint64_t seed) {
    for (const course::Step& step : loaded.course->lessons[0].steps) {
      const Question& question = *step.question();
      const Question once = course::variant(question, seed);
      RC_ASSERT(once.ask == course::variant(question, seed).ask);
      RC_ASSERT(once.ask == course::variant(question, course::variant_number(seed)).ask);
      RC_ASSERT(course::to_text(course::values_of(once, seed)) == course::to_text(course::values_of(question, seed)));
      RC_ASSERT(once.ask.find("{{") == std::string::npos);
    }
  });
  CHECK(holds);
}

}  // namespace variant_test
