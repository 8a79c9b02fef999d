// `resonance check --fix` from the command line.
#include <fstream>
#include <iterator>

#include "commands/program.h"
#include "support/temporary_folder.h"
#include "support/test.h"

namespace {

constexpr const char* kLesson =
    "title: First # of many\nsteps:\n  - ask: How warm?\n    number: 2,5\n    explian: So.\n";

/// A course with three mistakes that can be mended.
struct Sample {
  Sample() {
    folder.write("tea/course.yaml", "title: Tea\nmodules: [{id: leaf, title: The leaf, lessons: [first]}]\n");
    lesson = folder.write("tea/lessons/first.yaml", kLesson);
  }
  test::Outcome check(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"check", "tea"});
    return test::run_program(arguments, folder.path().string());
  }
  test::TemporaryFolder folder;
  std::filesystem::path lesson;
};

const std::string kChanges =
    "tea/lessons/first.yaml:4: a question needs an id\n"
    "  +     id: how-warm\n"
    "tea/lessons/first.yaml:4: the decimal mark is a point\n"
    "  -     number: 2,5\n"
    "  +     number: 2.5\n"
    "tea/lessons/first.yaml:5: “explian” is written “explain”\n"
    "  -     explian: So.\n"
    "  +     explain: So.\n";

}  // namespace

TEST_CASE("a dry run shows what would be mended, and writes nothing") {
  const Sample sample;
  const test::Outcome outcome = sample.check({"--fix", "--dry-run"});
  CHECK(outcome.out.starts_with(kChanges + "3 lines would be mended\n"));
  CHECK(outcome.code == 1);  // the mistakes are there still
  CHECK(test::read(sample.lesson) == kLesson);
}

TEST_CASE("mending writes the file, and then there is nothing more to do") {
  const Sample sample;
  const test::Outcome outcome = sample.check({"--fix"});
  CHECK(outcome.out == kChanges + "3 lines mended\nno mistakes found\n");
  CHECK(outcome.code == 0);
  CHECK(test::read(sample.lesson) ==
        "title: First # of many\nsteps:\n  - ask: How warm?\n    id: how-warm\n    number: 2.5\n    explain: So.\n");
  CHECK(sample.check({"--fix"}).out == "0 lines mended\nno mistakes found\n");
}

TEST_CASE("a file that cannot be written is told, and counts as not mended") {
  const Sample sample;
  const auto lessons = sample.lesson.parent_path();
  std::filesystem::permissions(lessons, std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
  const bool writable = std::ofstream(lessons / "probe").good();  // root may write everywhere
  const test::Outcome outcome = sample.check({"--fix"});
  if (!writable) {
    CHECK(outcome.out.find("not mended") != std::string::npos);
    CHECK(outcome.code == 1);
    CHECK(test::read(sample.lesson) == kLesson);
  }
  std::filesystem::permissions(lessons, std::filesystem::perms::owner_all);
}

TEST_CASE("a dry run without --fix is misuse") { CHECK(Sample().check({"--dry-run"}).code == 2); }
