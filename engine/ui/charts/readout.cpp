#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "ui/charts/draw.h"

namespace ui::charts {
namespace {

constexpr float kWidestWords = 200;
constexpr std::size_t kMostRows = 12;

struct Row {
  std::size_t series;
  std::vector<std::string> lines;  ///< of the name
  std::string value;
};

struct Box {
  std::vector<std::string> head;
  std::vector<Row> rows;
  float names = 0, values = 0;
  Vec size;
};

std::vector<std::string> lines_of(std::string_view words, float width, Measure measure) {
  constexpr int kMost = 4;
  auto lines = wrap(words, kSmall, width, kMost, measure);
  return lines ? *lines : std::vector<std::string>{std::string(words)};
}

Box fill_box(Frame& f, const ChartData& data, const Plan& plan, std::size_t stop) {
  const auto measure = [&](std::string_view words, TextStyle style) { return f.paint().text_width(words, style); };
  const std::string& language = f.words().language();
  Box box;
  box.head = lines_of(x_words(data, plan.table.stops[stop], language), kWidestWords, measure);
  float height = static_cast<float>(box.head.size()) * Painter::line_height(kSmall);
  for (std::size_t i = 0; i < data.series.size() && box.rows.size() < kMostRows; ++i) {
    const double value = plan.table.values[i][stop];
    if (!std::isfinite(value)) continue;
    Row row{i, lines_of(data.series[i].label, kWidestWords, measure),
            with_unit(number(value, decimals_for(data), language), data.unit, language)};
    box.names = std::max(box.names, widest(row.lines, kSmall, measure));
    box.values = std::max(box.values, measure(row.value, style::small_strong));
    height += std::max<float>(1, static_cast<float>(row.lines.size())) * Painter::line_height(kSmall) + px(Space::xs);
    box.rows.push_back(std::move(row));
  }
  const float row_width =
      sample_width(data) + px(Space::s) + box.names + (box.names > 0 ? px(Space::m) : 0) + box.values;
  box.size = {std::max(row_width, widest(box.head, kSmall, measure)) + 2 * px(Space::m), height + 2 * px(Space::s)};
  return box;
}

/// Beside what is read, `around` to its left and right: over the chart where it has room, else over what is beside it; always inside
/// the window.
Rect box_place(const Frame& f, const Box& box, Rect plot, float x, float around) {
  const float gap = around + px(Space::m), edge = px(Space::s);
  const float right = x + gap, left = x - gap - box.size.x;
  const bool fits_right = right + box.size.x <= plot.right(), fits_left = left >= plot.x;
  const bool room_right = right + box.size.x <= f.size().x - edge;
  const float wanted = fits_right || (!fits_left && room_right) ? right : left;
  return {std::clamp(wanted, edge, std::max(edge, f.size().x - box.size.x - edge)),
          std::clamp(plot.y, edge, std::max(edge, f.size().y - box.size.y - edge)), box.size.x, box.size.y};
}

void draw_box(Frame& f, const ChartData& data, const Plan& plan, const Box& box, Rect area) {
  const Theme& t = f.theme();
  Painter& p = f.paint();
  p.shadow(area, metrics::small_corner);
  p.fill(area, t.surface, metrics::small_corner);
  p.border(area, {t.line, metrics::border}, metrics::small_corner);
  const float line = Painter::line_height(kSmall);
  Vec at{area.x + px(Space::m), area.y + px(Space::s)};
  for (const std::string& words : box.head) {
    p.text(at, words, kSmall, t.soft);
    at.y += line;
  }
  for (const Row& row : box.rows) {
    at.y += px(Space::xs);
    draw_sample(f, data, plan, row.series, {at.x, at.y, sample_width(data), line});
    const float width = p.text_width(row.value, style::small_strong);
    const float lower = (Painter::line_height(style::small_strong) - line) / 2;
    p.text({area.right() - px(Space::m) - width, at.y - lower}, row.value, style::small_strong, t.ink);
    for (const std::string& words : row.lines) {
      p.text({at.x + sample_width(data) + px(Space::s), at.y}, words, kSmall, t.ink);
      at.y += line;
    }
    if (row.lines.empty()) at.y += line;
  }
}

}  // namespace

void draw_band(Frame& f, const ChartData& data, const Plan& plan, Vec at, int stop) {
  if (stop < 0 || data.kind != ChartData::Kind::bar) return;
  const float width = plan.band();
  const Rect band{at.x + plan.stop_x[static_cast<std::size_t>(stop)] - width / 2, at.y + plan.plot.y, width,
                  plan.plot.h};
  f.paint().fill(band, fade(f.theme().sunken, 0.7f), metrics::tiny_corner);
}

void draw_readout(Frame& f, const ChartData& data, const Plan& plan, Vec at, int stop) {
  if (stop < 0) return;
  const auto index = static_cast<std::size_t>(stop);
  const Box box = fill_box(f, data, plan, index);
  if (box.rows.empty()) return;
  const float x = at.x + plan.stop_x[index];
  const Rect plot{at.x + plan.plot.x, at.y + plan.plot.y, plan.plot.w, plan.plot.h};
  float around = 0;
  if (data.kind == ChartData::Kind::bar) {
    const bool all_there = !plan.has_levels && data.series.size() == 1 && plan.names.size() == plan.table.stops.size();
    if (all_there) return;
    around = plan.band() / 2 - px(Space::s);
  } else {
    f.paint().line({x, plot.y}, {x, plot.bottom()}, {fade(f.theme().soft, 0.6f), metrics::border});
    for (const Row& row : box.rows) {
      const double value = plan.height_of(row.series, index);
      const Look look = look_of(f.theme(), data, row.series);
      if (plan.y.holds(value))
        draw_mark(f.paint(), {x, at.y + plan.y(value)}, kMarkRadius + 1.5f, look, f.theme().surface);
    }
  }
  f.on_layer(Layer::popup, false, [&] { draw_box(f, data, plan, box, box_place(f, box, plot, x, around)); });
}

}  // namespace ui::charts
