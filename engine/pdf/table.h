#pragma once
// Inside this folder: a table on paper.

#include "pdf/pen.h"

namespace pdf {

/// Draws a part of kind `table` with its top left at (x, y), at most `width` wide; returns its height.
double draw_table(Pen& pen, const Part& part, double x, double y, double width);

}  // namespace pdf
