#pragma once
// Where everything of a chart goes, worked out from numbers and the widths of words alone.

#include <string>
#include <string_view>
#include <vector>

#include "ui/chart.h"
#include "ui/charts/axis.h"
#include "ui/charts/place.h"
#include "ui/charts/stack.h"
#include "ui/geometry.h"

namespace ui::charts {

inline constexpr TextStyle kSmall = style::caption;

/// A tick of the values' axis; its words end at the plot's left.
struct Level {
  float y = 0;
  std::string words;
};

/// Words under the plot, in the middle of `center`.
struct Name {
  float center = 0;
  std::vector<std::string> lines;
};

/// A series' name beside the last point of its line.
struct EndName {
  std::size_t series = 0;
  std::vector<std::string> lines;
  Vec end;      ///< the point
  float y = 0;  ///< the words' middle
};

struct Bar {
  std::size_t series = 0;
  Rect box;
  bool up = true;     ///< false: below the base
  std::string value;  ///< beside its end; may be empty
  std::string name;   ///< of the series, beyond the value; may be empty
  std::size_t stop = 0;
};

/// All places are relative to the top left of the chart's area.
struct Plan {
  Vec size;
  Rect plot;
  Scale x, y;
  float base = 0;  ///< y of the line that bars stand on
  bool has_levels = true;
  bool marks = false;  ///< lines have a mark at each point
  bool named = true;   ///< every series that needs a name has one; else a legend is wanted
  std::vector<Level> levels;
  std::vector<Name> names;
  std::vector<EndName> end_names;
  std::vector<Bar> bars;
  Table table;
  std::vector<std::vector<Span>> spans;  ///< of a stacked chart, as `stack_up` gives them; else empty
  std::vector<float> stop_x;             ///< where the table's stops are

  /// Where a value stands: its own height, or where it ends in a stack.
  double height_of(std::size_t series, std::size_t stop) const {
    return spans.empty() ? table.values[series][stop] : spans[series][stop].high;
  }
  float band() const { return plot.w / static_cast<float>(table.stops.empty() ? 1 : table.stops.size()); }
};

Plan make_plan(const ChartData& data, Vec size, std::string_view language, Measure measure);

/// The name adds to what the chart's titles already say.
bool needs_name(const ChartData& data, const Series& series);
/// Radius of a dot, in design pixels.
float dot_radius(const Series& series, std::size_t index);

}  // namespace ui::charts
