#pragma once
// The plots of an explorable as numbers, for a certain setting.

#include <string>
#include <vector>

#include "explorable/situation.h"

namespace explorable {

struct Line {
  std::string label;
  std::vector<double> x, y;  ///< NaN is a gap
  std::size_t curve = 0;     ///< of the plot; curves of a family share it
  bool dashed = false;
};

struct Band {
  std::string label;
  std::vector<double> x, low, high;
};

struct Mark {
  double x = 0, y = 0;
  std::string label;
};

struct Cloud {
  std::string label;
  std::vector<double> x, y;
};

struct PlotDrawing {
  std::vector<Line> lines;
  std::vector<Band> bands;
  std::vector<double> bars;  ///< one for each of the plot's
  std::vector<Mark> dots;
  std::vector<Cloud> clouds;
};

struct ReadoutValue {
  double number = 0;
  std::string word;
  bool is_word = false;
};

/// All that is shown for one setting.
struct Drawing {
  Setting setting;
  double time = 0;
  std::vector<PlotDrawing> plots;
  std::vector<ReadoutValue> readouts;
  Fit fit;                 ///< of trials
  bool exhausted = false;  ///< it took too many operations: some of it is missing
};

inline constexpr std::size_t most_points = 500;  ///< of one line

Drawing draw(const Model& model, const Setting& setting);

/// "ρ = 0.5" for a label "ρ = {k}"; the value behind the label where it names no `{k}`.
std::string family_label(const Curve& curve, double value);

}  // namespace explorable
