// Fractions, roots, brackets, accents and tables of formulas.
#include <algorithm>
#include <cmath>

#include "ui/font/utf8.h"
#include "ui/formula/setter.h"

namespace ui {

using text::FormulaAtom;
using text::FormulaRow;
using Kind = FormulaAtom::Kind;
using Mark = FormulaBox::Mark;

namespace {

constexpr float kBesideFraction = 0.1f;  ///< em, so that two fractions do not touch

Mark rule(float x, float y, float w, float h) { return {Mark::Kind::rule, 0, 0, x, y, w, h, {}}; }

}  // namespace

FormulaBox FormulaSetter::fraction(const FormulaAtom& atom, MathStyle style) {
  if (atom.style == text::FormulaStyle::display) style.level = MathStyle::Level::display;
  if (atom.style == text::FormulaStyle::text) style.level = MathStyle::Level::text;
  const FormulaBox top = row(atom.parts[0], style.numerator()), bottom = row(atom.parts[1], style.denominator());
  if (!atom.bar) return stacked(top, bottom, style);
  const float e = em(style), middle = axis(style), thick = k_.fraction_rule * e;
  const bool large = style.is_display();
  const float rise =
      std::max((large ? k_.numerator_display_shift_up : k_.numerator_shift_up) * e,
               middle + thick / 2 + (large ? k_.numerator_display_gap_min : k_.numerator_gap_min) * e + top.descent);
  const float fall = std::max(
      (large ? k_.denominator_display_shift_down : k_.denominator_shift_down) * e,
      thick / 2 - middle + (large ? k_.denominator_display_gap_min : k_.denominator_gap_min) * e + bottom.ascent);
  const float width = std::max(top.width, bottom.width), side = kBesideFraction * e;
  FormulaBox box;
  put(box, top, side + (width - top.width) / 2, rise);
  put(box, bottom, side + (width - bottom.width) / 2, -fall);
  box.marks.push_back(rule(side, middle - thick / 2, width, thick));
  box.width = width + 2 * side;
  return box;
}

FormulaBox FormulaSetter::stacked(const FormulaBox& top, const FormulaBox& bottom, MathStyle style) const {
  const float e = em(style);
  const bool large = style.is_display();
  float rise = (large ? k_.stack_top_display_shift_up : k_.stack_top_shift_up) * e;
  float fall = (large ? k_.stack_bottom_display_shift_down : k_.stack_bottom_shift_down) * e;
  const float gap = (rise - top.descent) - (bottom.ascent - fall);
  const float lacking = (large ? k_.stack_display_gap_min : k_.stack_gap_min) * e - gap;
  if (lacking > 0) rise += lacking / 2, fall += lacking / 2;
  const float width = std::max(top.width, bottom.width);
  FormulaBox box;
  put(box, top, (width - top.width) / 2, rise);
  put(box, bottom, (width - bottom.width) / 2, -fall);
  box.width = width;
  return box;
}

FormulaBox FormulaSetter::root(const FormulaAtom& atom, MathStyle style) {
  const FormulaBox inside = row(atom.parts[0], style.cramp());
  const float e = em(style), thick = k_.radical_rule * e;
  const float gap = (style.is_display() ? k_.radical_display_gap : k_.radical_gap) * e;
  // Even the smallest root is as high as a capital letter, so that roots in a row look alike.
  const float ascent = std::max(inside.ascent, 0.68f * e), descent = std::max(inside.descent, 0.12f * e);
  const float height = ascent + descent + gap + thick;
  const float width = std::min(0.62f * e + 0.06f * height, 1.1f * e);
  FormulaBox sign;
  sign.width = width;
  sign.ascent = ascent + gap + thick + k_.radical_extra_ascender * e, sign.descent = descent;
  sign.marks.push_back({Mark::Kind::radical, 0, thick, 0, -descent, width, height, {}});
  sign.marks.push_back(rule(width, ascent + gap, inside.width + 0.06f * e, thick));
  FormulaBox box;
  float x = 0;
  if (atom.parts.size() > 1) {
    const FormulaBox degree = row(atom.parts[1], {MathStyle::Level::script_script, true});
    // The degree stands on the sign's short left arm.
    x = std::max(0.0f, degree.width - 0.32f * width);
    put(box, degree, std::max(0.0f, 0.32f * width - degree.width),
        -descent + k_.radical_degree_raise * height + degree.descent);
  }
  put(box, sign, x, 0);
  put(box, inside, x + width + 0.03f * e, 0);
  box.width = x + width + inside.width + 0.1f * e;
  return box;
}

FormulaBox FormulaSetter::fenced(const FormulaAtom& atom, MathStyle style) {
  const float outer = fence_;
  FormulaBox inside = row(atom.parts[0], style);
  const float e = em(style), middle = axis(style);
  const float half = std::max(inside.ascent - middle, inside.descent + middle);
  fence_ = std::max({2 * half * 0.901f, 2 * half - 0.5f * e, e});
  const auto has_middle = [](const FormulaAtom& a) { return a.kind == Kind::delimiter && a.size == 0; };
  if (std::any_of(atom.parts[0].begin(), atom.parts[0].end(), has_middle)) inside = row(atom.parts[0], style);
  FormulaBox box;
  box.ascent = inside.ascent, box.descent = inside.descent;
  append(box, delimiter(atom.words, fence_, style));
  append(box, inside);
  append(box, delimiter(atom.close, fence_, style));
  fence_ = outer;
  return box;
}

FormulaBox FormulaSetter::delimiter(std::string_view character, float height, MathStyle style) {
  FormulaBox none;
  none.width = 0.12f * em(style);
  if (character.empty()) return none;
  std::size_t at = 0;
  const int number = faces_.math().glyph_of(next_code_point(character, at));
  if (number == 0) return letters(character, text_, text_em_ * em(style) / em_);
  const float e = em(style);
  const auto cuts = faces_.table().taller(number);
  for (const MathTable::Variant& cut : cuts) {
    if (cut.size * e >= height) return centred(glyph(cut.glyph, e), axis(style));
  }
  const auto parts = faces_.table().pieces(number);
  return centred(parts.empty() ? glyph(cuts.back().glyph, e) : assembled(parts, height, e), axis(style));
}

FormulaBox FormulaSetter::assembled(const std::vector<MathTable::Part>& parts, float height, float e) const {
  constexpr int kMostRepeats = 200;
  float fixed = 0, repeated = 0;
  int single = 0, repeating = 0;
  for (const MathTable::Part& part : parts) {
    (part.repeats ? repeated : fixed) += part.length * e;
    ++(part.repeats ? repeating : single);
  }
  const float overlap = faces_.table().least_overlap() * e;
  int times = 0;
  const auto length = [&](int n) {
    return fixed + repeated * static_cast<float>(n) - overlap * static_cast<float>(single + repeating * n - 1);
  };
  while (repeating > 0 && times < kMostRepeats && length(times) < height) ++times;
  const int joints = single + repeating * times - 1;
  // What is too long is taken back evenly, as far as the parts let each other under them.
  float most = 1e6f;
  for (const MathTable::Part& part : parts)
    most = std::min({most, std::max(part.start, overlap / e) * e, part.length * e * 0.9f});
  const float extra = joints > 0 ? std::max(0.0f, length(times) - height) / static_cast<float>(joints) : 0;
  const float under = std::max(overlap, std::min(overlap + extra, most));
  FormulaBox box;
  float y = 0;
  for (const MathTable::Part& part : parts) {
    for (int i = 0; i < (part.repeats ? times : 1); ++i) {
      const FontFile::Ink ink = faces_.math().ink_of(part.glyph);
      put(box, glyph(part.glyph, e), 0, y - ink.bottom * e);
      y += part.length * e - under;
    }
  }
  box.descent = 0;
  return box;
}

FormulaBox FormulaSetter::accent(const FormulaAtom& atom, MathStyle style, Nucleus& into) {
  const FormulaRow& under = atom.parts[0];
  const float e = em(style);
  FormulaBox base;
  float place = 0;
  if (under.size() == 1 && under[0].kind == Kind::symbol && under[0].raised.empty() && under[0].lowered.empty()) {
    const Nucleus letter = nucleus(under[0], style.cramp());
    base = letter.box, place = letter.accent;
    into.one_sign = true, into.lean = letter.lean;
  } else {
    base = row(under, style.cramp());
    place = base.width / 2;
  }
  std::size_t at = 0;
  int number = faces_.math().glyph_of(next_code_point(atom.words, at));
  if (number == 0) return base;
  if (atom.wide) {
    for (const MathTable::Variant& cut : faces_.table().wider(number)) {
      if (cut.size * e <= base.width * 1.05f) number = cut.glyph;
    }
  }
  const FontFile::Ink ink = faces_.math().ink_of(number);
  // A combining mark has its ink left of its pen; what the font says of it, or its middle, goes above the letter's.
  const float own = atom.wide || faces_.math().advance_of(number) == 0 ? (ink.left + ink.right) / 2 * e
                                                                       : faces_.table().accent_place(number) * e;
  const float rise = std::max(0.0f, base.ascent - k_.accent_base_height * e);
  FormulaBox box = base;
  FormulaBox mark = glyph(number, e);
  mark.width = 0, mark.descent = 0;
  put(box, mark, place - own, rise);
  box.width = base.width;
  return box;
}

FormulaBox FormulaSetter::lined(const FormulaAtom& atom, MathStyle style) {
  const bool above = atom.kind == Kind::line_above;
  FormulaBox box = row(atom.parts[0], above ? style.cramp() : style);
  const float e = em(style);
  const float gap = (above ? k_.overbar_gap : k_.underbar_gap) * e,
              thick = (above ? k_.overbar_rule : k_.underbar_rule) * e;
  box.marks.push_back(rule(0, above ? box.ascent + gap : -box.descent - gap - thick, box.width, thick));
  (above ? box.ascent : box.descent) += gap + 2 * thick;
  return box;
}

FormulaBox FormulaSetter::grid(const FormulaAtom& atom, MathStyle style) {
  const bool aligned = atom.grid == FormulaAtom::Grid::aligned;
  const MathStyle inside{aligned            ? MathStyle::Level::display
                         : style.is_small() ? style.level
                                            : MathStyle::Level::text,
                         false};
  const float e = em(inside);
  const std::size_t columns = atom.columns, rows = atom.parts.size() / columns;
  std::vector<FormulaBox> cells;
  std::vector<float> widths(columns, 0);
  for (std::size_t i = 0; i < atom.parts.size(); ++i) {
    FormulaRow cell = atom.parts[i];
    // “&=” keeps the space of a relation behind something.
    if (aligned && i % columns % 2 == 1) {
      FormulaAtom empty;
      empty.kind = Kind::row;
      empty.parts.emplace_back();
      cell.insert(cell.begin(), std::move(empty));
    }
    cells.push_back(row(cell, inside));
    widths[i % columns] = std::max(widths[i % columns], cells.back().width);
  }
  const float leading = atom.grid == FormulaAtom::Grid::matrix ? 1.2f : 1.44f;
  FormulaBox box;
  float y = 0;
  for (std::size_t r = 0; r < rows; ++r) {
    float ascent = 0.7f * leading * e, descent = 0.3f * leading * e;
    for (std::size_t c = 0; c < columns; ++c) {
      ascent = std::max(ascent, cells[r * columns + c].ascent + 0.1f * e);
      descent = std::max(descent, cells[r * columns + c].descent + 0.1f * e);
    }
    if (r > 0) y -= ascent + (aligned ? 0.25f * e : 0);
    float x = 0;
    for (std::size_t c = 0; c < columns; ++c) {
      const FormulaBox& cell = cells[r * columns + c];
      const float free = widths[c] - cell.width;
      const float shift = atom.grid == FormulaAtom::Grid::cases ? 0 : aligned ? (c % 2 == 0 ? free : 0) : free / 2;
      put(box, cell, x + shift, y);
      x += widths[c] + (aligned && c % 2 == 0 ? 0 : aligned ? 2 * e : e);
    }
    if (r == 0) box.ascent = std::max(box.ascent, ascent);
    box.descent = std::max(box.descent, descent - y);
    y -= descent;
  }
  box.width = 0;
  for (std::size_t c = 0; c < columns; ++c)
    box.width += widths[c] + (c == 0 || (aligned && c % 2 == 1) ? 0 : aligned ? 2 * e : e);
  return centred(box, axis(style));
}

}  // namespace ui
