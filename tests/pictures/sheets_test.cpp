// Every kind of question in every state: fresh, chosen, right, partly right, wrong, tried twice, given up, disabled. Every block of
// the format page, with all it has uncovered.

#include <cstdlib>

#include "pictures/kept.h"
#include "support/test.h"

namespace {

namespace fs = std::filesystem;

/// What `program` draws in this look, by name. The programs refuse what they have no example for.
std::map<std::string, fs::path> draw(const std::string& program, const std::string& group, const std::string& theme,
                                     const std::string& language) {
  const fs::path out = test::pictures_dir() / (group + "-" + theme + "-" + language);
  fs::remove_all(out);
  const std::string command =
      "xvfb-run -a -s '-screen 0 1920x1200x24' " + program + " " + out.string() + " " + theme + " " + language;
  REQUIRE(std::system(command.c_str()) == 0);
  std::map<std::string, fs::path> sheets;
  for (const auto& entry : fs::directory_iterator(out)) sheets[entry.path().filename().string()] = entry.path();
  return sheets;
}

void compare(const std::string& program, const std::string& group) {
  test::forget_failures(group);
  for (const std::string theme : {"light", "dark"}) {
    for (const std::string language : {"en", "fr"}) {
      test::keep_or_compare(group, group + "-" + theme + "-" + language, draw(program, group, theme, language));
    }
  }
}

TEST_CASE("every kind of question looks in every state as it did when it was last looked at") {
  compare(RESONANCE_KIND_SHEETS " " + (test::source_dir() / "tests/data/kinds").string(), "kinds");
}

TEST_CASE("every block looks as it did when it was last looked at") { compare(RESONANCE_BLOCK_SHEETS, "blocks"); }

}  // namespace
