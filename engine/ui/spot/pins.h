#pragma once
// How points and places are drawn over pictures and charts. For spot_*.cpp only.

#include <cstddef>
#include <iterator>
#include <vector>

#include "ui/spot.h"

namespace ui::pins {

inline constexpr float kRadius = 9;  ///< of a point
inline constexpr float kReach = 14;  ///< a press this near to a point means it

/// Takes the point at this place away, or sets `point` when the place is behind the last: beside the others while there are
/// fewer than `most`, in place of the only one. False when there are as many as there may be.
template <class Point>
bool toggle(std::vector<Point>& points, std::ptrdiff_t at, const Point& point, std::size_t most) {
  if (at < std::ssize(points))
    points.erase(points.begin() + at);
  else if (most == 1)
    points = {point};
  else if (points.size() < most)
    points.push_back(point);
  else
    return false;
  return true;
}

/// A point that was set; after checking with its tick or cross.
void draw_point(Frame& f, Vec at, Mark mark, bool lifted);
/// The number of a place, on its ring.
void draw_number(Frame& f, Vec at, std::size_t number, bool found);
/// A line that is seen on any ground.
void draw_ring(Frame& f, Vec middle, Vec reach, bool box, bool found);
/// The cross that keys move.
void draw_cross(Frame& f, Vec at, Rect inside);

}  // namespace ui::pins
