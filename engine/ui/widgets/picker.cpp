// The drop-down list: closed it is a field, open it is a popup that has mouse and keys to itself.

#include <cmath>

#include "ui/core.h"
#include "ui/font/utf8.h"
#include "ui/widgets/controls.h"

namespace ui {
namespace {

constexpr float kPad = 14;
constexpr float kEntry = 36;
constexpr double kTypeAhead = 1;  ///< seconds until typing starts anew

char32_t lower(char32_t c) { return c >= 'A' && c <= 'Z' ? c + 32 : c >= 0xc0 && c <= 0xde && c != 0xd7 ? c + 32 : c; }

bool starts_with(std::string_view text, std::string_view start) {
  std::size_t a = 0, b = 0;
  while (b < start.size()) {
    if (a >= text.size() || lower(next_code_point(text, a)) != lower(next_code_point(start, b))) return false;
  }
  return true;
}

/// Letters typed while the list is open jump to the entry that starts so.
void jump(Frame& f, std::span<const std::string> entries) {
  Core& core = f.core();
  for (const Event& e : core.typed) {
    if (e.kind != Event::Kind::text) continue;
    if (f.now() - core.type_ahead_at > kTypeAhead) core.type_ahead.clear();
    core.type_ahead_at = f.now();
    append_utf8(core.type_ahead, e.character);
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (!starts_with(entries[i], core.type_ahead)) continue;
      core.popup_choice = static_cast<int>(i);
      core.popup_reveal = true;
      break;
    }
  }
}

void move_choice(Frame& f, int count) {
  Core& core = f.core();
  int to = core.popup_choice;
  if (f.pressed(Key::down))
    to = std::min(count - 1, to + 1);
  else if (f.pressed(Key::up))
    to = std::max(0, to - 1);
  else if (f.pressed(Key::home))
    to = 0;
  else if (f.pressed(Key::end))
    to = count - 1;
  if (to == core.popup_choice) return;
  core.popup_choice = to;
  core.popup_reveal = true;
}

void close(Core& core) {
  core.open_popup = 0;
  core.redraw = true;
}

bool draw_entry(Frame& f, int index, const std::string& words, bool chosen) {
  Core& core = f.core();
  const Rect r = f.place(kEntry);
  const Response response = f.item(std::to_string(index), r, {Takes::nothing, true, false, Cursor::hand});
  if (response.hovered && !(core.popup_mouse == f.mouse())) core.popup_choice = index, core.popup_mouse = f.mouse();
  const bool at = core.popup_choice == index;
  if (at) f.paint().fill(r.inset(4, 1), f.theme().accent_soft, 6);
  if (at && core.popup_reveal) f.reveal(r), core.popup_reveal = false;
  f.paint().text_in({r.x + kPad, r.y, r.w - 2 * kPad - 20, r.h}, words, chosen ? style::strong : style::body,
                    f.theme().ink);
  if (chosen)
    draw_icon(f.paint(), Icon::check, {r.right() - kPad - 16, r.y + (r.h - 16) / 2, 16, 16}, f.theme().accent);
  return response.clicked;
}

std::optional<int> draw_list(Frame& f, Rect field, std::span<const std::string> entries, int chosen) {
  Core& core = f.core();
  const Vec window = f.size();
  const int count = static_cast<int>(entries.size());
  std::optional<int> result;
  f.block("under", {0, 0, window.x, window.y});
  const float below = window.y - field.bottom() - px(Space::s), above = field.y - px(Space::s);
  const float wanted = kEntry * static_cast<float>(count) + 8;
  const bool up = wanted > below && above > below;
  const float h = std::min({wanted, up ? above : below, kEntry * 9.5f});
  const Rect box{field.x, up ? field.y - h - px(Space::xs) : field.bottom() + px(Space::xs), field.w, h};
  f.paint().shadow(box, metrics::small_corner);
  f.paint().fill(box, f.theme().surface, metrics::small_corner);
  f.paint().border(box, {f.theme().line}, metrics::small_corner);
  jump(f, entries);
  move_choice(f, count);
  f.scroll("list", box.inset(0, 1), [&] {
    f.space(3);
    for (int i = 0; i < count; ++i) {
      if (draw_entry(f, i, entries[static_cast<std::size_t>(i)], i == chosen)) result = i;
    }
    f.space(3);
  });
  if (f.pressed(Key::enter) || f.pressed(Key::space)) result = core.popup_choice;
  const bool outside = core.pressed_now && !box.contains(f.mouse()) && core.frame_number > core.popup_opened;
  if (result.has_value() || outside || f.pressed(Key::escape) || f.pressed(Key::tab)) close(core);
  return result;
}

void draw_closed(Frame& f, Rect r, const Response& response, std::string_view shown, bool empty,
                 const PickerOptions& o) {
  const Theme& t = f.theme();
  const bool open = f.core().open_popup == response.id;
  const Color edge = o.edge != Tone::ink ? color_of(t, o.edge)
                     : open              ? t.accent
                                         : mix(t.line, t.soft, response.hovered ? 0.7f : 0.35f);
  f.paint().fill(r, o.enabled ? t.surface : t.sunken, metrics::small_corner);
  f.paint().border(r, {edge, open ? 2.0f : 1.0f}, metrics::small_corner);
  const float pad = o.small ? 10 : kPad;
  const TextStyle style = o.small ? style::small : style::body;
  f.paint().text_in({r.x + pad, r.y, r.w - 2 * pad - 20, r.h}, shown, style, empty || !o.enabled ? t.soft : t.ink);
  draw_icon(f.paint(), Icon::chevron_down, {r.right() - pad - 14, r.y + (r.h - 14) / 2, 14, 14}, t.soft);
  if (response.ring) f.focus_ring(r, metrics::small_corner);
}

std::optional<int> draw_picker(Frame& f, std::string_view id, std::span<const std::string> entries, int chosen,
                               const PickerOptions& o) {
  Core& core = f.core();
  const float w = o.width > 0 ? std::min(o.width, f.width()) : f.width();
  const Rect r = f.place(w, o.small ? metrics::small_control : metrics::control);
  const Response response =
      f.item(id, r, {Takes::enter | Takes::space | Takes::vertical, o.enabled, true, Cursor::hand});
  const bool known = chosen >= 0 && chosen < static_cast<int>(entries.size());
  const Key key = response.focused ? core.key_for(response.id) : Key::none;
  if ((response.clicked || key == Key::down || key == Key::up) && core.open_popup == 0 && !entries.empty()) {
    core.take_key();
    core.open_popup = response.id;
    core.popup_opened = core.frame_number;
    core.popup_choice = known ? chosen : 0;
    core.popup_reveal = true;
    core.popup_mouse = f.mouse();
    core.redraw = true;
  }
  draw_closed(f, r, response, known ? std::string_view(entries[static_cast<std::size_t>(chosen)]) : o.placeholder,
              !known, o);
  std::optional<int> result;
  if (core.open_popup == response.id) {
    core.popup_seen = core.frame_number;
    f.on_layer(Layer::popup, true,
               [&] { f.scope(std::string(id) + "-list", [&] { result = draw_list(f, r, entries, chosen); }); });
  }
  return result != chosen ? result : std::nullopt;
}

}  // namespace

std::optional<int> picker(Frame& f, std::string_view id, std::span<const std::string> entries, int chosen,
                          const PickerOptions& options) {
  std::optional<int> result;
  f.stack(Space::none, [&] {
    if (!options.label.empty()) {
      words(f, options.label, style::small, Tone::soft);
      f.space(6);
    }
    result = draw_picker(f, id, entries, chosen, options);
  });
  return result;
}

}  // namespace ui
