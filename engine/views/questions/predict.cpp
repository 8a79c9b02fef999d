#include <algorithm>
#include <cmath>

#include "ui/sketch.h"
#include "views/charts.h"
#include "views/drawn.h"
#include "views/question.h"

namespace views {
namespace {

/// The mean distance of what was answered from what was real; empty when nothing was answered.
std::optional<double> mean_distance(const ui::SketchData& data) {
  double sum = 0;
  int count = 0;
  for (std::size_t i = 0; i < data.asked.size(); ++i) {
    if (i >= data.values.size() || !data.values[i]) continue;
    sum += std::abs(*data.values[i] - data.real[data.asked[i]]);
    ++count;
  }
  return count > 0 ? std::optional(sum / count) : std::nullopt;
}

std::string distance_words(ui::Frame& f, const ui::SketchData& data, double distance) {
  if (data.shape == ui::SketchData::Shape::timeline) {
    const auto years = static_cast<std::uint64_t>(std::llround(distance));
    return f.words().trn("Off by {n} year on average.", "Off by {n} years on average.", years);
  }
  return text::fill(f.tr("Off by {distance} on average."),
                    {{"distance", ui::sketch_words(data, distance, f.words().language())}});
}

/// Which line is whose, and how far they are apart.
void compare(ui::Frame& f, const ui::SketchData& data) {
  f.space(ui::Space::m);
  ui::sketch_legend(f, data, f.tr("Your prediction"), f.tr("What it was"));
  const auto distance = mean_distance(data);
  if (!distance) return;
  f.space(ui::Space::s);
  ui::words(f, distance_words(f, data, *distance), ui::style::strong);
}

}  // namespace

ui::SketchData sketch_data(const course::Predict& kind) {
  ui::SketchData data;
  data.shape = static_cast<ui::SketchData::Shape>(kind.shape);
  if (kind.shape == course::Predict::Shape::timeline) {
    data.chart.title = kind.chart.title;
    data.chart.from = kind.chart.from;
    data.chart.to = kind.chart.to;
    for (const auto& cells : kind.chart.table.cells) data.chart.categories.push_back(cells[kind.chart.x]);
  } else {
    data.chart = chart_data(kind.chart);
  }
  data.real = kind.real;
  data.asked = kind.asked();
  for (std::size_t row = 0; row < kind.given.size(); ++row) {
    if (kind.given[row]) data.given.push_back(row);
  }
  return data;
}

Edited predict(ui::Frame& f, const QuestionContext& c, const course::Predict& kind,
               const grading::PredictResponse& response) {
  ui::SketchData data = sketch_data(kind);
  data.values = response.values;
  data.revealed = c.done();
  data.enabled = c.editable();
  for (std::size_t i = 0; i < data.asked.size(); ++i) data.marks.push_back(mark_of(c, i));
  const auto changed = ui::sketch(f, "sketch", data);
  if (c.done()) compare(f, data);
  if (!changed) return std::nullopt;
  return grading::PredictResponse{*changed};
}

}  // namespace views
