// Segmented control, switch, check box and slider.

#include <cmath>

#include "ui/core.h"
#include "ui/rich.h"
#include "ui/widgets/controls.h"

namespace ui {

std::optional<int> segmented(Frame& f, std::string_view id, std::span<const std::string> entries, int chosen,
                             const SegmentedOptions& o) {
  if (entries.empty()) return std::nullopt;
  constexpr float kPad = 18;
  const auto count = static_cast<float>(entries.size());
  float widest = 0, sum = 0;
  for (const std::string& e : entries) {
    const float w = f.paint().text_width(e, style::small_strong) + 2 * kPad;
    widest = std::max(widest, w), sum += w;
  }
  const float whole = o.wide ? f.width() : std::min(f.width(), widest * count);
  const Rect box = f.place(whole, 40);
  const Theme& t = f.theme();
  f.paint().fill(box, t.sunken, metrics::small_corner);
  f.paint().border(box, {t.line}, metrics::small_corner);
  std::optional<int> result;
  f.scope(id, [&] {
    f.group("parts", [&] {
      for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto n = static_cast<float>(i);
        const Rect part = Rect{box.x + whole / count * n, box.y, whole / count, box.h}.inset(3);
        const bool on = static_cast<int>(i) == chosen;
        const Response r =
            f.item(std::to_string(i), part, {Takes::enter | Takes::space, o.enabled, true, Cursor::hand});
        if (on) {
          f.paint().fill(part, t.surface, 6);
          f.paint().border(part, {mix(t.line, t.accent, 0.75f), 1.5f}, 6);
        } else if (r.hovered) {
          f.paint().fill(part, fade(t.ink, 0.05f), 6);
        }
        const Color color = !o.enabled ? mix(t.soft, t.paper, 0.25f) : on ? t.accent : r.hovered ? t.ink : t.soft;
        f.paint().text_in(part.inset(6, 0), entries[i], on ? style::small_strong : style::small, color, Align::center);
        if (r.ring) f.focus_ring(part.inset(2), 5);
        const bool key = o.digit_keys && o.enabled && f.pressed(digit_key(static_cast<int>(i)));
        if ((r.clicked || key) && !on) result = static_cast<int>(i);
      }
    });
  });
  return result;
}

namespace {

void draw_switch(Frame& f, Rect r, float at, bool hovered) {
  const Theme& t = f.theme();
  const Color off = mix(t.line, t.soft, hovered ? 0.55f : 0.4f);
  f.paint().fill(r, mix(off, t.accent, at), r.h / 2);
  const float radius = r.h / 2 - 3;
  const Vec knob{r.x + r.h / 2 + (r.w - r.h) * at, r.y + r.h / 2};
  f.paint().disc(knob, radius, t.surface);
  // The check says "on" to those who do not see the colour.
  if (at > 0.5f) draw_icon(f.paint(), Icon::check, {knob.x - 5.5f, knob.y - 5.5f, 11, 11}, t.accent);
}

}  // namespace

std::optional<bool> toggle(Frame& f, std::string_view id, std::string_view words, bool on, std::string_view detail) {
  constexpr float kWide = 40, kHigh = 24;
  const float room = f.width() - kWide - px(Space::l);
  const float words_high = words_height(f, words, style::body, room);
  const float detail_high = detail.empty() ? 0 : words_height(f, detail, style::small, room);
  const Rect r = f.place(std::max(kHigh, words_high + detail_high) + 2 * px(Space::s));
  const Response response = f.item(id, r);
  f.within({r.x, r.y + px(Space::s), room, 0}, [&] {
    ui::words(f, words);
    if (!detail.empty()) ui::words(f, detail, style::small, Tone::soft);
  });
  const float moved = f.eased(std::string(id) + "#at", on ? 1.0f : 0.0f);
  const Rect sw{r.right() - kWide, r.y + px(Space::s) + (words_high - kHigh) / 2, kWide, kHigh};
  draw_switch(f, sw, moved, response.hovered);
  if (response.ring) f.focus_ring(sw, kHigh / 2);
  return response.clicked ? std::optional(!on) : std::nullopt;
}

