#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "course/chart.h"

namespace course {

/// A place that is to be found, or one that is often taken for it. On a picture in shares of its width and height, from its top left;
/// on a chart one data point.
struct Place {
  bool box = false;           ///< else an ellipse
  double x = 0, y = 0;        ///< ellipse: its middle; box: its top left
  double w = 0, h = 0;        ///< ellipse: how far it reaches to each side; box: its size
  std::size_t row = 0;        ///< chart: of the table
  std::optional<int> series;  ///< chart: index into `y`; empty: any series of that row
  std::string label;
  std::string because;  ///< Markdown, may be empty
};

/// Points at places on a picture or a chart; 1 to 20 places, which do not overlap. On a picture a point is (share of width, share of
/// height); on a chart it is (row of the table, index of the series), both whole.
struct Spot {
  std::filesystem::path picture;  ///< absolute; empty: `chart` is asked about
  std::string alt;                ///< of the picture
  std::optional<Chart> chart;
  std::vector<Place> places;
  std::vector<Place> wrong;  ///< foreseen mistakes, each with its reason

  bool holds(const Place& place, double x, double y) const;
  /// The first place that holds the point, as an index; empty when none does.
  std::optional<std::size_t> place_at(double x, double y) const;
  /// The same among `wrong`.
  std::optional<std::size_t> wrong_at(double x, double y) const;
  /// The point can be set at all: inside of the picture, or on a data point that has a number.
  bool reaches(double x, double y) const;
  /// What a place is called: its label, or where it stands on the chart; may be empty on a picture.
  std::string name_of(const Place& place) const;
};

}  // namespace course
