#include <algorithm>
#include <array>
#include <cmath>

#include "ui/charts/draw.h"
#include "ui/charts/look.h"
#include "ui/sketch/board.h"

namespace ui::sketching {
namespace {

using charts::kSmall;
using Shape = SketchData::Shape;

constexpr float kMark = 5;
constexpr float kTickEvery = 76;

class Drawer {
 public:
  Drawer(Frame& f, const SketchData& data, const Board& board, const Shown& shown)
      : f_(f), p_(f.paint()), t_(f.theme()), data_(data), b_(board), shown_(shown) {
    real_ = charts::look_of(t_, 0);
    own_ = charts::look_of(t_, 1);
  }

  void run() {
    waiting();
    chosen();
    if (b_.sideways)
      time_axis();
    else
      axes();
    switch (data_.shape) {
      case Shape::line: curves(); break;
      case Shape::bars: bars(); break;
      case Shape::timeline: events(); break;
    }
    marks();
  }

 private:
  std::optional<double> value(std::size_t i) const { return i < data_.values.size() ? data_.values[i] : std::nullopt; }

  /// Where something is still to be drawn.
  void waiting() {
    if (!data_.enabled) return;
    for (std::size_t i = 0; i < data_.asked.size(); ++i) {
      if (value(i)) continue;
      const float at = b_.at[data_.asked[i]];
      const Vec from = b_.sideways ? Vec{b_.plot.x, at} : Vec{at, b_.plot.y};
      const Vec to = b_.sideways ? Vec{b_.plot.right(), at} : Vec{at, b_.plot.bottom()};
      p_.line(from, to, {fade(t_.accent, 0.45f), 1, true});
    }
  }

  void chosen() {
    if (shown_.chosen < 0) return;
    const float at = b_.at[data_.asked[static_cast<std::size_t>(shown_.chosen)]],
                half = b_.sideways ? kRow / 2 - 2 : std::max(8.0f, b_.bar / 2 + 4);
    const Rect band =
        b_.sideways ? Rect{b_.plot.x, at - half, b_.plot.w, 2 * half} : Rect{at - half, b_.plot.y, 2 * half, b_.plot.h};
    p_.fill(band, fade(t_.accent_soft, 0.8f), metrics::tiny_corner);
  }

  /// Grid, ticks and names, without any series.
  void axes() {
    ChartData empty = data_.chart;
    empty.kind = ChartData::Kind::line;
    empty.series.clear();
    charts::draw_plan(f_, empty, b_.plan, b_.origin);
  }

  void time_axis() {
    ChartData years;
    years.x_is_year = true;
    years.from_x = data_.chart.from, years.to_x = data_.chart.to;
    years.series = {{"", {1, 1}, {*data_.chart.from, *data_.chart.to}, {}, -1}};
    const int count = std::max(3, static_cast<int>(b_.plot.w / kTickEvery));
    float free = b_.plot.x;
    charts::Axis axis = charts::number_axis(years, count, f_.words().language());
    charts::name_years(axis, f_.words());
    for (const charts::Tick& tick : axis.ticks) {
      const float x = b_.value(tick.value), width = p_.text_width(tick.words, kSmall);
      p_.line({x, b_.plot.y}, {x, b_.plot.bottom()}, {fade(t_.line, 0.7f), metrics::border});
      const float left = std::clamp(x - width / 2, b_.plot.x, b_.plot.right() - width);
      if (left < free) continue;
      p_.text({left, b_.plot.bottom() + px(Space::s)}, tick.words, kSmall, t_.soft);
      free = left + width + px(Space::m);
    }
    p_.line({b_.plot.x, b_.plot.bottom()}, {b_.plot.right(), b_.plot.bottom()},
            {mix(t_.line, t_.soft, 0.5f), metrics::border});
    for (std::size_t i = 0; i < data_.chart.categories.size() && i < b_.at.size(); ++i) {
      const Rect name{b_.origin.x, b_.at[i] - kRow / 2, b_.plot.x - b_.origin.x - px(Space::m), kRow};
      p_.text_in(name, data_.chart.categories[i], style::small, t_.ink, Align::end);
    }
  }

  /// Runs of neighbouring stops that have a value, each given to `see`.
  template <class Value, class See>
  void runs(Value value_of, See see) const {
    std::vector<Vec> run;
    for (std::size_t stop = 0; stop < data_.real.size(); ++stop) {
      const double v = value_of(stop);
      if (std::isfinite(v)) {
        run.push_back(b_.point(stop, v));
        continue;
      }
      if (!run.empty()) see(run);
      run.clear();
    }
    if (!run.empty()) see(run);
  }

  bool is_given(std::size_t stop) const {
    return std::find(data_.given.begin(), data_.given.end(), stop) != data_.given.end();
  }
  std::optional<std::size_t> asked_index(std::size_t stop) const {
    const auto found = std::lower_bound(data_.asked.begin(), data_.asked.end(), stop);
    if (found == data_.asked.end() || *found != stop) return std::nullopt;
    return static_cast<std::size_t>(found - data_.asked.begin());
  }

  void curve(const charts::Look& look, const std::vector<Vec>& run) {
    charts::draw_line(p_, run, look);
    for (const Vec at : run) charts::draw_mark(p_, at, kMark - 1, look, t_.surface);
  }

