#include <algorithm>
#include <cmath>

#include "text/number.h"
#include "ui/charts/look.h"
#include "ui/plots/draw.h"

namespace ui::plots {
namespace {

struct Row {
  std::size_t line;
  std::string name, value;
  double y;
};

/// Decimals that tell apart what is a pixel apart.
int decimals_of(const charts::Scale& scale, double value) {
  const double range = scale.log ? std::max(std::abs(value), 1e-9) : std::abs(scale.high - scale.low);
  return std::clamp(static_cast<int>(std::ceil(2 - std::log10(std::max(range, 1e-9)))), 0, 8);
}

std::string words_of(const charts::Scale& scale, double value, const PlotAxis& axis, const std::string& language) {
  if (are_years(axis)) return std::to_string(static_cast<int>(std::floor(value)));
  return charts::with_unit(charts::number(value, decimals_of(scale, value), language), axis.unit, language);
}

}  // namespace

void draw_readout(Frame& f, const PlotData& data, const Plan& plan, Vec at, double x) {
  const std::string& language = f.words().language();
  std::vector<Row> rows;
  constexpr std::size_t kMost = 12;
  for (std::size_t i = 0; i < data.lines.size() && rows.size() < kMost; ++i) {
    const double y = value_at(data.lines[i], x);
    if (data.lines[i].kept || !std::isfinite(y)) continue;
    rows.push_back({i, data.lines[i].label, words_of(plan.y, y, data.y, language), y});
  }
  if (rows.empty()) return;
  const Theme& t = f.theme();
  const float place = at.x + plan.x(x);
  f.paint().line({place, at.y + plan.area.y}, {place, at.y + plan.area.bottom()},
                 {fade(t.soft, 0.6f), metrics::border});
  const auto look = [&](std::size_t line) { return charts::look_of(t, data.lines[line].color); };
  for (const Row& row : rows) {
    if (plan.y.holds(row.y))
      charts::draw_mark(f.paint(), {place, at.y + plan.y(row.y)}, charts::kMarkRadius + 1.5f, look(row.line),
                        t.surface);
  }
  const std::string head = (data.x.label.empty() ? "" : data.x.label + " ") + words_of(plan.x, x, data.x, language);
  const float line = Painter::line_height(style::caption), strong = Painter::line_height(style::small_strong);
  constexpr float kSample = 16;
  constexpr float kWidest = 200;
  float names = 0, values = 0;
  for (const Row& row : rows) {
    names = std::max(names, std::min(kWidest, f.paint().text_width(row.name, style::caption)));
    values = std::max(values, f.paint().text_width(row.value, style::small_strong));
  }
  const float inner = std::max(kSample + px(Space::s) + names + (names > 0 ? px(Space::m) : 0) + values,
                               f.paint().text_width(head, style::caption));
  const Vec size{inner + 2 * px(Space::m),
                 line + static_cast<float>(rows.size()) * (strong + px(Space::xs)) + 2 * px(Space::s)};
  const float edge = px(Space::s), gap = px(Space::m);
  const float wanted = place + gap + size.x <= at.x + plan.area.right() ? place + gap : place - gap - size.x;
  const Rect box{std::clamp(wanted, edge, std::max(edge, f.size().x - size.x - edge)),
                 std::clamp(at.y + plan.area.y, edge, std::max(edge, f.size().y - size.y - edge)), size.x, size.y};
  f.on_layer(Layer::popup, false, [&] {
    Painter& p = f.paint();
    p.shadow(box, metrics::small_corner);
    p.fill(box, t.surface, metrics::small_corner);
    p.border(box, {t.line, metrics::border}, metrics::small_corner);
    Vec pen{box.x + px(Space::m), box.y + px(Space::s)};
    p.text(pen, head, style::caption, t.soft);
    pen.y += line;
    for (const Row& row : rows) {
      pen.y += px(Space::xs);
      charts::draw_mark(p, {pen.x + kSample / 2, pen.y + strong / 2}, charts::kMarkRadius, look(row.line), t.surface);
      p.text_in({pen.x + kSample + px(Space::s), pen.y, names + 1, strong}, row.name, style::caption, t.ink);
      p.text({box.right() - px(Space::m) - p.text_width(row.value, style::small_strong), pen.y}, row.value,
             style::small_strong, t.ink);
      pen.y += strong;
    }
  });
}

}  // namespace ui::plots
