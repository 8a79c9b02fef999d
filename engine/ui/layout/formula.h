#pragma once
// A formula beside words: in which face and how large, and how it is drawn.

#include <optional>
#include <string_view>
#include <vector>

#include "ui/font/draw.h"
#include "ui/font/impl.h"
#include "ui/formula/formula.h"

namespace ui {

/// Empty when the formula cannot be read or the system has no face for formulas. `style` is that of the words around it, whose
/// small letters are as high as the formula's.
std::optional<FormulaBox> set_formula(Fonts::Impl& fonts, std::string_view tex, TextStyle style, bool display);

/// Everything in it `share` times as large.
void scale_formula(FormulaBox& box, float share);

/// A formula's marks with their glyphs; design pixels from the formula's left end and baseline, y upwards.
struct FormulaSign {
  const Glyph* glyph = nullptr;
  float x = 0, y = 0;
};
struct FormulaStroke {
  FormulaBox::Mark::Kind kind = FormulaBox::Mark::Kind::rule;
  float x = 0, y = 0, w = 0, h = 0, thick = 0;
};

/// Adds the marks of a box to what is drawn.
void collect(Fonts::Impl& fonts, const FormulaBox& box, std::vector<FormulaSign>& signs,
             std::vector<FormulaStroke>& strokes);

/// `origin` is the formula's left end on the baseline.
void draw_formula(Core& core, std::span<const FormulaSign> signs, std::span<const FormulaStroke> strokes, Vec origin,
                  Color color);

}  // namespace ui
