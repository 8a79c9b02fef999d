#pragma once
// A diagram measured, placed and fitted to a width.

#include <vector>

#include "ui/core.h"
#include "ui/diagram.h"
#include "ui/diagrams/places.h"
#include "ui/layout/layout.h"

namespace ui::diagrams {

/// How closely the words are set, and which way arrows lead.
struct Setting {
  TextStyle style;
  float wrap = 0;  ///< widest line in a box
  bool right = false;
};

struct Plan {
  Setting setting;
  const Places* places = nullptr;  ///< null while it is being found
  float scale = 1;                 ///< below 1 where nothing else fits
  std::vector<Vec> boxes;          ///< sizes
};

inline constexpr float kPadX = 14, kPadY = 9;  ///< in a box
inline constexpr float kLabelWrap = 120;
inline constexpr TextStyle kLabel = style::caption;

/// The words of a box, or of an arrow's label, centred in `wrap`.
const Layout& words_of(Core& core, std::string_view words, TextStyle style, float wrap);

/// The first setting that fits `width`: as asked for, closer, turned, turned and closer; else the one that needs the least shrinking.
Plan make_plan(Frame& f, const DiagramData& data, float width);

}  // namespace ui::diagrams
