#pragma once
// Values on top of each other.

#include <vector>

#include "ui/charts/axis.h"

namespace ui::charts {

struct Span {
  double low = 0, high = 0;
};

/// Where each value begins and ends, by series, then stop. What is below zero hangs down from it; a gap has no height.
std::vector<std::vector<Span>> stack_up(const Table& table);

}  // namespace ui::charts
