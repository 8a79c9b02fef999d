#pragma once
// Boxes and arrows. Graphviz finds the places (engine/graph, loaded with the first diagram); the look is ours.

#include <string>
#include <string_view>
#include <vector>

#include "ui/widgets/basic.h"

namespace ui {

struct DiagramBox {
  std::string text;
  Tone tone = Tone::ink;  ///< ink: a plain box
  bool opens = false;     ///< can be focused and clicked
};
struct DiagramArrow {
  int from = 0, to = 0;  ///< indices of boxes
  std::string label;
  bool both = false, dashed = false;
};
struct DiagramData {
  std::vector<DiagramBox> boxes;
  std::vector<DiagramArrow> arrows;
  bool right = false;  ///< arrows lead to the right where the column is wide enough
};

struct DiagramEvent {
  int clicked = -1;     ///< a box that opens
  int rested = -1;      ///< the mouse has rested on this one
  Rect area;            ///< of that box
  bool failed = false;  ///< the layout cannot be had, nothing was drawn: say it in words
};

/// Takes the column's width; what is too wide is wrapped closer, turned, and made smaller at last. While its layout is being found
/// (never longer than 5 ms on this thread) the place is kept free.
DiagramEvent diagram(Frame& f, std::string_view id, const DiagramData& data);

}  // namespace ui
