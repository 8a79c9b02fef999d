#include "course/reading/tables.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"
#include "course/reading/words.h"

namespace course {
namespace {

/// Walks over the cells of a file.
class CsvReader {
 public:
  CsvReader(const SourceFile& file, const Limits& limits, base::Diagnostics& diagnostics)
      : file_(file), text_(file.text()), limits_(limits), diagnostics_(diagnostics) {}

  std::optional<PlacedTable> read() {
    const std::size_t bad = base::find_invalid(text_);
    if (bad != std::string_view::npos) {
      report(bad, 1, msg("this byte is not UTF-8"), msg("save the file as UTF-8"));
      return std::nullopt;
    }
    skip_empty_lines();
    if (at_ >= text_.size()) {
      report(0, 1, msg("the table is empty"), msg("give it a header line with the names of the columns, and rows"));
      return std::nullopt;
    }
    read_header();
    while (good_to_go_on()) read_row();
    if (mistakes_ == 0 && table_.table.cells.empty())
      report(0, 1, msg("the table has a header and no rows"), msg("add rows below the header"));
    return mistakes_ == 0 ? std::optional(std::move(table_)) : std::nullopt;
  }

 private:
  static constexpr std::size_t most_mistakes = 100;
  static constexpr std::size_t most_columns = 1000;

  bool good_to_go_on() {
    skip_empty_lines();
    if (at_ >= text_.size() || mistakes_ > most_mistakes) return false;
    if (table_.table.cells.size() < limits_.table_rows) return true;
    report(at_, 1, msg("the table has more than {most} rows", {{"most", limits_.table_rows}}),
           msg("keep what the chart shows"));
    return false;
  }

  void skip_empty_lines() {
    while (at_ < text_.size() && (text_[at_] == '\n' || text_[at_] == '\r')) ++at_;
  }

  void read_header() {
    const std::size_t first = at_;
    std::vector<std::uint32_t> offsets;
    table_.table.columns = read_record(offsets);
    auto& columns = table_.table.columns;
    if (columns.size() == 1 && columns[0].find(';') != std::string_view::npos) {
      report(first, columns[0].size(), msg("the columns are separated by semicolons"),
             msg("save the table with commas"));
    }
    if (columns.size() > most_columns) {
      report(first, 1, msg("the table has more than {most} columns", {{"most", most_columns}}),
             msg("keep what the chart shows"));
    }
    for (std::size_t i = 0; i < columns.size() && columns.size() <= most_columns; ++i) {
      if (columns[i].empty()) report(offsets[i], 1, msg("a column has no name"), msg("name it in the header line"));
      if (std::find(columns.begin(), columns.begin() + static_cast<std::ptrdiff_t>(i), columns[i]) !=
          columns.begin() + static_cast<std::ptrdiff_t>(i)) {
        report(offsets[i], columns[i].size(), msg("two columns are called {name}", {{"name", in_quotes(columns[i])}}),
               msg("rename one of them"));
      }
    }
  }

  void read_row() {
    const std::size_t first = at_;
    std::vector<std::string> cells = read_record(table_.offsets);
    const std::size_t wanted = table_.table.columns.size();
    if (cells.size() != wanted) {
      const base::Template remedy =
          cells.size() > wanted ? msg("a cell with a comma in it goes in double quotes; the decimal mark is a point")
                                : msg("an empty cell still needs its comma");
      report(first, std::min(text_.find('\n', first), text_.size()) - first,
             msgn("this row has {n} cell; the header has {columns}", "this row has {n} cells; the header has {columns}",
                  cells.size(), {{"columns", wanted}}),
             remedy);
    }
    table_.table.cells.push_back(std::move(cells));
  }

  /// One line of cells; leaves `at_` behind its end.
  std::vector<std::string> read_record(std::vector<std::uint32_t>& offsets) {
    std::vector<std::string> cells;
    while (true) {
      offsets.push_back(static_cast<std::uint32_t>(at_));
      cells.push_back(at_ < text_.size() && text_[at_] == '"' ? read_quoted() : read_plain());
      if (at_ >= text_.size() || text_[at_] != ',') break;
      ++at_;
    }
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
    return cells;
  }

  std::string read_plain() {
    const std::size_t end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
    std::string_view cell = text_.substr(at_, end - at_);
    at_ = end;
    while (cell.starts_with(' ')) cell.remove_prefix(1);
    while (cell.ends_with(' ')) cell.remove_suffix(1);
    return std::string(cell);
  }

  std::string read_quoted() {
    const std::size_t open = at_++;
    std::string cell;
    while (at_ < text_.size()) {
      const char c = text_[at_++];
      if (c != '"') {
        cell += c;
      } else if (at_ < text_.size() && text_[at_] == '"') {
        cell += '"';
        ++at_;
      } else {
        check_behind_quote();
        return cell;
      }
    }
    report(open, 1, msg("the quote that opens here is never closed"), msg("put a double quote at the end of the cell"));
    return cell;
  }

  void check_behind_quote() {
    const std::size_t end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
    if (end == at_) return;
    report(at_, end - at_, msg("something stands behind the closing quote"),
           msg("a quote inside of a cell is doubled: \"\""));
    at_ = end;
  }

  void report(std::size_t offset, std::size_t bytes, base::Message message, base::Message remedy) {
    if (++mistakes_ > most_mistakes) return;
    diagnostics_.push_back({base::Severity::error,
                            "table",
                            file_.name(),
                            file_.span(offset, bytes),
                            std::move(message),
                            std::move(remedy),
                            {}});
  }

  const SourceFile& file_;
  std::string_view text_;
  const Limits& limits_;
  base::Diagnostics& diagnostics_;
  std::size_t at_ = 0;
  std::size_t mistakes_ = 0;
  PlacedTable table_;
};

}  // namespace

std::optional<PlacedTable> parse_csv(const SourceFile& file, const Limits& limits, base::Diagnostics& diagnostics) {
  return CsvReader(file, limits, diagnostics).read();
}

}  // namespace course
