#include "ui/plots/plan.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/painter.h"

namespace ui::plots {
namespace {

constexpr float kLevelEvery = 46;
constexpr float kTickEvery = 72;
constexpr float kBetweenTicks = 10;
constexpr float kWidestName = 0.26f;
constexpr float kEarlyEnd = 0.12f;
constexpr float kFarName = 24;
constexpr float kBetweenLines = 2;

float line_height() { return Painter::line_height(style::caption); }

/// Exactly the range that is given, with round numbers inside of it.
charts::Axis given_axis(const PlotAxis& axis, int count, std::string_view language) {
  charts::Axis made{*axis.from, *axis.to, false, {}};
  const Ticks ticks = nice_ticks(made.low, made.high, count);
  const double slack = ticks.step * 1e-6;
  for (int i = 0; i < ticks.count; ++i) {
    const double value = ticks.first + i * ticks.step;
    if (value < made.low - slack || value > made.high + slack) continue;
    const std::string words =
        are_years(axis) ? std::to_string(std::llround(value)) : charts::number(value, ticks.decimals, language);
    made.ticks.push_back({value, axis.unit == "%" ? charts::with_unit(words, axis.unit, language) : words});
  }
  return made;
}

/// The axis for a range that is given, or that of some values.
charts::Axis axis_of(const PlotAxis& axis, const std::vector<double>& values, int count, std::string_view language) {
  if (axis.from && axis.to && !axis.log && *axis.from < *axis.to) return given_axis(axis, count, language);
  charts::AxisWish wish{{}, axis.from, axis.to, axis.log, false, axis.unit == "%"};
  for (const double value : values) {
    if (std::isfinite(value) && (!axis.log || value > 0)) wish.values.add(value);
  }
  return charts::make_axis(wish, count, language);
}

class Planner {
 public:
  Planner(const PlotData& data, Vec size, std::string_view language, charts::Measure measure)
      : data_(data), language_(language), measure_(measure) {
    p_.size = size;
  }

  Plan run() {
    const float below = line_height() + px(Space::s);
    p_.area = {0, line_height() / 2, p_.size.x, std::max(1.0f, p_.size.y - line_height() / 2 - below)};
    const int count = std::clamp(static_cast<int>(p_.area.h / kLevelEvery) + 1, 2, 8);
    const charts::Axis y = axis_of(data_.y, heights(), count, language_);
    float widest = 0;
    for (const charts::Tick& tick : y.ticks) widest = std::max(widest, measure_(tick.words, style::caption));
    p_.area.x = widest + px(Space::s);
    p_.area.w = std::max(1.0f, p_.area.w - p_.area.x);
    p_.levels = y.ticks;
    p_.y = {y.low, y.high, p_.area.bottom(), p_.area.y, y.log};
    name_ends();
    place_x();
    if (!end_names_stand()) {
      p_.end_names.clear();
      p_.legend = true;
      p_.area.w = p_.size.x - p_.area.x;
      place_x();
    }
    p_.legend = p_.legend || named_otherwise();
    name_dots();
    return std::move(p_);
  }

 private:
  /// The ends of what is to be seen upwards; nothing where both ends are given.
  std::vector<double> heights() const {
    std::vector<double> all;
    if (data_.y.from && data_.y.to) return all;
    double low = std::numeric_limits<double>::infinity(), high = -low;
    const auto see = [&](std::span<const double> ys) {
      for (const double y : ys) {
        if (!std::isfinite(y) || (data_.y.log && y <= 0)) continue;
        low = std::min(low, y);
        high = std::max(high, y);
      }
    };
    for (const PlotLine& line : data_.lines) see(line.y);
    for (const PlotBand& band : data_.bands) see(band.low), see(band.high);
    for (const PlotCloud& cloud : data_.clouds) see(cloud.y);
    for (const PlotDot& dot : data_.dots) see(std::span(&dot.y, 1));
    if (low <= high) all = {low, high};
    return all;
  }

  void place_x() {
    p_.ticks.clear();
    for (int wanted = std::clamp(static_cast<int>(p_.area.w / kTickEvery) + 1, 2, 12); wanted > 1; --wanted) {
      const charts::Axis x = axis_of(data_.x, {}, wanted, language_);
      p_.x = {x.low, x.high, p_.area.x, p_.area.right(), x.log};
      p_.ticks.clear();
      for (const charts::Tick& tick : x.ticks) add_tick(tick);
      if (apart()) return;
    }
    while (p_.ticks.size() > 1 && !apart()) p_.ticks.pop_back();
  }

  /// Words at the edges move inwards.
  void add_tick(const charts::Tick& tick) {
    const float half = measure_(tick.words, style::caption) / 2;
    p_.ticks.push_back({std::clamp(p_.x(tick.value), half, std::max(half, p_.size.x - half)), tick.words});
  }

  bool apart() const {
    for (std::size_t i = 1; i < p_.ticks.size(); ++i) {
      const float halves =
          (measure_(p_.ticks[i - 1].words, style::caption) + measure_(p_.ticks[i].words, style::caption)) / 2;
      if (p_.ticks[i].x - p_.ticks[i - 1].x < halves + kBetweenTicks) return false;
    }
    return true;
  }

  /// The last point of a line that is seen; nothing where it has none, or turns back.
  std::optional<Vec> end_of(const PlotLine& line) const {
    double furthest = -std::numeric_limits<double>::infinity();
    std::optional<std::size_t> last;
    for (std::size_t i = 0; i < line.x.size(); ++i) {
      if (!(line.x[i] >= furthest)) return std::nullopt;
      furthest = line.x[i];
      if (p_.y.holds(line.y[i]) && line.x[i] <= *data_.x.to * (1 + 1e-9) + 1e-12) last = i;
    }
    if (!last) return std::nullopt;
    return Vec{static_cast<float>((line.x[*last] - *data_.x.from) / (*data_.x.to - *data_.x.from)),
               p_.y(line.y[*last])};
  }

