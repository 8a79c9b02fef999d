#include "course/reading/tables.h"

#include "support/test.h"

namespace tables_test {

using course::SourceFile;

namespace {

struct Parsed {
  explicit Parsed(const std::string& text, course::Limits limits = {}) : file("a.csv", text) {
    table = course::parse_csv(file, limits, diagnostics);
  }
  SourceFile file;
  base::Diagnostics diagnostics;
  std::optional<course::PlacedTable> table;
};

/// As RFC 4180 writes it, every cell in quotes.
std::string quoted_csv(const std::vector<std::vector<std::string>>& rows) {
  std::string text;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      text += i > 0 ? ",\"" : "\"";
      for (const char c : row[i]) text += c == '"' ? std::string("\"\"") : std::string(1, c);
      text += '"';
    }
    text += "\r\n";
  }
  return text;
}

}  // namespace

TEST_CASE("rows, quotes, commas, lines in cells") {
  const Parsed parsed("\xEF\xBB\xBFname,n\r\n\"a, b\",1\n\n\"say \"\"x\"\"\",\n\"two\nlines\", 3 ");
  REQUIRE(parsed.table);
  const course::Table& table = parsed.table->table;
  CHECK(table.columns == std::vector<std::string>{"name", "n"});
  REQUIRE(table.cells.size() == 3);
  CHECK(table.cells[0][0] == "a, b");
  CHECK(table.cells[1][0] == "say \"x\"");
  CHECK(table.cells[2][0] == "two\nlines");
  CHECK(table.number(2, 1) == 3);
  CHECK(std::isnan(table.number(1, 1)));
  CHECK(std::isnan(table.number(9, 9)));
  CHECK(table.column("n") == 1U);
  CHECK_FALSE(table.column("x").has_value());
  CHECK(parsed.table->offsets.size() == 6);
}

TEST_CASE("mistakes have lines") {
  const Parsed parsed("a,b\n1\n1,2,3\n\"x\"y,2\n");
  CHECK_FALSE(parsed.table);
  REQUIRE(parsed.diagnostics.size() == 3);
  CHECK(parsed.diagnostics[0].span.line == 2);
  CHECK(parsed.diagnostics[1].span == base::Span{3, 1, 5});
  CHECK(parsed.diagnostics[2].span == base::Span{4, 4, 1});
}

TEST_CASE("tables are bounded") {
  course::Limits limits;
  limits.table_rows = 2;
  CHECK(Parsed("a\n1\n2\n", limits).table);
  CHECK_FALSE(Parsed("a\n1\n2\n3\n", limits).table);
  CHECK(Parsed("a,b\n" + std::string(5000, '\n') + "1\n1\n").diagnostics.size() == 2);
  std::string noise = "a,b\n";
  for (int i = 0; i < 1000; ++i) noise += "1\n";
  CHECK(Parsed(noise).diagnostics.size() == 100);
  CHECK_FALSE(Parsed("a,a\n1,2\n").table);
  CHECK_FALSE(Parsed("a,\n1,2\n").table);
  CHECK_FALSE(Parsed("a,b\n").table);
  CHECK_FALSE(Parsed("a\xff\n1\n").table);
}

TEST_CASE("every table that is written is read back") {
  const bool holds = rc::check([] {
    const auto cell = rc::gen::container<std::string>(rc::gen::element('a', '"', ',', '\n', ' ', ';', '\r'));
    const std::size_t width = *rc::gen::inRange<std::size_t>(1, 4);
    const auto rows = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::vector<std::string>>>(
        rc::gen::container<std::vector<std::string>>(width, cell)));
    std::vector<std::vector<std::string>> all{std::vector<std::string>(width)};
    for (std::size_t i = 0; i < width; ++i) all[0][i] = "c" + std::to_string(i);
    all.insert(all.end(), rows.begin(), rows.end());
    const Parsed parsed(quoted_csv(all));
    RC_ASSERT(parsed.table.has_value());
    RC_ASSERT(parsed.table->table.cells == rows);
  });
  CHECK(holds);
}

TEST_CASE("any bytes are a table or a complaint") {
  const bool holds = rc::check([](const std::string& bytes) {
    const Parsed parsed(bytes);
    RC_ASSERT(parsed.table.has_value() != base::has_errors(parsed.diagnostics));
  });
  CHECK(holds);
}

}  // namespace tables_test
