#pragma once
// Boxes and arrows. Graphviz finds the places (engine/graph, loaded with the first diagram); the look is ours.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/widgets/basic.h"

namespace ui {

struct DiagramBox {
  std::string text;
  Tone tone = Tone::ink;  ///< ink: a plain box
  bool opens = false;     ///< can be focused and clicked
  bool dashed = false;    ///< its border
  bool plain = false;     ///< without the line under its words where it opens: all of them do
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

/// How much smaller it would have to be drawn in this column, 0–1; nothing while its layout is being found, or where none can be had.
std::optional<float> diagram_scale(Frame& f, const DiagramData& data);

}  // namespace ui
