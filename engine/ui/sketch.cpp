#include "ui/sketch.h"

#include <algorithm>
#include <cmath>

#include "text/number.h"
#include "ui/charts/draw.h"
#include "ui/core.h"
#include "ui/edit/editor.h"
#include "ui/sketch/board.h"
#include "ui/widgets/basic.h"

namespace ui {
namespace {

using Values = std::vector<std::optional<double>>;

constexpr int kReveals = 3;  ///< motions of 120 ms in which the data draw themselves over
constexpr std::size_t kLongestNumber = 20;

double nice(double rough) {
  const Ticks ticks = nice_ticks(0, rough, 2);
  return ticks.step;
}

class Sketch {
 public:
  Sketch(Frame& f, std::string_view id, const SketchData& data)
      : f_(f), id_(id), data_(data), values_(data.values), step_(sketch_step(data)) {
    values_.resize(data.asked.size());
  }

  std::optional<Values> run() {
    const sketching::Board board = sketching::lay_out(f_, data_);
    // Takes::text: digits are typed into it; Up and Down are taken below, Enter stays with the view.
    const Response response = f_.item(id_, board.plot.inset(-4), {Takes::text, data_.enabled, true, Cursor::hand});
    chosen_ = std::clamp(static_cast<int>(f_.recall(name("chosen"), 0)), 0,
                         std::max(0, static_cast<int>(data_.asked.size()) - 1));
    if (!data_.asked.empty() && data_.enabled) {
      by_mouse(response, board);
      if (response.focused) by_keys(response);
    }
    f_.remember(name("chosen"), static_cast<float>(chosen_));
    const bool shows = response.ring || response.held;
    sketching::draw(f_, data_, board, {shows && data_.enabled ? chosen_ : -1, revealed()});
    if (response.ring) f_.focus_ring(board.plot.inset(-4), metrics::tiny_corner);
    if (data_.enabled) readout();
    if (!changed_) return std::nullopt;
    f_.redraw();
    return values_;
  }

 private:
  std::string name(const char* what) const { return std::string(id_) + "#" + what; }
  std::optional<double>& chosen_value() { return values_[static_cast<std::size_t>(chosen_)]; }

  /// 0 to 1 in a few short motions.
  float revealed() {
    float sum = 0;
    bool before = true;
    for (int i = 0; i < kReveals; ++i) {
      const float at = f_.eased(name("reveal") + std::to_string(i), data_.revealed && before ? 1.0f : 0.0f);
      before = at >= 1;
      sum += at;
    }
    return data_.revealed ? sum / kReveals : 0;
  }

  double held(double value) const { return std::clamp(value, *data_.chart.from, *data_.chart.to); }
  double rounded(double value, double step) const { return held(std::round(value / step) * step); }

  void set(std::size_t i, std::optional<double> value) {
    if (values_[i] == value) return;
    values_[i] = value;
    changed_ = true;
  }

  std::size_t nearest(const sketching::Board& board, float at) const {
    std::size_t best = 0;
    for (std::size_t i = 1; i < data_.asked.size(); ++i) {
      if (std::abs(board.at[data_.asked[i]] - at) < std::abs(board.at[data_.asked[best]] - at)) best = i;
    }
    return best;
  }

  /// Values between where the mouse was and where it is: a fast drag leaves no point out.
  void by_mouse(const Response& response, const sketching::Board& board) {
    const Vec mouse = f_.mouse();
    if (!response.held) return;
    const bool first = f_.core().pressed_now;
    const Vec last{f_.recall(name("x"), mouse.x), f_.recall(name("y"), mouse.y)};
    f_.remember(name("x"), mouse.x);
    f_.remember(name("y"), mouse.y);
    // An event of a timeline is held until it is let go.
    const std::size_t here =
        board.sideways && !first ? static_cast<std::size_t>(chosen_) : nearest(board, board.along(mouse));
    chosen_ = static_cast<int>(here);
    forget_typed();
    set(here, rounded(board.value_at(mouse), step_));
    if (board.sideways || first) return;
    const float from = board.along(last), to = board.along(mouse);
    for (std::size_t i = 0; i < data_.asked.size(); ++i) {
      const float at = board.at[data_.asked[i]];
      if (i == here || at <= std::min(from, to) || at >= std::max(from, to)) continue;
      const float share = (at - from) / (to - from);
      set(i,
          rounded(board.value_at({last.x + (mouse.x - last.x) * share, last.y + (mouse.y - last.y) * share}), step_));
    }
  }

  /// What stands beside it is where one begins.
  double start() const {
    for (int i = chosen_ - 1; i >= 0; --i) {
      if (values_[static_cast<std::size_t>(i)]) return *values_[static_cast<std::size_t>(i)];
    }
    const std::size_t stop = data_.asked[static_cast<std::size_t>(chosen_)];
    if (data_.shape != SketchData::Shape::timeline) {
      for (std::size_t i = stop; i-- > 0;) {
        const bool given = std::find(data_.given.begin(), data_.given.end(), i) != data_.given.end();
        if (given && std::isfinite(data_.real[i])) return data_.real[i];
      }
    }
    return rounded((*data_.chart.from + *data_.chart.to) / 2, step_);
  }

  void change_by(double by) {
    forget_typed();
    const double value = chosen_value() ? *chosen_value() + by : start();
    set(static_cast<std::size_t>(chosen_), rounded(value, std::abs(by)));
  }

