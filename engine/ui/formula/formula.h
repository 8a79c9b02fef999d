#pragma once
// A formula as signs and rules with places, set by the rules of appendix G of The TeXbook and the constants of the font's MATH
// table. Pure: asks faces for measures, draws nothing.

#include <vector>

#include "text/formula.h"
#include "ui/font/math_table.h"

namespace ui {

/// The faces a formula is set in.
class FormulaFaces {
 public:
  virtual ~FormulaFaces() = default;
  virtual const FontFile& math() const = 0;
  virtual const MathTable& table() const = 0;
  /// Of a letter of running text, in design pixels: for \text and for letters that the maths face lacks.
  virtual float letter_advance(TextStyle style, float em, char32_t c) = 0;
};

/// Everything in design pixels; y grows upwards from the baseline.
struct FormulaBox {
  struct Mark {
    enum class Kind : std::uint8_t {
      glyph,    ///< of the maths face, by its number; (x, y) is the pen
      letter,   ///< of a text face, by its code point
      rule,     ///< (x, y) is its lower left
      radical,  ///< the sign of a root; (x, y) is its lower left, its rule `h` higher begins at x + w
    };
    Kind kind = Kind::glyph;
    std::uint32_t code = 0;
    float em = 0;  ///< size of the glyph or letter; thickness of a radical's rule
    float x = 0, y = 0, w = 0, h = 0;
    TextStyle style = {};
  };
  float width = 0, ascent = 0, descent = 0;
  std::vector<Mark> marks;
};

/// Sets a row at the size `em` of the maths face. `text` is the style of the words around it, `display` whether it stands on its
/// own line. `text_em` is the size of those words.
FormulaBox set_formula(const text::FormulaRow& row, FormulaFaces& faces, float em, TextStyle text, float text_em,
                       bool display);

}  // namespace ui
