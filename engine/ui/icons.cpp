#include "ui/icons.h"

#include <array>
#include <cmath>
#include <initializer_list>
#include <vector>

#include "ui/painter.h"

namespace ui {
namespace {

/// Icons are drawn on a grid of 16 by 16.
class Pen {
 public:
  Pen(Painter& painter, Rect r, Color color)
      : p_(painter),
        unit_(std::min(r.w, r.h) / 16),
        at_{r.center().x - 8 * unit_, r.center().y - 8 * unit_},
        color_(color) {}

  void path(std::initializer_list<Vec> points, bool closed = false) {
    std::vector<Vec> out;
    for (Vec v : points) out.push_back(to(v));
    if (closed) out.push_back(out.front());
    p_.polyline(out, {color_, width()});
    // Round ends and joints.
    for (const Vec& v : out) p_.disc(v, width() / 2, color_);
  }
  void fill(std::initializer_list<Vec> points) {
    std::vector<Vec> out;
    for (Vec v : points) out.push_back(to(v));
    p_.polygon(out, color_);
  }
  void circle(Vec c, float r) { p_.circle(to(c), r * unit_ + width() / 2, {color_, width()}); }
  void disc(Vec c, float r) { p_.disc(to(c), r * unit_, color_); }
  void arc(Vec c, float r, float from, float till) { p_.arc(to(c), r * unit_, from, till, {color_, width()}); }
  /// As a path, because borders land on whole pixels and would be heavier than the other strokes.
  void box(float x, float y, float w, float h, float corner = 1.5f) {
    constexpr int kSteps = 4;
    constexpr float kQuarter = 1.570796f;
    std::vector<Vec> out;
    for (int side = 0; side < 4; ++side) {
      const Vec center{side == 1 || side == 2 ? x + w - corner : x + corner, side > 1 ? y + h - corner : y + corner};
      for (int step = 0; step <= kSteps; ++step) {
        const float angle = kQuarter * (static_cast<float>(side) + 2 + static_cast<float>(step) / kSteps);
        out.push_back(to({center.x + corner * std::cos(angle), center.y + corner * std::sin(angle)}));
      }
    }
    out.push_back(out.front());
    p_.polyline(out, {color_, width()});
  }
  Vec to(Vec v) const { return {at_.x + v.x * unit_, at_.y + v.y * unit_}; }
  float width() const { return std::max(1.2f, 1.5f * unit_); }

