// `check --fix`: what is mended, and that nothing else is.
#include "course/fix.h"

#include <algorithm>
#include <sstream>

#include "course/load.h"
#include "support/temporary_folder.h"
#include "support/test.h"

namespace fix_test {

namespace {

namespace fs = std::filesystem;

constexpr const char* kCourse =
    "title: Tea\nlanguages: [en]\nmodules:\n  - {id: leaf, title: The leaf, lessons: [first]}\n"
    "concepts:\n  - {id: steeping, name: Steeping, definition: Water.}\nsources:\n  smith2010: A book\n";

/// A course of one lesson.
struct Sample {
  explicit Sample(const std::string& lesson, const std::string& course = kCourse) {
    folder.write("course.yaml", course);
    folder.write("lessons/first.yaml", lesson);
  }
  course::Fixes plan() const { return course::plan_fixes(folder.path()); }
  std::string mended() const {
    const course::Fixes fixes = plan();
    const auto found = fixes.files.find("lessons/first.yaml");
    return found == fixes.files.end() ? test::read(folder.path() / "lessons/first.yaml") : found->second.after;
  }
  test::TemporaryFolder folder;
};

std::size_t questions_in(const fs::path& folder) {
  const course::Loaded loaded = course::load(folder);
  std::size_t count = 0;
  if (!loaded.course) return 0;
  for (const course::Lesson& lesson : loaded.course->lessons) {
    for (const course::Step& step : lesson.steps) count += step.question() != nullptr;
  }
  return count;
}

std::size_t errors_in(const fs::path& folder) {
  const base::Diagnostics found = course::check(folder);
  return static_cast<std::size_t>(
      std::count_if(found.begin(), found.end(), [](const auto& d) { return d.severity == base::Severity::error; }));
}

/// The lines of `before` stand in `after` in their order, but for those that a change took away.
bool only_changed(const course::Fixes& fixes, const std::string& name) {
  const course::Fixes::Text& text = fixes.files.at(name);
  std::multiset<std::string> removed, added;
  for (const course::Change& change : fixes.changes) {
    if (change.file != name) continue;
    if (!change.removed.empty()) removed.insert(change.removed);
    added.insert(change.added);
  }
  std::istringstream before(text.before), after(text.after);
  std::string old_line, new_line;
  bool more = static_cast<bool>(std::getline(before, old_line));
  while (std::getline(after, new_line)) {
    if (more && old_line == new_line) {
      more = static_cast<bool>(std::getline(before, old_line));
      continue;
    }
    const auto trimmed = [](std::string line) {
      while (line.ends_with('\r')) line.pop_back();
      if (line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
      return line;
    };
    const auto plus = added.find(trimmed(new_line));
    // A line that was mended twice is told twice: its middle form is in neither text.
    if (plus == added.end()) return false;
    added.erase(plus);
    if (more && removed.count(trimmed(old_line)) != 0) more = static_cast<bool>(std::getline(before, old_line));
  }
  return !more;
}

}  // namespace

TEST_CASE("a question without an id gets one behind its text, made from its words") {
  const Sample sample(
      "title: First # a comment\n"
      "steps:\n"
      "  - ask: Which tea is the *least* oxidised?   # keep me\n"
      "    # and me\n"
      "    choices: [{right: White}, {wrong: Black}]\n"
      "  - ask: |\n"
      "      Two lines\n"
      "\n"
      "      # of Markdown\n"
      "    number: 3\n"
      "  - number: 4\n"
      "    ask: \"Quoted,\n"
      "      and folded\"\n"
      "  -   ask: Plain\n"
      "        and folded\n"
      "      # a comment\n"
      "      number: 5\n"
      "  - {ask: In braces, number: 6}\n"
      "  - {number: 7, ask: \"In braces\"}\n"
      "  - ask: 무엇?\n"
      "    number: 8");
  CHECK(sample.mended() ==
        "title: First # a comment\n"
        "steps:\n"
        "  - ask: Which tea is the *least* oxidised?   # keep me\n"
        "    id: which-tea-is-the-least-oxidised\n"
        "    # and me\n"
        "    choices: [{right: White}, {wrong: Black}]\n"
        "  - ask: |\n"
        "      Two lines\n"
        "\n"
        "      # of Markdown\n"
        "    id: two-lines-of-markdown\n"
        "    number: 3\n"
        "  - number: 4\n"
        "    ask: \"Quoted,\n"
        "      and folded\"\n"
        "    id: quoted-and-folded\n"
        "  -   ask: Plain\n"
        "        and folded\n"
        "      id: plain-and-folded\n"
        "      # a comment\n"
        "      number: 5\n"
        "  - {id: in-braces, ask: In braces, number: 6}\n"
        "  - {number: 7, id: in-braces-2, ask: \"In braces\"}\n"
        "  - ask: 무엇?\n"
        "    id: question\n"
        "    number: 8");
}

TEST_CASE("an id is new in the course, and takes none that a step is named by") {
  const Sample sample(
      "title: First\nsteps:\n  - text: What is tea?\n  - ask: What is tea?\n    number: 1\n"
      "  - ask: Other\n    id: what-is-tea-2\n    number: 1\n");
  CHECK(sample.mended().find("id: what-is-tea-3\n") != std::string::npos);
}

TEST_CASE("a key one letter off gets its name, where one name alone is near") {
  const Sample sample(
      "title: First\nminuts: 5\nsteps:\n"
      "  - ask: Why?\n    id: why\n    chioces: [{rihgt: a}, {wrong: b}]\n    explian: So.\n    is: 3\n"
      "  - tetx: Words.\n");
  CHECK(sample.mended() ==
        "title: First\nminutes: 5\nsteps:\n"
        "  - ask: Why?\n    id: why\n    choices: [{right: a}, {wrong: b}]\n    explain: So.\n    is: 3\n"
        "  - text: Words.\n");
  const Sample both("title: First\ntitel: Second\nsteps: [{text: a}]\n");
  CHECK(both.plan().changes.empty());  // the right key stands there already
  const Sample quoted("title: First\n\"minuts\": 5\nsteps: [{text: a}]\n");
  CHECK(quoted.plan().changes.empty());
}

TEST_CASE("a decimal comma becomes a point where it cannot mark thousands") {
  const Sample sample(
      "title: First\nsteps:\n"
      "  - {ask: A, id: a, number: \"2,6\"}\n"
      "  - ask: B\n    id: b\n    number: 2,6 # thumbs\n    points: 1,5\n"
      "  - ask: C\n    id: c\n    number:\n      is: -0,125\n      within: 12,5%\n      close: 1,200\n");
  CHECK(sample.mended() ==
        "title: First\nsteps:\n"
        "  - {ask: A, id: a, number: \"2,6\"}\n"
        "  - ask: B\n    id: b\n    number: 2.6 # thumbs\n    points: 1.5\n"
        "  - ask: C\n    id: c\n    number:\n      is: -0.125\n      within: 12.5%\n      close: 1,200\n");
}

TEST_CASE("a decimal comma in braces is mended where it can be nothing else") {
  const Sample sample(
      "title: First\nsteps:\n"
      "  - ask: A\n    id: a\n    number: {is: 3,5, within: 2,5}\n"
      "  - ask: B\n    id: b\n    number: {is: 30, within: 0,5, unit: km}\n"
      "  - ask: C\n    id: c\n    number: {is: 1,200}\n"
      "  - ask: D\n    id: d\n    number: {is: 3, 5}\n");
  CHECK(sample.mended() ==
        "title: First\nsteps:\n"
        "  - ask: A\n    id: a\n    number: {is: 3.5, within: 2.5}\n"
        "  - ask: B\n    id: b\n    number: {is: 30, within: 0.5, unit: km}\n"
        "  - ask: C\n    id: c\n    number: {is: 1,200}\n"
        "  - ask: D\n    id: d\n    number: {is: 3, 5}\n");
}

TEST_CASE("decimal commas in quoted cells of a table are mended") {
  const Sample sample("title: First\nsteps:\n  - {chart: line, data: data/cups.csv, y: [cups, litres], alt: A.}\n");
  sample.folder.write("data/cups.csv",
                      "year,cups,litres,note\r\n1990,\"6,25\",1,\"2,5\"\r\n2000,\"1,200\",\"0,5\",x\r\n");
  const course::Fixes fixes = sample.plan();
  REQUIRE(fixes.files.count("data/cups.csv") == 1);
  CHECK(fixes.files.at("data/cups.csv").after ==
        "year,cups,litres,note\r\n1990,\"6.25\",1,\"2,5\"\r\n2000,\"1,200\",\"0.5\",x\r\n");
  REQUIRE(fixes.changes.size() == 2);
  CHECK(fixes.changes[0].line == 2);
  REQUIRE(course::write_fixes(sample.folder.path(), fixes));
  CHECK(sample.plan().changes.empty());
}

TEST_CASE("tabs in front of lines become spaces where that can mean one thing") {
  const Sample sample("title: First\nsteps:\n\t- text: One.\n\t- ask: Why?\n\t  number: 3\t# three\n\t# a comment\n");
  CHECK(sample.mended() ==
        "title: First\nsteps:\n  - text: One.\n  - ask: Why?\n    id: why\n    number: 3\t# three\n\t# a comment\n");
  const Sample unclear("title: First\nsteps:\n  - text: One\n\t- Two\n");
  CHECK(unclear.plan().changes.empty());
}

TEST_CASE("line ends and the byte order mark stay as they are") {
  const std::string mark = "\xEF\xBB\xBF";
  const Sample sample(mark + "title: First\r\nsteps:\r\n  - ask: Why?\r\n    number: 3\r\n");
  CHECK(sample.mended() == mark + "title: First\r\nsteps:\r\n  - ask: Why?\r\n    id: why\r\n    number: 3\r\n");
}

TEST_CASE("what is not certain stays as it is") {
  for (const char* lesson : {
           "title: First\nsteps:\n  - &q\n    ask: Twice?\n    number: 3\n  - *q\n",  // an id would be given twice
           "title: First\nsteps:\n  - ask: Why?\n    Id: why\n    number: 3\n",       // that one was meant
           "title: First\nsteps:\n  - ask: Why?\n    number: 3\n  - text: a\n    text: b\n",
           "title: First\nsteps:\n  - ask: Null\n    number: 3\n    txt: \"\n",
           "title: First\nsteps: [{ask: , number: 3}]\n",
       }) {
    CAPTURE(lesson);
    CHECK(Sample(lesson).plan().changes.empty());
  }
}

TEST_CASE("the keys of course.yaml are mended as well, and what shows after it") {
  const Sample sample(
      "title: First\nteahces: [steeping]\nsteps:\n  - ask: Why?\n    concpet: steeping\n    number: 3\n",
      std::string(kCourse).replace(0, 6, "tilte:"));
  const course::Fixes fixes = sample.plan();
  REQUIRE(fixes.files.size() == 2);
  CHECK(fixes.files.at("course.yaml").after == kCourse);
  CHECK(
      sample.mended() ==
      "title: First\nteaches: [steeping]\nsteps:\n  - ask: Why?\n    id: why\n    concept: steeping\n    number: 3\n");
  for (const auto& [name, text] : fixes.files) CHECK(only_changed(fixes, name));
}

TEST_CASE("writing keeps permissions, and refuses a file that changed meanwhile") {
  const Sample sample("title: First\nsteps:\n  - ask: Why?\n    number: 3\n");
  const fs::path file = sample.folder.path() / "lessons/first.yaml";
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
  const course::Fixes fixes = sample.plan();
  REQUIRE(course::write_fixes(sample.folder.path(), fixes));
  CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read));
  CHECK(sample.plan().changes.empty());
  const auto again = course::write_fixes(sample.folder.path(), fixes);
  REQUIRE_FALSE(again);
  CHECK(again.error().refusal == base::Refusal::busy);
}

