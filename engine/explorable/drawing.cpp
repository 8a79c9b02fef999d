#include "explorable/drawing.h"

#include <algorithm>
#include <cmath>

namespace explorable {
namespace {

/// Values of x from one end of an axis to the other.
std::vector<double> spaced(double from, double to, bool log, std::size_t count) {
  std::vector<double> xs(count);
  for (std::size_t i = 0; i < count; ++i) {
    const double share = static_cast<double>(i) / static_cast<double>(count - 1);
    xs[i] = log ? from * std::pow(to / from, share) : from + (to - from) * share;
  }
  xs.back() = to;
  return xs;
}

class Drawer {
 public:
  Drawer(const Plot& plot, Situation& situation) : plot_(plot), s_(situation) {}

  PlotDrawing run() {
    for (const Bar& bar : plot_.bars) out_.bars.push_back(s_.number(bar.value));
    if (plot_.bars.empty()) lines();
    for (const Dot& dot : plot_.dots) out_.dots.push_back({s_.number(dot.x), s_.number(dot.y), dot.label});
    for (const Points& points : plot_.points) cloud(points);
    return std::move(out_);
  }

 private:
  void lines() {
    if (plot_.over_time)
      over_time();
    else if (plot_.variable_slot != no_slot && plot_.x.from && plot_.x.to)
      over_variable();
    parametric();
  }

  /// Calls `see(curve, index of the family's value)` for each line.
  template <class See>
  void each_line(See see) {
    for (std::size_t c = 0; c < plot_.curves.size(); ++c) {
      const Curve& curve = plot_.curves[c];
      for (std::size_t k = 0; k < std::max<std::size_t>(1, curve.each.size()); ++k) see(c, curve, k);
    }
  }

  void start_lines(bool with_x) {
    each_line([&](std::size_t c, const Curve& curve, std::size_t k) {
      if (curve.x.has_value() != with_x) return;
      const bool family = !curve.each.empty();
      out_.lines.push_back({family ? family_label(curve, curve.each[k]) : curve.label, {}, {}, c, curve.dashed});
    });
  }

  /// Adds a point to every line of the kind, and to the bands.
  void add_point(double x, bool with_x, std::size_t first) {
    std::size_t line = first;
    each_line([&](std::size_t, const Curve& curve, std::size_t k) {
      if (curve.x.has_value() != with_x) return;
      if (!curve.each.empty()) s_.set(curve.each_slot, curve.each[k]);
      Line& to = out_.lines[line++];
      to.x.push_back(curve.x ? s_.number(*curve.x) : x);
      to.y.push_back(s_.number(curve.y));
    });
    if (with_x) return;
    for (std::size_t i = 0; i < plot_.areas.size(); ++i) {
      Band& band = out_.bands[i];
      band.x.push_back(x);
      band.low.push_back(s_.number(plot_.areas[i].from));
      band.high.push_back(s_.number(plot_.areas[i].to));
    }
  }

  void start_bands() {
    for (const Area& area : plot_.areas) out_.bands.push_back({area.label, {}, {}, {}});
  }

  /// Along the simulation: every point of it, or so many evenly chosen that the last is among them.
  template <class See>
  void along(See see) {
    const std::size_t points = s_.points();
    const std::size_t count = std::min(points, most_points);
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t point = count == points ? i : i * (points - 1) / (count - 1);
      s_.go_to(point);
      see(s_.time_at(point));
    }
    s_.go_to_time();
  }

  void over_time() {
    const std::size_t first = out_.lines.size();
    start_lines(false);
    start_bands();
    along([&](double time) { add_point(time, false, first); });
  }

  void over_variable() {
    const std::size_t first = out_.lines.size();
    start_lines(false);
    start_bands();
    for (const double x : spaced(*plot_.x.from, *plot_.x.to, plot_.x.log, most_points)) {
      s_.set(plot_.variable_slot, x);
      add_point(x, false, first);
    }
    s_.set(plot_.variable_slot, std::nan(""));
  }

  void parametric() {
    const bool any =
        std::any_of(plot_.curves.begin(), plot_.curves.end(), [](const Curve& c) { return c.x.has_value(); });
    if (!any) return;
    const std::size_t first = out_.lines.size();
    start_lines(true);
    if (s_.points() > 0) return along([&](double) { add_point(0, true, first); });
    std::size_t line = first;
    each_line([&](std::size_t, const Curve& curve, std::size_t k) {
      if (!curve.x) return;
      if (!curve.each.empty()) s_.set(curve.each_slot, curve.each[k]);
      Line& to = out_.lines[line++];
      for (const double u : spaced(curve.from, curve.to, false, most_points)) {
        s_.set(plot_.variable_slot, u);
        to.x.push_back(s_.number(*curve.x));
        to.y.push_back(s_.number(curve.y));
      }
    });
    s_.set(plot_.variable_slot, std::nan(""));
  }

  void cloud(const Points& points) {
    Cloud& cloud = out_.clouds.emplace_back();
    cloud.label = points.label;
    const Table& table = s_.table(points.table);
    for (std::size_t row = 0; row < table.rows; ++row) {
      for (std::size_t c = 0; c < table.numbers.size(); ++c) {
        if (!table.numbers[c].empty()) s_.set(points.first_column + c, table.numbers[c][row]);
      }
      const double x = s_.number(points.x), y = s_.number(points.y);
      if (!std::isfinite(x) || !std::isfinite(y)) continue;
      cloud.x.push_back(x);
      cloud.y.push_back(y);
    }
  }

  const Plot& plot_;
  Situation& s_;
  PlotDrawing out_;
};

}  // namespace

std::string family_label(const Curve& curve, double value) {
  const std::string gap = "{" + curve.each_name + "}", number = expression::to_word(value);
  const std::size_t at = curve.label.find(gap);
  if (at == std::string::npos) return curve.label.empty() ? number : curve.label + " " + number;
  return curve.label.substr(0, at) + number + curve.label.substr(at + gap.size());
}

Drawing draw(const Model& model, const Setting& setting) {
  Drawing drawing;
  drawing.setting = setting;
  Situation situation(model, setting);
  drawing.time = situation.time();
  drawing.fit = fit_line(setting.trials);
  for (const Plot& plot : model.plots) drawing.plots.push_back(Drawer(plot, situation).run());
  for (const Readout& readout : model.readouts) {
    const bool is_word = readout.value.type() == expression::Type::word;
    drawing.readouts.push_back({is_word ? 0 : situation.number(readout.value),
                                is_word ? situation.word(readout.value) : std::string(), is_word});
  }
  drawing.exhausted = situation.exhausted();
  return drawing;
}

}  // namespace explorable
