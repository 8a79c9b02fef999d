#pragma once
// A planned plot, painted.

#include "ui/frame.h"
#include "ui/plots/plan.h"

namespace ui::plots {

/// `at`: where the plan's top left is.
void draw_plan(Frame& f, const PlotData& data, const Plan& plan, Vec at);

/// A sample of each line, band and cloud that has a name and does not carry it itself.
void draw_legend(Frame& f, const PlotData& data, const Plan& plan);

/// What the lines are at x: a line down to the axis, and a box of all values.
void draw_readout(Frame& f, const PlotData& data, const Plan& plan, Vec at, double x);

}  // namespace ui::plots
