#include "ui/widgets/navigation.h"

#include <cmath>

#include "ui/core.h"

namespace ui {
namespace {

constexpr float kNavPad = 12;
constexpr float kMarkColumn = 16;

void draw_badge(Frame& f, Rect item, std::string_view words) {
  constexpr TextStyle kBadge{Size::caption, Weight::semibold};
  const float w = std::max(24.0f, f.paint().text_width(words, kBadge) + 16), h = 22;
  const Rect r{item.right() - kNavPad - w, item.y + (item.h - h) / 2, w, h};
  f.paint().fill(r, f.theme().accent, h / 2);
  f.paint().text_in(r, words, kBadge, f.theme().on_accent, Align::center);
}

}  // namespace

void brand(Frame& f, std::string_view name) {
  constexpr float kLogo = 26;
  const Rect r = f.place(kLogo);
  draw_icon(f.paint(), Icon::logo, {r.x, r.y, kLogo, kLogo}, f.theme().accent);
  f.paint().text_in({r.x + kLogo + 10, r.y, r.w - kLogo - 10, r.h}, name, style::title, f.theme().ink);
}

bool nav_item(Frame& f, std::string_view id, std::string_view words, const NavOptions& o) {
  const Rect r = f.place(metrics::control);
  const Response response = f.item(id, r, {Takes::enter | Takes::space});
  const Theme& t = f.theme();
  if (o.current) {
    f.paint().fill(r, t.surface, metrics::small_corner);
    f.paint().border(r, {t.line}, metrics::small_corner);
  } else if (response.hovered) {
    f.paint().fill(r, fade(t.ink, response.held ? 0.09f : 0.05f), metrics::small_corner);
  }
  if (response.ring) f.focus_ring(r.inset(3), metrics::small_corner - 3);
  float x = r.x + kNavPad;
  const Color color = o.current || response.hovered ? t.ink : t.soft;
  if (o.icon != Icon::none) {
    draw_icon(f.paint(), o.icon, {x, r.y + (r.h - 18) / 2, 18, 18}, color);
    x += 28;
  }
  const float badge = o.badge.empty() ? 0 : 44;
  f.paint().text_in({x, r.y, r.right() - kNavPad - badge - x, r.h}, words, o.current ? style::strong : style::body,
                    color);
  if (!o.badge.empty()) draw_badge(f, r, o.badge);
  if (o.key.key != Key::none) tooltip(f, response, r, key_name(o.key));
  return response.clicked || f.pressed(o.key);
}

std::optional<int> breadcrumb(Frame& f, std::string_view id, std::span<const std::string> parts) {
  std::optional<int> chosen;
  f.scope(id, [&] {
    f.flow(Space::m, [&] {
      for (std::size_t i = 0; i < parts.size(); ++i) {
        const bool last = i + 1 == parts.size();
        if (last) {
          label(f, parts[i], style::small_strong);
          continue;
        }
        const Rect r = f.place(std::min(f.width(), f.paint().text_width(parts[i], style::small) + 0.6f),
                               Painter::line_height(style::small));
        const Response response = f.item(std::to_string(i), r);
        f.paint().text_in(r, parts[i], style::small, response.hovered ? f.theme().accent : f.theme().soft);
        if (response.ring) f.focus_ring(r, metrics::tiny_corner);
        if (response.clicked) chosen = static_cast<int>(i);
        label(f, "/", style::small, Tone::soft);
      }
    });
  });
  return chosen;
}

namespace {

void draw_progress_mark(Frame& f, Rect r, Progress progress, Color color) {
  const Vec c = r.center();
  if (progress == Progress::done)
    draw_icon(f.paint(), Icon::check, Rect{c.x - 7, c.y - 7, 14, 14}, color);
  else if (progress == Progress::current)
    f.paint().disc(c, 5.2f, color);
  else
    f.paint().circle(c, 5.4f, {color, 1.4f});
}

bool outline_entry(Frame& f, std::string_view id, const OutlineEntry& entry) {
  const Theme& t = f.theme();
  const bool current = entry.progress == Progress::current;
  const TextStyle style = current ? style::small_strong : style::small;
  const float room = f.width() - kMarkColumn, one = std::round(px(Size::small) * metrics::line_height);
  const float words_high = words_height(f, entry.title, style, room);
  const Rect r = f.place(words_high + 6);
  const Response response = f.item(id, r, {Takes::enter | Takes::space, entry.enabled, true, Cursor::hand});
  const Tone tone = current                                                ? Tone::accent
                    : entry.progress == Progress::done || response.hovered ? Tone::ink
                                                                           : Tone::soft;
  const Color color = entry.enabled ? color_of(t, tone) : mix(t.soft, t.paper, 0.3f);
  draw_progress_mark(f, {r.x, r.y + 3, 12, one}, entry.progress, color);
  f.within({r.x + kMarkColumn, r.y + 3, room, 0}, [&] { words(f, entry.title, style, tone); });
  if (response.ring) f.focus_ring(r.inset(0, 2), metrics::tiny_corner);
  return response.clicked;
}

}  // namespace

std::optional<int> outline(Frame& f, std::string_view id, std::span<const OutlineEntry> entries) {
  std::optional<int> chosen;
  f.scope(id, [&] {
    f.group("entries", [&] {
      f.stack(Space::none, [&] {
        for (std::size_t i = 0; i < entries.size(); ++i) {
          if (outline_entry(f, std::to_string(i), entries[i])) chosen = static_cast<int>(i);
        }
      });
    });
  });
  return chosen;
}

std::optional<int> tabs(Frame& f, std::string_view id, std::span<const std::string> names, int current) {
  std::optional<int> chosen;
  const float left = f.x(), whole = f.width();
  f.scope(id, [&] {
    f.group("tabs", [&] {
      f.flow(Space::xl, [&] {
        for (std::size_t i = 0; i < names.size(); ++i) {
          const bool is_current = static_cast<int>(i) == current;
          const TextStyle style = is_current ? style::strong : style::body;
          const float w = f.paint().text_width(names[i], style::strong);
          const Rect r = f.place(w + 0.6f, 36);
          const Response response = f.item(std::to_string(i), r);
          f.paint().text_in({r.x, r.y, r.w, r.h - 6}, names[i], style,
                            is_current || response.hovered ? f.theme().ink : f.theme().soft);
          if (is_current) f.paint().fill({r.x, r.bottom() - 2, r.w, 2}, f.theme().accent, 1);
          if (response.ring) f.focus_ring(r.inset(0, 3), metrics::tiny_corner);
          if (response.clicked && !is_current) chosen = static_cast<int>(i);
        }
      });
    });
  });
  f.paint().line({left, f.y()}, {left + whole, f.y()}, {f.theme().line});
  f.space(1);
  return chosen;
}

}  // namespace ui
