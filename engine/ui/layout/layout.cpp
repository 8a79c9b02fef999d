#include "ui/layout/layout.h"

#include <cmath>

#include "ui/core.h"
#include "ui/font/utf8.h"
#include "ui/layout/builder.h"
#include "ui/layout/marked.h"

namespace ui {

float leading(TextStyle style, bool tight) {
  if (style.size >= Size::display) return std::round(px(style.size) * 1.2f);
  if (tight || style.size >= Size::title) return std::round(px(style.size) * 1.35f);
  return std::round(px(style.size) * metrics::line_height);
}

namespace {

/// Height above and below the baseline: the line's own, more where a formula needs it.
std::pair<float, float> room_for(const Shaped& shaped, const LineRange& range, float height, const Face& face) {
  constexpr float kApart = 1;
  float above = (height - face.ascent() - face.descent()) / 2 + face.ascent(), below = height - above;
  for (std::size_t i = range.first; i < range.last && !shaped.formulas.empty(); ++i) {
    if (shaped.letters[i].c != kFormula) continue;
    const FormulaBox& box = shaped.formulas[shaped.letters[i].formula].box;
    above += std::max(0.0f, std::ceil(box.ascent + kApart - above));
    below += std::max(0.0f, std::ceil(box.descent + kApart - below));
  }
  return {above, below};
}

}  // namespace

void LayoutBuilder::lines(const Shaped& shaped, const std::vector<LineRange>& ranges, const Place& place, float height,
                          const Face& face) {
  for (const LineRange& r : ranges) {
    Layout::Line line;
    const auto [above, below] = room_for(shaped, r, height, face);
    line.top = y_;
    line.base = y_ + above;
    line.bottom = line.base + below;
    line.em = face.em();
    line.formula = static_cast<std::uint32_t>(out_.formulas.size());
    line.first = static_cast<std::uint32_t>(out_.pieces.size());
    line.text = static_cast<std::uint32_t>(out_.text.size());
    const float free = place.width - r.width;
    line.x = place.x + (place.align == Align::center ? free / 2 : place.align == Align::end ? free : 0);
    line.width = r.width;
    pieces(shaped, r, line.x);
    line.count = static_cast<std::uint32_t>(out_.pieces.size()) - line.first;
    line.text_end = static_cast<std::uint32_t>(out_.text.size());
    line.formulas = static_cast<std::uint32_t>(out_.formulas.size()) - line.formula;
    out_.lines.push_back(line);
    out_.tallest = std::max(out_.tallest, line.bottom - line.top);
    out_.width = std::max(out_.width, line.x + r.width);
    y_ = line.bottom;
  }
}

void LayoutBuilder::formula(const InlineFormula& formula, const Span& span, float x) {
  Layout::Formula placed;
  placed.x = x, placed.rise = span.rise, placed.tone = span.tone;
  placed.sign = static_cast<std::uint32_t>(out_.signs.size()),
  placed.stroke = static_cast<std::uint32_t>(out_.strokes.size());
  collect(fonts_, formula.box, out_.signs, out_.strokes);
  placed.signs = static_cast<std::uint32_t>(out_.signs.size()) - placed.sign;
  placed.strokes = static_cast<std::uint32_t>(out_.strokes.size()) - placed.stroke;
  out_.formulas.push_back(placed);
  out_.text += formula.words;
}

/// Called before a letter gets into `text`. Padding (0) and soft hyphens are no part of any word and end none.
void LayoutBuilder::word(char32_t letter, float left, float right) {
  if (letter == 0 || letter == 0xad) return;
  const bool space = letter == U' ' || letter == U'\n' || letter == 0xa0 || letter == 0x202f;
  if (!space && in_word_)
    out_.words.back().right = right;
  else if (!space)
    out_.words.push_back({static_cast<std::uint32_t>(out_.text.size()), left, right});
  in_word_ = !space;
}

void LayoutBuilder::pieces(const Shaped& shaped, const LineRange& range, float x) {
  float pen = x;
  in_word_ = false;
  for (std::size_t i = range.first; i < range.last;) {
    const Span& span = shaped.spans[shaped.letters[i].span];
    Layout::Piece piece;
    piece.first = static_cast<std::uint32_t>(out_.glyphs.size());
    piece.x = pen;
    piece.rise = span.rise, piece.tone = span.tone, piece.link = span.link;
    piece.underline = span.underline, piece.strike = span.strike, piece.code = span.code;
    piece.em = span.face->em();
    // Padding and text of a code run are spans of their own and belong to one ground.
    const auto same = [&](std::uint32_t s) {
      const Span& o = shaped.spans[s];
      return o.face == span.face && o.tone == span.tone && o.rise == span.rise && o.link == span.link &&
             o.code == span.code && o.strike == span.strike;
    };
    for (; i < range.last && same(shaped.letters[i].span); ++i) {
      const Letter& l = shaped.letters[i];
      word(l.c, pen, pen + l.advance);
      if (l.c == kFormula) {
        formula(shaped.formulas[l.formula], span, pen);
        pen += l.advance;
        continue;
      }
      if (l.glyph->state != Glyph::State::blank && l.advance > 0 && l.c != 0)
        out_.glyphs.push_back({l.glyph, pen - piece.x});
      if (l.c != 0 && l.c != 0xad) append_utf8(out_.text, l.c);
      pen += l.advance;
    }
    if (range.hyphen && i >= range.last) {
      const Glyph& hyphen = fonts_.glyph(*span.face, U'-');
      out_.glyphs.push_back({&hyphen, pen - piece.x});
      pen += hyphen.advance;
    }
    piece.count = static_cast<std::uint32_t>(out_.glyphs.size()) - piece.first;
    piece.width = pen - piece.x;
    out_.pieces.push_back(piece);
  }
}

namespace {

void draw_shape(Frame& f, const Layout::Shape& shape, Vec at) {
  const Rect r{at.x + shape.area.x, at.y + shape.area.y, shape.area.w, shape.area.h};
  Painter& p = f.paint();
  if (!p.visible(r.inset(-1))) return;
  const Theme& t = f.theme();
  switch (shape.kind) {
    case Layout::Shape::Kind::bullet: p.disc(r.center(), r.w / 2, t.soft); break;
    case Layout::Shape::Kind::quote_bar: p.fill(r, mix(t.line, t.accent, 0.35f), r.w / 2); break;
    case Layout::Shape::Kind::code_ground: p.fill(r, t.sunken, metrics::small_corner); break;
    case Layout::Shape::Kind::rule: p.line({r.x, r.y}, {r.right(), r.y}, {t.line}); break;
    case Layout::Shape::Kind::heavy_rule: p.line({r.x, r.y}, {r.right(), r.y}, {mix(t.line, t.soft, 0.5f)}); break;
  }
}

void draw_piece(Frame& f, const Layout& layout, const Layout::Piece& piece, Vec origin, bool hot) {
  Painter& p = f.paint();
  const Color color = color_of(f.theme(), piece.tone);
  const Vec pen{origin.x + piece.x, origin.y - piece.rise};
  if (piece.code)
    p.fill({pen.x, pen.y - piece.em * 1.02f, piece.width, piece.em * 1.36f}, f.theme().sunken, metrics::tiny_corner);
  draw_glyphs(f.core(), std::span(layout.glyphs).subspan(piece.first, piece.count), pen, color);
  if (piece.underline)
    p.line({pen.x, pen.y + piece.em * 0.14f}, {pen.x + piece.width, pen.y + piece.em * 0.14f},
           {fade(color, hot ? 1.0f : 0.4f)});
  else if (hot)
    p.line({pen.x, pen.y + piece.em * 0.14f}, {pen.x + piece.width, pen.y + piece.em * 0.14f}, {color});
  if (piece.strike) p.line({pen.x, pen.y - piece.em * 0.27f}, {pen.x + piece.width, pen.y - piece.em * 0.27f}, {color});
}

void draw_marks(Frame& f, const Layout& layout, Vec at) {
  constexpr float kAround = 48;  ///< of what stands before and after
  Core& core = f.core();
  const std::vector<Rect> places = places_of(layout, core.marked);
  if (!places.empty() && core.marked_in_sight != core.marked) {
    core.marked_in_sight = core.marked;
    const float top = at.y + places.front().y, bottom = at.y + places.back().bottom();
    f.reveal(Rect{at.x, top, 1, bottom - top}.inset(0, -kAround));
  }
  for (const Rect& place : places) {
    const Rect r = Rect{at.x + place.x, at.y + place.y, place.w, place.h}.inset(-3, 1);
    f.paint().fill(r, mix(f.theme().accent_soft, f.theme().accent, 0.12f), metrics::tiny_corner);
    if (core.recording) core.record.marks.push_back(r);
  }
}

}  // namespace

void draw_layout(Frame& f, const Layout& layout, Vec at, int hot) {
  if (!f.core().marked.empty()) draw_marks(f, layout, at);
  for (const Layout::Shape& shape : layout.shapes) draw_shape(f, shape, at);
  const Rect clip = f.paint().clip();
  const float from = clip.y - at.y - layout.tallest, to = clip.bottom() - at.y;
  auto line = std::lower_bound(layout.lines.begin(), layout.lines.end(), from,
                               [](const Layout::Line& l, float y) { return l.top < y; });
  for (; line != layout.lines.end() && line->top < to; ++line) {
    const Vec origin{at.x, at.y + line->base};
    for (std::uint32_t i = line->first; i < line->first + line->count; ++i) {
      const Layout::Piece& piece = layout.pieces[i];
      draw_piece(f, layout, piece, origin, piece.link >= 0 && piece.link == hot);
    }
    for (std::uint32_t i = line->formula; i < line->formula + line->formulas; ++i) {
      const Layout::Formula& formula = layout.formulas[i];
      draw_formula(f.core(), std::span(layout.signs).subspan(formula.sign, formula.signs),
                   std::span(layout.strokes).subspan(formula.stroke, formula.strokes),
                   {origin.x + formula.x, origin.y - formula.rise}, color_of(f.theme(), formula.tone));
    }
    if (f.core().recording) {
      const std::string_view words = std::string_view(layout.text).substr(line->text, line->text_end - line->text);
      note_text(f.core(), words, {at.x + line->x, origin.y - line->em * 0.73f, line->width, line->em * 0.73f}, false);
    }
  }
}

}  // namespace ui
