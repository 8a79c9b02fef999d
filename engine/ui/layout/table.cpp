// Tables: columns as wide as their words want, or shared fairly when that is too much.

#include <algorithm>
#include <numeric>

#include "ui/layout/builder.h"

namespace ui {
namespace {

constexpr float kCellX = 10, kCellY = 7;

/// What each column gets of `room`: all it wants, or its longest word and a share of the rest by how much more it wants.
std::vector<float> share_out(const std::vector<float>& least, const std::vector<float>& most, float room) {
  const float want = std::accumulate(most.begin(), most.end(), 0.0f),
              need = std::accumulate(least.begin(), least.end(), 0.0f);
  if (want <= room) return most;
  std::vector<float> widths(least.size());
  for (std::size_t i = 0; i < widths.size(); ++i) {
    if (need >= room)
      widths[i] = room * least[i] / std::max(1.0f, need);
    else
      widths[i] = least[i] + (room - need) * (most[i] - least[i]) / (want - need);
  }
  return widths;
}

Align align_of(text::Align a) {
  return a == text::Align::right ? Align::end : a == text::Align::center ? Align::center : Align::start;
}

}  // namespace

void LayoutBuilder::table(const text::Block& b, const Place& place) {
  if (b.rows.empty()) return;
  std::size_t count = b.columns.size();
  for (const text::TableRow& row : b.rows) count = std::max(count, row.cells.size());
  if (count == 0) return;
  TextStyle body = place.style, head = place.style;
  if (place.style.size == Size::body) body.size = head.size = Size::small;
  head.weight = Weight::semibold;

  struct Cell {
    Shaped shaped;
  };
  std::vector<std::vector<Cell>> cells(b.rows.size());
  std::vector<float> least(count, 8), most(count, 8);
  for (std::size_t r = 0; r < b.rows.size(); ++r) {
    cells[r].resize(count);
    for (std::size_t c = 0; c < b.rows[r].cells.size(); ++c) {
      const Look look{r == 0 ? head : body, r == 0 ? Tone::soft : place.tone, options_.links};
      Shaped& s = cells[r][c].shaped = shape(fonts_, b.rows[r].cells[c], look, out_.links, number_);
      least[c] = std::max(least[c], longest_word(s) + 1);
      most[c] = std::max(most[c], natural_width(s) + 1);
    }
  }
  const float padding = 2 * kCellX * static_cast<float>(count);
  const std::vector<float> widths = share_out(least, most, std::max(40.0f, place.width - padding));
  const float total = std::accumulate(widths.begin(), widths.end(), padding);

  for (std::size_t r = 0; r < cells.size(); ++r) {
    const TextStyle style = r == 0 ? head : body;
    const float top = y_ + kCellY;
    float bottom = top + leading(style, false), x = place.x;
    for (std::size_t c = 0; c < count; ++c) {
      Place at{x + kCellX, widths[c], style, place.tone, c < b.columns.size() ? align_of(b.columns[c]) : Align::start,
               place.depth};
      y_ = top;
      shrink_formulas(cells[r][c].shaped, widths[c]);
      lines(cells[r][c].shaped, break_lines(cells[r][c].shaped, widths[c]), at, leading(style, false),
            fonts_.face(style));
      bottom = std::max(bottom, y_);
      x += widths[c] + 2 * kCellX;
    }
    y_ = bottom + kCellY;
    const bool last = r + 1 == cells.size();
    if (!last)
      out_.shapes.push_back(
          {r == 0 ? Layout::Shape::Kind::heavy_rule : Layout::Shape::Kind::rule, {place.x, y_, total, 1}});
    if (!last) y_ += 1;
  }
}

}  // namespace ui
