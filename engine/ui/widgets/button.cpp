// Buttons, key caps, chips and links.

#include <cmath>

#include "ui/core.h"
#include "ui/rich.h"
#include "ui/widgets/basic.h"

namespace ui {
namespace {

constexpr float kCapHeight = 20;
constexpr float kIcon = 16;

float cap_width(Frame& f, const std::string& name) {
  return std::max(kCapHeight, f.paint().text_width(name, style::caption) + 13);
}

/// Key words in the learner's language: "Enter" is "Entrée".
std::string cap_name(Frame& f, Shortcut key) {
  std::string name = key_name(key);
  const std::size_t plus = name.rfind('+');
  const std::size_t from = plus == std::string::npos || plus + 1 >= name.size() ? 0 : plus + 1;
  return name.substr(0, from) + (name.size() - from > 1 ? f.tr(name.substr(from)) : name.substr(from));
}

void draw_cap(Frame& f, Rect r, const std::string& name) {
  const Theme& t = f.theme();
  const Color edge = mix(t.line, t.soft, 0.12f);
  f.paint().fill({r.x, r.y + 1, r.w, r.h}, edge, metrics::tiny_corner);
  f.paint().fill(r, t.surface, metrics::tiny_corner);
  f.paint().border(r, {edge}, metrics::tiny_corner);
  f.paint().text_in(r, name, style::caption, t.soft, Align::center);
}

struct ButtonLook {
  Color ground, edge, words;
};

ButtonLook look_of(const Theme& t, const ButtonOptions& o, const Response& r) {
  using Kind = ButtonOptions::Kind;
  if (!o.enabled) {
    const bool plain = o.kind == Kind::quiet;
    return {plain ? 0 : t.sunken, plain ? 0 : t.line, mix(t.soft, t.paper, 0.25f)};
  }
  const float press = r.held ? 0.16f : r.hovered ? 0.08f : 0;
  switch (o.kind) {
    case Kind::primary: return {mix(t.accent, t.ink, press), 0, t.on_accent};
    case Kind::danger: return {mix(t.bad, t.ink, press), 0, t.surface};
    case Kind::secondary:
      return {mix(t.surface, t.accent_soft,
                  r.held      ? 1.0f
                  : r.hovered ? 0.6f
                              : 0.0f),
              mix(t.line, t.soft, r.hovered ? 0.4f : 0.1f), t.accent};
    case Kind::quiet: return {r.held || r.hovered ? fade(t.ink, r.held ? 0.12f : 0.06f) : 0, 0, t.accent};
  }
  return {};
}

struct ButtonSize {
  float width, height, label, cap;
  TextStyle style;
  float padding;
};

ButtonSize measure(Frame& f, std::string_view words, const ButtonOptions& o) {
  ButtonSize s{};
  s.style = o.small ? style::small_strong : style::strong;
  s.height = o.small ? metrics::small_control : metrics::control;
  s.padding = o.kind == ButtonOptions::Kind::quiet ? px(Space::m) : o.small ? px(Space::m) : 18;
  s.label = f.paint().text_width(words, s.style);
  s.cap = o.show_key && o.key.key != Key::none ? cap_width(f, cap_name(f, o.key)) + 10 : 0;
  s.width = 2 * s.padding + s.label + s.cap + (o.icon != Icon::none ? kIcon + (words.empty() ? 0 : px(Space::s)) : 0);
  return s;
}

void draw_button(Frame& f, Rect box, std::string_view words, const ButtonOptions& o, const ButtonSize& s,
                 const Response& r) {
  Painter& p = f.paint();
  const ButtonLook look = look_of(f.theme(), o, r);
  if ((look.ground >> 24) != 0) p.fill(box, look.ground, metrics::small_corner);
  if ((look.edge >> 24) != 0) p.border(box, {look.edge}, metrics::small_corner);
  if (r.ring) f.focus_ring(box, metrics::small_corner);
  const float content = std::min(s.width - 2 * s.padding, box.w - 2 * s.padding);
  float x = box.x + (box.w - content) / 2;
  if (o.icon != Icon::none) {
    draw_icon(p, o.icon, {x, box.y + (box.h - kIcon) / 2, kIcon, kIcon}, look.words);
    x += kIcon + px(Space::s);
  }
  const float room = std::min(s.label, std::max(0.0f, box.right() - s.padding - s.cap - x));
  p.text_in({x, box.y, room + 0.6f, box.h}, words, s.style, look.words);
  if (s.cap > 0)
    draw_cap(f, {x + room + 10, box.y + (box.h - kCapHeight) / 2, s.cap - 10, kCapHeight}, cap_name(f, o.key));
}

}  // namespace

float button_width(Frame& f, std::string_view words, const ButtonOptions& options) {
  return measure(f, words, options).width;
}

bool button(Frame& f, std::string_view id, std::string_view words, const ButtonOptions& options) {
  const ButtonSize s = measure(f, words, options);
  const Rect box = f.place(options.wide ? f.width() : std::min(s.width, f.width()), s.height);
  const Response r = f.item(id, box, {Takes::enter | Takes::space, options.enabled, true, Cursor::hand});
  draw_button(f, box, words, options, s, r);
  tooltip(f, r, box, options.tooltip);
  return options.enabled && (r.clicked || f.pressed(options.key));
}

bool icon_button(Frame& f, std::string_view id, Icon icon, std::string_view name, const ButtonOptions& options) {
  const float side = options.small ? metrics::small_control : metrics::control;
  const Rect box = f.place(side, side);
  const Response r = f.item(id, box, {Takes::enter | Takes::space, options.enabled, true, Cursor::hand});
  ButtonOptions o = options;
  if (o.kind == ButtonOptions::Kind::secondary) o.kind = ButtonOptions::Kind::quiet;
  const ButtonLook look = look_of(f.theme(), o, r);
  if ((look.ground >> 24) != 0) f.paint().fill(box, look.ground, metrics::small_corner);
  const bool quiet = o.kind == ButtonOptions::Kind::quiet && options.enabled;
  const float size = options.small ? 14 : 18;
  draw_icon(f.paint(), icon, {box.x + (side - size) / 2, box.y + (side - size) / 2, size, size},
            quiet && !r.hovered ? f.theme().soft : look.words);
  if (r.ring) f.focus_ring(box.inset(3), metrics::small_corner - 3);
  const std::string hint =
      options.key.key == Key::none ? std::string(name) : std::string(name) + "  " + key_name(options.key);
  tooltip(f, r, box, hint);
  return options.enabled && (r.clicked || f.pressed(options.key));
}

void key_cap(Frame& f, Shortcut key) {
  const std::string name = cap_name(f, key);
  draw_cap(f, f.place(cap_width(f, name), kCapHeight), name);
}

void key_hint(Frame& f, Shortcut key, std::string_view what) {
  const std::string name = cap_name(f, key);
  const float cap = cap_width(f, name), gap = 6;
  const Rect r = f.place(cap + gap + f.paint().text_width(what, style::small), kCapHeight + 2);
  draw_cap(f, {r.x, r.y + 1, cap, kCapHeight}, name);
  f.paint().text_in({r.x + cap + gap, r.y, r.w - cap - gap + 0.6f, r.h}, what, style::small, f.theme().soft);
}

namespace {

constexpr float kChipHeight = 23;
constexpr TextStyle kChip{Size::caption, Weight::semibold};

constexpr float kChipPadding = 9.5f;

/// One line where it fits, else as many as it takes in the column's width.
Rect chip_box(Frame& f, std::string_view words) {
  const float wanted = f.paint().text_width(words, kChip) + 2 * kChipPadding + 1;
  if (wanted <= f.width()) return f.place(wanted, kChipHeight);
  const float inside = words_height(f, words, kChip, f.width() - 2 * kChipPadding);
  return f.place(f.width(), inside + kChipHeight - Painter::line_height(kChip));
}

void draw_chip(Frame& f, Rect r, std::string_view words, Tone tone, bool hovered) {
  const Color ground = soft_of(f.theme(), tone);
  f.paint().fill(r, hovered ? mix(ground, color_of(f.theme(), tone), 0.14f) : ground, kChipHeight / 2);
  if (r.h <= kChipHeight) {
    f.paint().text_in(r.inset(kChipPadding, 0), words, kChip, color_of(f.theme(), tone), Align::center);
    return;
  }
  const float above = (kChipHeight - Painter::line_height(kChip)) / 2;
  f.within({r.x + kChipPadding, r.y + above, r.w - 2 * kChipPadding, 0}, [&] { ui::words(f, words, kChip, tone); });
}

}  // namespace

void chip(Frame& f, std::string_view words, Tone tone) { draw_chip(f, chip_box(f, words), words, tone, false); }

bool chip_button(Frame& f, std::string_view id, std::string_view words, Tone tone) {
  const Rect r = chip_box(f, words);
  const Response response = f.item(id, r);
  draw_chip(f, r, words, tone, response.hovered);
  if (response.ring) f.focus_ring(r, kChipHeight / 2);
  return response.clicked;
}

bool link(Frame& f, std::string_view id, std::string_view words, TextStyle style) {
  const float width = f.paint().text_width(words, style) + 0.6f;
  if (width > f.width()) {
    text::Document wrapped;
    wrapped.blocks.push_back({.runs = {{.text = std::string(words), .link = std::string(id)}}});
    return static_cast<bool>(rich(f, id, wrapped, {.text = style, .tight = true}));
  }
  const Rect r = f.place(width, Painter::line_height(style));
  const Response response = f.item(id, r);
  const Color color = f.theme().accent;
  const float w = f.paint().text_in(r, words, style, color);
  const float y = r.y + r.h * 0.5f + px(style.size) * 0.5f;
  f.paint().line({r.x, y}, {r.x + std::min(w, r.w), y}, {fade(color, response.hovered ? 1.0f : 0.4f)});
  if (response.ring) f.focus_ring(r, metrics::tiny_corner);
  return response.clicked;
}

}  // namespace ui
