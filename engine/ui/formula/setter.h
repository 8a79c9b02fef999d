#pragma once
// Inside this folder: setting one formula.

#include <string>
#include <string_view>

#include "ui/formula/formula.h"

namespace ui {

/// TeX's styles; cramped ones raise exponents less, as under a root.
struct MathStyle {
  enum class Level : std::uint8_t { display, text, script, script_script } level = Level::text;
  bool cramped = false;

  bool is_display() const { return level == Level::display; }
  bool is_small() const { return level >= Level::script; }
  MathStyle cramp() const { return {level, true}; }
  MathStyle raised() const;
  MathStyle lowered() const { return raised().cramp(); }
  MathStyle numerator() const;
  MathStyle denominator() const { return numerator().cramp(); }
};

class FormulaSetter {
 public:
  FormulaSetter(FormulaFaces& faces, float em, TextStyle text, float text_em)
      : faces_(faces), k_(faces.table().constants()), em_(em), text_(text), text_em_(text_em) {}

  FormulaBox row(const text::FormulaRow& row, MathStyle style);

 private:
  /// What a nucleus is, and what its scripts need to know of it.
  struct Nucleus {
    FormulaBox box;
    float lean = 0;    ///< italic correction
    float accent = 0;  ///< where an accent stands
    bool one_sign = false;
    bool large = false;  ///< a large operator
  };

  float em(MathStyle style) const;
  float axis(MathStyle style) const { return k_.axis_height * em(style); }
  FormulaBox glyph(int number, float em) const;
  FormulaBox letters(std::string_view words, TextStyle style, float em);

  FormulaBox element(const text::FormulaAtom& atom, MathStyle style);
  Nucleus nucleus(const text::FormulaAtom& atom, MathStyle style);
  Nucleus symbol(const text::FormulaAtom& atom, MathStyle style);
  Nucleus words(const text::FormulaAtom& atom, MathStyle style);
  FormulaBox name(const text::FormulaAtom& atom, MathStyle style);
  FormulaBox with_scripts(const Nucleus& nucleus, const text::FormulaAtom& atom, MathStyle style);
  FormulaBox raised_part(const text::FormulaRow& raised, MathStyle style);
  FormulaBox with_limits(const Nucleus& nucleus, const text::FormulaRow& above, const text::FormulaRow& below,
                         MathStyle style);

  FormulaBox fraction(const text::FormulaAtom& atom, MathStyle style);
  FormulaBox stacked(const FormulaBox& top, const FormulaBox& bottom, MathStyle style) const;
  FormulaBox root(const text::FormulaAtom& atom, MathStyle style);
  FormulaBox fenced(const text::FormulaAtom& atom, MathStyle style);
  FormulaBox accent(const text::FormulaAtom& atom, MathStyle style, Nucleus& into);
  FormulaBox lined(const text::FormulaAtom& atom, MathStyle style);
  FormulaBox grid(const text::FormulaAtom& atom, MathStyle style);

  /// A bracket at least `height` high, its middle on the axis.
  FormulaBox delimiter(std::string_view character, float height, MathStyle style);
  FormulaBox assembled(const std::vector<MathTable::Part>& parts, float height, float em) const;

  FormulaFaces& faces_;
  const MathConstants& k_;
  const float em_;
  const TextStyle text_;
  const float text_em_;
  float fence_ = 0;  ///< height of the innermost \left … \right, for \middle
};

/// Puts `part` into `into` with its baseline `rise` higher and its left at `x`.
void put(FormulaBox& into, const FormulaBox& part, float x, float rise);
/// The same, behind what is there.
void append(FormulaBox& into, const FormulaBox& part);
/// With its middle on the height `axis`.
FormulaBox centred(const FormulaBox& box, float axis);

}  // namespace ui
