#pragma once
// Where a sketch's stops and values lie, and how it is drawn. For this folder and sketch.cpp.

#include "ui/charts/plan.h"
#include "ui/sketch.h"

namespace ui::sketching {

inline constexpr float kRow = 40;       ///< height of one event of a timeline
inline constexpr float kMarkSide = 14;  ///< of the tick or cross beside each answer

struct Board {
  Rect plot;              ///< where one draws, on the screen
  std::vector<float> at;  ///< of every stop: x, or y where values run sideways
  charts::Scale value;    ///< from values to the other coordinate
  bool sideways = false;
  float base = 0;  ///< where bars stand
  float bar = 0;   ///< width of a bar
  Vec origin;      ///< of the plan
  charts::Plan plan;

  Vec point(std::size_t stop, double v) const { return sideways ? Vec{value(v), at[stop]} : Vec{at[stop], value(v)}; }
  float along(Vec p) const { return sideways ? p.y : p.x; }  ///< the coordinate that tells stops apart
  double value_at(Vec p) const;                              ///< held in the range
};

/// Takes the room in the column.
Board lay_out(Frame& f, const SketchData& data);

struct Shown {
  int chosen = -1;     ///< index into `asked`, marked by a line; -1: none
  float revealed = 0;  ///< 0–1: how much of the real data is drawn
};
void draw(Frame& f, const SketchData& data, const Board& board, const Shown& shown);

}  // namespace ui::sketching
