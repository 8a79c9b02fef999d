#include "ui/charts/plan.h"

#include <algorithm>
#include <cmath>

#include "text/fold.h"
#include "ui/painter.h"

namespace ui::charts {
namespace {

constexpr float kLevelEvery = 46;     ///< height for one tick of the values' axis
constexpr float kTickEvery = 72;      ///< width for one tick along x
constexpr float kBetweenNames = 10;   ///< free width between words under the plot
constexpr float kMarkEvery = 16;      ///< width for one mark on a line
constexpr float kWidestName = 0.24f;  ///< of the chart, for names beside lines
constexpr float kEarlyEnd = 0.12f;    ///< of the plot: a line that ends before has its name in the legend
constexpr float kFarName = 22;        ///< a name farther from its line than this is no longer beside it
constexpr float kBetweenLines = 2;    ///< free height between names beside lines
constexpr float kBarShare = 0.64f;    ///< of the band
constexpr float kWidestBar = 64;
constexpr float kBetweenBars = 2;
constexpr float kDot = 4.5f, kDotGrows = 6;
constexpr float kMarkRoom = 8;  ///< between the plot's edge and the first mark
constexpr int kMostLines = 3;
constexpr float kLeastCut = 56;  ///< width of a bar's band in which a cut name still says something

float line_height() { return Painter::line_height(kSmall); }

class Planner {
 public:
  Planner(const ChartData& data, Vec size, std::string_view language, Measure measure)
      : data_(data), language_(language), measure_(measure) {
    p_.size = size;
  }

  Plan run() {
    p_.table = make_table(data_);
    if (data_.stacked) p_.spans = stack_up(p_.table);
    p_.has_levels = !values_fit_on_bars(p_.size.x);
    p_.plot = {0, line_height() / 2, p_.size.x, p_.size.y - line_height() * 1.5f - px(Space::s)};
    make_levels();
    name_ends();
    place_x();
    name_below();
    make_room_above();
    place_y();
    if (data_.kind == ChartData::Kind::bar) make_bars();
    return std::move(p_);
  }

 private:
  bool bars() const { return data_.kind == ChartData::Kind::bar; }
  bool banded() const { return !data_.categories.empty(); }
  float count() const { return static_cast<float>(std::max<std::size_t>(1, p_.table.stops.size())); }
  float series_count() const { return static_cast<float>(std::max<std::size_t>(1, data_.series.size())); }

  std::string value_words(double value) const {
    return with_unit(number(value, decimals_for(data_), language_), data_.unit == "%" ? data_.unit : "", language_);
  }

  /// Values stand above the bars only if all of them can.
  bool values_fit_on_bars(float width) {
    if (!bars() || !data_.values_on_bars || data_.stacked) return false;
    const float room = width / count() / (data_.series.size() > 1 ? series_count() / kBarShare : 1.0f);
    for (const auto& values : p_.table.values) {
      for (double value : values) {
        if (std::isfinite(value) && measure_(value_words(value), style::small_strong) + px(Space::xs) > room)
          return false;
      }
    }
    return true;
  }

  void make_levels() {
    const int wanted = std::clamp(static_cast<int>(p_.plot.h / kLevelEvery) + 1, 2, 8);
    axis_ = value_axis(data_, wanted, language_);
    if (!p_.has_levels) {
      // Room for the values of bars that hang down.
      if (axis_.low < 0) axis_.low -= (axis_.high - axis_.low) * 0.15;
      return;
    }
    float widest = 0;
    for (const Tick& tick : axis_.ticks) widest = std::max(widest, measure_(tick.words, kSmall));
    p_.plot.x = widest + px(Space::s);
    p_.plot.w = std::max(1.0f, p_.plot.w - p_.plot.x);
  }

  /// The last point of a series that is seen, as an index of stops, or -1.
  int last_seen(std::size_t series) const {
    const std::vector<double>& values = p_.table.values[series];
    for (std::size_t k = values.size(); k-- > 0;) {
      const double height = p_.height_of(series, k);
      if (std::isfinite(values[k]) && height >= axis_.low && height <= axis_.high) return static_cast<int>(k);
    }
    return -1;
  }

  void name_ends() {
    for (const Series& series : data_.series) p_.named = p_.named && !needs_name(data_, series);
    if (p_.named || (bars() && !data_.stacked)) return;
    float widest = 0;
    for (std::size_t i = 0; i < data_.series.size(); ++i) {
      const Series& series = data_.series[i];
      if (!needs_name(data_, series) || last_seen(i) < 0) continue;
      const auto lines = wrap(series.label, kSmall, p_.size.x * kWidestName, 2, measure_);
      if (!lines) return p_.end_names.clear();
      widest = std::max(widest, charts::widest(*lines, kSmall, measure_));
      p_.end_names.push_back({i, *lines, {}, 0});
    }
    end_room_ = widest + px(Space::s) + px(Space::xs);
  }

