#include "ui/charts/draw.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "ui/widgets/basic.h"

namespace ui::charts {
namespace {

constexpr float kDotOpacity = 0.85f;
constexpr float kSampleLine = 29;  ///< shows two dashes beside its mark
constexpr float kSampleBar = 12;
constexpr float kArea = 0.16f, kAreaStacked = 0.34f;  ///< how strong the colour is under a line, and between two

class Drawer {
 public:
  Drawer(Frame& f, const ChartData& data, const Plan& plan, Vec at)
      : f_(f), p_(f.paint()), data_(data), plan_(plan), at_(at) {}

  void run() {
    grid();
    p_.push_clip(moved(plan_.plot).inset(-kLineWidth));
    if (data_.diagonal) diagonal();
    // What lies beyond the ends of the axis leads out of the plot, and no further.
    p_.push_clip(moved(plan_.plot).inset(-kLineWidth));
    if (data_.kind == ChartData::Kind::area) areas();
    if (data_.kind == ChartData::Kind::line) lines();
    p_.pop_clip();
    p_.pop_clip();
    if (data_.kind == ChartData::Kind::bar) bars();
    base_line();
    if (data_.kind == ChartData::Kind::line) line_marks();
    if (data_.kind == ChartData::Kind::dots) dots();
    names_below();
    names_at_ends();
  }

 private:
  Rect moved(Rect r) const { return {r.x + at_.x, r.y + at_.y, r.w, r.h}; }
  Vec point(Vec v) const { return v + at_; }
  Color behind() const { return f_.theme().surface; }

  void line_of_words(float x, float middle, std::string_view words, TextStyle style, Color color) {
    p_.text({x, middle - Painter::line_height(style) / 2}, words, style, color);
  }
  void centered(Vec middle, std::string_view words, TextStyle style, Color color) {
    line_of_words(middle.x - p_.text_width(words, style) / 2, middle.y, words, style, color);
  }

  void grid() {
    const Theme& t = f_.theme();
    const Rect plot = moved(plan_.plot);
    for (const Level& level : plan_.levels) {
      const float y = at_.y + level.y;
      p_.line({plot.x, y}, {plot.right(), y}, {fade(t.line, 0.7f), metrics::border});
      const float width = p_.text_width(level.words, kSmall);
      line_of_words(plot.x - px(Space::s) - width, y, level.words, kSmall, t.soft);
    }
  }

  void base_line() {
    const float y = at_.y + plan_.base;
    const Rect plot = moved(plan_.plot);
    p_.line({plot.x, y}, {plot.right(), y}, {mix(f_.theme().line, f_.theme().soft, 0.5f), metrics::border});
  }

  void diagonal() {
    const double low = std::max(plan_.x.low, plan_.y.low), high = std::min(plan_.x.high, plan_.y.high);
    if (low >= high) return;
    const std::vector<Vec> ends{point({plan_.x(low), plan_.y(low)}), point({plan_.x(high), plan_.y(high)})};
    p_.polyline(ends, {fade(f_.theme().soft, 0.6f), 1.25f, true});
  }

  /// Calls `see(index, point, inside)` for every point of a series in its own order; `gap()` where there is none.
  template <class See, class Gap>
  void each(const Series& series, See see, Gap gap) const {
    const bool named = !data_.categories.empty();
    const std::size_t count = std::min(series.y.size(), named ? data_.categories.size() : series.x.size());
    for (std::size_t i = 0; i < count; ++i) {
      const double x = named ? static_cast<double>(i) : series.x[i];
      if (!plan_.x.can_show(x) || !plan_.y.can_show(series.y[i]))
        gap();
      else
        see(i, point({plan_.x(x), plan_.y(series.y[i])}), plan_.y.holds(series.y[i]));
    }
  }

  /// The space between two lines of as many points.
  void area(const std::vector<Vec>& upper, const std::vector<Vec>& lower, const Look& look) {
    p_.strip(upper, lower, data_.stacked ? mix(behind(), look.color, kAreaStacked) : fade(look.color, kArea));
    draw_line(p_, upper, look);
    if (upper.size() == 1) draw_mark(p_, upper[0], kMarkRadius, look, behind());
  }

