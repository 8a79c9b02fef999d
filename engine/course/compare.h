#pragma once
// A `compare` step: two or three things side by side, and perhaps what tells them apart, row by row.

#include <string>
#include <vector>

namespace course {

struct Compare {
  struct Column {
    std::string title;
    std::string markdown;  ///< may be empty where there are rows
  };
  struct Row {
    std::string what;                ///< what is compared
    std::vector<std::string> cells;  ///< Markdown, one for each column
  };

  std::string title;
  std::vector<Column> columns;  ///< two or three
  std::vector<Row> rows;

  static constexpr std::size_t least_columns = 2;
  static constexpr std::size_t most_columns = 3;
};

}  // namespace course
