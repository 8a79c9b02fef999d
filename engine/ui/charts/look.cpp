#include "ui/charts/look.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace ui::charts {
namespace {

constexpr double kReadable = 4.5;
constexpr std::size_t kDashes = 4, kShapes = 5, kPatterns = 4;

/// Lengths drawn and left out, in turn.
std::span<const float> lengths(Dash dash) {
  static constexpr std::array<float, 2> kLong{7, 4}, kShort{2, 4};
  static constexpr std::array<float, 4> kBoth{8, 4, 2, 4};
  switch (dash) {
    case Dash::dashes: return kLong;
    case Dash::dots: return kShort;
    case Dash::both: return kBoth;
    case Dash::solid: break;
  }
  return {};
}

/// Cuts a path into the pieces that are drawn.
class Dasher {
 public:
  Dasher(Painter& paint, std::span<const float> pattern, Stroke stroke)
      : paint_(paint), pattern_(pattern), stroke_(stroke) {}

  void run(std::span<const Vec> points) {
    left_ = pattern_[0];
    piece_.assign(1, points[0]);
    for (std::size_t i = 1; i < points.size(); ++i) segment(points[i - 1], points[i]);
    flush();
  }

 private:
  bool drawing() const { return at_ % 2 == 0; }

  void segment(Vec from, Vec to) {
    const float length = std::hypot(to.x - from.x, to.y - from.y);
    float done = 0;
    while (length - done > left_) {
      done += left_;
      const float share = done / length;
      const Vec cut{from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
      piece_.push_back(cut);
      flush();
      at_ = (at_ + 1) % pattern_.size();
      left_ = pattern_[at_];
      piece_.assign(1, cut);
    }
    left_ -= length - done;
    piece_.push_back(to);
  }

  void flush() {
    if (drawing() && piece_.size() > 1) paint_.polyline(piece_, stroke_);
  }

  Painter& paint_;
  std::span<const float> pattern_;
  Stroke stroke_;
  std::vector<Vec> piece_;
  std::size_t at_ = 0;
  float left_ = 0;
};

/// A regular shape around a centre; `turn` in turns from the top.
std::vector<Vec> regular(Vec center, float radius, int corners, float turn) {
  constexpr float kTurn = 6.28318531f;
  std::vector<Vec> points;
  for (int i = 0; i < corners; ++i) {
    const float angle = (turn + static_cast<float>(i) / static_cast<float>(corners)) * kTurn;
    points.push_back({center.x + radius * std::sin(angle), center.y - radius * std::cos(angle)});
  }
  return points;
}

void fill_shape(Painter& paint, Vec at, float r, Shape shape, Color color) {
  switch (shape) {
    case Shape::disc:
    case Shape::ring: return paint.disc(at, r, color);
    case Shape::square: return paint.polygon(regular(at, r * 1.25f, 4, 0.125f), color);
    case Shape::triangle: return paint.polygon(regular({at.x, at.y + r * 0.2f}, r * 1.4f, 3, 0), color);
    case Shape::diamond: return paint.polygon(regular(at, r * 1.35f, 4, 0), color);
  }
}

/// Diagonal lines inside a box.
void stripe(Painter& paint, Rect box, Color color) {
  constexpr float kEvery = 6, kWidth = 1.5f;
  paint.push_clip(box);
  for (float x = box.x - box.h; x < box.right(); x += kEvery) {
    const std::array<Vec, 2> line{Vec{x, box.bottom()}, Vec{x + box.h, box.y}};
    paint.polyline(line, {color, kWidth});
  }
  paint.pop_clip();
}

}  // namespace

Color readable(const Theme& theme, Color color) {
  constexpr int kSteps = 10;
  for (int step = 0; step < kSteps; ++step) {
    const Color mixed = mix(color, theme.ink, static_cast<float>(step) / kSteps);
    if (std::min(contrast(mixed, theme.surface), contrast(mixed, theme.paper)) >= kReadable) return mixed;
  }
  return theme.ink;
}

Look look_of(const Theme& theme, std::size_t n) {
  const std::size_t turn = n % theme.series.size() + n / theme.series.size();
  Look look;
  look.color = theme.series[n % theme.series.size()];
  look.words = readable(theme, look.color);
  look.dash = static_cast<Dash>(turn % kDashes);
  look.shape = static_cast<Shape>(turn % kShapes);
  look.pattern = static_cast<Pattern>(turn % kPatterns);
  return look;
}

Look look_of(const Theme& theme, const ChartData& data, std::size_t index) {
  const int chosen = index < data.series.size() ? data.series[index].color : -1;
  return look_of(theme, chosen >= 0 ? static_cast<std::size_t>(chosen) : index);
}

void draw_line(Painter& paint, std::span<const Vec> points, const Look& look) {
  if (points.size() < 2) return;
  const Stroke stroke{look.color, kLineWidth};
  if (look.dash == Dash::solid)
    paint.polyline(points, stroke);
  else
    Dasher(paint, lengths(look.dash), stroke).run(points);
}

void draw_mark(Painter& paint, Vec at, float radius, const Look& look, Color behind) {
  fill_shape(paint, at, radius + 1.25f, look.shape, behind);
  fill_shape(paint, at, radius, look.shape, look.color);
  if (look.shape == Shape::ring) paint.disc(at, radius - 1.75f, behind);
}

void draw_bar(Painter& paint, Rect box, bool up, const Look& look, Color behind) {
  constexpr float kPale = 0.22f;
  if (box.h < 1) {
    box.y -= up ? 1 - box.h : 0;
    box.h = 1;
  }
  const float corner = std::min({metrics::tiny_corner, box.w / 3, box.h});
  const Color inside = look.pattern == Pattern::full ? look.color : mix(behind, look.color, kPale);
  // Round where the value is, square where the bar stands.
  const Rect foot = up ? Rect{box.x, box.y + corner, box.w, box.h - corner} : Rect{box.x, box.y, box.w, box.h - corner};
  paint.fill(box, inside, corner);
  paint.fill(foot, inside);
  if (look.pattern == Pattern::stripes) stripe(paint, foot, look.color);
  if (look.pattern != Pattern::outline && look.pattern != Pattern::stripes) return;
  paint.push_clip(box);
  paint.border({box.x, up ? box.y : box.y - 2 * corner, box.w, box.h + 2 * corner}, {look.color, 1.5f}, corner);
  paint.pop_clip();
}

}  // namespace ui::charts
