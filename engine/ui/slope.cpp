#include "ui/slope.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/charts/look.h"
#include "ui/charts/place.h"
#include "ui/charts/plan.h"
#include "ui/widgets/basic.h"

namespace ui {
namespace {

using charts::kSmall;

constexpr float kWidestName = 0.28f;  ///< of the chart, with its number: lines that mean something need room
constexpr float kPerLine = 26, kLeast = 180, kMost = 420;
constexpr float kLeastBetween = 80;  ///< between the two moments

class Slope {
 public:
  Slope(Frame& f, const SlopeData& data) : f_(f), p_(f.paint()), data_(data) { values_.kind = ChartData::Kind::dots; }

  void run() {
    if (!data_.title.empty()) {
      words(f_, data_.title, style::strong);
      f_.space(Space::s);
    }
    collect();
    if (shown_.empty()) return nothing();
    place();
    draw_moments();
    for (std::size_t i = shown_.size(); i-- > 0;) draw_line(i);
  }

 private:
  const SlopeLine& line(std::size_t i) const { return data_.lines[shown_[i]]; }
  float height_of_words() const { return Painter::line_height(kSmall); }

  void collect() {
    const auto seen = [&](double v) { return std::isfinite(v) && (!data_.log || v > 0); };
    values_.log = data_.log;
    values_.series.resize(1);
    for (std::size_t i = 0; i < data_.lines.size(); ++i) {
      if (!seen(data_.lines[i].before) || !seen(data_.lines[i].after)) continue;
      shown_.push_back(i);
      for (const double v : {data_.lines[i].before, data_.lines[i].after}) {
        values_.series[0].y.push_back(v);
        values_.series[0].x.push_back(0);
      }
    }
    looks_.series.resize(data_.lines.size());
  }

  void nothing() {
    card(f_, {.padding = px(Space::l), .dashed = true}, [&] {
      words(f_, data_.alt.empty() ? f_.tr("There is nothing to draw yet.") : data_.alt, style::small, Tone::soft);
    });
  }

  std::string value_words(double value) const {
    const std::string& language = f_.words().language();
    return charts::with_unit(charts::number(value, charts::decimals_for(values_), language),
                             data_.unit == "%" ? data_.unit : "", language);
  }

  /// A name as it is written: on one line, or on two; what is longer is cut with an ellipsis when it is drawn.
  struct Name {
    std::vector<std::string> lines;
    float width = 0;
  };
  Name fit(const std::string& label, float room) const {
    const auto measure = [&](std::string_view utf8, TextStyle style) { return p_.text_width(utf8, style); };
    const float whole = p_.text_width(label, kSmall);
    if (whole <= room) return {{label}, whole};
    const auto lines = charts::wrap(label, kSmall, room, 2, measure);
    return lines ? Name{*lines, charts::widest(*lines, kSmall, measure)} : Name{{label}, room};
  }

  float height_of(const Name& name) const { return static_cast<float>(name.lines.size()) * height_of_words() + 1; }

  /// The plot between the names, and the heights of both ends, words pushed apart.
  void place() {
    const float most = std::min(f_.width() * kWidestName, (f_.width() - kLeastBetween) / 2);
    float left = 0, right = 0, number = 0;
    for (std::size_t i = 0; i < shown_.size(); ++i) {
      for (const double value : {line(i).before, line(i).after})
        number = std::max(number, p_.text_width(value_words(value), kSmall));
    }
    for (std::size_t i = 0; i < shown_.size(); ++i) {
      const Name& name = names_.emplace_back(fit(line(i).label, std::max(1.0f, most - number - px(Space::s))));
      left = std::max(left, name.width + px(Space::s) + p_.text_width(value_words(line(i).before), kSmall));
      right = std::max(right, name.width + px(Space::s) + p_.text_width(value_words(line(i).after), kSmall));
    }
    left += px(Space::m);
    right += px(Space::m);
    float together = 0;
    for (const Name& name : names_) together += height_of(name);
    const float high = std::clamp(static_cast<float>(shown_.size()) * kPerLine, kLeast, std::max(kMost, together));
    const float above = height_of_words() + px(Space::m);
    const Rect area = f_.place(above + high + px(Space::s));
    top_ = area.y;
    plot_ = {area.x + left, area.y + above, area.w - left - right, high};
    const charts::Axis axis = ends();
    y_ = {axis.low, axis.high, plot_.bottom() - height_of_words() / 2, plot_.y + height_of_words() / 2, axis.log};
    left_ = spread_words([&](std::size_t i) { return line(i).before; });
    right_ = spread_words([&](std::size_t i) { return line(i).after; });
  }

