// Two columns, joined by lines.

#include <cmath>

#include "ui/widgets/carry.h"

namespace ui {
namespace {

constexpr float kGap = 8;
constexpr float kBetween = 96;  ///< room for the lines

struct Sides {
  std::vector<Rect> left, right;
};

Sides measure(Frame& f, std::span<const std::string> left, std::span<const std::string> right) {
  Sides s;
  const float w = (f.width() - kBetween) / 2, x = f.x();
  float yl = f.y(), yr = f.y();
  for (const std::string& words : left) {
    const float h = card_height(f, words, w, false);
    s.left.push_back({x, yl, w, h});
    yl += h + kGap;
  }
  for (const std::string& words : right) {
    const float h = card_height(f, words, w, false);
    s.right.push_back({x + w + kBetween, yr, w, h});
    yr += h + kGap;
  }
  f.place(std::max(yl, yr) - f.y() - kGap);
  return s;
}

void join(Frame& f, Vec a, Vec b, Color color, bool dashed) {
  const float bend = (b.x - a.x) * 0.5f;
  f.paint().curve(a, {a.x + bend, a.y}, {b.x - bend, b.y}, b, {color, 2, dashed});
  f.paint().disc(a, 3.5f, color);
  f.paint().disc(b, 3.5f, color);
}

Vec out_of(Rect left) { return {left.right(), left.center().y}; }
Vec into(Rect right) { return {right.x, right.center().y}; }

void pick(Core& core, Id self, int left) {
  if (core.carried == self && core.carried_index == left) return drop(core);
  core.carried = self;
  core.carried_index = left;
  core.carried_by_mouse = false;
  core.carried_frame = core.frame_number;
  core.redraw = true;
}

}  // namespace

std::optional<Matched> match(Frame& f, std::string_view id, std::span<const std::string> left,
                             std::span<const std::string> right, const MatchState& state, bool enabled) {
  Core& core = f.core();
  const Id self = f.id(id);
  const Sides sides = measure(f, left, right);
  const Theme& t = f.theme();
  std::optional<Matched> result;
  if (core.carried == self) core.carried_frame = core.frame_number;
  const int picked = core.carried == self ? core.carried_index : -1;
  const auto mate = [&](std::size_t i) { return i < state.right_of.size() ? state.right_of[i] : -1; };
  const auto mark = [&](std::size_t i) { return i < state.marks.size() ? state.marks[i] : Mark::open; };

  f.scope(id, [&] {
    f.group("left", [&] {
      for (std::size_t i = 0; i < left.size(); ++i) {
        const int index = static_cast<int>(i);
        const Response r = f.item("left-" + std::to_string(i), sides.left[i],
                                  {Takes::space | Takes::enter, enabled, true, Cursor::hand});
        if (enabled && carries(f, self, index, r, sides.left[i])) core.carried_index = index;
        draw_card_face(f, sides.left[i], left[i], {mark(i), false, picked == index, r.hovered, enabled});
        if (r.ring) f.focus_ring(sides.left[i], metrics::small_corner);
        if (enabled && r.clicked && !core.carried_by_mouse) {
          if (mate(i) >= 0)
            result = Matched{index, -1};  // a joined one comes apart
          else
            pick(core, self, index);
        }
      }
    });
    f.group("right", [&] {
      for (std::size_t i = 0; i < right.size(); ++i) {
        const Response r = f.item("right-" + std::to_string(i), sides.right[i],
                                  {Takes::space | Takes::enter, enabled, true, Cursor::hand});
        const bool over = picked >= 0 && sides.right[i].contains(f.mouse());
        draw_card_face(f, sides.right[i], right[i], {Mark::open, false, over, r.hovered, enabled});
        if (r.ring) f.focus_ring(sides.right[i], metrics::small_corner);
        const bool dropped = core.carried == self && core.carried_by_mouse && core.released_now && over;
        if (enabled && picked >= 0 && (r.clicked || dropped)) {
          result = Matched{picked, static_cast<int>(i)};
          drop(core);
        }
      }
    });
    if (core.carried == self && f.pressed(Key::escape)) drop(core);
  });
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (mate(i) < 0 || static_cast<std::size_t>(mate(i)) >= sides.right.size()) continue;
    const Color color = mark(i) == Mark::open ? t.accent : color_of(t, tone_of(mark(i)));
    join(f, out_of(sides.left[i]), into(sides.right[static_cast<std::size_t>(mate(i))]), color, mark(i) == Mark::wrong);
  }
  if (core.carried == self && core.carried_by_mouse) {
    if (f.mouse_down())
      join(f, out_of(sides.left[static_cast<std::size_t>(picked >= 0 ? picked : core.carried_index)]), f.mouse(),
           t.accent, true);
    else
      drop(core);
  }
  return result;
}

}  // namespace ui