  void place_x() {
    float per_mark = p_.plot.w / count();
    p_.marks = data_.kind == ChartData::Kind::line && per_mark >= kMarkEvery;
    if (!p_.end_names.empty()) p_.plot.w = std::max(1.0f, p_.plot.w - end_room_);
    if (banded()) {
      p_.x = {-0.5, static_cast<double>(count()) - 0.5, p_.plot.x, p_.plot.right(), false};
    } else {
      const bool dots = data_.kind == ChartData::Kind::dots;
      const float room = std::min(p_.plot.w / 4, dots ? largest_dot() + px(Space::xs) : p_.marks ? kMarkRoom : 0);
      const Axis range = number_axis(data_, 2, language_);
      p_.x = {range.low, range.high, p_.plot.x + room, p_.plot.right() - room, range.log};
    }
    for (double stop : p_.table.stops) p_.stop_x.push_back(p_.x(stop));
    for (EndName& name : p_.end_names) {
      name.end.x = p_.stop_x[static_cast<std::size_t>(last_seen(name.series))];
      if (name.end.x < p_.plot.right() - std::max(kEarlyEnd * p_.plot.w, banded() ? p_.band() : 0))
        return without_end_names();
    }
  }

  float largest_dot() const {
    float radius = 0;
    for (const Series& series : data_.series) {
      for (std::size_t i = 0; i < series.y.size(); ++i) radius = std::max(radius, dot_radius(series, i));
    }
    return radius;
  }

  /// The names go to the legend, and the plot takes their room.
  void without_end_names() {
    p_.end_names.clear();
    p_.stop_x.clear();
    p_.plot.w += end_room_;
    place_x();
  }

  bool apart(const std::vector<Name>& names) {
    float end = -1e9f;
    for (const Name& name : names) {
      const float half = widest(name.lines, kSmall, measure_) / 2;
      if (name.center - half < end + (end > -1e8f ? kBetweenNames : 0)) return false;
      end = name.center + half;
    }
    return true;
  }

  /// Words at the edges move inwards.
  void keep_inside(std::vector<Name>& names) {
    for (Name& name : names) {
      const float half = widest(name.lines, kSmall, measure_) / 2;
      name.center = std::clamp(name.center, half, std::max(half, p_.size.x - half));
    }
  }

  void name_below() {
    if (p_.table.stops.empty()) return;
    p_.names = banded() ? category_names() : number_names();
    std::size_t lines = 1;
    for (const Name& name : p_.names) lines = std::max(lines, name.lines.size());
    p_.plot.h = std::max(1.0f, p_.size.y - p_.plot.y - px(Space::s) - static_cast<float>(lines) * line_height());
  }

  std::vector<Name> number_names() {
    std::vector<Name> names;
    for (int wanted = std::clamp(static_cast<int>(p_.plot.w / kTickEvery) + 1, 2, 12); wanted > 1; --wanted) {
      names.clear();
      for (const Tick& tick : number_axis(data_, wanted, language_).ticks)
        names.push_back({p_.x(tick.value), {tick.words}});
      keep_inside(names);
      if (apart(names)) return names;
    }
    while (names.size() > 1 && !apart(names)) names.pop_back();
    return names;
  }

  /// Every name if they fit on a few lines; else cut under bars, which stand for things, or every second, third … along a line.
  std::vector<Name> category_names() {
    const std::size_t all = data_.categories.size();
    for (std::size_t step = 1; step <= all; ++step) {
      const float room = std::min(p_.size.x, p_.band() * static_cast<float>(step)) - kBetweenNames;
      for (const auto& [width, lines] : {std::pair{p_.size.x, 1}, std::pair{room, kMostLines}}) {
        const auto names = some_names(step, width, lines);
        if (!names.empty()) return names;
      }
      if (step == 1 && bars() && p_.band() >= kLeastCut) return cut_names();
    }
    return {};
  }

  std::vector<Name> cut_names() {
    std::vector<Name> names;
    for (std::size_t i = 0; i < data_.categories.size(); ++i)
      names.push_back(
          {p_.stop_x[i], wrap_or_cut(data_.categories[i], kSmall, p_.band() - kBetweenNames, kMostLines, measure_)});
    keep_inside(names);
    return names;
  }

  /// Every `step`th category in so many lines of that width; nothing when they do not fit.
  std::vector<Name> some_names(std::size_t step, float width, int most_lines) {
    std::vector<Name> names;
    for (std::size_t i = 0; i < data_.categories.size(); i += step) {
      const auto lines = wrap(data_.categories[i], kSmall, width, most_lines, measure_);
      if (!lines) return {};
      names.push_back({p_.stop_x[i], *lines});
    }
    keep_inside(names);
    return apart(names) ? names : std::vector<Name>();
  }

  /// Bars may carry words above their ends.
  void make_room_above() {
    if (!bars()) return;
    pick_named_group();
    const int lines = (p_.has_levels ? 0 : 1) + (named_group_ >= 0 ? 1 : 0);
    const float needed = static_cast<float>(lines) * line_height() + px(Space::xs);
    if (lines == 0 || needed <= p_.plot.y) return;
    p_.plot.h -= needed - p_.plot.y;
    p_.plot.y = needed;
  }

