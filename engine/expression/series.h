#pragma once
// Reading a curve between its points.

#include "expression/symbols.h"

namespace expression {

/// y at x, linear between the points; NaN outside of them.
double value_at(const Series& series, double x);

/// The first x at which the curve has the level or passes it, linear between the points; NaN when it never does.
double first_reach(const Series& series, double level);

}  // namespace expression
