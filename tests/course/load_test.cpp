#include "course/load.h"

#include <algorithm>

#include "base/files.h"
#include "support/temporary_folder.h"
#include "support/test.h"

namespace load_test {

using namespace course;

namespace {

std::filesystem::path whole() { return test::source_dir() / "tests" / "data" / "courses" / "whole"; }

Loaded load_whole(const std::string& language = {}) {
  LoadOptions options;
  options.language = language;
  Loaded loaded = load(whole(), options);
  REQUIRE(loaded.course != nullptr);
  return loaded;
}

const Question& question(const Lesson& lesson, const std::string& id) {
  for (const Step& step : lesson.steps) {
    if (step.question() != nullptr && step.id.str() == id) return *step.question();
  }
  throw std::runtime_error("no question " + id);
}

template <class T>
const T& kind(const Lesson& lesson, const std::string& id) {
  return std::get<T>(question(lesson, id).kind);
}

/// A course of one lesson, given as YAML.
struct OneLesson {
  explicit OneLesson(const std::string& yaml) {
    folder.write("course.yaml",
                 "title: Tea\nmodules:\n  - {id: m, title: M, lessons: [one]}\n"
                 "concepts: [{id: leaf, name: Leaf, definition: A leaf.}]\nsources: {s1: A, s2: B}\n");
    folder.write("lessons/one.yaml", yaml);
    loaded = load(folder.path());
  }
  const Lesson& lesson() const {
    REQUIRE(loaded.course != nullptr);
    REQUIRE(loaded.course->lessons.size() == 1);
    return loaded.course->lessons[0];
  }
  test::TemporaryFolder folder;
  Loaded loaded;
};

}  // namespace

TEST_CASE("a course has what its files say") {
  const Loaded loaded = load_whole();
  CHECK(loaded.diagnostics.empty());
  const Course& course = *loaded.course;
  CHECK(course.id.str() == "tea");
  CHECK(course.language == "en");
  CHECK(course.languages == std::vector<std::string>{"en", "fr"});
  CHECK(course.modules.size() == 2);
  CHECK(course.modules[1].lessons.empty());
  CHECK(course.concept_of(ConceptId("steeping"))->needs == std::vector{ConceptId("oxidation")});
  CHECK(course.source(SourceId("smith2010"))->year == "2010");
  CHECK(course.source(SourceId("jones1999"))->title == "Another book");
  CHECK(course.module_of(LessonId("second"))->id.str() == "leaf");
  CHECK(course.lesson(LessonId("none")) == nullptr);
  REQUIRE(course.lessons.size() == 2);
  CHECK(course.lessons[0].minutes == 12);
  CHECK(course.lessons[1].minutes >= 1);
}

TEST_CASE("sections begin with headings, sources are numbered by first mention") {
  const Lesson lesson = load_whole().course->lessons[0];
  REQUIRE(lesson.sections.size() == 3);
  CHECK(lesson.sections[0].title == "From green to black");
  CHECK(lesson.sections[0].count == 1);
  CHECK(lesson.sections[1].title == "Air");
  CHECK(lesson.sections[1].first == 1);
  CHECK(lesson.sections[2].first + lesson.sections[2].count == lesson.steps.size());
  CHECK(lesson.sources == std::vector{SourceId("smith2010"), SourceId("jones1999")});
}

TEST_CASE("blocks have their fields") {
  const Lesson lesson = load_whole().course->lessons[0];
  const auto& callout = std::get<Callout>(lesson.steps[2].content);
  CHECK(callout.kind == Callout::Kind::warning);
  CHECK(callout.title == "Careful");
  const auto& picture = std::get<Picture>(lesson.steps[4].content);
  CHECK(picture.file.is_absolute());
  CHECK(picture.width == 0.5);
  const auto& chart = std::get<Chart>(lesson.steps[6].content);
  CHECK(chart.kind == Chart::Kind::bar);
  CHECK(chart.y == std::vector<std::size_t>{1, 2});
  CHECK(chart.labels == std::vector<std::string>{"Cups a day", "litres"});
  CHECK(chart.table.cells[0][0] == "England, Wales");
  CHECK(chart.to == 10);
  const auto& inline_chart = std::get<Chart>(lesson.steps[7].content);
  CHECK(inline_chart.y == std::vector<std::size_t>{1});
  CHECK(std::isnan(inline_chart.table.number(1, 1)));
  CHECK(inline_chart.log);
  const auto& worked = std::get<Worked>(lesson.steps[9].content);
  CHECK(lesson.steps[9].id.str() == "brewing");
  CHECK(worked.steps.size() == 2);
  CHECK(worked.steps[1].markdown == "Let it cool.");
}

TEST_CASE("questions have their common keys") {
  const Lesson lesson = load_whole().course->lessons[0];
  const Question& number = question(lesson, "green-water");
  CHECK(number.hints.size() == 2);
  CHECK(number.tries == 3);
  CHECK(number.points == 2.5);
  CHECK(number.sure);
  CHECK(number.sources.size() == 2);
  CHECK(number.concepts == std::vector{ConceptId("oxidation")});
  CHECK(question(lesson, "most-oxidised").tries == 1);  // a pretest
  CHECK(question(lesson, "between").tries == 2);
  const Lesson second = load_whole().course->lessons[1];
  CHECK(question(second, "steeping-word").tries == 1);  // one of two
}

TEST_CASE("every kind of question is read") {
  const Lesson lesson = load_whole().course->lessons[0];
  CHECK(kind<Choices>(lesson, "most-oxidised").choices.size() == 3);
  CHECK(kind<Choices>(lesson, "most-oxidised").keep_last);
  const auto& number = kind<Number>(lesson, "green-water");
  CHECK(number.low == 70.5);
  CHECK(number.high == 80.5);
  CHECK(*number.close_high == Approx(75.5 * 1.2));
  CHECK(number.decimals == 1);
  CHECK(number.significant == 2);
  CHECK(kind<Number>(lesson, "between").is == 75);
  CHECK(kind<Number>(lesson, "between").close_low == 65);
  CHECK(kind<Number>(lesson, "exactly").low == -2.5);
  CHECK(kind<Number>(lesson, "exactly").decimals == 2);
  const auto& answers = kind<Answers>(lesson, "process-name");
  CHECK(answers.accepted.size() == 3);
  CHECK(answers.accepted[1].credit == 0.5);
  CHECK(answers.accepted[2].pattern.text() == "(?i)oxyd.*");
  CHECK(answers.wrong[0].credit == 0);
  CHECK(answers.exact_accents);
  CHECK_FALSE(answers.exact_case);
  CHECK(answers.slips == 1);
  CHECK(kind<Order>(lesson, "by-oxidation").items.size() == 3);
  CHECK(kind<Match>(lesson, "tea-origin").rights() == std::vector<std::string>{"Japan", "India", "Brazil"});
  CHECK(kind<Sort>(lesson, "true-tea").bins.size() == 3);
  CHECK(kind<Sort>(lesson, "true-tea").cards[2].bin == 1);
  CHECK(kind<Scale>(lesson, "liking").to == 7);
  CHECK(kind<Open>(lesson, "why-warmth").words == 20);
}

TEST_CASE("gaps are typed, picked, and may hold their own marks") {
  const Lesson lesson = load_whole().course->lessons[0];
  const auto& blanks = kind<Blanks>(lesson, "heat-gap");
  REQUIRE(blanks.gaps.size() == 3);
  CHECK(blanks.gaps[0].accepted == std::vector<std::string>{"Heat", "Warmth"});
  CHECK_FALSE(blanks.gaps[0].picked());
  CHECK(blanks.gaps[1].options == std::vector<std::string>{"early", "late", "never"});
  CHECK(blanks.gaps[1].accepted == std::vector<std::string>{"early"});
  CHECK(blanks.gaps[2].accepted == std::vector<std::string>{"km/h"});
  CHECK(blanks.parts == std::vector<std::string>{"", " stops it, so green tea is heated ", " at 5 ", "."});
}

TEST_CASE("in another language the texts change and the ids do not") {
  const Loaded english = load_whole();
  const Loaded french = load_whole("fr");
  CHECK(french.course->language == "fr");
  CHECK(french.course->title == "FR Tea, properly");
  const Lesson& lesson = french.course->lessons[0];
  CHECK(lesson.sections[1].title == "FR Air");
  CHECK(kind<Choices>(lesson, "most-oxidised").choices[1].text == "FR Green tea");
  CHECK(kind<Number>(lesson, "green-water").unit == "FR °C");
  CHECK(kind<Match>(lesson, "tea-origin").pairs[0].left == "FR Sencha");
  CHECK(std::get<Chart>(lesson.steps[6].content).labels[0] == "FR Cups a day");
  CHECK(std::get<Chart>(lesson.steps[6].content).table.cells[1][0] == "FR France");
  for (std::size_t i = 0; i < lesson.steps.size(); ++i)
    CHECK(lesson.steps[i].id == english.course->lessons[0].steps[i].id);
  CHECK(load_whole("xx").course->language == "en");
}

TEST_CASE("the outline comes first, then one lesson") {
  LoadOptions options;
  options.outline_only = true;
  options.language = "fr";
  const Loaded outline = load(whole(), options);
  REQUIRE(outline.course != nullptr);
  CHECK(outline.course->lessons.empty());
  const LoadedLesson lesson = load_lesson(*outline.course, LessonId("first"));
  REQUIRE(lesson.lesson != nullptr);
  CHECK(lesson.diagnostics.empty());
  CHECK(lesson.lesson->title == "FR From green to black");
  CHECK(lesson.lesson->sources.size() == 2);
  const LoadedLesson none = load_lesson(*outline.course, LessonId("none"));
  CHECK(none.lesson == nullptr);
  CHECK(base::has_errors(none.diagnostics));
  CHECK(load_lesson(*outline.course, LessonId("../course")).lesson == nullptr);
}

TEST_CASE("a lesson with errors is left out, the others stay") {
  const test::TemporaryFolder folder;
  folder.write("course.yaml", "title: T\nmodules: [{id: m, title: M, lessons: [good, bad, worse]}]\n");
  folder.write("lessons/good.yaml", "title: G\nsteps: [{text: One.}]\n");
  folder.write("lessons/bad.yaml", "title: B\nsteps: [{txt: One.}]\n");
  folder.write("lessons/worse.yaml", "title: \"W\nsteps: [{text: One.}]\n");
  const Loaded loaded = load(folder.path());
  REQUIRE(loaded.course != nullptr);
  CHECK(loaded.course->lessons.size() == 1);
  CHECK(loaded.diagnostics.size() == 2);
}

TEST_CASE("without a usable course.yaml there is no course, and lessons are checked all the same") {
  const test::TemporaryFolder folder;
  CHECK(load(folder.path()).course == nullptr);
  CHECK(load(folder.path() / "none").course == nullptr);
  folder.write("course.yaml", "title: a: b\n");
  folder.write("lessons/bad.yaml", "title: B\nteaches: [whatever]\nsteps: [{txt: One.}]\n");
  const Loaded loaded = load(folder.path());
  CHECK(loaded.course == nullptr);
  REQUIRE(loaded.diagnostics.size() == 2);
  CHECK(loaded.diagnostics[0].file == "course.yaml");
  CHECK(loaded.diagnostics[1].file == "lessons/bad.yaml");
}

TEST_CASE("steps without an id are named after their first words, each differently") {
  const OneLesson one(
      "title: T\nsteps:\n  - text: |\n      ## Air & leaves\n  - text: Air, leaves\n  - text: 한국\n"
      "  - text: 한국\n  - {text: x, id: air-leaves-2}\n");
  const auto& steps = one.lesson().steps;
  CHECK(steps[0].id.str() == "air-leaves");
  CHECK(steps[1].id.str() == "air-leaves-3");
  CHECK(steps[2].id.str() == "step");
  CHECK(steps[3].id.str() == "step-2");
}

TEST_CASE("ids of questions are unique in the course") {
  const test::TemporaryFolder folder;
  folder.write("course.yaml", "title: T\nmodules: [{id: m, title: M, lessons: [a, b]}]\n");
  for (const char* name : {"a", "b"}) {
    folder.write(std::string("lessons/") + name + ".yaml", "title: A\nsteps: [{ask: Q, id: q, number: 1}]\n");
  }
  const Loaded loaded = load(folder.path());
  REQUIRE(loaded.diagnostics.size() == 1);
  CHECK(loaded.diagnostics[0].file == "lessons/b.yaml");
  CHECK(loaded.diagnostics[0].related.at(0).file == "lessons/a.yaml");
  CHECK(loaded.course->lessons.size() == 1);
}

TEST_CASE("files are bounded") {
  const test::TemporaryFolder folder;
  folder.write("course.yaml", "title: T\nmodules: [{id: m, title: M, lessons: [a]}]\n");
  folder.write("lessons/a.yaml", "title: A\nsteps: [{text: " + std::string(2000, 'x') + "}]\n");
  LoadOptions options;
  options.limits.file_bytes = 1000;
  const Loaded loaded = load(folder.path(), options);
  REQUIRE(loaded.diagnostics.size() == 1);
  CHECK(loaded.diagnostics[0].rule == "too-large");
}

TEST_CASE("links that lead out of the course are refused") {
  const test::TemporaryFolder folder;
  folder.write("secret.txt", "x,y\n1,2\n");
  folder.write("c/course.yaml", "title: T\nmodules: [{id: m, title: M, lessons: [a]}]\n");
  folder.write("c/lessons/a.yaml", "title: A\nsteps: [{chart: line, data: link.csv, alt: x}]\n");
  std::filesystem::create_symlink("../secret.txt", folder.path() / "c" / "link.csv");
  const Loaded loaded = load(folder.path() / "c");
  REQUIRE(loaded.diagnostics.size() == 1);
  CHECK(loaded.diagnostics[0].rule == "outside");
}

TEST_CASE("a file of mistakes gives a bounded number of them") {
  std::string yaml = "title: T\nsteps:\n";
  for (int i = 0; i < 20'000; ++i) yaml += "  - {txt: x}\n";
  const OneLesson one(yaml);
  CHECK(one.loaded.diagnostics.size() == 500);
}

TEST_CASE("whatever is done to a lesson, it is read or complained about") {
  const auto text = base::read_file(whole() / "lessons" / "first.yaml", 1 << 20);
  REQUIRE(text);
  const bool holds = rc::check([&] {
    std::string yaml = *text;
    const int changes = *rc::gen::inRange(1, 6);
    for (int i = 0; i < changes; ++i) {
      const std::size_t at = *rc::gen::inRange<std::size_t>(0, yaml.size());
      const std::size_t length = *rc::gen::inRange<std::size_t>(0, 12);
      const auto put =
          *rc::gen::element<std::string>("", " ", "\n", ":", "- ", "\"", "[", "}", "x", "\t", "~", "{{", "/", "0");
      yaml.replace(at, std::min(length, yaml.size() - at), put);
    }
    const OneLesson one(yaml);
    RC_ASSERT(one.loaded.course != nullptr);
    RC_ASSERT(one.loaded.course->lessons.size() == (base::has_errors(one.loaded.diagnostics) ? 0U : 1U));
    for (const base::Diagnostic& d : one.loaded.diagnostics) RC_ASSERT(d.span.line > 0);
  });
  CHECK(holds);
}

}  // namespace load_test