  void name_ends() {
    float widest = 0;
    for (std::size_t i = 0; i < data_.lines.size(); ++i) {
      const PlotLine& line = data_.lines[i];
      if (line.kept || line.label.empty()) continue;
      const auto words = charts::wrap(line.label, style::caption, p_.size.x * kWidestName, 2, measure_);
      const auto end = end_of(line);
      // On a logarithmic axis the share is another; such a plot ends where its lines do.
      if (!words || !end || (!data_.x.log && end->x < 1 - kEarlyEnd)) return fail_names();
      widest = std::max(widest, charts::widest(*words, style::caption, measure_));
      p_.end_names.push_back({i, *words, end->y});
    }
    if (!p_.end_names.empty()) p_.area.w = std::max(1.0f, p_.area.w - widest - px(Space::s));
  }

  void fail_names() {
    p_.end_names.clear();
    p_.legend = true;
  }

  bool end_names_stand() {
    if (p_.end_names.empty()) return true;
    std::vector<float> centers, tall;
    for (const EndName& name : p_.end_names) {
      centers.push_back(name.y);
      tall.push_back(static_cast<float>(name.lines.size()) * line_height() + kBetweenLines);
    }
    const auto placed = charts::spread(centers, tall, 0, p_.area.bottom() + line_height() / 2);
    if (!placed) return false;
    for (std::size_t i = 0; i < p_.end_names.size(); ++i) {
      if (std::abs((*placed)[i] - p_.end_names[i].y) > kFarName) return false;
      p_.end_names[i].y = (*placed)[i];
    }
    return true;
  }

  /// Bands and clouds have their names in the legend.
  bool named_otherwise() const {
    const auto named = [](const auto& one) { return !one.label.empty(); };
    return std::any_of(data_.bands.begin(), data_.bands.end(), named) ||
           std::any_of(data_.clouds.begin(), data_.clouds.end(), named);
  }

  /// Beside its dot, on the first side where nothing else is; left out where there is none.
  void name_dots() {
    std::vector<Rect> taken;
    for (const PlotDot& dot : data_.dots) {
      if (p_.x.holds(dot.x) && p_.y.holds(dot.y)) taken.push_back(Rect{p_.x(dot.x), p_.y(dot.y), 0, 0}.inset(-5));
    }
    for (std::size_t i = 0; i < data_.dots.size(); ++i) {
      const PlotDot& dot = data_.dots[i];
      if (dot.label.empty() || dot.kept || !p_.x.holds(dot.x) || !p_.y.holds(dot.y)) continue;
      const Vec at{p_.x(dot.x), p_.y(dot.y)};
      const float w = measure_(dot.label, style::caption), h = line_height(), gap = 9;
      std::vector<Rect> places;
      for (const Rect& box : {Rect{at.x + gap, at.y - h / 2, w, h}, Rect{at.x - gap - w, at.y - h / 2, w, h},
                              Rect{at.x - w / 2, at.y - gap - h, w, h}, Rect{at.x - w / 2, at.y + gap, w, h},
                              Rect{at.x + gap, at.y - gap - h, w, h}, Rect{at.x - gap - w, at.y - gap - h, w, h}}) {
        const bool inside = box.x >= p_.area.x + 2 && box.right() <= p_.area.right() && box.y >= p_.area.y &&
                            box.bottom() <= p_.area.bottom();
        const bool free = std::none_of(taken.begin(), taken.end(), [&](const Rect& r) { return r.overlaps(box); });
        if (inside && free) places.push_back(box);
      }
      if (places.empty()) continue;
      const auto clear = std::find_if(places.begin(), places.end(), [&](const Rect& box) { return !crossed(box); });
      taken.push_back(clear == places.end() ? places.front() : *clear);
      p_.dot_names.push_back({i, taken.back()});
    }
  }

  /// A line runs through the box.
  bool crossed(const Rect& box) const {
    for (const PlotLine& line : data_.lines) {
      for (std::size_t i = 0; i < line.x.size(); ++i) {
        if (!line.kept && p_.x.holds(line.x[i]) && p_.y.holds(line.y[i]) &&
            box.inset(-2).contains({p_.x(line.x[i]), p_.y(line.y[i])}))
          return true;
      }
    }
    return false;
  }

  const PlotData& data_;
  const std::string_view language_;
  charts::Measure measure_;
  Plan p_;
};

}  // namespace

Plan make_plan(const PlotData& data, Vec size, std::string_view language, charts::Measure measure) {
  return Planner(data, size, language, measure).run();
}

bool are_years(const PlotAxis& axis) {
  return axis.unit.empty() && !axis.log && axis.from && axis.to && *axis.from >= 1000 && *axis.to <= 2200;
}

std::string axis_title(const PlotAxis& axis) {
  if (axis.unit.empty() || axis.unit == "%") return axis.label;
  return axis.label.empty() ? axis.unit : axis.label + " (" + axis.unit + ")";
}

double value_at(const PlotLine& line, double x) {
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  double found = none;
  for (std::size_t i = 1; i < line.x.size(); ++i) {
    const double left = line.x[i - 1], right = line.x[i];
    if (right < left) return none;  // a curve that turns back has no one value
    if (!(left <= x && x <= right) || right == left) continue;
    const double share = (x - left) / (right - left);
    found = line.y[i - 1] + (line.y[i] - line.y[i - 1]) * share;
  }
  return found;
}

}  // namespace ui::plots
