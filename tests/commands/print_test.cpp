// `resonance print`: what stands on the paper, as pdftotext reads it.
#include <algorithm>
#include <filesystem>
#include <fstream>

#include "commands/program.h"
#include "support/temporary_folder.h"
#include "support/test.h"

namespace {

namespace fs = std::filesystem;

std::string whole() { return (test::source_dir() / "tests" / "data" / "courses" / "whole").string(); }

/// The output of a program of poppler.
std::string read(const std::string& command) {
  std::string words;
  FILE* const pipe = ::popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  char buffer[4096];
  for (std::size_t got = 0; (got = ::fread(buffer, 1, sizeof buffer, pipe)) > 0;) words.append(buffer, got);
  REQUIRE(::pclose(pipe) == 0);
  return words;
}

std::string text_of(const fs::path& file) {
  std::string words = read("pdftotext -layout '" + file.string() + "' -");
  std::string spaced;
  for (const char c : words) {
    const bool space = c == ' ' || c == '\n' || c == '\f';
    if (!space || (!spaced.empty() && spaced.back() != ' ')) spaced += space ? ' ' : c;
  }
  return spaced;
}

/// How many pictures stand in the file.
int pictures(const fs::path& file) {
  const std::string list =
      read("pdfimages -list '" + file.string() + "' | tail -n +3 | awk '$3 ~ /image/ {print $2}' | sort -u");
  return static_cast<int>(std::count(list.begin(), list.end(), '\n'));
}

struct Printed {
  test::TemporaryFolder folder;
  fs::path sheet = folder.path() / "quiz.pdf", key = folder.path() / "key.pdf";
  test::Outcome outcome;

  explicit Printed(std::vector<std::string> more, const std::string& course = whole()) {
    std::vector<std::string> arguments{"print", course, "--out", sheet.string(), "--key", key.string()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    outcome = test::run_program(arguments, folder.path().string());
    INFO(outcome.out);
    REQUIRE(outcome.code == 0);
  }
};

}  // namespace

TEST_CASE("a lesson is printed in order, its answers are in the key alone") {
  const Printed printed({"--lesson", "first"});
  const std::string sheet = text_of(printed.sheet), key = text_of(printed.key);
  std::size_t at = 0;
  for (int number = 1; number <= 9; ++number) {
    const std::size_t found = sheet.find(std::to_string(number) + ". ", at);
    INFO(number);
    REQUIRE(found != std::string::npos);
    at = found + 1;
  }
  CHECK(sheet.find("Name") != std::string::npos);
  CHECK(sheet.find("Page 1 of ") != std::string::npos);
  CHECK(key.find("Key: ") != std::string::npos);
  CHECK(key.find("oxidation") != std::string::npos);
}

TEST_CASE("what is pointed at, drawn or moved stands on paper, without the answer but in the key") {
  for (const char* language : {"en", "fr"}) {
    const bool french = std::string(language) == "fr";
    const Printed printed({"--lesson", "kinds", "--lang", language},
                          (test::source_dir() / "tests" / "data" / "kinds").string());
    CHECK(pictures(printed.sheet) == 3);
    CHECK(pictures(printed.key) == 3);
    const std::string sheet = text_of(printed.sheet), key = text_of(printed.key);
    INFO(sheet);
    // What a picture shows lies under it, for who searches, copies or listens.
    CHECK(sheet.find(french ? "Un soleil" : "A sun, a bush") != std::string::npos);
    CHECK(sheet.find(french ? "Marquez 2 endroits" : "Mark 2 places") != std::string::npos);
    CHECK(sheet.find(french ? "oui / non" : "yes / no") != std::string::npos);
    CHECK(sheet.find(french ? "à l’écran" : "on the screen") == std::string::npos);
    CHECK(sheet.find(french ? "Le buisson" : "The bush") == std::string::npos);
    CHECK(key.find(french ? "Le buisson" : "The bush") != std::string::npos);
    CHECK(sheet.find(french ? "feuille 1" : "sheet 1") != std::string::npos);
  }
}

TEST_CASE("formulas are set, and can be copied") {
  const test::TemporaryFolder folder;
  fs::create_directories(folder.path() / "lessons");
  std::ofstream(folder.path() / "course.yaml")
      << "title: Cooling\nlanguages: [en]\nmodules: [{id: one, title: One, lessons: [f]}]\n";
  std::ofstream(folder.path() / "lessons" / "f.yaml") << R"(title: Cooling
steps:
  - ask: |
      It cools by $-k\,T$, so that

      $$T = T_0\,e^{-kt}$$

      | Minutes | Degrees |
      | ---: | ---: |
      | 10 | 65 |
    id: k
    choices:
      - {right: "$\\frac{1}{2}$", because: As one sees.}
      - {wrong: 2, because: No.}
    explain: "$$k = \\frac{1}{2}$$"
)";
  const Printed printed({"--lesson", "f"}, folder.path().string());
  const std::string sheet = text_of(printed.sheet), key = text_of(printed.key);
  CHECK(pictures(printed.sheet) == 3);
  CHECK(pictures(printed.key) == 4);
  CHECK(sheet.find("T = T₀e⁻ᵏᵗ") != std::string::npos);
  CHECK(sheet.find("A 1/2") + sheet.find("B 1/2") < 2 * sheet.size());
  CHECK(sheet.find("Minutes Degrees 10 65") != std::string::npos);
  CHECK(sheet.find("$") == std::string::npos);
  CHECK(key.find("k = 1/2") != std::string::npos);
}

