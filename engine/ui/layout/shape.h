#pragma once
// A paragraph as letters with faces and break opportunities, and its lines at a width.

#include <cstdint>
#include <string>
#include <vector>

#include "text/document.h"
#include "ui/font/impl.h"
#include "ui/formula/formula.h"
#include "ui/widgets/basic.h"

namespace ui {

/// How a stretch of letters looks.
struct Span {
  Face* face = nullptr;
  Tone tone = Tone::ink;
  float rise = 0;  ///< above the baseline, design pixels
  bool underline = false, strike = false, code = false;
  int link = -1;  ///< index into the layout's links
};

enum class Break : std::uint8_t { no, weak, yes, hyphen, hard };  ///< weak: between syllables; hyphen: shows one

/// Stands for a formula among the letters.
inline constexpr char32_t kFormula = 0xfffc;

struct Letter {
  const Glyph* glyph = nullptr;  ///< nullptr for a formula
  char32_t c = 0;
  float advance = 0;
  std::uint32_t span = 0;
  Break after = Break::no;
  std::uint32_t formula = 0;  ///< index into the formulas
};

/// A formula among letters: as wide as they let it be, never broken.
struct InlineFormula {
  FormulaBox box;
  std::string words;  ///< on one line, for those who read the text alone
};

struct LinkTarget {
  std::string target;
  bool note = false;
  int number = 0;  ///< of a note
};

struct Shaped {
  std::vector<Letter> letters;
  std::vector<Span> spans;
  std::vector<InlineFormula> formulas;
};

struct LineRange {
  std::size_t first = 0, last = 0;  ///< letters; spaces at the end are left out
  float width = 0;
  bool hyphen = false, hard = false;
};

/// What a paragraph's plain letters look like; runs change it.
struct Look {
  TextStyle style;
  Tone tone = Tone::ink;
  bool links = true;
};

using NoteNumber = FunctionRef<int(const std::string&)>;

/// `targets` collects what runs point at.
Shaped shape(Fonts::Impl& fonts, const text::Runs& runs, Look look, std::vector<LinkTarget>& targets,
             NoteNumber number);

/// Makes formulas smaller that are wider than a line.
void shrink_formulas(Shaped& shaped, float width);

std::vector<LineRange> break_lines(const Shaped& shaped, float width);
/// The same number of lines, as equally long as can be: for headings.
std::vector<LineRange> balanced_lines(const Shaped& shaped, float width);
float longest_word(const Shaped& shaped);
float natural_width(const Shaped& shaped);

}  // namespace ui
