#include "ui/layout/formula.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/core.h"
#include "ui/formula/alphabets.h"

namespace ui {
namespace {

using Mark = FormulaBox::Mark;

class Faces final : public FormulaFaces {
 public:
  Faces(Fonts::Impl& fonts, const Face& math) : fonts_(fonts), math_(*math.file), table_(*fonts.math_table()) {}
  const FontFile& math() const override { return math_; }
  const MathTable& table() const override { return table_; }
  float letter_advance(TextStyle style, float em, char32_t c) override {
    return fonts_.glyph(fonts_.face(style, em), c).advance;
  }

 private:
  Fonts::Impl& fonts_;
  const FontFile& math_;
  const MathTable& table_;
};

/// Size of the maths face whose small letters are as high as those of the text.
float em_beside(const Face& text, const FontFile& math) {
  if (text.file == nullptr) return text.em();
  const float wanted = text.file->ink_of(text.file->glyph_of(U'x')).top, has = math.ink_of(math.glyph_of(U'x')).top;
  const float share = wanted > 0 && has > 0 ? std::clamp(wanted / has, 0.9f, 1.25f) : 1;
  return std::round(text.em() * share * 4) / 4;
}

/// The sign of a root: a short arm up, a thick stroke down, a thin one up to the rule. Screen pixels.
void draw_radical(ImDrawList& list, const FormulaStroke& s, Vec corner, float scale, Color color) {
  const float w = s.w * scale, thin = std::max(1.0f, s.thick * scale), thick = 1.9f * thin;
  const float rule = std::max(1.0f, std::round(s.thick * scale));
  const float top = corner.y - std::round(s.h * scale), bottom = corner.y, left = corner.x;
  const float arm = std::min(0.56f * (bottom - top), 0.9f * w);  // of the left arm, above the foot
  const ImVec2 start(left + 0.05f * w, bottom - arm + 0.16f * w), peak(left + 0.24f * w, bottom - arm);
  const ImVec2 foot(left + 0.52f * w, bottom), end(left + w, top + rule / 2);
  const auto stroke = [&](ImVec2 a, ImVec2 b, float width) {
    list.PathLineTo(a);
    list.PathLineTo(b);
    list.PathStroke(color, 0, width);
  };
  stroke(start, peak, thin);
  stroke(ImVec2(peak.x - 0.1f * thin, peak.y), ImVec2(foot.x - 0.2f * thick, foot.y), thick);
  stroke(ImVec2(foot.x - 0.1f * thin, foot.y), end, thin);
  list.AddRectFilled({end.x - thin * 0.4f, top}, {end.x + 1, top + rule}, color);
}

}  // namespace

std::optional<FormulaBox> set_formula(Fonts::Impl& fonts, std::string_view tex, TextStyle style, bool display) {
  const Face& beside = fonts.face(style);
  const Face* const math = fonts.math_face(beside.em());
  if (math == nullptr) return std::nullopt;
  const text::Formula formula = text::parse_formula(tex);
  if (formula.error) return std::nullopt;
  Faces faces(fonts, *math);
  return set_formula(formula.row, faces, em_beside(beside, *math->file), style, beside.em(), display);
}

void scale_formula(FormulaBox& box, float share) {
  box.width *= share, box.ascent *= share, box.descent *= share;
  for (Mark& mark : box.marks) mark.em *= share, mark.x *= share, mark.y *= share, mark.w *= share, mark.h *= share;
}

void collect(Fonts::Impl& fonts, const FormulaBox& box, std::vector<FormulaSign>& signs,
             std::vector<FormulaStroke>& strokes) {
  for (const Mark& mark : box.marks) {
    if (mark.kind == Mark::Kind::glyph)
      signs.push_back({&fonts.glyph(*fonts.math_face(mark.em), static_cast<char32_t>(mark.code)), mark.x, mark.y});
    else if (mark.kind == Mark::Kind::letter)
      signs.push_back(
          {&fonts.glyph(fonts.face(mark.style, mark.em), static_cast<char32_t>(mark.code)), mark.x, mark.y});
    else
      strokes.push_back({mark.kind, mark.x, mark.y, mark.w, mark.h, mark.em});
  }
}

void draw_formula(Core& core, std::span<const FormulaSign> signs, std::span<const FormulaStroke> strokes, Vec origin,
                  Color color) {
  const float scale = core.scale;
  const float base = std::round(origin.y * scale);
  for (const FormulaSign& sign : signs) {
    const PlacedGlyph one{sign.glyph, sign.x};
    draw_glyphs(core, {&one, 1}, {origin.x, (base - std::round(sign.y * scale)) / scale}, color);
  }
  for (const FormulaStroke& s : strokes) {
    const float x = (origin.x + s.x) * scale;
    if (s.kind == Mark::Kind::radical) {
      draw_radical(*core.list, s, {x, base - std::round(s.y * scale)}, scale, color);
      continue;
    }
    // A rule is as thick everywhere, whatever the pixels under it.
    const float thick = std::max(1.0f, std::round(s.h * scale)), top = base - std::round((s.y + s.h) * scale);
    core.list->AddRectFilled({std::round(x), top}, {std::round(x + s.w * scale), top + thick}, color);
  }
}

}  // namespace ui
