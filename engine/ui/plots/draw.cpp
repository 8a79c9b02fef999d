#include "ui/plots/draw.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/charts/look.h"
#include "ui/widgets/basic.h"

namespace ui::plots {
namespace {

constexpr float kPale = 0.3f;
constexpr float kBand = 0.16f;
constexpr float kSample = 28;

charts::Look look_of(const Theme& theme, std::size_t color, bool dashed, bool solid) {
  charts::Look look = charts::look_of(theme, color);
  // Not the dashes of the fourth series, whose colour is that of the first.
  if (dashed && look.dash == charts::Dash::solid) look.dash = charts::Dash::both;
  if (solid) look.dash = charts::Dash::solid;
  return look;
}

charts::Look look_of(Frame& f, const PlotLine& line) {
  charts::Look look = look_of(f.theme(), line.color, line.dashed, false);
  if (line.kept) look.color = mix(f.theme().surface, look.color, kPale);
  return look;
}

class Drawer {
 public:
  Drawer(Frame& f, const PlotData& data, const Plan& plan, Vec at)
      : f_(f), p_(f.paint()), data_(data), plan_(plan), at_(at) {}

  void run() {
    grid();
    p_.push_clip(area().inset(-charts::kLineWidth));
    for (const PlotBand& band : data_.bands) draw_band(band);
    for (const PlotLine& line : data_.lines) {
      if (line.kept) draw_line(line);
    }
    for (std::size_t i = data_.lines.size(); i-- > 0;) {
      if (!data_.lines[i].kept) draw_line(data_.lines[i]);
    }
    clouds();
    if (data_.now) now();
    p_.pop_clip();
    dots();
    names();
  }

 private:
  Rect area() const { return {plan_.area.x + at_.x, plan_.area.y + at_.y, plan_.area.w, plan_.area.h}; }
  Vec point(double x, double y) const { return {at_.x + plan_.x(x), at_.y + plan_.y(y)}; }
  bool seen(double x, double y) const { return plan_.x.can_show(x) && plan_.y.can_show(y); }

  void words(float x, float middle, std::string_view words, Color color) {
    p_.text({x, middle - Painter::line_height(style::caption) / 2}, words, style::caption, color);
  }

  void grid() {
    const Theme& t = f_.theme();
    const Rect r = area();
    for (const charts::Tick& level : plan_.levels) {
      const float y = at_.y + plan_.y(level.value);
      p_.line({r.x, y}, {r.right(), y}, {fade(t.line, 0.7f), metrics::border});
      words(r.x - px(Space::s) - p_.text_width(level.words, style::caption), y, level.words, t.soft);
    }
    const float bottom = r.bottom() + px(Space::s) + Painter::line_height(style::caption) / 2;
    for (const XTick& tick : plan_.ticks)
      words(at_.x + tick.x - p_.text_width(tick.words, style::caption) / 2, bottom, tick.words, t.soft);
    p_.line({r.x, r.bottom()}, {r.right(), r.bottom()}, {mix(t.line, t.soft, 0.5f), metrics::border});
  }

  void draw_band(const PlotBand& band) {
    const Color color = fade(look_of(f_.theme(), band.color, false, true).color, kBand);
    for (std::size_t i = 1; i < band.x.size(); ++i) {
      if (!seen(band.x[i - 1], band.low[i - 1]) || !seen(band.x[i], band.low[i])) continue;
      if (!plan_.y.can_show(band.high[i - 1]) || !plan_.y.can_show(band.high[i])) continue;
      const std::array<Vec, 4> box{point(band.x[i - 1], band.low[i - 1]), point(band.x[i], band.low[i]),
                                   point(band.x[i], band.high[i]), point(band.x[i - 1], band.high[i - 1])};
      // Upright strips between whole pixels, so that neighbours neither overlap nor leave a seam.
      const float low = std::max((box[0].y + box[1].y) / 2, (box[2].y + box[3].y) / 2);
      const float high = std::min((box[0].y + box[1].y) / 2, (box[2].y + box[3].y) / 2);
      p_.fill({box[0].x, high, box[1].x - box[0].x, low - high}, color);
    }
  }

  void draw_line(const PlotLine& line) {
    charts::Look look = look_of(f_, line);
    std::vector<Vec> run;
    const auto flush = [&] {
      charts::draw_line(p_, run, look);
      run.clear();
    };
    bool late = false;
    for (std::size_t i = 0; i < line.x.size(); ++i) {
      if (!seen(line.x[i], line.y[i])) {
        flush();
        continue;
      }
      run.push_back(point(line.x[i], line.y[i]));
      if (!late && data_.now && line.x[i] >= *data_.now) {
        const Vec here = run.back();
        flush();
        late = true;
        look.color = mix(f_.theme().surface, look.color, kPale);
        run.push_back(here);
      }
    }
    flush();
  }