  /// The first group of bars that can carry the names of all series.
  void pick_named_group() {
    if (p_.named || data_.stacked || data_.series.size() < 2) return;
    const float room = slot() - px(Space::xs);
    for (const Series& series : data_.series) {
      if (measure_(series.label, kSmall) > room) return;
    }
    for (std::size_t k = 0; k < p_.table.stops.size(); ++k) {
      const bool whole = std::all_of(p_.table.values.begin(), p_.table.values.end(),
                                     [&](const auto& values) { return std::isfinite(values[k]) && values[k] >= 0; });
      if (!whole) continue;
      named_group_ = static_cast<int>(k);
      p_.named = true;
      return;
    }
  }

  void place_y() {
    p_.plot.h = std::max(1.0f, p_.plot.h);
    p_.y = {axis_.low, axis_.high, p_.plot.bottom(), p_.plot.y, axis_.log};
    p_.base = std::clamp(p_.y(axis_.log ? axis_.low : 0), p_.plot.y, p_.plot.bottom());
    if (p_.has_levels) {
      for (const Tick& tick : axis_.ticks) p_.levels.push_back({p_.y(tick.value), tick.words});
    }
    if (p_.end_names.empty()) return;
    std::vector<float> centers, heights;
    for (EndName& name : p_.end_names) {
      const auto last = static_cast<std::size_t>(last_seen(name.series));
      const double height = p_.height_of(name.series, last);
      // In a stack the name stands beside the middle of its part.
      name.end.y = p_.y(p_.spans.empty() ? height : (p_.spans[name.series][last].low + height) / 2);
      centers.push_back(name.end.y);
      heights.push_back(static_cast<float>(name.lines.size()) * line_height() + kBetweenLines);
    }
    const auto placed = spread(centers, heights, 0, p_.plot.bottom() + line_height() / 2);
    for (std::size_t i = 0; placed && i < p_.end_names.size(); ++i) p_.end_names[i].y = (*placed)[i];
    const bool near = placed && std::all_of(p_.end_names.begin(), p_.end_names.end(), [](const EndName& name) {
                        return std::abs(name.y - name.end.y) <= kFarName;
                      });
    if (near)
      p_.named = true;
    else
      again_without_end_names();
  }

  void again_without_end_names() {
    without_end_names();
    p_.levels.clear();
    name_below();
    place_y();
  }

  float slot() const { return std::min(kWidestBar, p_.band() * kBarShare / (data_.stacked ? 1.0f : series_count())); }

  /// One bar of a series for each stop, standing on what is below it.
  void make_stacks() {
    const float width = slot();
    for (std::size_t k = 0; k < p_.table.stops.size(); ++k) {
      for (std::size_t i = 0; i < data_.series.size(); ++i) {
        const Span span = p_.spans[i][k];
        if (span.low == span.high) continue;
        const float a = std::clamp(p_.y(span.low), p_.plot.y, p_.plot.bottom());
        const float b = std::clamp(p_.y(span.high), p_.plot.y, p_.plot.bottom());
        p_.bars.push_back(
            {i, {p_.stop_x[k] - width / 2, std::min(a, b), width, std::abs(a - b)}, span.high >= span.low, "", "", k});
      }
    }
  }

  void make_bars() {
    if (data_.stacked) return make_stacks();
    const float width = slot(), group = width * series_count();
    const float gap = data_.series.size() > 1 ? std::min(kBetweenBars, width / 8) : 0;
    for (std::size_t k = 0; k < p_.table.stops.size(); ++k) {
      for (std::size_t i = 0; i < data_.series.size(); ++i) {
        const double value = p_.table.values[i][k];
        if (!std::isfinite(value)) continue;
        const float left = p_.stop_x[k] - group / 2 + width * static_cast<float>(i);
        const float end = std::clamp(p_.y(value), p_.plot.y, p_.plot.bottom());
        Bar bar{
            i, {left + gap / 2, std::min(end, p_.base), width - gap, std::abs(end - p_.base)}, end <= p_.base, "", "",
            k};
        if (!p_.has_levels) bar.value = value_words(value);
        if (static_cast<int>(k) == named_group_) bar.name = data_.series[i].label;
        p_.bars.push_back(std::move(bar));
      }
    }
  }

  const ChartData& data_;
  const std::string_view language_;
  Measure measure_;
  Plan p_;
  Axis axis_;
  float end_room_ = 0;
  int named_group_ = -1;
};

}  // namespace

Plan make_plan(const ChartData& data, Vec size, std::string_view language, Measure measure) {
  return Planner(data, size, language, measure).run();
}

bool needs_name(const ChartData& data, const Series& series) {
  if (series.label.empty()) return false;
  if (data.series.size() > 1) return true;
  const std::string name = text::fold(series.label);
  const auto says = [&](const std::string& words) { return text::fold(words) == name; };
  return !says(data.y_label) && !says(data.title) && !says(data.unit) && !says(y_title(data));
}

float dot_radius(const Series& series, std::size_t index) {
  if (index >= series.size.size()) return kDot;
  const double share = series.size[index];
  return kDot + kDotGrows * static_cast<float>(std::sqrt(std::isfinite(share) ? std::clamp(share, 0.0, 1.0) : 0.0));
}

}  // namespace ui::charts
