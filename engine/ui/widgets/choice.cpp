// Choices, ratings and scales.

#include <cmath>

#include "ui/core.h"
#include "ui/widgets/answers.h"
#include "ui/widgets/feedback.h"

namespace ui {

Tone tone_of(Mark mark) {
  switch (mark) {
    case Mark::right: return Tone::good;
    case Mark::partly:
    case Mark::missed: return Tone::warn;
    case Mark::wrong: return Tone::bad;
    case Mark::open: break;
  }
  return Tone::ink;
}

Icon icon_of(Mark mark) {
  switch (mark) {
    case Mark::right:
    case Mark::missed: return Icon::check;
    case Mark::partly: return Icon::half;
    case Mark::wrong: return Icon::cross;
    case Mark::open: break;
  }
  return Icon::none;
}

namespace {

constexpr float kBox = 26;  ///< of the letter
constexpr float kPad = 16;
constexpr float kVotes = 260;  ///< the bar of votes with its number

struct ChoiceLook {
  Color ground, edge, box_edge, box;
  float width;
};

ChoiceLook look_of(const Theme& t, const ChoiceOptions& o, const Response& r) {
  const bool marked = o.mark != Mark::open;
  const Color tone = color_of(t, tone_of(o.mark));
  if (marked) return {o.mark == Mark::missed ? t.surface : soft_of(t, tone_of(o.mark)), tone, tone, t.surface, 1};
  if (o.chosen) return {t.accent_soft, t.accent, t.accent, t.surface, o.enabled ? 2.0f : 1.0f};
  if (!o.enabled) return {t.surface, t.line, t.line, t.surface, 1};
  const Color edge = mix(t.line, t.soft, r.held ? 0.9f : r.hovered ? 0.55f : 0.0f);
  return {r.held ? mix(t.surface, t.accent_soft, 0.5f) : t.surface, edge, edge, t.surface, 1};
}

void draw_letter_box(Frame& f, Rect box, const ChoiceOptions& o, const ChoiceLook& look) {
  const Theme& t = f.theme();
  Painter& p = f.paint();
  const bool marked = o.mark != Mark::open;
  const Color tone = marked ? color_of(t, tone_of(o.mark)) : o.chosen ? t.accent : t.soft;
  if (o.several && !marked) {
    const Rect check = box.inset(2);
    p.fill(check, o.chosen ? t.accent : t.surface, 5);
    p.border(check, {o.chosen ? t.accent : mix(t.line, t.soft, 0.5f), 1.5f}, 5);
    if (o.chosen) draw_icon(p, Icon::check, check.inset(4), t.on_accent);
    return;
  }
  p.fill(box, look.box, 6);
  p.border(box, {look.box_edge, 1}, 6);
  if (marked)
    draw_icon(p, icon_of(o.mark), box.inset(6), tone);
  else
    p.text_in(box, std::string(1, static_cast<char>('A' + o.number % 26)), {Size::caption, Weight::semibold}, tone,
              Align::center);
}

void draw_votes(Frame& f, Rect row, const ChoiceOptions& o) {
  constexpr float kNumber = 64;
  const Rect bar{row.right() - kPad - kVotes, row.y + (row.h - 20) / 2, kVotes - kNumber - px(Space::m), 20};
  const Color color = o.mark == Mark::right ? f.theme().good : mix(f.theme().accent_soft, f.theme().accent, 0.25f);
  bar_in(f, bar, o.share, color);
  f.paint().text_in({row.right() - kPad - kNumber, row.y, kNumber, row.h}, o.shown_share, style::strong, f.theme().ink,
                    Align::end);
}

bool key_chooses(Frame& f, const ChoiceOptions& o) {
  if (!o.keys || !o.enabled) return false;
  return f.pressed(digit_key(o.number)) || (o.number < 9 && f.pressed(letter_key(o.number)));
}

}  // namespace

bool choice(Frame& f, std::string_view id, const text::Document& words, const ChoiceOptions& o) {
  RichOptions text;
  text.tight = true;
  text.links = false;
  if (o.chosen || o.mark == Mark::right) text.text = style::strong;
  if (!o.enabled && !o.chosen && o.mark == Mark::open) text.tone = Tone::soft;
  RichOptions why;
  why.text = style::small;
  why.tight = true;

  const float left = kPad + kBox + 14, votes = o.share >= 0 ? kVotes + px(Space::l) : 0;
  const float room = f.width() - left - kPad - votes;
  const float words_high = rich_height(f, words, room, text);
  const float why_high = o.reason != nullptr ? rich_height(f, *o.reason, room, why) : 0;
  const float content = std::max(kBox, words_high) + why_high;
  const Rect r = f.place(std::max(52.0f, content + 2 * 12));
  const Response response = f.item(id, r, {Takes::space, o.enabled, true, Cursor::hand});
  const ChoiceLook look = look_of(f.theme(), o, response);
  f.paint().fill(r, look.ground, metrics::corner);
  // Right but not chosen: the dashes say so to those who do not see the colour.
  f.paint().border(r, {look.edge, look.width, o.mark == Mark::missed}, metrics::corner);
  if (response.ring) f.focus_ring(r, metrics::corner);

  const float top = r.y + (r.h - content) / 2;
  draw_letter_box(f, {r.x + kPad, top + (o.reason == nullptr ? (content - kBox) / 2 : 0), kBox, kBox}, o, look);
  f.scope(id, [&] {
    f.within({r.x + left, top + std::max(0.0f, (kBox - words_high) / 2), room, 0},
             [&] { rich(f, "words", words, text); });
    if (o.reason != nullptr)
      f.within({r.x + left, top + content - why_high, room, 0}, [&] { rich(f, "reason", *o.reason, why); });
  });
  if (o.share >= 0) draw_votes(f, r, o);
  return o.enabled && (response.clicked || key_chooses(f, o));
}

bool rating(Frame& f, std::string_view id, std::string_view words, const RatingOptions& o) {
  constexpr float kCap = 21;
  const Rect r = f.place(74);
  const Response response = f.item(id, r);
  const Theme& t = f.theme();
  const Color edge = o.proposed ? t.accent : mix(t.line, t.soft, response.hovered ? 0.55f : 0.0f);
  f.paint().fill(r, o.proposed ? t.accent_soft : t.surface, metrics::corner);
  f.paint().border(r, {edge, 1}, metrics::corner);
  if (response.ring) f.focus_ring(r, metrics::corner);
  const Rect in = r.inset(kPad, 15);
  constexpr float kCheck = 16;
  const float indent = o.chosen ? kCheck + px(Space::xs) : 0;
  if (o.chosen) draw_icon(f.paint(), Icon::check, {in.x, in.y + 4, kCheck, kCheck}, t.accent);
  const float cap = o.key.key != Key::none ? kCap + px(Space::s) : 0;
  f.paint().text_in({in.x + indent, in.y, in.w - cap - indent, 24}, words, style::strong, color_of(t, o.tone));
  f.paint().text_in({in.x, in.bottom() - 21, in.w, 20}, o.detail, style::small, t.soft);
  if (o.key.key != Key::none) f.within({in.right() - kCap + 1, in.y, kCap, 0}, [&] { key_cap(f, o.key); });
  return response.clicked || f.pressed(o.key);
}

namespace {

struct Step {
  int value;
  bool chosen, enabled;
};

bool scale_step(Frame& f, Rect r, const Step& step) {
  const std::string name = std::to_string(step.value);
  const Response response = f.item(name, r, {Takes::space, step.enabled, true, Cursor::hand});
  const Theme& t = f.theme();
  const Color edge = step.chosen ? t.accent : mix(t.line, t.soft, response.hovered ? 0.55f : 0.1f);
  f.paint().fill(r, step.chosen ? t.accent_soft : t.surface, metrics::small_corner);
  f.paint().border(r, {edge, step.chosen ? 2.0f : 1.0f}, metrics::small_corner);
  const Color color = step.chosen ? t.accent : step.enabled ? t.ink : t.soft;
  f.paint().text_in(r, name, step.chosen ? style::strong : style::body, color, Align::center);
  if (response.ring) f.focus_ring(r, metrics::small_corner);
  const bool key =
      step.value >= 0 && step.value <= 9 && f.pressed(static_cast<Key>(static_cast<int>(Key::d0) + step.value));
  return step.enabled && (response.clicked || key);
}

}  // namespace

std::optional<int> scale_row(Frame& f, std::string_view id, int from, int to, std::optional<int> chosen,
                             std::string_view low, std::string_view high, bool enabled) {
  constexpr float kWidest = 76, kHigh = 48, kEnds = 20;
  const auto count = static_cast<float>(std::max(1, to - from + 1));
  const float gap = count > 7 ? px(Space::xs) : px(Space::s);
  const bool ends = !low.empty() || !high.empty();
  std::optional<int> result;
  const Rect row = f.place(kHigh + (ends ? kEnds + 6 : 0));
  const float w = std::min(kWidest, (row.w - gap * (count - 1)) / count);
  f.scope(id, [&] {
    f.group("steps", [&] {
      for (int value = from; value <= to; ++value) {
        const Rect r{row.x + static_cast<float>(value - from) * (w + gap), row.y, w, kHigh};
        if (scale_step(f, r, {value, chosen == value, enabled})) result = value;
      }
    });
  });
  if (!ends) return result;
  const float half = (w * count + gap * (count - 1)) / 2;
  f.paint().text_in({row.x, row.y + kHigh + 6, half, kEnds}, low, style::caption, f.theme().soft);
  f.paint().text_in({row.x + half, row.y + kHigh + 6, half, kEnds}, high, style::caption, f.theme().soft, Align::end);
  return result;
}

}  // namespace ui
