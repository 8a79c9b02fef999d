#include "text/csv.h"

#include <vector>

#include "support/test.h"

namespace csv_test {

TEST_CASE("cells are quoted where they must be") {
  CHECK(text::csv_cell("tea") == "tea");
  CHECK(text::csv_cell("").empty());
  CHECK(text::csv_cell("black, green") == "\"black, green\"");
  CHECK(text::csv_cell("a \"white\" tea") == "\"a \"\"white\"\" tea\"");
  CHECK(text::csv_cell("two\nlines") == "\"two\nlines\"");
  const std::vector<std::string> cells{"a", "b,c", ""};
  CHECK(text::csv_line(cells) == "a,\"b,c\",\r\n");
}

TEST_CASE("nothing becomes a formula") {
  CHECK(text::csv_cell("=1+1") == "'=1+1");
  CHECK(text::csv_cell("+1") == "'+1");
  CHECK(text::csv_cell("-1") == "'-1");
  CHECK(text::csv_cell("@SUM(A1)") == "'@SUM(A1)");
  CHECK(text::csv_cell("\t=1") == "'\t=1");
  CHECK(text::csv_cell("  =1") == "'  =1");
  CHECK(text::csv_cell("=HYPERLINK(\"http://x\",\"y\")") == "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
  CHECK(text::csv_cell("1-1=0") == "1-1=0");
  CHECK(rc::check([](const std::string& words) {
    const std::string cell = text::csv_cell(words);
    const std::size_t first = cell.find_first_not_of("\" ");
    if (first != std::string::npos && !words.empty() && words[0] != '"')
      RC_ASSERT(std::string("=+-@").find(cell[first]) == std::string::npos);
  }));
}

}  // namespace csv_test
