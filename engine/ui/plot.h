#pragma once
// Curves, bands and points over two axes of numbers, as explorables show them. For tables of numbers see chart.h.

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/frame.h"

namespace ui {

struct PlotAxis {
  std::string label;
  std::string unit;
  std::optional<double> from, to;  ///< x needs both; y takes what is missing from the data
  bool log = false;                ///< what is not above 0 is not shown
};

/// The spans must outlive the call.
struct PlotLine {
  std::string label;
  std::span<const double> x, y;  ///< as long; NaN is a gap
  std::size_t color = 0;         ///< index into the theme's series; dash goes with it
  bool dashed = false;           ///< in any case
  bool kept = false;             ///< pale and without a name: to compare with
};

struct PlotBand {
  std::string label;
  std::span<const double> x, low, high;
  std::size_t color = 0;
};

struct PlotDot {
  double x = 0, y = 0;
  std::string label;
  bool kept = false;
};

struct PlotCloud {
  std::string label;
  std::span<const double> x, y;
  std::size_t color = 0;
};

struct PlotData {
  std::string title;
  PlotAxis x, y;
  std::vector<PlotLine> lines;
  std::vector<PlotBand> bands;
  std::vector<PlotDot> dots;
  std::vector<PlotCloud> clouds;
  std::optional<double> now;  ///< a place along x: lines are pale behind it
};

/// As wide as the column; `height` is that of the plot with the words of its axes. Shows what is read where the mouse is, or where the
/// arrow keys have moved it.
/// Plots that stand beside each other give the same `above`: what stands over their axes (titles, legend) is then as high in all of
/// them. It is kept from frame to frame; begin with {} and hand the same one to each.
struct PlotHeads {
  float highest = 0;  ///< in the frame before
  float seen = 0;     ///< in this one
};
void plot(Frame& f, std::string_view id, const PlotData& data, float height, PlotHeads* above = nullptr);

}  // namespace ui
