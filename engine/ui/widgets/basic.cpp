#include "ui/widgets/basic.h"

#include <cmath>

#include "ui/core.h"

namespace ui {

Color color_of(const Theme& t, Tone tone) {
  switch (tone) {
    case Tone::ink: return t.ink;
    case Tone::soft: return t.soft;
    case Tone::accent: return t.accent;
    case Tone::good: return t.good;
    case Tone::warn: return t.warn;
    case Tone::bad: return t.bad;
    case Tone::on_accent: return t.on_accent;
    case Tone::on_ink: return t.surface;
  }
  return t.ink;
}

Color soft_of(const Theme& t, Tone tone) {
  switch (tone) {
    case Tone::accent: return t.accent_soft;
    case Tone::good: return t.good_soft;
    case Tone::warn: return t.warn_soft;
    case Tone::bad: return t.bad_soft;
    default: return t.sunken;
  }
}

Color track_of(const Theme& t) { return mix(t.surface, t.line, 0.6f); }

void label(Frame& f, std::string_view utf8, TextStyle style, Tone tone) {
  const float room = f.width();
  const Rect r = f.place(std::min(room, f.paint().text_width(utf8, style)), Painter::line_height(style));
  f.paint().text_in(r, utf8, style, color_of(f.theme(), tone));
}

void two_sides(Frame& f, std::string_view left, TextStyle left_style, Tone left_tone, std::string_view right,
               TextStyle right_style, Tone right_tone) {
  const Rect r = f.place(std::max(Painter::line_height(left_style), Painter::line_height(right_style)));
  const float right_width = std::min(r.w, f.paint().text_width(right, right_style));
  f.paint().text_in({r.x, r.y, std::max(0.0f, r.w - right_width - px(Space::m)), r.h}, left, left_style,
                    color_of(f.theme(), left_tone));
  f.paint().text_in({r.right() - right_width, r.y, right_width, r.h}, right, right_style,
                    color_of(f.theme(), right_tone), Align::end);
}

void heading(Frame& f, std::string_view utf8) { words(f, utf8, style::display); }
void subheading(Frame& f, std::string_view utf8) { words(f, utf8, style::title); }

void rule(Frame& f) {
  const Rect r = f.place(1);
  f.paint().line({r.x, r.y}, {r.right(), r.y}, {f.theme().line});
}

void icon(Frame& f, Icon which, float size, Tone tone) {
  draw_icon(f.paint(), which, f.place(size, size), color_of(f.theme(), tone));
}

bool rested(Frame& f, const Response& of) {
  constexpr double kRest = 0.5;
  if (!of.hovered || of.held || f.core().rest_over) return false;
  const double rest = f.now() - f.core().still_since;
  if (rest < kRest) f.redraw_in(kRest - rest);
  return rest >= kRest;
}

void tooltip(Frame& f, const Response& of, Rect area, std::string_view words) {
  if (words.empty() || !(of.hovered || of.ring) || of.held) return;
  if (of.hovered && !of.ring && !rested(f, of)) return;
  const float room = std::min(320.0f, f.size().x - 2 * px(Space::s));
  const float w = std::min(room, f.paint().text_width(words, style::caption) + 2 * px(Space::s) + 1);
  f.on_layer(Layer::notice, false, [&] {
    const float h = words_height(f, words, style::caption, w - 2 * px(Space::s)) + 2 * 6;
    Rect box{std::clamp(area.center().x - w / 2, px(Space::s), f.size().x - w - px(Space::s)),
             area.bottom() + px(Space::s), w, h};
    if (box.bottom() > f.size().y - px(Space::xs)) box.y = area.y - h - px(Space::s);
    f.paint().fill(box, f.theme().ink, 6);
    f.within({box.x + px(Space::s), box.y + 6, box.w - 2 * px(Space::s), 0},
             [&] { ui::words(f, words, style::caption, Tone::on_ink); });
  });
}

}  // namespace ui
