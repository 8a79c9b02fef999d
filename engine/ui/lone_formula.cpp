#include "ui/lone_formula.h"

#include <cmath>

#include "ui/core.h"
#include "ui/layout/formula.h"

namespace ui {
namespace {

constexpr float kRoom = 2;  ///< slanted letters reach out of their boxes

}  // namespace

std::optional<LoneFormula> lone_formula(Frame& f, std::string_view tex, TextStyle style, bool display, Color color) {
  Core& core = f.core();
  auto box = set_formula(core.fonts, tex, style, display);
  if (!box) return std::nullopt;
  const float room = f.width() - 2 * kRoom;
  if (box->width > room && room > 0) scale_formula(*box, room / box->width);
  // On whole pixels, so that what is cut out ends where the line of words is known to be.
  const auto whole = [&](float v) { return std::ceil(v * core.scale) / core.scale; };
  const float ascent = whole(box->ascent + kRoom), descent = whole(box->descent + kRoom);
  const Rect area = f.place(box->width + 2 * kRoom, ascent + descent);
  std::vector<FormulaSign> signs;
  std::vector<FormulaStroke> strokes;
  collect(core.fonts, *box, signs, strokes);
  draw_formula(core, signs, strokes, {area.x + kRoom, area.y + ascent}, color);
  return LoneFormula{area, descent, kRoom};
}

}  // namespace ui
