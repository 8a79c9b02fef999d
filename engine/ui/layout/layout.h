#pragma once
// A document at one width: letters with places, and the shapes around them. Drawn as often as wanted.

#include <string>
#include <vector>

#include "text/document.h"
#include "ui/font/draw.h"
#include "ui/frame.h"
#include "ui/layout/formula.h"
#include "ui/layout/shape.h"

namespace ui {

struct Layout {
  /// Letters of one look on one line.
  struct Piece {
    std::uint32_t first = 0, count = 0;  ///< glyphs
    float x = 0, width = 0, rise = 0;
    float em = 0;
    Tone tone = Tone::ink;
    bool underline = false, strike = false, code = false;
    int link = -1;
  };
  /// A formula on a line.
  struct Formula {
    float x = 0, rise = 0;
    Tone tone = Tone::ink;
    std::uint32_t sign = 0, signs = 0, stroke = 0, strokes = 0;  ///< first and count of its marks
  };
  struct Line {
    float top = 0, bottom = 0, base = 0;
    float x = 0, width = 0, em = 0;
    std::uint32_t first = 0, count = 0;       ///< pieces
    std::uint32_t text = 0, text_end = 0;     ///< in `text`
    std::uint32_t formula = 0, formulas = 0;  ///< first and count
  };
  /// Letters and formulas without a space between them, on one line.
  struct Word {
    std::uint32_t text = 0;  ///< where it begins
    float x = 0, right = 0;
  };
  struct Shape {
    enum class Kind : std::uint8_t { bullet, quote_bar, code_ground, rule, heavy_rule } kind = Kind::bullet;
    Rect area;
  };

  std::vector<PlacedGlyph> glyphs;
  std::vector<Piece> pieces;
  std::vector<Line> lines;  ///< by top
  std::vector<Word> words;  ///< by `text`
  std::vector<Formula> formulas;
  std::vector<FormulaSign> signs;
  std::vector<FormulaStroke> strokes;
  std::vector<Shape> shapes;
  std::vector<LinkTarget> links;
  std::string text;
  float width = 0, height = 0, tallest = 0;
  std::uint64_t used = 0;  ///< frame number
};

struct LayoutOptions {
  TextStyle style;
  Tone tone = Tone::ink;
  Align align = Align::start;
  bool tight = false, links = true;
  bool operator==(const LayoutOptions&) const = default;
};

Layout lay_out(Fonts::Impl& fonts, const text::Document& document, float width, const LayoutOptions& options,
               NoteNumber number);

/// Draws what is in sight; `hot` is the link to show as hovered, or -1.
void draw_layout(Frame& f, const Layout& layout, Vec at, int hot);

}  // namespace ui
