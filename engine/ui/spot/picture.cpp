#include <algorithm>
#include <cmath>

#include "ui/core.h"
#include "ui/pictures.h"
#include "ui/spot/pins.h"

namespace ui {
namespace {

constexpr float kStep = 0.05f, kFineStep = 0.01f;  ///< of the picture's width
constexpr float kDragStart = 4;

class PictureSpot {
 public:
  PictureSpot(Frame& f, std::string_view id, const PictureSpots& spots, Rect area)
      : f_(f), id_(id), spots_(spots), area_(area), points_(spots.points) {}

  std::optional<std::vector<Vec>> run() {
    // Enter hands the answer over as soon as every point is set.
    const bool missing = spots_.points.size() < spots_.most;
    const Takes keys = Takes::horizontal | Takes::vertical | Takes::space;
    const Response response =
        f_.item(id_, area_, {missing ? keys | Takes::enter : keys, spots_.enabled, true, Cursor::hand});
    cross_ = {f_.recall(name("x"), 0.5f), f_.recall(name("y"), 0.5f)};
    if (spots_.enabled) {
      if (response.focused) by_keys(response);
      by_mouse(response);
      if (response.clicked && f_.core().activated == response.id) toggle(cross_);
    }
    f_.remember(name("x"), cross_.x);
    f_.remember(name("y"), cross_.y);
    draw(response);
    if (!changed_) return std::nullopt;
    f_.redraw();
    return points_;
  }

 private:
  std::string name(const char* what) const { return std::string(id_) + "#" + what; }
  Vec on_screen(Vec share) const { return {area_.x + share.x * area_.w, area_.y + share.y * area_.h}; }
  Vec share_of(Vec at) const {
    return {std::clamp((at.x - area_.x) / area_.w, 0.0f, 1.0f), std::clamp((at.y - area_.y) / area_.h, 0.0f, 1.0f)};
  }

  /// The point that a press here means, or -1.
  int near(Vec at) const {
    int best = -1;
    float least = pins::kReach;
    for (std::size_t i = 0; i < points_.size(); ++i) {
      const Vec away = on_screen(points_[i]) - at;
      const float distance = std::hypot(away.x, away.y);
      if (distance <= least) least = distance, best = static_cast<int>(i);
    }
    return best;
  }

  void toggle(Vec share) {
    const int at = near(on_screen(share));
    changed_ = pins::toggle(points_, at >= 0 ? at : std::ssize(points_), share, spots_.most);
  }

  /// A press takes hold of a point; let go without having moved, it takes the point away.
  void by_mouse(const Response& response) {
    const Core& core = f_.core();
    held_ = static_cast<int>(f_.recall(name("held"), -1));
    bool moved = f_.recall(name("moved"), 0) > 0;
    if (response.held && core.pressed_now) {
      held_ = near(f_.mouse());
      moved = false;
    }
    const Vec away = f_.mouse() - core.last_press_at;
    moved = moved || (response.held && std::hypot(away.x, away.y) >= kDragStart);
    if (response.held && moved && held_ >= 0 && held_ < static_cast<int>(points_.size())) {
      points_[static_cast<std::size_t>(held_)] = cross_ = share_of(f_.mouse());
      changed_ = true;
    }
    if (response.clicked && core.clicked == response.id && !(moved && held_ >= 0)) {
      cross_ = share_of(f_.mouse());
      toggle(cross_);
    }
    if (!response.held) held_ = -1, moved = false;
    f_.remember(name("held"), static_cast<float>(held_));
    f_.remember(name("moved"), moved ? 1.0f : 0.0f);
  }

  void by_keys(const Response& response) {
    Core& core = f_.core();
    const Key key = core.key_for(response.id);
    if (key == Key::none) return;
    const float across = core.key.shift ? kFineStep : kStep, down = across * area_.w / std::max(1.0f, area_.h);
    if (key == Key::left) cross_.x -= across;
    if (key == Key::right) cross_.x += across;
    if (key == Key::up) cross_.y -= down;
    if (key == Key::down) cross_.y += down;
    cross_ = {std::clamp(cross_.x, 0.0f, 1.0f), std::clamp(cross_.y, 0.0f, 1.0f)};
    core.take_key();
    f_.redraw();
  }

  void draw(const Response& response) {
    f_.paint().push_clip(area_.inset(-2));
    std::size_t number = 0;
    for (const SpotPlace& place : spots_.places) {
      const Vec reach{place.reach.x * area_.w, place.reach.y * area_.h};
      const Vec at = on_screen(place.at);
      const Vec half = place.box ? Vec{reach.x / 2, reach.y / 2} : reach;
      pins::draw_ring(f_, place.box ? at + half : at, half, place.box, place.found);
    }
    for (std::size_t i = 0; i < points_.size(); ++i) {
      const Mark mark = i < spots_.marks.size() ? spots_.marks[i] : Mark::open;
      pins::draw_point(f_, on_screen(points_[i]), mark, static_cast<int>(i) == held_);
    }
    for (const SpotPlace& place : spots_.places) {
      const float left = (place.box ? place.at.x : place.at.x - place.reach.x * 0.71f) * area_.w;
      const float top = (place.box ? place.at.y : place.at.y - place.reach.y * 0.71f) * area_.h;
      const Vec at{std::clamp(area_.x + left, area_.x + 12, area_.right() - 12),
                   std::clamp(area_.y + top, area_.y + 12, area_.bottom() - 12)};
      pins::draw_number(f_, at, ++number, place.found);
    }
    if (response.ring && spots_.enabled) pins::draw_cross(f_, on_screen(cross_), area_);
    f_.paint().pop_clip();
    if (response.ring) f_.focus_ring(area_, metrics::small_corner);
  }

  Frame& f_;
  std::string_view id_;
  const PictureSpots& spots_;
  const Rect area_;
  std::vector<Vec> points_;
  Vec cross_;
  int held_ = -1;
  bool changed_ = false;
};

}  // namespace

std::optional<std::vector<Vec>> spot_picture(Frame& f, std::string_view id, const std::filesystem::path& file,
                                             const PictureSpots& spots) {
  const auto area = bare_picture(f, file, {.alt = spots.alt});
  if (!area) return std::nullopt;
  return PictureSpot(f, id, spots, *area).run();
}

}  // namespace ui
