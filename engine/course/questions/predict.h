#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "course/chart.h"

namespace course {

/// What one draws before the data appear. Each row of the chart's table is a point of a curve, a bar, or an event of a timeline;
/// its one `y` column is what is asked. A value within `within` of the real one earns full credit, one `none` off or farther earns
/// nothing, and between the two credit falls evenly.
struct Predict {
  enum class Shape : std::uint8_t { line, bars, timeline };
  Shape shape = Shape::line;
  Chart chart;               ///< kind, table, one y; `from` and `to` are always set: the range one can answer in
  std::vector<double> real;  ///< one for each row: the value, or the moment in years; NaN where the table has none
  std::vector<bool> given;   ///< one for each row: shown from the start
  double within = 0;         ///< > 0
  double none = 0;           ///< > within

  /// The rows that are asked: not given, and with a value. At least one.
  std::vector<std::size_t> asked() const;
};

}  // namespace course