TEST_CASE("lessons that were damaged: mending is idempotent, changes nothing else, and loses no question") {
  const std::string whole = test::read(test::source_dir() / "tests/data/courses/whole/lessons/second.yaml") +
                            "  - ask: How warm?\n    number: 2,5\n    explain: \"So.\"\n"
                            "  - {ask: How cold?, number: 3, explian: So.}\n";
  REQUIRE(rc::check([&whole] {
    std::string lesson = whole;
    const int damages = *rc::gen::inRange(0, 6);
    for (int i = 0; i < damages; ++i) {
      const std::size_t at = *rc::gen::inRange<std::size_t>(0, lesson.size());
      switch (*rc::gen::inRange(0, 5)) {
        case 0: lesson.erase(at, 1); break;
        case 1: std::swap(lesson[at], lesson[std::min(at + 1, lesson.size() - 1)]); break;
        case 2:
          lesson.insert(at, *rc::gen::element<std::string>("\t", ",", "\r", "#", "\"", "{", "&a ", "*a", "\n"));
          break;
        case 3: {  // a line goes
          const std::size_t start = lesson.rfind('\n', at);
          if (start != std::string::npos) lesson.erase(start, lesson.find('\n', start + 1) - start);
          break;
        }
        default: lesson.insert(at, lesson.substr(at / 2, 40)); break;
      }
      if (lesson.empty()) lesson = "a";
    }
    const Sample sample(lesson);
    const course::Fixes fixes = sample.plan();
    const std::size_t questions = questions_in(sample.folder.path()), errors = errors_in(sample.folder.path());
    for (const auto& [name, text] : fixes.files) RC_ASSERT(text.before == test::read(sample.folder.path() / name));
    RC_ASSERT(fixes.changes.empty() == fixes.files.empty());
    RC_ASSERT(static_cast<bool>(course::write_fixes(sample.folder.path(), fixes)));
    RC_ASSERT(questions_in(sample.folder.path()) >= questions);
    RC_ASSERT(fixes.changes.empty() || errors_in(sample.folder.path()) < errors || errors == 500);
    RC_ASSERT(sample.plan().changes.empty());
  }));
}

}  // namespace fix_test
