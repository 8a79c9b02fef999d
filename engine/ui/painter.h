#pragma once
// Drawing in design pixels. Edges of rectangles and straight lines land on whole screen pixels, thin lines on half ones, so that
// everything is crisp at any scale. Texts are recorded for tests (record.h).

#include <cstdint>
#include <span>
#include <string_view>

#include "ui/geometry.h"
#include "ui/gpu.h"
#include "ui/metrics.h"
#include "ui/theme.h"

struct ImDrawList;

namespace ui {

struct Core;

/// What lies above what. A higher layer covers lower ones and takes the mouse from them.
enum class Layer : std::uint8_t { page, dialog, popup, notice };

enum class Align : std::uint8_t { start, center, end };

struct Stroke {
  Color color = 0;
  float width = 1;
  bool dashed = false;
};

/// The colour with its opacity multiplied by `share` (0–1).
Color fade(Color color, float share);
/// Between `a` (0) and `b` (1).
Color mix(Color a, Color b, float share);

class Painter {
 public:
  explicit Painter(Core& core) : core_(core) {}

  void fill(Rect r, Color color, float corner = 0);
  /// The border lies inside `r`.
  void border(Rect r, Stroke stroke, float corner = 0);
  void line(Vec from, Vec to, Stroke stroke);
  void polyline(std::span<const Vec> points, Stroke stroke);
  void polygon(std::span<const Vec> convex, Color color);
  /// Between two lines of as many points each, the nth beside the nth. Its edges are not smoothed: draw lines over them.
  void strip(std::span<const Vec> one, std::span<const Vec> other, Color color);
  void curve(Vec from, Vec control1, Vec control2, Vec to, Stroke stroke);
  void disc(Vec center, float radius, Color color);
  void circle(Vec center, float radius, Stroke stroke);
  /// Angles in turns from the top, clockwise (0.25 is three o'clock); round ends.
  void arc(Vec center, float radius, float from, float to, Stroke stroke);
  void image(Rect r, TextureId texture, float corner = 0);
  /// A soft shadow under popups and dialogs.
  void shadow(Rect r, float corner);

  /// One line, its box's top left at `at`; the box is `line_height(style)` high. Returns its width.
  float text(Vec at, std::string_view utf8, TextStyle style, Color color);
  /// One line inside `r`, centred in height, cut with "…" when too long. Returns the width drawn.
  float text_in(Rect r, std::string_view utf8, TextStyle style, Color color, Align align = Align::start);
  float text_width(std::string_view utf8, TextStyle style);
  /// Height of one line's box: the tight line of the style.
  static float line_height(TextStyle style) { return px(style.size) * metrics::tight_line; }

  void push_clip(Rect r);
  void pop_clip();
  Rect clip() const;
  /// False when nothing of `r` can be seen.
  bool visible(Rect r) const { return clip().overlaps(r); }

  /// Dear ImGui's list, in screen pixels, for what is not foreseen here.
  ImDrawList& list();

 private:
  Core& core_;
};

}  // namespace ui