std::optional<bool> check_box(Frame& f, std::string_view id, std::string_view label, bool on) {
  constexpr float kBox = 20;
  RichOptions words;
  words.tight = true;
  words.links = false;
  const text::Document& document = parsed(f, label);
  const float room = f.width() - kBox - px(Space::m);
  const float high = rich_height(f, document, room, words);
  const Rect r = f.place(std::max(high, kBox) + px(Space::s));
  const Response response = f.item(id, r);
  const Theme& t = f.theme();
  const Rect box{r.x, r.y + px(Space::xs) + (24 - kBox) / 2, kBox, kBox};
  f.paint().fill(box, on ? t.accent : t.surface, 5);
  f.paint().border(box, {on ? t.accent : mix(t.line, t.soft, response.hovered ? 0.8f : 0.45f), 1.5f}, 5);
  if (on) draw_icon(f.paint(), Icon::check, box.inset(3), t.on_accent);
  f.within({r.x + kBox + px(Space::m), r.y + px(Space::xs), room, 0},
           [&] { f.scope(id, [&] { rich(f, "label", document, words); }); });
  if (response.ring) f.focus_ring(box, 5);
  return response.clicked ? std::optional(!on) : std::nullopt;
}

namespace {

/// The nearest step within the range.
double stepped(double value, const SliderOptions& o) {
  if (o.step > 0) value = o.from + std::round((value - o.from) / o.step) * o.step;
  return std::clamp(value, std::min(o.from, o.to), std::max(o.from, o.to));
}

double by_key(Key key, double value, const SliderOptions& o) {
  const double step = o.step > 0 ? o.step : (o.to - o.from) / 100;
  switch (key) {
    case Key::right:
    case Key::up: return value + step;
    case Key::left:
    case Key::down: return value - step;
    case Key::home: return o.from;
    case Key::end: return o.to;
    default: return value;
  }
}

/// Label and value on one line, or below each other where it is too short for both.
void slider_words(Frame& f, const SliderOptions& o) {
  if (o.label.empty() && o.shown.empty()) return;
  const float both = f.paint().text_width(o.label, style::small) + f.paint().text_width(o.shown, style::small_strong);
  if (o.label.empty() || o.shown.empty() || both + px(Space::m) <= f.width())
    return two_sides(f, o.label, style::small, Tone::ink, o.shown, style::small_strong, Tone::ink);
  words(f, o.label, style::small);
  words(f, o.shown, style::small_strong);
}

std::optional<double> slider_parts(Frame& f, Core& core, std::string_view id, double value, const SliderOptions& o) {
  constexpr float kKnob = 8;
  slider_words(f, o);
  const Rect r = f.place(28);
  const Rect track{r.x, r.y + (r.h - metrics::bar) / 2, r.w, metrics::bar};
  const Response response = f.item(id, r, {Takes::horizontal | Takes::vertical, o.enabled, true, Cursor::hand});
  double now = stepped(value, o);
  const float travel = std::max(1.0f, track.w - 2 * kKnob);
  if (response.held)
    now = stepped(o.from + (o.to - o.from) * std::clamp((f.mouse().x - track.x - kKnob) / travel, 0.0f, 1.0f), o);
  if (const Key key = response.focused ? core.key_for(response.id) : Key::none; key != Key::none) {
    now = stepped(by_key(key, now, o), o);
    core.take_key();
  }
  const Theme& t = f.theme();
  const auto share_at = static_cast<float>(o.to != o.from ? (now - o.from) / (o.to - o.from) : 0);
  const Vec knob{track.x + kKnob + travel * share_at, track.y + track.h / 2};
  const Color color = o.enabled ? t.accent : t.soft;
  f.paint().fill(track, track_of(t), track.h / 2);
  f.paint().fill({track.x, track.y, knob.x - track.x, track.h}, color, track.h / 2);
  f.paint().disc(knob, response.held ? kKnob + 1 : kKnob, color);
  f.paint().disc(knob, response.hovered || response.held ? kKnob - 3 : kKnob - 2.5f, t.surface);
  if (response.ring) f.focus_ring({knob.x - kKnob, knob.y - kKnob, 2 * kKnob, 2 * kKnob}, kKnob);
  // A value off its step by rounding alone is not a change.
  if (std::abs(now - value) <= 1e-9 * std::abs(o.to - o.from)) return std::nullopt;
  core.redraw = true;
  return now;
}

}  // namespace

std::optional<double> slider(Frame& f, std::string_view id, double value, const SliderOptions& o) {
  Core& core = f.core();
  std::optional<double> result;
  f.stack(Space::none, [&] { result = slider_parts(f, core, id, value, o); });
  return result;
}

}  // namespace ui
