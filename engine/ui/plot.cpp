#include "ui/plot.h"

#include <algorithm>
#include <cmath>

#include "ui/core.h"
#include "ui/plots/draw.h"
#include "ui/widgets/basic.h"

namespace ui {
namespace {

using plots::Plan;

/// Where the arrow keys have moved what is read, as a share of the axis; nothing when the plot has not the visible focus.
std::optional<float> by_keys(Frame& f, std::string_view id, const Response& response) {
  constexpr float kStep = 0.02f;
  float at = std::clamp(f.recall(id, 0.5f), 0.0f, 1.0f);
  const Key key = response.focused ? f.core().key_for(response.id) : Key::none;
  if (key == Key::left) at -= kStep;
  if (key == Key::right) at += kStep;
  if (key == Key::home) at = 0;
  if (key == Key::end) at = 1;
  if (key != Key::none) f.core().take_key();
  at = std::clamp(at, 0.0f, 1.0f);
  f.remember(id, at);
  return response.ring ? std::optional(at) : std::nullopt;
}

double value_of(const charts::Scale& scale, float share) {
  if (scale.log) return scale.low * std::pow(scale.high / scale.low, static_cast<double>(share));
  return scale.low + (scale.high - scale.low) * static_cast<double>(share);
}

}  // namespace

void plot(Frame& f, std::string_view id, const PlotData& data, float height, PlotHeads* above) {
  const float top = f.y();
  if (!data.title.empty()) {
    words(f, data.title, style::small_strong);
    f.space(Space::xs);
  }
  const std::string title = plots::axis_title(data.y), below = plots::axis_title(data.x);
  if (!title.empty()) {
    words(f, title, style::caption, Tone::soft);
    f.space(Space::xs);
  }
  const auto measure = [&](std::string_view utf8, TextStyle style) { return f.paint().text_width(utf8, style); };
  const Plan plan = plots::make_plan(data, {f.width(), height}, f.words().language(), measure);
  if (plan.legend) plots::draw_legend(f, data, plan);
  if (above != nullptr) {
    const float head = f.y() - top;
    above->seen = std::max(above->seen, head);
    if (above->highest > head) f.space(above->highest - head);
  }
  const Rect area = f.place(plan.size.y);
  const Vec at{area.x, area.y};
  const Rect inside{at.x + plan.area.x, at.y + plan.area.y, plan.area.w, plan.area.h};
  const Response response = f.item(id, inside, {.takes = Takes::horizontal, .cursor = Cursor::arrow});
  std::optional<float> share = by_keys(f, id, response);
  if (response.hovered) share = std::clamp((f.mouse().x - inside.x) / inside.w, 0.0f, 1.0f);
  plots::draw_plan(f, data, plan, at);
  if (share) plots::draw_readout(f, data, plan, at, value_of(plan.x, *share));
  if (response.ring) f.focus_ring(inside, metrics::tiny_corner);
  if (below.empty()) return;
  f.space(Space::xs);
  const bool fits = f.paint().text_width(below, style::caption) <= inside.w;
  const Rect under{fits ? inside.x : area.x, f.y(), fits ? inside.w : area.w, 0};
  f.space(f.within(under, [&] { words(f, below, style::caption, Tone::soft, Align::center); }));
}

}  // namespace ui