  void curves() {
    // One's own line begins at what is known, so that it hangs together.
    const auto own = [&](std::size_t stop) {
      const auto i = asked_index(stop);
      if (i) return value(*i).value_or(std::nan(""));
      return is_given(stop) ? data_.real[stop] : std::nan("");
    };
    // A value beyond the axis leads out of the plot, and no further.
    p_.push_clip(b_.plot.inset(-kMark));
    runs(own, [&](const std::vector<Vec>& run) { charts::draw_line(p_, run, own_); });
    for (std::size_t i = 0; i < data_.asked.size(); ++i) {
      if (value(i)) charts::draw_mark(p_, b_.point(data_.asked[i], *value(i)), kMark, own_, t_.surface);
    }
    p_.pop_clip();
    const auto given = [&](std::size_t stop) { return is_given(stop) ? data_.real[stop] : std::nan(""); };
    runs(given, [&](const std::vector<Vec>& run) { curve(real_, run); });
    if (shown_.revealed <= 0) return;
    // From left to right, beginning where what is known ends.
    const std::size_t first = data_.asked.empty() ? 0 : data_.asked.front();
    const float start = first > 0 ? b_.at[first - 1] : b_.plot.x - kMark;
    const float width = (b_.plot.right() + kMark - start) * shown_.revealed;
    p_.push_clip({start, b_.plot.y - kMark, width, b_.plot.h + 2 * kMark});
    runs([&](std::size_t stop) { return data_.real[stop]; }, [&](const std::vector<Vec>& run) { curve(real_, run); });
    p_.pop_clip();
  }

  void bar(std::size_t stop, double v, float width, const charts::Look& look) {
    const float end = b_.value(v), left = b_.at[stop] - width / 2;
    charts::draw_bar(p_, {left, std::min(end, b_.base), width, std::abs(end - b_.base)}, end <= b_.base, look,
                     t_.surface);
  }

  void bars() {
    constexpr float kInside = 0.56f;
    charts::Look outline = own_;
    outline.pattern = charts::Pattern::outline;
    p_.push_clip(b_.plot.inset(-kMark));
    for (std::size_t i = 0; i < data_.asked.size(); ++i) {
      if (value(i)) bar(data_.asked[i], *value(i), b_.bar, outline);
    }
    p_.pop_clip();
    for (const std::size_t stop : data_.given) {
      if (std::isfinite(data_.real[stop])) bar(stop, data_.real[stop], b_.bar * kInside, real_);
    }
    if (shown_.revealed <= 0) return;
    const double zero = std::clamp(0.0, b_.value.low, b_.value.high);
    for (const std::size_t stop : data_.asked)
      bar(stop, zero + (data_.real[stop] - zero) * static_cast<double>(shown_.revealed), b_.bar * kInside, real_);
  }

  void year(Vec at, double v, const charts::Look& look, bool above) {
    const std::string words = sketch_words(data_, v, f_.words().language());
    const float width = p_.text_width(words, kSmall), high = Painter::line_height(kSmall);
    const bool right = at.x + kMark + px(Space::xs) + width <= b_.plot.right();
    const float x = right ? at.x + kMark + px(Space::xs) : at.x - kMark - px(Space::xs) - width;
    p_.text({x, above ? at.y - high - 1 : at.y + 1}, words, kSmall, look.words);
  }

  void events() {
    for (std::size_t i = 0; i < data_.asked.size(); ++i) {
      const std::size_t stop = data_.asked[i];
      const Vec real = b_.point(stop, data_.real[stop]);
      if (value(i)) {
        const Vec own = b_.point(stop, *value(i));
        const Vec to{own.x + (real.x - own.x) * shown_.revealed, own.y};
        if (shown_.revealed > 0) p_.line(own, to, {fade(t_.soft, 0.8f), 1.5f});
        charts::draw_mark(p_, own, kMark + 1, own_, t_.surface);
        year(own, *value(i), own_, true);
      }
      if (shown_.revealed < 1) continue;
      charts::draw_mark(p_, real, kMark + 1, real_, t_.surface);
      year(real, data_.real[stop], real_, false);
    }
    for (const std::size_t stop : data_.given) {
      if (!std::isfinite(data_.real[stop])) continue;
      const Vec real = b_.point(stop, data_.real[stop]);
      charts::draw_mark(p_, real, kMark + 1, real_, t_.surface);
      year(real, data_.real[stop], real_, false);
    }
  }

  /// How each of one's own points stands, at the edge of the plot so that it hides nothing.
  void marks() {
    constexpr float kIcon = kMarkSide;
    for (std::size_t i = 0; i < data_.asked.size() && i < data_.marks.size(); ++i) {
      const Mark mark = data_.marks[i];
      if (mark == Mark::open) continue;
      const float at = b_.at[data_.asked[i]];
      const Rect box = b_.sideways ? Rect{b_.plot.right() + px(Space::s), at - kIcon / 2, kIcon, kIcon}
                                   : Rect{at - kIcon / 2, b_.plot.y - 2, kIcon, kIcon};
      p_.fill(box.inset(-2), t_.surface, 4);
      draw_icon(p_, icon_of(mark), box, color_of(t_, tone_of(mark)));
    }
  }

  Frame& f_;
  Painter& p_;
  const Theme& t_;
  const SketchData& data_;
  const Board& b_;
  const Shown shown_;
  charts::Look real_, own_;
};

}  // namespace

void draw(Frame& f, const SketchData& data, const Board& board, const Shown& shown) {
  Drawer(f, data, board, shown).run();
}

}  // namespace ui::sketching
