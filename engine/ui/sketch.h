#pragma once
// Drawing an answer into a chart: a curve through its points, bars, or events placed along time.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/chart.h"
#include "ui/widgets/answers.h"

namespace ui {

struct SketchData {
  enum class Shape : std::uint8_t { line, bars, timeline } shape = Shape::line;
  /// Axes, title, unit; `from` and `to` are the range of values and must be set. Line, bars: the stops are the categories, or
  /// `series[0].x`; timeline: the categories name the lines, and values are years. Series are filled in here.
  ChartData chart;
  std::vector<double> real;                   ///< of every stop; NaN where there is none
  std::vector<std::size_t> given;             ///< stops shown from the start
  std::vector<std::size_t> asked;             ///< stops to be answered, in order
  std::vector<std::optional<double>> values;  ///< one for each asked: the answer so far
  std::vector<Mark> marks;                    ///< one for each asked, once checked; may be empty
  bool revealed = false;                      ///< `real` draws itself over
  bool enabled = true;
};

/// The changed answer, when it was changed in this frame. Mouse: press or drag. Keys, while it has the focus: Left and Right choose
/// among the asked, Up and Down change the value (Shift: finer), digits set it, Backspace takes it back.
std::optional<std::vector<std::optional<double>>> sketch(Frame& f, std::string_view id, const SketchData& data);

/// Which line is one's own and which is the real one, with a sample of each.
void sketch_legend(Frame& f, const SketchData& data, std::string_view own, std::string_view real);
/// A step that is easy to count in: about a fiftieth of the range; for years a whole number.
double sketch_step(const SketchData& data);
/// A value of this sketch in words: "3.2 million", "1999".
std::string sketch_words(const SketchData& data, double value, std::string_view language);
/// What a stop is called.
std::string sketch_stop(const SketchData& data, std::size_t stop, std::string_view language);

}  // namespace ui