  void move(int to) {
    forget_typed();
    chosen_ = std::clamp(to, 0, static_cast<int>(data_.asked.size()) - 1);
    f_.core().ring = true;
    f_.redraw();
  }

  void by_keys(const Response& response) {
    const bool years = data_.shape == SketchData::Shape::timeline;
    const double fine = years ? step_ : step_ / 10;
    if (f_.pressed(Key::up)) changed_by_key(step_);
    if (f_.pressed(Key::down)) changed_by_key(-step_);
    if (f_.pressed({Key::up, false, true})) changed_by_key(fine);
    if (f_.pressed({Key::down, false, true})) changed_by_key(-fine);
    for (const Event& event : f_.core().typed) take(event, response.id);
  }

  void changed_by_key(double by) {
    f_.core().ring = true;
    change_by(by);
  }

  void take(const Event& event, Id id) {
    if (event.kind == Event::Kind::text) return type(event.character, id);
    switch (event.key.key) {
      case Key::left: return move(chosen_ - 1);
      case Key::right: return move(chosen_ + 1);
      case Key::home: return move(0);
      case Key::end: return move(static_cast<int>(data_.asked.size()) - 1);
      case Key::backspace:
      case Key::del: forget_typed(); return set(static_cast<std::size_t>(chosen_), std::nullopt);
      default: return;
    }
  }

  /// A number is typed digit by digit; what can be read so far is the value.
  void type(char32_t c, Id id) {
    const bool part = (c >= U'0' && c <= U'9') || c == U'.' || c == U',' || c == U'-';
    if (!part) return;
    auto& editor = f_.core().editors[id];
    if (!editor) editor = std::make_unique<Editor>();
    editor->seen = f_.core().frame_number;
    editor->insert(std::string(1, static_cast<char>(c)), false, kLongestNumber);
    f_.core().ring = true;
    if (const auto number = text::parse_number(editor->text(), f_.words().language()))
      set(static_cast<std::size_t>(chosen_), held(number->value));
    f_.redraw();
  }

  void forget_typed() {
    const auto found = f_.core().editors.find(f_.id(id_));
    if (found != f_.core().editors.end() && found->second) found->second->sync("");
  }

  /// The chosen point, and how many are set, for those who do not see the plot as well.
  void readout() {
    if (data_.asked.empty()) return;
    const auto found = f_.core().editors.find(f_.id(id_));
    if (found != f_.core().editors.end() && found->second) found->second->seen = f_.core().frame_number;
    const std::string& language = f_.words().language();
    const auto set_count = std::count_if(values_.begin(), values_.end(), [](const auto& v) { return v.has_value(); });
    const std::string value = chosen_value() ? sketch_words(data_, *chosen_value(), language) : f_.tr("not set");
    const std::string stop = sketch_stop(data_, data_.asked[static_cast<std::size_t>(chosen_)], language);
    const std::string left = text::fill(f_.tr("{place}: {value}"), {{"place", stop}, {"value", value}});
    const std::string right = text::fill(
        f_.tr("{count} of {all} set"), {{"count", std::to_string(set_count)}, {"all", std::to_string(values_.size())}});
    f_.space(Space::s);
    two_sides(f_, left, style::small_strong, Tone::ink, right, style::small, Tone::soft);
  }

  Frame& f_;
  std::string_view id_;
  const SketchData& data_;
  Values values_;
  const double step_;
  int chosen_ = 0;
  bool changed_ = false;
};

}  // namespace

void sketch_legend(Frame& f, const SketchData& data, std::string_view own, std::string_view real) {
  ChartData legend;
  legend.kind = data.shape == SketchData::Shape::line   ? ChartData::Kind::line
                : data.shape == SketchData::Shape::bars ? ChartData::Kind::bar
                                                        : ChartData::Kind::dots;
  // The look of each as it was drawn: the real one first.
  legend.series = {{std::string(own), {0}, {0}, {}, 1}, {std::string(real), {0}, {0}, {}, 0}};
  charts::Plan plan;
  plan.marks = true;
  charts::draw_legend(f, legend, plan);
}

double sketch_step(const SketchData& data) {
  const double range = *data.chart.to - *data.chart.from;
  if (data.shape != SketchData::Shape::timeline) return nice(range / 50);
  constexpr double kFew = 250;
  return range <= kFew ? 1 : std::max(1.0, nice(range / kFew));
}

std::string sketch_words(const SketchData& data, double value, std::string_view language) {
  if (data.shape == SketchData::Shape::timeline) return std::to_string(std::llround(std::floor(value + 1e-9)));
  const double range = *data.chart.to - *data.chart.from;
  const int decimals = std::clamp(3 - static_cast<int>(std::floor(std::log10(range))), 0, 8);
  return charts::with_unit(charts::number(value, decimals, language), data.chart.unit, language);
}

std::string sketch_stop(const SketchData& data, std::size_t stop, std::string_view language) {
  if (!data.chart.categories.empty()) return data.chart.categories[stop];
  return charts::x_words(data.chart, data.chart.series[0].x[stop], language);
}

std::optional<Values> sketch(Frame& f, std::string_view id, const SketchData& data) {
  return Sketch(f, id, data).run();
}

}  // namespace ui
