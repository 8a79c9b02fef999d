#include "ui/chart.h"

#include <algorithm>
#include <cmath>

#include "ui/charts/draw.h"
#include "ui/core.h"
#include "ui/widgets/basic.h"

namespace ui {
namespace {

using charts::Plan;

constexpr float kHeightOfWidth = 0.46f;
constexpr float kLeastHeight = 180, kMostHeight = 320;  ///< of the plot with its words, when the width decides
constexpr float kLeast = 80;                            ///< however little height is asked for

class Chart {
 public:
  Chart(Frame& f, std::string_view id, const ChartData& data, float height)
      : f_(f), id_(id), data_(data), height_(height) {}

  int run() {
    top_ = f_.y();
    charts::draw_titles(f_, data_);
    Plan plan = planned();
    if (plan.table.stops.empty()) return nothing();
    if (!plan.named) {
      charts::draw_legend(f_, data_, plan);
      f_.space(Space::s);
      if (height_ > 0) plan = planned();
    }
    const Rect area = f_.place(plan.size.y);
    under(plan, area);
    return interact(plan, area);
  }

 private:
  Plan planned() {
    float height = std::clamp(f_.width() * kHeightOfWidth, kLeastHeight, kMostHeight);
    if (height_ > 0) height = std::max(kLeast, height_ - (f_.y() - top_) - under_height());
    const auto measure = [&](std::string_view utf8, TextStyle style) { return f_.paint().text_width(utf8, style); };
    return charts::make_plan(data_, {f_.width(), height}, f_.words().language(), measure);
  }

  float under_height() {
    return data_.x_label.empty() ? 0 : words_height(f_, data_.x_label, charts::kSmall, f_.width()) + px(Space::xs);
  }

  /// The title of the axis along x, in the middle of the plot where it fits there.
  void under(const Plan& plan, Rect area) {
    if (data_.x_label.empty()) return;
    f_.space(Space::xs);
    const bool fits = f_.paint().text_width(data_.x_label, charts::kSmall) <= plan.plot.w;
    const Rect at{area.x + (fits ? plan.plot.x : 0), f_.y(), fits ? plan.plot.w : area.w, 0};
    f_.space(f_.within(at, [&] { words(f_, data_.x_label, charts::kSmall, Tone::soft, Align::center); }));
  }

  /// No number to draw: what it would have shown, in words.
  int nothing() {
    card(f_, {.padding = px(Space::l), .dashed = true}, [&] {
      words(f_, data_.alt.empty() ? f_.tr("There is nothing to draw yet.") : data_.alt, style::small, Tone::soft);
    });
    return -1;
  }

  int under_mouse(const Plan& plan, Rect area) const {
    const float x = f_.mouse().x - area.x;
    const auto nearest = std::min_element(plan.stop_x.begin(), plan.stop_x.end(),
                                          [&](float a, float b) { return std::abs(a - x) < std::abs(b - x); });
    return static_cast<int>(nearest - plan.stop_x.begin());
  }

  /// Where the arrow keys have moved the readout.
  int by_keys(const Response& response, int last) {
    int at = std::clamp(static_cast<int>(f_.recall(id_, static_cast<float>(last))), 0, last);
    const Key key = response.focused ? f_.core().key_for(response.id) : Key::none;
    if (key == Key::left) at = std::max(0, at - 1);
    if (key == Key::right) at = std::min(last, at + 1);
    if (key == Key::home) at = 0;
    if (key == Key::end) at = last;
    if (key != Key::none) f_.core().take_key();
    f_.remember(id_, static_cast<float>(at));
    return response.ring ? at : -1;
  }

  int interact(const Plan& plan, Rect area) {
    const Vec at{area.x, area.y};
    const Rect plot = Rect{at.x + plan.plot.x, at.y + plan.plot.y, plan.plot.w, plan.plot.h};
    const Response response = f_.item(id_, plot, {.takes = Takes::horizontal, .cursor = Cursor::arrow});
    const int hovered = response.hovered ? under_mouse(plan, area) : -1;
    const int keyed = by_keys(response, static_cast<int>(plan.table.stops.size()) - 1);
    const int shown = hovered >= 0 ? hovered : keyed;
    charts::draw_band(f_, data_, plan, at, shown);
    charts::draw_plan(f_, data_, plan, at);
    charts::draw_readout(f_, data_, plan, at, shown);
    if (response.ring) f_.focus_ring(plot, metrics::tiny_corner);
    return hovered;
  }

  Frame& f_;
  std::string_view id_;
  const ChartData& data_;
  const float height_;
  float top_ = 0;
};

}  // namespace

int chart(Frame& f, std::string_view id, const ChartData& data, float height) {
  return Chart(f, id, data, height).run();
}

}  // namespace ui
