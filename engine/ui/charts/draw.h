#pragma once
// A planned chart, painted.

#include "ui/charts/look.h"
#include "ui/charts/plan.h"
#include "ui/frame.h"

namespace ui::charts {

/// What the chart is called, and what its values are where that is not the same.
void draw_titles(Frame& f, const ChartData& data);

/// How high a chart to work on is, with its words, in a column that wide.
float height_of(float width);

/// `at`: where the plan's top left is.
void draw_plan(Frame& f, const ChartData& data, const Plan& plan, Vec at);

/// A sample of each series with its name, in lines as wide as the column.
void draw_legend(Frame& f, const ChartData& data, const Plan& plan);

/// What is under the readout: a line down to x, the points emphasised, and a box of all values beside it.
void draw_readout(Frame& f, const ChartData& data, const Plan& plan, Vec at, int stop);
/// Drawn before the chart, behind it.
void draw_band(Frame& f, const ChartData& data, const Plan& plan, Vec at, int stop);

/// The small picture that stands for a series in legends and readouts, as wide as `sample_width`.
void draw_sample(Frame& f, const ChartData& data, const Plan& plan, std::size_t series, Rect area);
float sample_width(const ChartData& data);

}  // namespace ui::charts
