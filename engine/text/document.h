#pragma once
// A text as a tree of blocks and a flat list of styled runs in each; what Markdown is read into and screens lay out.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace text {

enum class Style : std::uint8_t { none = 0, bold = 1, italic = 2, code = 4, strike = 8, formula = 16, display = 32 };

constexpr Style operator|(Style a, Style b) {
  return static_cast<Style>(static_cast<std::uint8_t>(a) | static_cast<std::uint8_t>(b));
}
constexpr bool has(Style set, Style one) {
  return (static_cast<std::uint8_t>(set) & static_cast<std::uint8_t>(one)) != 0;
}

/// A stretch of text in one style. A formula's text is its TeX; with `display`, too, it stands on a line of its own. At most one of `link` and `footnote` is set.
struct Run {
  std::string text;  ///< UTF-8; "\n" alone is a hard line break
  Style style = Style::none;
  std::string link;      ///< target: a URL, "concept:id", or empty
  std::string footnote;  ///< id of a source; `text` is then empty

  bool operator==(const Run&) const = default;
};

using Runs = std::vector<Run>;

struct Block;
using Blocks = std::vector<Block>;

struct TableRow {
  std::vector<Runs> cells;
  bool operator==(const TableRow&) const = default;
};

enum class Align : std::uint8_t { left, center, right };

/// One block. Which fields mean something is told by `kind`; the others are empty.
struct Block {
  enum class Kind : std::uint8_t { paragraph, heading, list, item, quote, code, table, rule };

  Kind kind = Kind::paragraph;
  int level = 0;               ///< heading: 1–6
  bool ordered = false;        ///< list
  int start = 1;               ///< ordered list: its first number
  Runs runs;                   ///< paragraph, heading; code: one run
  Blocks children;             ///< list: items; item and quote: blocks
  std::vector<TableRow> rows;  ///< table; the first row is the header
  std::vector<Align> columns;  ///< table

  bool operator==(const Block&) const = default;
};

struct Document {
  Blocks blocks;
  bool operator==(const Document&) const = default;
};

}  // namespace text
