#include "ui/spot/pins.h"

#include <array>
#include <cmath>
#include <vector>

namespace ui::pins {
namespace {

constexpr float kTurn = 6.28318531f;

Color color_of_place(const Theme& t, bool found) { return found ? t.good : t.warn; }

}  // namespace

void draw_point(Frame& f, Vec at, Mark mark, bool lifted) {
  const Theme& t = f.theme();
  Painter& p = f.paint();
  const float radius = kRadius + (lifted ? 2 : 0);
  const Color color = mark == Mark::open ? t.accent : color_of(t, tone_of(mark));
  p.disc(at, radius + 2, t.surface);
  p.disc(at, radius, color);
  const Rect inside{at.x - 6, at.y - 6, 12, 12};
  if (mark == Mark::open)
    p.disc(at, 3, t.surface);
  else
    draw_icon(p, icon_of(mark), inside, t.surface);
}

void draw_number(Frame& f, Vec at, std::size_t number, bool found) {
  const Theme& t = f.theme();
  const std::string words = std::to_string(number);
  const float width = std::max(20.0f, f.paint().text_width(words, style::small_strong) + 10);
  const Rect box{at.x - width / 2, at.y - 10, width, 20};
  f.paint().fill(box.inset(-1.5f), t.surface, 11.5f);
  f.paint().fill(box, color_of_place(t, found), 10);
  f.paint().text_in(box, words, style::small_strong, t.surface, Align::center);
}

void draw_ring(Frame& f, Vec middle, Vec reach, bool box, bool found) {
  const Theme& t = f.theme();
  const Color color = color_of_place(t, found);
  std::vector<Vec> points;
  if (box) {
    const Rect r{middle.x - reach.x, middle.y - reach.y, 2 * reach.x, 2 * reach.y};
    points = {{r.x, r.y}, {r.right(), r.y}, {r.right(), r.bottom()}, {r.x, r.bottom()}, {r.x, r.y}};
  } else {
    constexpr int kSteps = 48;
    for (int i = 0; i <= kSteps; ++i) {
      const float turn = kTurn * static_cast<float>(i) / kSteps;
      points.push_back({middle.x + reach.x * std::cos(turn), middle.y + reach.y * std::sin(turn)});
    }
  }
  f.paint().polyline(points, {t.surface, 5});
  f.paint().polyline(points, {color, 2.5f, !found});
}

void draw_cross(Frame& f, Vec at, Rect inside) {
  const Theme& t = f.theme();
  constexpr float kGap = 6;
  const std::array<std::array<Vec, 2>, 4> arms{{{Vec{inside.x, at.y}, Vec{at.x - kGap, at.y}},
                                                {Vec{at.x + kGap, at.y}, Vec{inside.right(), at.y}},
                                                {Vec{at.x, inside.y}, Vec{at.x, at.y - kGap}},
                                                {Vec{at.x, at.y + kGap}, Vec{at.x, inside.bottom()}}}};
  f.paint().push_clip(inside);
  for (const auto& arm : arms) f.paint().polyline(arm, {t.surface, 4});
  for (const auto& arm : arms) f.paint().polyline(arm, {t.ink, 1.5f});
  f.paint().circle(at, kGap, {t.ink, 1.5f});
  f.paint().pop_clip();
}

}  // namespace ui::pins
