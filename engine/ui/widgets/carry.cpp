#include "ui/widgets/carry.h"

#include <cmath>

#include "ui/rich.h"

namespace ui {
namespace {

constexpr float kGrip = 24;
constexpr float kMarkRoom = 24;
const RichOptions kWords{.links = false};  ///< Markdown in a line: what is carried cannot be clicked through

float room_for_words(float width, bool grip, bool marked) {
  return width - 2 * kCardPad - (grip ? kGrip : 0) - (marked ? kMarkRoom : 0);
}

}  // namespace

float card_height(Frame& f, std::string_view words, float width, bool grip) {
  return std::max(kCardHigh, rich_height(f, parsed(f, words), room_for_words(width, grip, true), kWords) + 2 * 10);
}

void draw_card_face(Frame& f, Rect r, std::string_view words, const CardFace& look) {
  const Theme& t = f.theme();
  const bool marked = look.mark != Mark::open;
  const Color tone = color_of(t, tone_of(look.mark));
  if (look.lifted) f.paint().shadow(r, metrics::small_corner);
  f.paint().fill(r,
                 marked        ? soft_of(t, tone_of(look.mark))
                 : look.picked ? t.accent_soft
                               : t.surface,
                 metrics::small_corner);
  const Color edge = marked                       ? tone
                     : look.picked || look.lifted ? t.accent
                                                  : mix(t.line, t.soft, look.hovered ? 0.55f : 0.1f);
  f.paint().border(r, {edge, look.picked || look.lifted ? 2.0f : 1.0f}, metrics::small_corner);
  float x = r.x + kCardPad;
  if (look.grip) {
    draw_icon(f.paint(), Icon::grip, {x - 4, r.y + (r.h - 16) / 2, 16, 16}, look.enabled ? t.soft : t.line);
    x += kGrip - 4;
  }
  const float room = room_for_words(r.w, look.grip, true);
  const float high = rich_height(f, parsed(f, words), room, kWords);
  f.within({x, r.y + (r.h - high) / 2, room, 0}, [&] { rich(f, words, words, kWords); });
  if (marked) draw_icon(f.paint(), icon_of(look.mark), {r.right() - kCardPad - 16, r.y + (r.h - 16) / 2, 16, 16}, tone);
}

bool carries(Frame& f, Id self, int index, const Response& item, Rect area) {
  Core& core = f.core();
  const bool mine = core.carried == self && core.carried_index == index && core.carried_by_mouse;
  if (mine) {
    core.carried_frame = core.frame_number;
    core.cursor = Cursor::grab;
    return true;
  }
  if (!item.held || core.carried != 0) return false;
  if (core.pressed_now) core.carried_grab = f.mouse() - Vec{area.x, area.y};
  const Vec moved = f.mouse() - core.last_press_at;
  if (std::hypot(moved.x, moved.y) < kDragStart) return false;
  core.carried = self;
  core.carried_index = core.carried_to = index;
  core.carried_by_mouse = true;
  core.carried_frame = core.frame_number;
  core.redraw = true;
  return true;
}

void drop(Core& core) {
  core.carried = 0;
  core.carried_index = core.carried_to = -1;
  core.carried_by_mouse = false;
  core.redraw = true;
}

}  // namespace ui