  void areas() {
    for (std::size_t i = data_.series.size(); i-- > 0;) {
      const Look look = look_of(f_.theme(), data_, i);
      std::vector<Vec> upper, lower;
      const auto flush = [&] {
        area(upper, lower, look);
        upper.clear(), lower.clear();
      };
      if (!data_.stacked) {
        each(
            data_.series[i],
            [&](std::size_t, Vec where, bool) {
              upper.push_back(where);
              lower.push_back({where.x, at_.y + plan_.base});
            },
            flush);
        flush();
        continue;
      }
      for (std::size_t k = 0; k < plan_.table.stops.size(); ++k) {
        upper.push_back(point({plan_.stop_x[k], plan_.y(plan_.spans[i][k].high)}));
        lower.push_back(point({plan_.stop_x[k], plan_.y(plan_.spans[i][k].low)}));
      }
      flush();
    }
  }

  void lines() {
    for (std::size_t i = data_.series.size(); i-- > 0;) {  // the first one on top
      const Look look = look_of(f_.theme(), data_, i);
      std::vector<Vec> run;
      const auto flush = [&] {
        draw_line(p_, run, look);
        // A point between two gaps would not be seen.
        if (run.size() == 1 && !plan_.marks) draw_mark(p_, run[0], kMarkRadius, look, behind());
        run.clear();
      };
      each(
          data_.series[i], [&](std::size_t, Vec where, bool) { run.push_back(where); }, flush);
      flush();
    }
  }

  void line_marks() {
    if (!plan_.marks) return;
    for (std::size_t i = data_.series.size(); i-- > 0;) {
      const Look look = look_of(f_.theme(), data_, i);
      each(
          data_.series[i],
          [&](std::size_t, Vec where, bool inside) {
            if (inside) draw_mark(p_, where, kMarkRadius, look, behind());
          },
          [] {});
    }
  }

  /// How far up and down each dot may really lie.
  void ranges(const Series& series, const Look& look) {
    constexpr float kEnd = 4;
    p_.push_clip(moved(plan_.plot).inset(-kLineWidth));
    each(
        series,
        [&](std::size_t k, Vec where, bool) {
          if (k >= series.low.size() || k >= series.high.size()) return;
          const float low = at_.y + plan_.y(series.low[k]), high = at_.y + plan_.y(series.high[k]);
          const Stroke stroke{mix(behind(), look.color, kDotOpacity / 2), 1.5f};
          p_.line({where.x, low}, {where.x, high}, stroke);
          for (const float end : {low, high}) p_.line({where.x - kEnd, end}, {where.x + kEnd, end}, stroke);
        },
        [] {});
    p_.pop_clip();
  }

  void dots() {
    for (std::size_t i = data_.series.size(); i-- > 0;) {
      const Series& series = data_.series[i];
      Look look = look_of(f_.theme(), data_, i);
      ranges(series, look);
      look.color = mix(behind(), look.color, kDotOpacity);
      each(
          series,
          [&](std::size_t k, Vec where, bool inside) {
            if (inside) draw_mark(p_, where, dot_radius(series, k), look, behind());
          },
          [] {});
    }
  }

  void bars() {
    for (std::size_t i = 0; i < plan_.bars.size(); ++i) {
      const Bar& bar = plan_.bars[i];
      Rect box = moved(bar.box);
      // In a stack only what ends it is round: the others reach under the one above, which covers the rest.
      const Bar* above = data_.stacked && i + 1 < plan_.bars.size() ? &plan_.bars[i + 1] : nullptr;
      if (above && above->stop == bar.stop && above->up && bar.up && above->box.h >= metrics::tiny_corner)
        box = {box.x, box.y - metrics::tiny_corner, box.w, box.h + metrics::tiny_corner};
      const Look look = look_of(f_.theme(), data_, bar.series);
      draw_bar(p_, box, bar.up, look, behind());
      const float step = Painter::line_height(kSmall) * (bar.up ? -1.0f : 1.0f);
      Vec middle{box.center().x, bar.up ? box.y + step / 2 : box.bottom() + step / 2};
      if (!bar.value.empty()) {
        centered(middle, bar.value, style::small_strong, f_.theme().ink);
        middle.y += step;
      }
      if (!bar.name.empty()) centered(middle, bar.name, kSmall, look.words);
    }
  }

  void names_below() {
    const float height = Painter::line_height(kSmall);
    for (const Name& name : plan_.names) {
      Vec middle = point({name.center, plan_.plot.bottom() + px(Space::s) + height / 2});
      for (const std::string& words : name.lines) {
        centered(middle, words, kSmall, f_.theme().soft);
        middle.y += height;
      }
    }
  }

