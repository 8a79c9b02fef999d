#pragma once
// How series look, so that they are told apart by dash, mark and pattern as well as by colour.

#include <span>

#include "ui/chart.h"
#include "ui/frame.h"

namespace ui::charts {

enum class Dash : std::uint8_t { solid, dashes, dots, both };
enum class Shape : std::uint8_t { disc, square, triangle, diamond, ring };
enum class Pattern : std::uint8_t { full, outline, stripes, pale };

struct Look {
  Color color = 0;  ///< of lines and marks
  Color words = 0;  ///< of its name: the same, as dark (or light) as words must be to be read
  Dash dash = Dash::solid;
  Shape shape = Shape::disc;
  Pattern pattern = Pattern::full;
};

/// The nth look of the theme, from 0; when its colours begin again, it is with other dashes and marks.
Look look_of(const Theme& theme, std::size_t n);
/// The look of the series at this place in the chart.
Look look_of(const Theme& theme, const ChartData& data, std::size_t index);

/// `color`, brought as near to the theme's ink as needed to be read on its papers.
Color readable(const Theme& theme, Color color);

inline constexpr float kLineWidth = 2.25f;
inline constexpr float kMarkRadius = 3.75f;

void draw_line(Painter& paint, std::span<const Vec> points, const Look& look);
void draw_mark(Painter& paint, Vec at, float radius, const Look& look, Color behind);
void draw_bar(Painter& paint, Rect box, bool up, const Look& look, Color behind);

}  // namespace ui::charts