  /// From the least to the most: the words carry the numbers, so the axis needs no zero.
  charts::Axis ends() const {
    const auto& all = values_.series[0].y;
    const auto [low, high] = std::minmax_element(all.begin(), all.end());
    const double room = *low == *high ? std::max(1.0, std::abs(*low) / 2) : 0;
    return {data_.log && room > 0 ? *low / 2 : *low - room, *high + room, data_.log, {}};
  }

  template <class Value>
  std::vector<float> spread_words(Value value) const {
    std::vector<float> centers, heights;
    for (std::size_t i = 0; i < shown_.size(); ++i) {
      centers.push_back(y_(value(i)));
      heights.push_back(height_of(names_[i]));
    }
    const auto placed = charts::spread(centers, heights, plot_.y, plot_.bottom() + px(Space::s));
    return placed ? *placed : centers;
  }

  void draw_moments() {
    const Theme& t = f_.theme();
    for (const float x : {plot_.x, plot_.right()})
      p_.line({x, plot_.y - px(Space::xs)}, {x, plot_.bottom()}, {t.line, metrics::border});
    // Over the ends of the lines, as far as each half has room.
    const float half = plot_.w / 2 - px(Space::xs);
    const auto over = [&](float x, const std::string& moment) {
      const float reach = std::min({half, x - f_.x(), f_.x() + f_.width() - x});
      const float width = std::max(p_.text_width(moment, style::small_strong) + 1, 1.0f);
      const float left = std::clamp(x - width / 2, f_.x(), std::max(f_.x(), f_.x() + f_.width() - width));
      const Rect box = width / 2 <= reach ? Rect{left, top_, width, height_of_words()}
                                          : Rect{x - reach, top_, 2 * reach, height_of_words()};
      p_.text_in(box, moment, style::small_strong, t.ink, Align::center);
    };
    over(plot_.x, data_.before);
    over(plot_.right(), data_.after);
  }

  void draw_line(std::size_t i) {
    const charts::Look look = charts::look_of(f_.theme(), looks_, shown_[i]);
    const std::array<Vec, 2> ends{Vec{plot_.x, y_(line(i).before)}, Vec{plot_.right(), y_(line(i).after)}};
    charts::draw_line(p_, ends, look);
    for (const Vec end : ends) charts::draw_mark(p_, end, charts::kMarkRadius, look, f_.theme().surface);
    const float gap = px(Space::m), high = height_of_words();
    const std::string before = value_words(line(i).before), after = value_words(line(i).after);
    const float left = plot_.x - gap - p_.text_width(before, kSmall), right = plot_.right() + gap;
    p_.text({left, left_[i] - high / 2}, before, kSmall, look.words);
    p_.text({right, right_[i] - high / 2}, after, kSmall, look.words);
    const Name& name = names_[i];
    const float behind = right + p_.text_width(after, kSmall) + px(Space::s);
    const float above = static_cast<float>(name.lines.size()) * high / 2;
    for (std::size_t k = 0; k < name.lines.size(); ++k) {
      const float down = static_cast<float>(k) * high - above, width = name.width + 1;
      p_.text_in({left - px(Space::s) - width, left_[i] + down, width, high}, name.lines[k], kSmall, look.words,
                 Align::end);
      p_.text_in({behind, right_[i] + down, width, high}, name.lines[k], kSmall, look.words);
    }
  }

  Frame& f_;
  Painter& p_;
  const SlopeData& data_;
  ChartData values_;  ///< all numbers, for axis and decimals
  ChartData looks_;   ///< as many series as lines, for their looks
  std::vector<std::size_t> shown_;
  std::vector<Name> names_;
  float top_ = 0;
  Rect plot_;
  charts::Scale y_;
  std::vector<float> left_, right_;
};

}  // namespace

void slope_chart(Frame& f, const SlopeData& data) { Slope(f, data).run(); }

}  // namespace ui
