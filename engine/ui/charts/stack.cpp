#include "ui/charts/stack.h"

#include <cmath>

namespace ui::charts {

std::vector<std::vector<Span>> stack_up(const Table& table) {
  std::vector<std::vector<Span>> spans(table.values.size(), std::vector<Span>(table.stops.size()));
  for (std::size_t k = 0; k < table.stops.size(); ++k) {
    double up = 0, down = 0;
    for (std::size_t i = 0; i < table.values.size(); ++i) {
      const double value = std::isfinite(table.values[i][k]) ? table.values[i][k] : 0;
      double& end = value < 0 ? down : up;
      spans[i][k] = {end, end + value};
      end += value;
    }
  }
  return spans;
}

}  // namespace ui::charts
