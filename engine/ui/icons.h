#pragma once
// Icons drawn as shapes, so that they are crisp at any scale and need no font.

#include <cstdint>

#include "ui/geometry.h"
#include "ui/theme.h"

namespace ui {

class Painter;

enum class Icon : std::uint8_t {
  none,
  logo,
  check,
  cross,
  dot,
  circle,
  half,  ///< right, wrong, current, to come, partly
  arrow_left,
  arrow_right,
  arrow_up,
  arrow_down,
  chevron_left,
  chevron_right,
  chevron_up,
  chevron_down,
  plus,
  minus,
  gear,
  search,
  info,
  warning,
  error,
  lightbulb,
  book,
  today,
  chart,
  people,
  pen,
  person,
  clock,
  flame,
  speaker,
  lock,
  external,
  folder,
  download,
  upload,
  trash,
  undo,
  refresh,
  play,
  pause,
  menu,
  grip,
  star,
  question,
  eye,
  copy,
};

/// Drawn to fill the square in the middle of `r`, in strokes of `color`.
void draw_icon(Painter& painter, Icon icon, Rect r, Color color);

}  // namespace ui
