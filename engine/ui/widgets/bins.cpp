// Cards to bins.

#include <cmath>

#include "ui/widgets/carry.h"

namespace ui {
namespace {

struct State {
  std::span<const std::string> names;
  std::span<const SortCard> cards;
  bool enabled;
  Id self;
  std::optional<Moved> moved;
  std::vector<Rect> places;  ///< of the bins; the last is the pile of cards not yet sorted
  int columns = 1;           ///< bins beside each other, of one height
};

float card_width(Frame& f, const SortCard& card, float room) {
  return std::min(room, f.paint().text_width(card.words, style::body) + 2 * kCardPad + 26);
}

bool is_picked(const Core& core, const State& s, int card) {
  return core.carried == s.self && core.carried_index == card && !core.carried_by_mouse;
}

void pick(Frame& f, const State& s, int card) {
  Core& core = f.core();
  if (is_picked(core, s, card)) return drop(core);
  core.carried = s.self;
  core.carried_index = card;
  core.carried_by_mouse = false;
  core.carried_frame = core.frame_number;
  core.redraw = true;
}

void draw_one(Frame& f, State& s, int index, Rect r) {
  const SortCard& card = s.cards[static_cast<std::size_t>(index)];
  Core& core = f.core();
  const Response response =
      f.item("card-" + std::to_string(index), r, {Takes::space | Takes::enter, s.enabled, true, Cursor::grab});
  if (s.enabled && carries(f, s.self, index, response, r)) {
    f.paint().border(r, {f.theme().line, 1, true}, metrics::small_corner);
    f.on_layer(Layer::notice, false, [&] {
      const Vec at = f.mouse() - core.carried_grab;
      draw_card_face(f, {at.x, at.y, r.w, r.h}, card.words, {card.mark, true});
    });
    return;
  }
  draw_card_face(f, r, card.words, {card.mark, false, is_picked(core, s, index), response.hovered, s.enabled});
  if (response.ring) f.focus_ring(r, metrics::small_corner);
  if (s.enabled && response.clicked) pick(f, s, index);
}

/// The cards of one bin, in lines.
void draw_cards(Frame& f, State& s, int bin) {
  f.flow(Space::s, [&] {
    for (int i = 0; i < static_cast<int>(s.cards.size()); ++i) {
      const SortCard& card = s.cards[static_cast<std::size_t>(i)];
      if (card.bin != bin) continue;
      const float w = card_width(f, card, f.width());
      draw_one(f, s, i, f.place(w, card_height(f, card.words, w, false)));
    }
  });
}

void draw_bin(Frame& f, State& s, int bin) {
  Core& core = f.core();
  const Theme& t = f.theme();
  const std::string name = "bin-" + std::to_string(bin);
  const float high = f.recall(name + "#high", 120);
  const Rect r{f.x(), f.y(), f.width(), high};
  const bool picking = core.carried == s.self && !core.carried_by_mouse;
  const bool over = core.carried == s.self && core.carried_by_mouse && r.contains(f.mouse());
  // The bin itself is a target only while a card is picked; else Tab would stop at it for nothing.
  const Response response = f.item(
      name, r, {Takes::space | Takes::enter, s.enabled && picking, picking, picking ? Cursor::hand : Cursor::arrow});
  f.paint().fill(r, over || response.hovered ? t.accent_soft : t.sunken, metrics::corner);
  f.paint().border(r, {over || response.hovered ? t.accent : t.line, 1, false}, metrics::corner);
  if (response.ring) f.focus_ring(r, metrics::corner);
  const float used = f.within({r.x + 14, r.y + 12, r.w - 28, 0}, [&] {
    f.row({share(), fixed(22)}, {Space::s, Fit::top}, [&](int i) {
      if (i == 0)
        words(f, s.names[static_cast<std::size_t>(bin)], style::small_strong, Tone::soft);
      else if (s.enabled && bin < 9)
        key_cap(f, {digit_key(bin)});
    });
    f.space(Space::s);
    draw_cards(f, s, bin);
  });
  const float wanted = std::max(120.0f, used + 24);
  f.remember(name + "#own", wanted);
  float tallest = wanted;
  for (int i = bin - bin % s.columns; i < std::min(bin - bin % s.columns + s.columns, static_cast<int>(s.names.size()));
       ++i)
    tallest = std::max(tallest, f.recall("bin-" + std::to_string(i) + "#own", 0));
  f.remember(name + "#high", tallest);
  s.places[static_cast<std::size_t>(bin)] = r;
  const bool key = picking && s.enabled && f.pressed(digit_key(bin));
  if (picking && (response.clicked || key)) {
    s.moved = Moved{core.carried_index, bin};
    drop(core);
  }
  f.space(high);
}

void draw_pile(Frame& f, State& s) {
  const float top = f.y();
  bool any = false;
  for (const SortCard& c : s.cards) any = any || c.bin < 0;
  if (any)
    draw_cards(f, s, -1);
  else if (s.enabled)
    words(f, f.tr("All sorted. You can still move them."), style::small, Tone::soft);
  s.places.back() = {f.x(), top, f.width(), std::max(kCardHigh, f.y() - top)};
  f.space(Space::l);
}

}  // namespace

std::optional<Moved> bins(Frame& f, std::string_view id, std::span<const std::string> names,
                          std::span<const SortCard> cards, bool enabled) {
  Core& core = f.core();
  State s{names, cards, enabled, f.id(id), std::nullopt, std::vector<Rect>(names.size() + 1)};
  if (core.carried == s.self) core.carried_frame = core.frame_number;
  f.scope(id, [&] {
    f.stack(Space::none, [&] {
      draw_pile(f, s);
      constexpr float kNarrowest = 180;
      const float gap = px(Space::m);
      s.columns = std::clamp(static_cast<int>((f.width() + gap) / (kNarrowest + gap)), 1,
                             std::max(1, static_cast<int>(names.size())));
      f.grid(static_cast<int>(names.size()), kNarrowest, Space::m, [&](int bin) { draw_bin(f, s, bin); });
    });
    if (core.carried == s.self && !core.carried_by_mouse && f.pressed(Key::escape)) drop(core);
  });
  if (core.carried != s.self || !core.carried_by_mouse || f.mouse_down()) return s.moved;
  for (std::size_t i = 0; i < s.places.size(); ++i) {
    const int bin = i + 1 == s.places.size() ? -1 : static_cast<int>(i);
    const int card = core.carried_index;
    if (s.places[i].contains(f.mouse()) && card < static_cast<int>(cards.size()) &&
        cards[static_cast<std::size_t>(card)].bin != bin)
      s.moved = Moved{card, bin};
  }
  drop(core);
  return s.moved;
}

}  // namespace ui
