#pragma once
// How points and places are drawn over pictures and charts. For spot_*.cpp only.

#include "ui/spot.h"

namespace ui::pins {

inline constexpr float kRadius = 9;  ///< of a point
inline constexpr float kReach = 14;  ///< a press this near to a point means it

/// A point that was set; after checking with its tick or cross.
void draw_point(Frame& f, Vec at, Mark mark, bool lifted);
/// The number of a place, on its ring.
void draw_number(Frame& f, Vec at, std::size_t number, bool found);
/// A line that is seen on any ground.
void draw_ring(Frame& f, Vec middle, Vec reach, bool box, bool found);
/// The cross that keys move.
void draw_cross(Frame& f, Vec at, Rect inside);

}  // namespace ui::pins