 private:
  Painter& p_;
  float unit_;
  Vec at_;
  Color color_;
};

void arrow(Pen& p, Vec from, Vec to, Vec side) {
  p.path({from, to});
  const Vec back{(from.x - to.x) * 0.4f, (from.y - to.y) * 0.4f};
  p.path({{to.x + back.x + side.x, to.y + back.y + side.y}, to, {to.x + back.x - side.x, to.y + back.y - side.y}});
}

void gear(Pen& p) {
  p.circle({8, 8}, 2.2f);
  p.circle({8, 8}, 4.8f);
  for (int i = 0; i < 8; ++i) {
    const float a = static_cast<float>(i) * 0.785398f, c = std::cos(a), s = std::sin(a);
    p.path({{8 + 5.2f * c, 8 + 5.2f * s}, {8 + 6.8f * c, 8 + 6.8f * s}});
  }
}

void star(Pen& p) {
  std::array<Vec, 10> v;
  for (std::size_t i = 0; i < 10; ++i) {
    const float a = static_cast<float>(i) * 0.628318f - 1.570796f, r = i % 2 == 0 ? 6.8f : 2.9f;
    v[i] = {8 + r * std::cos(a), 8.4f + r * std::sin(a)};
  }
  p.path({v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], v[9]}, true);
}

/// Marks, arrows and signs. False for the icons of things.
bool sign(Pen& p, Icon icon) {
  switch (icon) {
    case Icon::logo:
      p.disc({8, 8}, 1.9f);
      p.arc({8, 8}, 4.4f, 0.11f, 0.39f), p.arc({8, 8}, 4.4f, 0.61f, 0.89f);
      p.arc({8, 8}, 7.2f, 0.10f, 0.40f), p.arc({8, 8}, 7.2f, 0.60f, 0.90f);
      break;
    case Icon::check: p.path({{3.4f, 8.4f}, {6.6f, 11.6f}, {12.8f, 4.8f}}); break;
    case Icon::cross: p.path({{4, 4}, {12, 12}}), p.path({{12, 4}, {4, 12}}); break;
    case Icon::dot: p.disc({8, 8}, 5.2f); break;
    case Icon::circle: p.circle({8, 8}, 4.4f); break;
    case Icon::half: p.path({{3.2f, 9}, {5.4f, 7}, {7.6f, 8.4f}, {10, 9.6f}, {12.8f, 7.4f}}); break;
    case Icon::arrow_left: arrow(p, {13, 8}, {3, 8}, {0, 3.6f}); break;
    case Icon::arrow_right: arrow(p, {3, 8}, {13, 8}, {0, 3.6f}); break;
    case Icon::arrow_up: arrow(p, {8, 13}, {8, 3}, {3.6f, 0}); break;
    case Icon::arrow_down: arrow(p, {8, 3}, {8, 13}, {3.6f, 0}); break;
    case Icon::chevron_left: p.path({{10, 3.5f}, {5.5f, 8}, {10, 12.5f}}); break;
    case Icon::chevron_right: p.path({{6, 3.5f}, {10.5f, 8}, {6, 12.5f}}); break;
    case Icon::chevron_up: p.path({{3.5f, 10.2f}, {8, 5.7f}, {12.5f, 10.2f}}); break;
    case Icon::chevron_down: p.path({{3.5f, 5.8f}, {8, 10.3f}, {12.5f, 5.8f}}); break;
    case Icon::plus: p.path({{8, 3}, {8, 13}}), p.path({{3, 8}, {13, 8}}); break;
    case Icon::minus: p.path({{3, 8}, {13, 8}}); break;
    case Icon::info: p.circle({8, 8}, 6), p.path({{8, 7.6f}, {8, 11.2f}}), p.disc({8, 4.9f}, 0.95f); break;
    case Icon::warning:
      p.path({{8, 2.2f}, {14.4f, 13.4f}, {1.6f, 13.4f}}, true), p.path({{8, 6.4f}, {8, 9.4f}}),
          p.disc({8, 11.5f}, 0.85f);
      break;
    case Icon::error: p.circle({8, 8}, 6), p.path({{8, 4.8f}, {8, 8.6f}}), p.disc({8, 11.1f}, 0.95f); break;
    case Icon::play: p.path({{5, 3}, {12.6f, 8}, {5, 13}}, true); break;
    case Icon::pause: p.path({{5.4f, 3.4f}, {5.4f, 12.6f}}), p.path({{10.6f, 3.4f}, {10.6f, 12.6f}}); break;
    case Icon::menu:
      p.path({{2.6f, 4}, {13.4f, 4}}), p.path({{2.6f, 8}, {13.4f, 8}}), p.path({{2.6f, 12}, {13.4f, 12}});
      break;
    case Icon::question:
      p.arc({8, 5.8f}, 3, 0.70f, 1.42f), p.path({{9.4f, 8.3f}, {8, 9.4f}, {8, 10.2f}}), p.disc({8, 13}, 1);
      break;
    default: return false;
  }
  return true;
}

bool thing(Pen& p, Icon icon) {
  switch (icon) {
    case Icon::gear: gear(p); break;
    case Icon::search: p.circle({7, 7}, 4.2f), p.path({{10.4f, 10.4f}, {14, 14}}); break;
    case Icon::lightbulb:
      p.arc({8, 6.6f}, 4.4f, 0.62f, 1.38f), p.path({{5.1f, 9.9f}, {6, 12}, {10, 12}, {10.9f, 9.9f}}),
          p.path({{6.6f, 14.4f}, {9.4f, 14.4f}});
      break;
    case Icon::book:
      p.path({{8, 4.2f},
              {6.2f, 3},
              {2.2f, 3},
              {2.2f, 12.2f},
              {6.2f, 12.2f},
              {8, 13.4f},
              {9.8f, 12.2f},
              {13.8f, 12.2f},
              {13.8f, 3},
              {9.8f, 3},
              {8, 4.2f}}),
          p.path({{8, 4.2f}, {8, 13.2f}});
      break;
    case Icon::today:
      p.box(2.4f, 3.4f, 11.2f, 10.4f, 2), p.path({{2.6f, 6.8f}, {13.4f, 6.8f}}), p.path({{5.4f, 2}, {5.4f, 4.4f}}),
          p.path({{10.6f, 2}, {10.6f, 4.4f}});
      break;
    case Icon::chart:
      p.path({{2.6f, 2.6f}, {2.6f, 13.4f}, {13.6f, 13.4f}}), p.path({{5.2f, 10.4f}, {7.8f, 7}, {10, 8.6f}, {13, 4.2f}});
      break;
    case Icon::people:
      p.circle({6, 5.4f}, 2.3f), p.arc({6, 14.2f}, 4.6f, 0.76f, 1.24f), p.arc({10.6f, 5.4f}, 2.6f, -0.02f, 0.5f),
          p.arc({10.4f, 14.2f}, 4.6f, 0.03f, 0.24f);
      break;
    case Icon::person: p.circle({8, 5.2f}, 2.6f), p.arc({8, 14.6f}, 5.4f, 0.76f, 1.24f); break;
    case Icon::pen: p.path({{3, 13}, {3.8f, 9.8f}, {11, 2.6f}, {13.4f, 5}, {6.2f, 12.2f}, {3, 13}}); break;
    case Icon::clock: p.circle({8, 8}, 6), p.path({{8, 4.4f}, {8, 8.2f}, {10.6f, 9.8f}}); break;
    case Icon::flame:
      p.path({{8, 1.8f},
              {9.4f, 5},
              {12, 7.6f},
              {12.4f, 10.4f},
              {10.8f, 13.2f},
              {8, 14.2f},
              {5.2f, 13.2f},
              {3.6f, 10.4f},
              {4.4f, 7.4f},
              {6, 8.4f},
              {6.4f, 5},
              {8, 1.8f}});
      break;
    case Icon::speaker:
      p.path({{2.4f, 6}, {4.8f, 6}, {8, 3.2f}, {8, 12.8f}, {4.8f, 10}, {2.4f, 10}}, true),
          p.arc({8, 8}, 3, 0.13f, 0.37f), p.arc({8, 8}, 5.6f, 0.13f, 0.37f);
      break;
    case Icon::lock:
      p.box(3.4f, 7, 9.2f, 6.8f), p.arc({8, 6}, 3, 0.75f, 1.25f), p.path({{5, 6}, {5, 7}}), p.path({{11, 6}, {11, 7}});
      break;
    case Icon::external:
      p.path({{9.2f, 2.8f}, {13.2f, 2.8f}, {13.2f, 6.8f}}), p.path({{13, 3}, {7.6f, 8.4f}}),
          p.path({{6.4f, 3.6f}, {2.8f, 3.6f}, {2.8f, 13.2f}, {12.4f, 13.2f}, {12.4f, 9.6f}});
      break;
    case Icon::star: star(p); break;
    case Icon::eye:
      p.path({{1.8f, 8}, {4.4f, 5}, {8, 3.8f}, {11.6f, 5}, {14.2f, 8}, {11.6f, 11}, {8, 12.2f}, {4.4f, 11}}, true),
          p.circle({8, 8}, 1.8f);
      break;
    default: return false;
  }
  return true;
}

void deed(Pen& p, Icon icon) {
  switch (icon) {
    case Icon::folder: p.path({{2, 4}, {6.2f, 4}, {7.6f, 5.6f}, {14, 5.6f}, {14, 13}, {2, 13}}, true); break;
    case Icon::download: arrow(p, {8, 2.4f}, {8, 10.4f}, {3.2f, 0}), p.path({{3, 13.4f}, {13, 13.4f}}); break;
    case Icon::upload: arrow(p, {8, 10.6f}, {8, 2.6f}, {3.2f, 0}), p.path({{3, 13.4f}, {13, 13.4f}}); break;
    case Icon::trash:
      p.path({{2.8f, 4.2f}, {13.2f, 4.2f}}), p.path({{4.2f, 4.4f}, {5, 13.8f}, {11, 13.8f}, {11.8f, 4.4f}}),
          p.path({{6.2f, 4}, {6.2f, 2.2f}, {9.8f, 2.2f}, {9.8f, 4}});
      break;
    case Icon::undo:
      p.path({{5.6f, 2.8f}, {2.8f, 5.6f}, {5.6f, 8.4f}}), p.path({{3, 5.6f}, {9.4f, 5.6f}}),
          p.arc({9.4f, 9.2f}, 3.6f, 0, 0.5f), p.path({{9.4f, 12.8f}, {6, 12.8f}});
      break;
    case Icon::refresh: p.arc({8, 8}, 5.2f, 0.12f, 0.92f), p.path({{5.4f, 1.8f}, {6.4f, 3.2f}, {5, 4.6f}}); break;
    case Icon::grip:
      for (float y : {4.0f, 8.0f, 12.0f}) p.disc({5.8f, y}, 1.1f), p.disc({10.2f, y}, 1.1f);
      break;
    case Icon::copy:
      p.box(5.6f, 5.6f, 8, 8), p.path({{3.4f, 10.4f}, {2.4f, 10.4f}, {2.4f, 2.4f}, {10.4f, 2.4f}, {10.4f, 3.4f}});
      break;
    default: break;
  }
}

}  // namespace

void draw_icon(Painter& painter, Icon icon, Rect r, Color color) {
  Pen pen(painter, r, color);
  if (!sign(pen, icon) && !thing(pen, icon)) deed(pen, icon);
}

}  // namespace ui
