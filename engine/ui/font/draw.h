#pragma once
// Placed letters into the draw list.

#include <span>
#include <string_view>

#include "ui/font/face.h"
#include "ui/geometry.h"
#include "ui/theme.h"

namespace ui {

struct Core;

struct PlacedGlyph {
  const Glyph* glyph = nullptr;
  float x = 0;  ///< of the pen, design pixels from the origin
};

/// `origin` is on the baseline, design pixels; the baseline lands on a whole screen pixel.
void draw_glyphs(Core& core, std::span<const PlacedGlyph> glyphs, Vec origin, Color color);

/// Keeps the text for tests, when they record.
void note_text(Core& core, std::string_view utf8, Rect box, bool cut);

}  // namespace ui