TEST_CASE("fonts are embedded") {
  const Printed printed({"--lesson", "first"});
  const std::string fonts =
      read("pdffonts '" + printed.sheet.string() + "' | tail -n +3 | awk '{print $(NF-4)}' | sort -u");
  CHECK(fonts == "yes\n");
}

TEST_CASE("French paper has French words and spaces") {
  const Printed printed({"--lesson", "first", "--lang", "fr"});
  const std::string sheet = text_of(printed.sheet);
  CHECK(sheet.find("Nom") != std::string::npos);
  CHECK(sheet.find("Page 1 sur ") != std::string::npos);
  CHECK(text_of(printed.key).find("Corrigé") != std::string::npos);
}

TEST_CASE("the same seed prints the same, another one other orders") {
  const Printed one({"--lesson", "first", "--seed", "3"}), same({"--lesson", "first", "--seed", "3"}),
      other({"--lesson", "first", "--seed", "4"});
  CHECK(text_of(one.sheet) == text_of(same.sheet));
  CHECK(text_of(one.sheet) != text_of(other.sheet));
}

TEST_CASE("a quiz is printed as it is drawn from the seed") {
  const Printed one({"--quiz", "lesson:first", "--seed", "5"}), same({"--quiz", "lesson:first", "--seed", "5"});
  const std::string sheet = text_of(one.sheet);
  CHECK(sheet.find("1. ") != std::string::npos);
  CHECK(sheet == text_of(same.sheet));
  CHECK(text_of(one.key).find("seed 5") != std::string::npos);
}

TEST_CASE("what cannot be printed says so") {
  const test::TemporaryFolder folder;
  const auto run = [&](std::vector<std::string> arguments) {
    return test::run_program(arguments, folder.path().string());
  };
  CHECK(run({"print", whole()}).code == 1);
  const auto none = run({"print", whole(), "no-such-question"});
  CHECK(none.code == 1);
  CHECK(none.out.find("no question has the id “no-such-question”") != std::string::npos);
  CHECK(run({"print", whole(), "--lesson", "nowhere"}).out.find("no lesson has the id") != std::string::npos);
  CHECK(run({"print", whole(), "--quiz", "nowhere"}).out.find("no quiz has the id") != std::string::npos);
  CHECK(run({"print", "nowhere"}).code == 2);
  CHECK(run({"print", whole(), "--lesson", "first", "--out", "no/such/quiz.pdf"}).code == 1);
}
