#include "ui/sketch/board.h"

#include <algorithm>
#include <cmath>

#include "ui/charts/draw.h"
#include "ui/widgets/basic.h"

namespace ui::sketching {
namespace {

constexpr float kNames = 0.34f;  ///< of the width, for names of events
constexpr float kBarShare = 0.62f, kWidestBar = 72;

/// As a plain chart with a point at every stop, of which only the axes and the names below are drawn.
ChartData axes_of(const SketchData& data) {
  ChartData chart = data.chart;
  chart.kind = data.shape == SketchData::Shape::bars ? ChartData::Kind::bar : ChartData::Kind::line;
  if (chart.series.empty()) chart.series.emplace_back();
  chart.series.resize(1);
  Series& only = chart.series[0];
  only.label.clear();
  only.y.assign(data.real.size(), *chart.from);
  if (chart.categories.empty() && !only.x.empty()) {
    const auto [low, high] = std::minmax_element(only.x.begin(), only.x.end());
    chart.from_x = *low, chart.to_x = *high;
  }
  return chart;
}

Board upright(Frame& f, const SketchData& data) {
  const ChartData chart = axes_of(data);
  charts::draw_titles(f, chart);
  const float height = charts::height_of(f.width());
  const auto measure = [&](std::string_view utf8, TextStyle style) { return f.paint().text_width(utf8, style); };
  Board board;
  board.plan = charts::make_plan(chart, {f.width(), height}, f.words().language(), measure);
  const Rect area = f.place(board.plan.size.y);
  board.origin = {area.x, area.y};
  const Rect plot = board.plan.plot;
  board.plot = {plot.x + area.x, plot.y + area.y, plot.w, plot.h};
  for (std::size_t i = 0; i < data.real.size(); ++i) {
    const double x = chart.categories.empty() ? chart.series[0].x[i] : static_cast<double>(i);
    board.at.push_back(area.x + board.plan.x(x));
  }
  board.value = board.plan.y;
  board.value.at_low += area.y;
  board.value.at_high += area.y;
  board.base = area.y + board.plan.base;
  board.bar = std::min(kWidestBar, plot.w / static_cast<float>(std::max<std::size_t>(1, data.real.size())) * kBarShare);
  if (!chart.x_label.empty()) {
    f.space(Space::xs);
    words(f, chart.x_label, charts::kSmall, Tone::soft, Align::center);
  }
  return board;
}

Board sideways(Frame& f, const SketchData& data) {
  charts::draw_titles(f, data.chart);
  float names = 0;
  for (const std::string& name : data.chart.categories)
    names = std::max(names, f.paint().text_width(name, style::small));
  names = std::min(names, f.width() * kNames) + px(Space::l);
  const float high = kRow * static_cast<float>(data.real.size());
  const Rect area = f.place(high + px(Space::s) + Painter::line_height(charts::kSmall));
  Board board;
  board.sideways = true;
  board.origin = {area.x, area.y};
  const float marks = kMarkSide + px(Space::s);
  board.plot = {area.x + names, area.y, area.w - names - marks, high};
  for (std::size_t i = 0; i < data.real.size(); ++i) board.at.push_back(area.y + kRow * (static_cast<float>(i) + 0.5f));
  const float room = px(Space::s);
  board.value = {*data.chart.from, *data.chart.to, board.plot.x + room, board.plot.right() - room, false};
  board.base = board.plot.x;
  return board;
}

}  // namespace

double Board::value_at(Vec p) const {
  const float here = sideways ? p.x : p.y;
  const float share = (here - value.at_low) / (value.at_high - value.at_low);
  return value.low + (value.high - value.low) * std::clamp(static_cast<double>(share), 0.0, 1.0);
}

Board lay_out(Frame& f, const SketchData& data) {
  return data.shape == SketchData::Shape::timeline ? sideways(f, data) : upright(f, data);
}

}  // namespace ui::sketching
