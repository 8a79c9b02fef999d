#include <algorithm>
#include <cmath>

#include "ui/charts/draw.h"
#include "ui/core.h"
#include "ui/spot/pins.h"
#include "ui/widgets/basic.h"

namespace ui {
namespace {

constexpr float kFar = 40;  ///< a click farther from every point than this means none

class ChartSpot {
 public:
  ChartSpot(Frame& f, std::string_view id, const ChartData& data, const ChartSpots& spots)
      : f_(f), id_(id), data_(data), spots_(spots), points_(spots.points) {}

  std::optional<std::vector<DataPoint>> run() {
    lay_out();
    collect();
    const bool missing = spots_.points.size() < spots_.most;
    const Takes keys = Takes::horizontal | Takes::vertical | Takes::space;
    const Response response =
        f_.item(id_, plot_.inset(-6), {missing ? keys | Takes::enter : keys, spots_.enabled, true, Cursor::hand});
    at_ = static_cast<int>(f_.recall(id_, 0));
    at_ = std::clamp(at_, 0, std::max(0, static_cast<int>(all_.size()) - 1));
    int shown = -1;
    if (spots_.enabled && !all_.empty()) {
      if (response.focused) by_keys(response);
      const int near = response.hovered ? nearest(f_.mouse()) : -1;
      shown = near >= 0 ? near : response.ring ? at_ : -1;
      const bool by_mouse = f_.core().clicked == response.id;
      if (by_mouse && near >= 0) at_ = near;
      if (response.clicked && (!by_mouse || near >= 0)) toggle(all_[static_cast<std::size_t>(at_)].point);
    }
    f_.remember(id_, static_cast<float>(at_));
    draw(response, shown);
    if (!changed_) return std::nullopt;
    f_.redraw();
    return points_;
  }

 private:
  struct Spot {
    DataPoint point;
    Vec at;
    int stop = 0;
  };

  void lay_out() {
    if (!data_.title.empty()) {
      words(f_, data_.title, style::strong);
      f_.space(Space::s);
    }
    const std::string title = charts::y_title(data_);
    if (!title.empty() && title != data_.title) {
      words(f_, title, charts::kSmall, Tone::soft);
      f_.space(Space::s);
    }
    const auto measure = [&](std::string_view utf8, TextStyle style) { return f_.paint().text_width(utf8, style); };
    const float height = charts::height_of(f_.width());
    plan_ = charts::make_plan(data_, {f_.width(), height}, f_.words().language(), measure);
    if (!plan_.named) {
      charts::draw_legend(f_, data_, plan_);
      f_.space(Space::s);
    }
    const Rect area = f_.place(plan_.size.y);
    origin_ = {area.x, area.y};
    plot_ = {plan_.plot.x + area.x, plan_.plot.y + area.y, plan_.plot.w, plan_.plot.h};
    if (data_.x_label.empty()) return;
    f_.space(Space::xs);
    words(f_, data_.x_label, charts::kSmall, Tone::soft, Align::center);
  }

  /// All points that are seen, by stop and then by series.
  void collect() {
    for (std::size_t s = 0; s < data_.series.size(); ++s) {
      const Series& series = data_.series[s];
      for (std::size_t row = 0; row < series.y.size(); ++row) {
        const double x = data_.categories.empty() ? series.x[row] : static_cast<double>(row);
        if (!plan_.x.can_show(x) || !plan_.y.holds(series.y[row])) continue;
        const auto stop = std::lower_bound(plan_.table.stops.begin(), plan_.table.stops.end(), x);
        Spot spot{{row, s},
                  {origin_.x + plan_.x(x), origin_.y + plan_.y(series.y[row])},
                  static_cast<int>(stop - plan_.table.stops.begin())};
        for (const charts::Bar& bar : plan_.bars) {
          if (bar.series == s && static_cast<int>(bar.stop) == spot.stop) spot.at.x = origin_.x + bar.box.center().x;
        }
        all_.push_back(spot);
      }
    }
    std::stable_sort(all_.begin(), all_.end(), [](const Spot& a, const Spot& b) { return a.stop < b.stop; });
  }