  void now() {
    const float x = at_.x + plan_.x(*data_.now);
    p_.line({x, area().y}, {x, area().bottom()}, {fade(f_.theme().soft, 0.6f), metrics::border});
    for (const PlotLine& line : data_.lines) {
      const double y = value_at(line, *data_.now);
      if (!line.kept && plan_.y.holds(y))
        charts::draw_mark(p_, point(*data_.now, y), charts::kMarkRadius, look_of(f_, line), f_.theme().surface);
    }
  }

  void clouds() {
    for (const PlotCloud& cloud : data_.clouds) {
      const charts::Look look = look_of(f_.theme(), cloud.color, false, true);
      for (std::size_t i = 0; i < cloud.x.size(); ++i) {
        if (plan_.x.holds(cloud.x[i]) && plan_.y.holds(cloud.y[i]))
          charts::draw_mark(p_, point(cloud.x[i], cloud.y[i]), charts::kMarkRadius, look, f_.theme().surface);
      }
    }
  }

  void dots() {
    for (const PlotDot& dot : data_.dots) {
      if (!plan_.x.holds(dot.x) || !plan_.y.holds(dot.y)) continue;
      const Color color = dot.kept ? mix(f_.theme().surface, f_.theme().ink, kPale) : f_.theme().ink;
      p_.disc(point(dot.x, dot.y), 6.5f, f_.theme().surface);
      p_.disc(point(dot.x, dot.y), 5, color);
    }
  }

  void names() {
    const float line = Painter::line_height(style::caption);
    for (const DotName& name : plan_.dot_names)
      words(at_.x + name.box.x, at_.y + name.box.center().y, data_.dots[name.dot].label, f_.theme().ink);
    for (const EndName& name : plan_.end_names) {
      const Color color = look_of(f_, data_.lines[name.line]).words;
      float y = at_.y + name.y - static_cast<float>(name.lines.size() - 1) * line / 2;
      for (const std::string& words_of : name.lines) {
        words(area().right() + px(Space::s), y, words_of, color);
        y += line;
      }
    }
  }

  Frame& f_;
  Painter& p_;
  const PlotData& data_;
  const Plan& plan_;
  const Vec at_;
};

/// What stands for a line, a band or a cloud.
struct Entry {
  std::string label;
  charts::Look look;
  enum class Kind { line, band, cloud } kind;
};

void draw_sample(Frame& f, const Entry& entry, Rect r) {
  const float middle = r.center().y;
  const std::array<Vec, 2> ends{Vec{r.x, middle}, Vec{r.right(), middle}};
  switch (entry.kind) {
    case Entry::Kind::line: return charts::draw_line(f.paint(), ends, entry.look);
    case Entry::Kind::band: return f.paint().fill({r.x, middle - 5, r.w, 10}, fade(entry.look.color, 2 * kBand), 2);
    case Entry::Kind::cloud:
      return charts::draw_mark(f.paint(), {r.center().x, middle}, charts::kMarkRadius, entry.look, f.theme().surface);
  }
}

}  // namespace

void draw_plan(Frame& f, const PlotData& data, const Plan& plan, Vec at) { Drawer(f, data, plan, at).run(); }

void draw_legend(Frame& f, const PlotData& data, const Plan& plan) {
  std::vector<Entry> entries;
  for (const PlotLine& line : data.lines) {
    if (plan.end_names.empty() && !line.kept && !line.label.empty())
      entries.push_back({line.label, look_of(f, line), Entry::Kind::line});
  }
  for (const PlotBand& band : data.bands) {
    if (!band.label.empty())
      entries.push_back({band.label, look_of(f.theme(), band.color, false, true), Entry::Kind::band});
  }
  for (const PlotCloud& cloud : data.clouds) {
    if (!cloud.label.empty())
      entries.push_back({cloud.label, look_of(f.theme(), cloud.color, false, true), Entry::Kind::cloud});
  }
  if (entries.empty()) return;
  f.flow(Space::l, [&] {
    for (const Entry& entry : entries) {
      const float room = std::max(1.0f, f.width() - kSample - px(Space::s));
      const float width = std::min(room, std::ceil(f.paint().text_width(entry.label, style::caption)) + 1);
      const float line = Painter::line_height(style::caption);
      const float height = std::max(line, width < room ? line : words_height(f, entry.label, style::caption, width));
      const Rect box = f.place(kSample + px(Space::s) + width, height);
      draw_sample(f, entry, {box.x, box.y, kSample, line});
      const Rect words_at{box.x + kSample + px(Space::s), box.y, width, height};
      if (width < room)
        f.paint().text({words_at.x, words_at.y}, entry.label, style::caption, f.theme().soft);
      else
        f.within(words_at, [&] { words(f, entry.label, style::caption, Tone::soft); });
    }
  });
  f.space(Space::s);
}

}  // namespace ui::plots
