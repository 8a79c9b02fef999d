// A list to be put in order.

#include <cmath>
#include <numeric>

#include "ui/widgets/carry.h"

namespace ui {
namespace {

constexpr float kGap = 8;
constexpr float kNumber = 28;

/// 0, 1, 2 … with `from` moved to `to`.
std::vector<int> moved(int count, int from, int to) {
  std::vector<int> order(static_cast<std::size_t>(count));
  std::iota(order.begin(), order.end(), 0);
  order.erase(order.begin() + from);
  order.insert(order.begin() + to, from);
  return order;
}

struct Rows {
  std::vector<float> height;
  float x, y, w;
};

Rows measure(Frame& f, std::span<const ListItem> items) {
  Rows rows{{}, f.x(), f.y(), f.width()};
  for (const ListItem& item : items) rows.height.push_back(card_height(f, item.words, rows.w - kNumber, true));
  return rows;
}

/// Where a dragged item would be put down.
int place_under(const Rows& rows, float y) {
  float top = rows.y;
  for (std::size_t i = 0; i < rows.height.size(); ++i) {
    top += rows.height[i] + kGap;
    if (y < top) return static_cast<int>(i);
  }
  return static_cast<int>(rows.height.size()) - 1;
}

/// Keys on an item that has the focus: Space picks up and puts down, arrows move, Escape puts back.
std::optional<std::vector<int>> by_keys(Frame& f, Id self, int index, int count, const Response& r) {
  Core& core = f.core();
  const bool mine = core.carried == self && core.carried_index == index && !core.carried_by_mouse;
  if (mine) core.carried_frame = core.frame_number;
  if (core.activated == r.id) {
    if (!mine) {
      core.carried = self, core.carried_index = core.carried_to = index;
      core.carried_by_mouse = false, core.carried_frame = core.frame_number;
      return std::nullopt;
    }
    const int to = core.carried_to;
    drop(core);
    if (to == index) return std::nullopt;
    f.focus(std::to_string(to), true);
    return moved(count, index, to);
  }
  const Key key = r.focused ? core.key_for(r.id) : Key::none;
  if (key == Key::none) return std::nullopt;
  core.take_key();
  if (!mine) {
    const int next = index + (key == Key::down ? 1 : key == Key::up ? -1 : 0);
    if (next >= 0 && next < count && next != index) f.focus(std::to_string(next), true);
  } else if (key == Key::escape) {
    drop(core);
  } else {
    const int to = key == Key::home ? 0 : key == Key::end ? count - 1 : core.carried_to + (key == Key::down ? 1 : -1);
    core.carried_to = std::clamp(to, 0, count - 1);
    core.redraw = true;
  }
  return std::nullopt;
}

void draw_row(Frame& f, Rect r, int place, const ListItem& item, const CardFace& look, bool enabled) {
  f.paint().text_in({r.x, r.y, kNumber - 6, r.h}, std::to_string(place + 1), style::small, f.theme().soft);
  CardFace face = look;
  face.grip = enabled;
  face.enabled = enabled;
  draw_card_face(f, {r.x + kNumber, r.y, r.w - kNumber, r.h}, item.words, face);
}

}  // namespace

std::optional<std::vector<int>> reorder(Frame& f, std::string_view id, std::span<const ListItem> items, bool enabled) {
  Core& core = f.core();
  const Id self = f.id(id);
  const int count = static_cast<int>(items.size());
  const Rows rows = measure(f, items);
  const bool carrying = core.carried == self && core.carried_index < count;
  const int from = carrying ? core.carried_index : -1;
  if (carrying && core.carried_by_mouse) core.carried_to = place_under(rows, f.mouse().y);
  const int to = carrying ? std::clamp(core.carried_to, 0, count - 1) : -1;
  std::optional<std::vector<int>> result;
  std::vector<int> order = carrying ? moved(count, from, to) : moved(count, 0, 0);

  f.scope(id, [&] {
    f.stack(Space::none, [&] {
      for (int place = 0; place < count; ++place) {
        const int index = order[static_cast<std::size_t>(place)];
        const ListItem& item = items[static_cast<std::size_t>(index)];
        if (place > 0) f.space(kGap);
        const Rect r = f.place(rows.height[static_cast<std::size_t>(index)]);
        const Response response =
            f.item(std::to_string(index), r, {Takes::space | Takes::vertical, enabled, true, Cursor::grab});
        const bool dragged = enabled && carries(f, self, index, response, r);
        const bool picked = carrying && index == from && !core.carried_by_mouse;
        if (dragged && f.mouse_down()) {
          f.paint().border({r.x + kNumber, r.y, r.w - kNumber, r.h}, {f.theme().line, 1, true}, metrics::small_corner);
          f.on_layer(Layer::notice, false, [&] {
            const Rect lifted{r.x + kNumber, f.mouse().y - core.carried_grab.y, r.w - kNumber, r.h};
            draw_card_face(f, lifted, item.words, {item.mark, true, false, false, true, true});
          });
        } else {
          draw_row(f, r, place, item, {item.mark, false, picked, response.hovered}, enabled);
        }
        if (response.ring) f.focus_ring({r.x + kNumber, r.y, r.w - kNumber, r.h}, metrics::small_corner);
        if (!enabled) continue;
        if (dragged && !f.mouse_down()) {
          if (to != from) result = moved(count, from, to);
          drop(core);
        } else if (auto changed = by_keys(f, self, index, count, response)) {
          result = std::move(changed);
        }
      }
    });
  });
  return result;
}

}  // namespace ui
