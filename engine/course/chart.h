#pragma once
// Tables, and the charts that are drawn from them: as blocks of a lesson and inside of questions.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "course/ids.h"

namespace course {

/// A table of numbers behind a chart. Column 0 may hold words (categories); a missing number is NaN.
struct Table {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> cells;  ///< rows of as many cells as there are columns

  /// Index of a column, or empty.
  std::optional<std::size_t> column(const std::string& name) const;
  /// A cell as a number ('.' as decimal mark), NaN when it is not one.
  double number(std::size_t row, std::size_t column) const;
  /// What stands in a column, row after row.
  std::vector<std::string> words(std::size_t column) const;
};

/// A year, a month or a day of the calendar; years before 1 count down from 0 (1 BC).
struct Moment {
  int year = 0;
  int month = 0;  ///< 1–12; 0: only the year is known
  int day = 0;    ///< 1–31; 0: only the month is known

  /// As a number of years: the beginning of what is known.
  double years() const;
  bool operator==(const Moment&) const = default;
};

/// Reads “1999”, “-44”, “1999-03” or “1999-03-14”; years from -9999 to 9999. Empty for anything else, days that no month has among them.
std::optional<Moment> moment_of(std::string_view words);

/// What the columns mean depends on the kind. Line, bar, dots, area: `x` runs along, each of `y` is a series. Slope: `x` names the
/// lines, `y` are its two moments. Timeline: `x` names the events, `y` their beginnings and maybe their ends, as `moment_of` reads them.
struct Chart {
  enum class Kind : std::uint8_t { line, bar, dots, area, slope, timeline };
  enum class Stacking : std::uint8_t { none, sum, share };  ///< share: of 100 %
  Kind kind = Kind::line;
  std::string title;
  Table table;
  std::size_t x = 0;                ///< column
  std::vector<std::size_t> y;       ///< columns, at least one
  std::vector<std::string> labels;  ///< one for each y, as shown
  std::string unit;
  std::string x_label;
  std::string y_label;
  std::optional<double> from;  ///< range of the values
  std::optional<double> to;
  bool log = false;
  bool log_x = false;
  Stacking stacked = Stacking::none;  ///< bars and areas
  bool panels = false;                ///< a small chart for each of `y`, or for each word in the column `panel`
  std::optional<std::size_t> panel;
  std::string alt;
  SourceId source;
};

}  // namespace course
