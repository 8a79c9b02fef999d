#pragma once
// What the module resonance-pdf offers to the program that loads it: a sheet of questions as a PDF of A4 pages. Nothing is thrown
// across; what is handed over is only read.

#include <string>
#include <vector>

namespace pdf {

/// Changes whenever this file does; a module with another number is not used.
inline constexpr int kVersion = 1;

/// A line of a question on paper. Words are Pango's markup.
struct Part {
  enum class Kind {
    words,    ///< a paragraph
    soft,     ///< the same, smaller and greyer: what to do, why
    option,   ///< `words` behind a mark and `label`
    lines,    ///< `count` lines to write on
    field,    ///< one short line to write on, `words` behind it
    columns,  ///< `left` and `right` beside each other, `left` with a box before each
    bins,     ///< a box to write in for each of `left`
    scale,    ///< `left` as circles in a row, `words` and `label` at their ends
  };
  enum class Mark { none, circle, square, cross };  ///< cross: a square that is ticked

  Kind kind = Kind::words;
  std::string words = {};
  std::string label = {};
  Mark mark = Mark::none;
  int count = 0;
  std::vector<std::string> left = {}, right = {};
};

/// A question; its parts stay on one page where a page can hold them.
struct Item {
  std::string number, points;  ///< as shown; plain words
  std::vector<Part> parts;
};

struct Document {
  std::string language;             ///< such as "fr": tells how words are cut and set
  std::string title, subtitle;      ///< plain words
  std::vector<std::string> fields;  ///< such as "Name": lines to fill in under the title
  std::string page;                 ///< "Page {page} of {pages}"
  std::vector<Item> items;
};

enum class Outcome : int { ok, cannot_write, failed };

struct Module {
  int version;
  /// Writes the file; `pages` becomes how many it has. Any thread, one call at a time.
  Outcome (*write)(const Document& document, const char* file, int* pages);
};

/// Name of the function that returns `const pdf::Module*`.
inline constexpr const char* kEntry = "resonance_pdf";

}  // namespace pdf
