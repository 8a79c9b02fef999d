#pragma once
// Things that are picked up and put somewhere, by mouse or by keys; one at a time. For this folder only.

#include "ui/core.h"
#include "ui/widgets/answers.h"

namespace ui {

inline constexpr float kCardPad = 14;
inline constexpr float kCardHigh = 44;
inline constexpr float kDragStart = 4;  ///< design pixels the mouse moves before a press becomes a drag

struct CardFace {
  Mark mark = Mark::open;
  bool lifted = false, picked = false, hovered = false, enabled = true, grip = false;
};

/// A card with words in it, as they are dragged about.
void draw_card_face(Frame& f, Rect r, std::string_view words, const CardFace& look);
/// Height of such a card at this width.
float card_height(Frame& f, std::string_view words, float width, bool grip);

/// Starts, follows and ends the dragging of item `index` of the widget `self`. True while it is being dragged.
bool carries(Frame& f, Id self, int index, const Response& item, Rect area);
void drop(Core& core);

}  // namespace ui
