#pragma once
// Pointing at places, on a picture or at the data points of a chart.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/chart.h"
#include "ui/widgets/answers.h"

namespace ui {

/// A place that was to be found, drawn as a numbered ring once it is shown.
struct SpotPlace {
  bool box = false;
  Vec at;     ///< ellipse: its middle; box: its top left; in shares of the picture
  Vec reach;  ///< ellipse: how far to each side; box: its size
  bool found = false;
};

struct PictureSpots {
  std::vector<Vec> points;        ///< set so far, in shares of the picture
  std::vector<Mark> marks;        ///< one for each point, once checked; may be empty
  std::vector<SpotPlace> places;  ///< empty until they may be seen
  std::size_t most = 1;           ///< points that can be set; a single one moves where one points next
  bool enabled = true;
  std::string_view alt;
};

/// The points after a change. Mouse: a click sets a point, or takes one away; a point can be dragged. Keys, while it has the focus:
/// arrows move a cross (Shift: finer), Space sets or takes away, and Enter too as long as points are missing.
std::optional<std::vector<Vec>> spot_picture(Frame& f, std::string_view id, const std::filesystem::path& file,
                                             const PictureSpots& spots);

/// A data point: index of the row in its series' `y`, and of the series.
struct DataPoint {
  std::size_t row = 0, series = 0;
  bool operator==(const DataPoint&) const = default;
};

struct ChartSpots {
  std::vector<DataPoint> points;
  std::vector<Mark> marks;  ///< one for each point, once checked; may be empty
  struct Place {
    DataPoint at;
    bool found = false;
  };
  std::vector<Place> places;  ///< empty until they may be seen
  std::size_t most = 1;
  bool enabled = true;
};

/// The same on a chart of lines, dots or bars: what is nearest is pointed at. Keys: arrows go from point to point and from series to
/// series.
std::optional<std::vector<DataPoint>> spot_chart(Frame& f, std::string_view id, const ChartData& data,
                                                 const ChartSpots& spots);

}  // namespace ui
