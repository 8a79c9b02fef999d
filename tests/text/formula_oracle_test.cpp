// Which formulas are valid, as KaTeX says (tools/oracle/formulas asks it and writes tests/data/formulas/katex.txt).
#include <fstream>
#include <map>

#include "support/test.h"
#include "text/formula.h"

namespace {

/// Where we mean to differ, and why.
const std::map<std::string, const char*> kMeant{
    {"\\text{a $b$ c}", "formulas in words in formulas are more often a forgotten dollar sign"},
    {"\\\\", "several lines are an aligned table"},
};

}  // namespace

TEST_CASE("what KaTeX takes and refuses, we do") {
  std::ifstream file(test::source_dir() / "tests" / "data" / "formulas" / "katex.txt");
  int lines = 0;
  std::size_t meant = 0;
  for (std::string line; std::getline(file, line); ++lines) {
    const std::size_t tab = line.find('\t');
    REQUIRE(tab != std::string::npos);
    const std::string tex = line.substr(tab + 1);
    const bool theirs = line.starts_with("yes");
    const auto error = text::parse_formula(tex).error;
    INFO(tex << "   KaTeX: " << theirs << "   " << (error ? base::in_words(error->found) : ""));
    const bool differs = kMeant.find(tex) != kMeant.end();
    meant += differs;
    CHECK((error.has_value() == theirs) == differs);
  }
  CHECK(lines >= 150);
  CHECK(meant == kMeant.size());
}
