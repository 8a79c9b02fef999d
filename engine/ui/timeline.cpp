#include "ui/timeline.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/charts/look.h"
#include "ui/charts/plan.h"
#include "ui/widgets/basic.h"

namespace ui {
namespace {

using charts::kSmall;

constexpr float kLine = 30, kTallLine = 42, kBar = 12;
constexpr float kGap = px(Space::s) + charts::kMarkRadius;  ///< between a mark and its words
constexpr float kTickEvery = 76;

class Spans {
 public:
  Spans(Frame& f, const TimelineData& data) : f_(f), p_(f.paint()), data_(data) {}

  void run() {
    if (!data_.title.empty()) {
      words(f_, data_.title, style::strong);
      f_.space(Space::s);
    }
    if (data_.spans.empty()) return nothing();
    make_axis();
    fit();
    const float high = static_cast<float>(data_.spans.size()) * line_;
    area_ = f_.place(high + px(Space::s) + Painter::line_height(kSmall));
    x_ = scale(area_.x);
    grid(high);
    for (std::size_t i = 0; i < data_.spans.size(); ++i) draw(data_.spans[i], area_.y + static_cast<float>(i) * line_);
  }

 private:
  void nothing() {
    card(f_, {.padding = px(Space::l), .dashed = true}, [&] {
      words(f_, data_.alt.empty() ? f_.tr("There is nothing to draw yet.") : data_.alt, style::small, Tone::soft);
    });
  }

  void make_axis() {
    ChartData years;
    years.x_is_year = true;
    years.from_x = data_.from;
    years.to_x = data_.to;
    Series& ends = years.series.emplace_back();
    for (const TimeSpan& span : data_.spans) {
      ends.x.push_back(span.from);
      ends.x.push_back(span.to.value_or(span.from));
    }
    ends.y.assign(ends.x.size(), 1);
    axis_ = charts::number_axis(years, std::max(3, static_cast<int>(f_.width() / kTickEvery)), f_.words().language());
    charts::name_years(axis_, f_.words());
  }

  charts::Scale scale(float left) const {
    const float room = charts::kMarkRadius + 1;
    return {axis_.low, axis_.high, left + room, left + f_.width() - room, false};
  }

  /// Words stand beside their marks if all of them fit there, else over them.
  void fit() {
    const charts::Scale x = scale(0);
    for (const TimeSpan& span : data_.spans) {
      const float from = x(span.from), to = span.to ? x(*span.to) : from;
      if (words_width(span) > std::max(f_.width() - to, from) - kGap) over_ = true;
    }
    line_ = over_ ? kTallLine : kLine;
  }

  float words_width(const TimeSpan& span) const {
    return p_.text_width(span.when, kSmall) + px(Space::s) + p_.text_width(span.label, kSmall);
  }

  void grid(float high) {
    const Theme& t = f_.theme();
    float free = area_.x;
    for (const charts::Tick& tick : axis_.ticks) {
      const float x = x_(tick.value), width = p_.text_width(tick.words, kSmall);
      p_.line({x, area_.y}, {x, area_.y + high}, {fade(t.line, 0.7f), metrics::border});
      const float left = std::clamp(x - width / 2, area_.x, area_.right() - width);
      if (left < free) continue;
      p_.text({left, area_.y + high + px(Space::s)}, tick.words, kSmall, t.soft);
      free = left + width + px(Space::m);
    }
    p_.line({area_.x, area_.y + high}, {area_.right(), area_.y + high}, {mix(t.line, t.soft, 0.5f), metrics::border});
  }

  void draw(const TimeSpan& span, float top) {
    const Theme& t = f_.theme();
    const float from = x_(span.from), to = span.to ? std::max(x_(*span.to), from + 3) : from;
    const float high = Painter::line_height(kSmall), width = words_width(span);
    const float middle = over_ ? top + high + px(Space::xs) + kBar / 2 : top + line_ / 2;
    const charts::Look look = charts::look_of(t, 0);
    if (span.to)
      p_.fill({from, middle - kBar / 2, to - from, kBar}, look.color, 3);
    else
      charts::draw_mark(p_, {from, middle}, charts::kMarkRadius + 1, look, t.surface);
    float x = to + kGap, y = middle - high / 2;
    if (over_)
      x = std::clamp(from - charts::kMarkRadius, area_.x, std::max(area_.x, area_.right() - width)), y = top;
    else if (x + width > area_.right())
      x = from - kGap - width;
    const float when = p_.text_width(span.when, kSmall) + px(Space::s);
    const float room = std::max(1.0f, std::min(width - when, area_.right() - x - when));
    // The lines of the years stay behind the words.
    p_.fill({x - 2, y, when + room + 4, high}, t.surface);
    p_.text({x, y}, span.when, kSmall, t.soft);
    p_.text_in({x + when, y, room + 1, high}, span.label, kSmall, t.ink);
  }

  Frame& f_;
  Painter& p_;
  const TimelineData& data_;
  charts::Axis axis_;
  charts::Scale x_;
  Rect area_;
  bool over_ = false;  ///< words stand over the marks
  float line_ = kLine;
};

}  // namespace

void timeline_chart(Frame& f, const TimelineData& data) { Spans(f, data).run(); }

}  // namespace ui