  Vec where(DataPoint point) const {
    const auto found = std::find_if(all_.begin(), all_.end(), [&](const Spot& spot) { return spot.point == point; });
    return found == all_.end() ? Vec{plot_.x, plot_.y} : found->at;
  }

  int nearest(Vec mouse) const {
    int best = -1;
    float least = 1e9f;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      const Vec away = all_[i].at - mouse;
      // A bar is meant anywhere along its height.
      const bool bars = data_.kind == ChartData::Kind::bar;
      const float distance = bars ? std::abs(away.x) + std::abs(away.y) * 0.01f : std::hypot(away.x, away.y);
      if (distance < least) least = distance, best = static_cast<int>(i);
    }
    return least <= kFar ? best : -1;
  }

  void toggle(DataPoint point) {
    const auto known = std::find(points_.begin(), points_.end(), point);
    changed_ = pins::toggle(points_, known - points_.begin(), point, spots_.most);
  }

  /// Left and Right go to the next point of the same series, Up and Down to another series at the same place.
  void by_keys(const Response& response) {
    const Key key = f_.core().key_for(response.id);
    if (key == Key::none) return;
    f_.core().take_key();
    f_.redraw();
    const Spot here = all_[static_cast<std::size_t>(at_)];
    const int step = key == Key::left || key == Key::up ? -1 : 1;
    if (key == Key::home) at_ = 0;
    if (key == Key::end) at_ = static_cast<int>(all_.size()) - 1;
    const bool across = key == Key::left || key == Key::right, between = key == Key::up || key == Key::down;
    if (!across && !between) return;
    for (int i = at_ + step; i >= 0 && i < static_cast<int>(all_.size()); i += step) {
      const Spot& spot = all_[static_cast<std::size_t>(i)];
      if (across ? spot.point.series != here.point.series : spot.stop != here.stop) continue;
      at_ = i;
      return;
    }
  }

  void draw(const Response& response, int shown) {
    const int stop = shown >= 0 ? all_[static_cast<std::size_t>(shown)].stop : -1;
    charts::draw_band(f_, data_, plan_, origin_, stop);
    charts::draw_plan(f_, data_, plan_, origin_);
    for (const ChartSpots::Place& place : spots_.places)
      pins::draw_ring(f_, where(place.at), {13, 13}, false, place.found);
    for (std::size_t i = 0; i < points_.size(); ++i)
      pins::draw_point(f_, where(points_[i]), i < spots_.marks.size() ? spots_.marks[i] : Mark::open, false);
    std::size_t number = 0;
    for (const ChartSpots::Place& place : spots_.places) {
      const Vec at = where(place.at);
      pins::draw_number(f_, {at.x, at.y < plot_.y + 30 ? at.y + 24 : at.y - 24}, ++number, place.found);
    }
    if (shown >= 0) f_.paint().circle(all_[static_cast<std::size_t>(shown)].at, 12, {f_.theme().ink, 2});
    charts::draw_readout(f_, data_, plan_, origin_, stop);
    if (response.ring) f_.focus_ring(plot_.inset(-6), metrics::tiny_corner);
  }

  Frame& f_;
  std::string_view id_;
  const ChartData& data_;
  const ChartSpots& spots_;
  std::vector<DataPoint> points_;
  charts::Plan plan_;
  Vec origin_;
  Rect plot_;
  std::vector<Spot> all_;
  int at_ = 0;
  bool changed_ = false;
};

}  // namespace

std::optional<std::vector<DataPoint>> spot_chart(Frame& f, std::string_view id, const ChartData& data,
                                                 const ChartSpots& spots) {
  return ChartSpot(f, id, data, spots).run();
}

}  // namespace ui
