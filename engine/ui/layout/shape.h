#pragma once
// A paragraph as letters with faces and break opportunities, and its lines at a width.

#include <cstdint>
#include <string>
#include <vector>

#include "text/document.h"
#include "ui/font/impl.h"
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

struct Letter {
  const Glyph* glyph = nullptr;
  char32_t c = 0;
  float advance = 0;
  std::uint32_t span = 0;
  Break after = Break::no;
};

struct LinkTarget {
  std::string target;
  bool note = false;
  int number = 0;  ///< of a note
};

struct Shaped {
  std::vector<Letter> letters;
  std::vector<Span> spans;
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

std::vector<LineRange> break_lines(const Shaped& shaped, float width);
/// The same number of lines, as equally long as can be: for headings.
std::vector<LineRange> balanced_lines(const Shaped& shaped, float width);
float longest_word(const Shaped& shaped);
float natural_width(const Shaped& shaped);

}  // namespace ui
