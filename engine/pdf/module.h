#pragma once
// What the module resonance-pdf offers to the program that loads it: a sheet of questions as a PDF of A4 pages. Nothing is thrown
// across; what is handed over is only read.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace pdf {

/// Changes whenever this file does; a module with another number is not used.
inline constexpr int kVersion = 2;

// In points.
inline constexpr double kTextSize = 10.5;
inline constexpr double kColumn = 445;  ///< width that a question has

/// Pixels on paper.
struct Picture {
  int width = 0, height = 0;         ///< in pixels
  std::vector<std::uint8_t> pixels;  ///< RGBA, top row first; taken as opaque
  double points = 0;                 ///< its width on paper; made smaller where that is too wide or too high
  double descent = 0;                ///< among words: how much of it hangs below their line, in points
  double margin = 0;                 ///< and how much of it is empty at each side
  bool ink = false;   ///< black on white, printed in the colour of the words around it, as large as they are
  std::string words;  ///< plain; they lie under it, for who searches, copies or listens
};

/// Among words, a picture is the character with this number plus its index in the document.
inline constexpr char32_t kFirstPicture = 0xf0000, kLastPicture = 0xffffd;

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
    picture,  ///< the document's picture number `count`, in the middle if `centred`
    table,    ///< `left` are the cells, row by row, as many in each as `sides` says; the first row is the head
  };
  enum class Mark { none, circle, square, cross };  ///< cross: a square that is ticked
  enum class Side { left, middle, right };

  Kind kind = Kind::words;
  std::string words = {};
  std::string label = {};
  Mark mark = Mark::none;
  int count = 0;
  std::vector<std::string> left = {}, right = {};
  std::vector<Side> sides = {};  ///< of a table's columns
  bool centred = false;
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
  std::string foot;                 ///< plain words at the left of it
  std::vector<Item> items;
  std::vector<Picture> pictures;
};

/// Takes the next bytes of the file; `into` is what the caller gave. Must not throw.
using Take = void (*)(void* into, const unsigned char* bytes, std::size_t count);

struct Module {
  int version;
  /// Sets the document; gives the number of its pages, or 0 when that failed. Any thread, one call at a time.
  int (*write)(const Document& document, Take take, void* into);
};

/// Name of the function that returns `const pdf::Module*`.
inline constexpr const char* kEntry = "resonance_pdf";

}  // namespace pdf
