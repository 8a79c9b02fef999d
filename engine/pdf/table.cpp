#include "pdf/table.h"

#include <algorithm>

namespace pdf {
namespace {

constexpr double kBetween = 18, kRowGap = 5;

std::string cell_of(const Part& part, std::size_t row, std::size_t column) {
  const std::string& words = part.left[row * part.sides.size() + column];
  return row == 0 ? "<b>" + words + "</b>" : words;
}

/// As wide as each column's longest cell; where that is too wide together, those wider than an even share give way.
std::vector<double> widths_of(Pen& pen, const Part& part, std::size_t rows, double width) {
  const std::size_t columns = part.sides.size();
  std::vector<double> widths(columns, 0.0);
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t column = 0; column < columns; ++column)
      widths[column] = std::max(widths[column], pen.width_of(cell_of(part, row, column)) + 1);
  }
  std::vector<double> sorted = widths;
  std::sort(sorted.begin(), sorted.end());
  double left = std::max(width - kBetween * static_cast<double>(columns - 1), 20.0 * static_cast<double>(columns));
  double most = 0;
  for (std::size_t i = 0; i < columns; ++i) {
    most = left / static_cast<double>(columns - i);
    if (sorted[i] > most) break;
    left -= sorted[i];
    most = sorted[i];
  }
  for (double& each : widths) each = std::min(each, most);
  return widths;
}

}  // namespace

double draw_table(Pen& pen, const Part& part, double x, double y, double width) {
  const std::size_t columns = part.sides.size();
  if (columns == 0) return 0;
  const std::size_t rows = part.left.size() / columns;
  const std::vector<double> widths = widths_of(pen, part, rows, width);
  double all = kBetween * static_cast<double>(columns - 1);
  for (const double each : widths) all += each;
  double at = y + 2;
  for (std::size_t row = 0; row < rows; ++row) {
    double left = x, height = 0;
    for (std::size_t column = 0; column < columns; ++column) {
      Look look;
      look.align = part.sides[column];
      look.tight = true;
      height = std::max(height, pen.words(left, at, widths[column], cell_of(part, row, column), look));
      left += widths[column] + kBetween;
    }
    at += height + kRowGap;
    if (row == 0 || row + 1 == rows) pen.line(x, at - kRowGap / 2, x + all, at - kRowGap / 2, row == 0 ? 0.8 : 0.4);
    if (row == 0) at += 2;
  }
  return at - y;
}

}  // namespace pdf
