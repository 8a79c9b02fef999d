// Every kind of question in every state: fresh, chosen, right, partly right, wrong, tried twice, given up, disabled.

#include <cstdlib>

#include "pictures/kept.h"
#include "support/test.h"

namespace {

namespace fs = std::filesystem;

/// The sheets in this look, one a kind, by their names. The program refuses a kind that tests/data/kinds has no question for.
std::map<std::string, fs::path> draw(const std::string& theme, const std::string& language) {
  const fs::path out = test::pictures_dir() / ("kinds-" + theme + "-" + language);
  fs::remove_all(out);
  const std::string course = (test::source_dir() / "tests/data/kinds").string();
  const std::string command = std::string("xvfb-run -a -s '-screen 0 1920x1200x24' ") + RESONANCE_KIND_SHEETS + " " +
                              course + " " + out.string() + " " + theme + " " + language;
  REQUIRE(std::system(command.c_str()) == 0);
  std::map<std::string, fs::path> sheets;
  for (const auto& entry : fs::directory_iterator(out)) sheets[entry.path().filename().string()] = entry.path();
  return sheets;
}

TEST_CASE("every kind of question looks in every state as it did when it was last looked at") {
  test::forget_failures("kinds");
  for (const std::string theme : {"light", "dark"}) {
    for (const std::string language : {"en", "fr"})
      test::keep_or_compare("kinds", "kinds-" + theme + "-" + language, draw(theme, language));
  }
}

}  // namespace