  void names_at_ends() {
    const float height = Painter::line_height(kSmall);
    for (const EndName& name : plan_.end_names) {
      const Look look = look_of(f_.theme(), data_, name.series);
      const float left = plan_.plot.right() + px(Space::s) + px(Space::xs);
      float middle = at_.y + name.y - height * static_cast<float>(name.lines.size() - 1) / 2;
      for (const std::string& words : name.lines) {
        line_of_words(at_.x + left, middle, words, kSmall, look.words);
        middle += height;
      }
    }
  }

  Frame& f_;
  Painter& p_;
  const ChartData& data_;
  const Plan& plan_;
  const Vec at_;
};

}  // namespace

void draw_plan(Frame& f, const ChartData& data, const Plan& plan, Vec at) { Drawer(f, data, plan, at).run(); }

float sample_width(const ChartData& data) {
  switch (data.kind) {
    case ChartData::Kind::line:
    case ChartData::Kind::area: return kSampleLine;
    case ChartData::Kind::bar: return kSampleBar;
    case ChartData::Kind::dots: break;
  }
  return 2 * kMarkRadius;
}

void draw_sample(Frame& f, const ChartData& data, const Plan& plan, std::size_t series, Rect area) {
  const Look look = look_of(f.theme(), data, series);
  const Color behind = f.theme().surface;
  const Vec middle = area.center();
  if (data.kind == ChartData::Kind::bar) {
    const Rect box{area.x, middle.y - kSampleBar / 2, kSampleBar, kSampleBar};
    draw_bar(f.paint(), box, true, look, behind);
    f.paint().line({box.x, box.bottom() - 1}, {box.right(), box.bottom() - 1}, {look.color, metrics::border});
    return;
  }
  if (data.kind == ChartData::Kind::area) {
    const Rect box{area.x, middle.y - kSampleBar / 2, kSampleLine, kSampleBar};
    const std::array<Vec, 2> top{Vec{box.x, box.y}, Vec{box.right(), box.y}};
    f.paint().fill(box, mix(behind, look.color, kAreaStacked));
    return draw_line(f.paint(), top, look);
  }
  if (data.kind == ChartData::Kind::line) {
    const std::array<Vec, 2> line{Vec{area.x, middle.y}, Vec{area.x + kSampleLine, middle.y}};
    draw_line(f.paint(), line, look);
    if (!plan.marks) return;
  }
  draw_mark(f.paint(), {area.x + sample_width(data) / 2, middle.y}, kMarkRadius, look, behind);
}

float height_of(float width) {
  constexpr float share = 0.46f, least = 200, most = 330;
  return std::clamp(width * share, least, most);
}

void draw_titles(Frame& f, const ChartData& data) {
  if (!data.title.empty()) {
    words(f, data.title, style::strong);
    f.space(Space::s);
  }
  const std::string title = y_title(data);
  if (title.empty() || title == data.title) return;
  words(f, title, kSmall, Tone::soft);
  f.space(Space::s);
}

void draw_legend(Frame& f, const ChartData& data, const Plan& plan) {
  const float height = Painter::line_height(kSmall), before = sample_width(data) + px(Space::s);
  Rect line = f.place(0);
  float pen = 0;
  for (std::size_t i = 0; i < data.series.size(); ++i) {
    const std::string& name = data.series[i].label;
    if (!needs_name(data, data.series[i])) continue;
    const float room = std::max(1.0f, f.width() - before);
    const float width = std::min(room, std::ceil(f.paint().text_width(name, kSmall)) + 1);
    if (pen == 0 || pen + before + width > f.width()) {
      if (pen > 0) f.space(Space::xs);
      line = f.place(width < room ? height : words_height(f, name, kSmall, width));
      pen = 0;
    }
    draw_sample(f, data, plan, i, {line.x + pen, line.y, sample_width(data), height});
    const Rect words_at{line.x + pen + before, line.y, width, height};
    if (width < room)
      f.paint().text({words_at.x, words_at.y}, name, kSmall, f.theme().soft);
    else
      f.within(words_at, [&] { words(f, name, kSmall, Tone::soft); });
    pen += before + width + px(Space::l);
  }
}

}  // namespace ui::charts
