// From events to what widgets are told: at most one press, release or key a frame, so that nothing is lost when frames are slow.

#include <cmath>

#include "ui/core.h"

namespace ui {
namespace {

constexpr double kDoubleClick = 0.35;  ///< seconds
constexpr float kDoubleReach = 5;      ///< design pixels
constexpr float kWheelStep = 64;
constexpr float kArrowStep = 48;

bool is_arrow(Key k) { return k == Key::left || k == Key::right || k == Key::up || k == Key::down; }
bool is_sideways(Key k) { return k == Key::left || k == Key::right; }
bool prints(Key k) {
  return (k >= Key::a && k <= Key::d9) || k == Key::space || k == Key::question || k == Key::plus || k == Key::minus ||
         k == Key::comma;
}

/// Keys that change or move in a text; the others stay shortcuts while one types.
bool edits(Shortcut s, bool lines) {
  switch (s.key) {
    case Key::backspace:
    case Key::del:
    case Key::left:
    case Key::right:
    case Key::home:
    case Key::end: return !s.alt;
    case Key::up:
    case Key::down: return lines && !s.alt;
    case Key::enter: return lines && !s.ctrl;
    case Key::a:
    case Key::c:
    case Key::v:
    case Key::x:
    case Key::y:
    case Key::z: return s.ctrl && !s.alt;
    default: return false;
  }
}

}  // namespace

const Item* Core::last_item(Id id) const {
  for (const Item& item : last_items) {
    if (item.id == id && !item.blocker) return &item;
  }
  return nullptr;
}

void Core::find_hot() {
  hot = 0;
  Layer best = Layer::page;
  for (const Item& item : last_items) {
    if (item.layer < best || item.layer < top_layer || !item.area.contains(mouse)) continue;
    best = item.layer;
    hot = item.id;
    cursor = item.enabled ? item.cursor : Cursor::arrow;
  }
}

void Core::end_rest() {
  rest_over = true;
  rest_over_at = mouse;
}

/// What ended the rest may have closed what lay over the page: until the mouse moves, it may come to be over anything.
void Core::find_rest() {
  if (!rest_over) return;
  if (mouse == rest_over_at)
    rest_over_on = hot;
  else if (hot != rest_over_on)
    rest_over = false;
}

void Core::move_focus(int step, Id inside_group) {
  std::vector<const Item*> order;
  for (const Item& item : last_items) {
    if (item.focusable && item.enabled && item.layer >= top_layer && (inside_group == 0 || item.group == inside_group))
      order.push_back(&item);
  }
  if (order.empty()) return;
  const int count = static_cast<int>(order.size());
  int at = -1;
  for (int i = 0; i < count; ++i) {
    if (order[static_cast<std::size_t>(i)]->id == focus) at = i;
  }
  const int next = at < 0              ? (step > 0 ? 0 : count - 1)
                   : inside_group != 0 ? std::clamp(at + step, 0, count - 1)
                                       : (at + step + count) % count;
  focus = order[static_cast<std::size_t>(next)]->id;
  ring = true;
  reveal_focus = true;
}

void Core::dispatch_key(Shortcut k) {
  key = k;
  key_for_focus = false;
  if (k.key == Key::tab && !k.ctrl && !k.alt) {
    move_focus(k.shift ? -1 : 1, 0);
    take_key();
    return;
  }
  const Item* at = last_item(focus);
  if (at != nullptr && !in_reach(*at)) at = nullptr;
  if (at == nullptr || k.alt) return;
  if (has(at->takes, Takes::text)) {
    const bool lines = has(at->takes, Takes::vertical);
    if (edits(k, lines)) typed.push_back({Event::Kind::key, {}, 0, false, k, 0});
    if (k.key == Key::escape && at->layer == Layer::page)
      focus = 0, ring = false, take_key();
    else if (edits(k, lines) || (prints(k.key) && !k.ctrl))
      take_key();
    return;
  }
  if (k.ctrl) return;
  const bool opens =
      (k.key == Key::enter && has(at->takes, Takes::enter)) || (k.key == Key::space && has(at->takes, Takes::space));
  if (opens && ring) {
    activated = focus;
    take_key();
  } else if (is_arrow(k.key) && has(at->takes, is_sideways(k.key) ? Takes::horizontal : Takes::vertical)) {
    key_for_focus = ring = true;
  } else if (is_arrow(k.key) && at->group != 0) {
    move_focus(k.key == Key::right || k.key == Key::down ? 1 : -1, at->group);
    take_key();
  } else if (has(at->takes, Takes::horizontal) || has(at->takes, Takes::vertical) || open_popup != 0 || carried != 0) {
    key_for_focus = k.key == Key::home || k.key == Key::end || (carried != 0 && k.key == Key::escape);
  }
}

void Core::take_button(const Event& e) {
  buttons[static_cast<std::size_t>(std::clamp(e.button, 0, 2))] = e.down;
  end_rest();
  if (e.button != 0) return;
  (e.down ? pressed_now : released_now) = true;
  find_hot();
  if (e.down) {
    const bool again = info.now - last_press < kDoubleClick &&
                       std::hypot(mouse.x - last_press_at.x, mouse.y - last_press_at.y) < kDoubleReach;
    clicks = again ? clicks % 3 + 1 : 1;
    last_press = info.now;
    last_press_at = mouse;
    const Item* item = last_item(hot);
    active = item != nullptr && item->enabled ? hot : 0;
    ring = false;
    if (item == nullptr)
      focus = 0;
    else if (item->focusable && item->enabled)
      focus = hot;
  } else {
    if (active != 0 && active == hot) clicked = active;
  }
}

void Core::take_events() {
  if (top_layer != next_top_layer) {
    // A dialog takes the focus with it and gives it back.
    const auto old_top = static_cast<std::size_t>(top_layer), new_top = static_cast<std::size_t>(next_top_layer);
    if (new_top > old_top) {
      const Item* at = nullptr;
      for (const Item& item : items) at = item.id == focus ? &item : at;
      if (at == nullptr || at->layer < next_top_layer) focus_before[new_top] = focus, focus = 0;
    } else {
      focus = focus_before[old_top];
    }
    top_layer = next_top_layer;
  }
  next_top_layer = Layer::page;
  last_items.swap(items);
  items.clear();
  if (released_now) active = 0;
  pressed_now = released_now = false;
  clicked = activated = 0;
  typed.clear();
  take_key();
  wheel = {};
  focus_seen = false;
  const Item* focused = last_item(focus);
  typing = focused != nullptr && has(focused->takes, Takes::text) && in_reach(*focused);

  bool key_taken = false, text_only = false;
  while (!input.events.empty()) {
    const Event e = input.events.front();
    const bool button_taken = pressed_now || released_now;
    if (e.kind == Event::Kind::move) {
      if (button_taken) break;
      const Vec p{e.position.x / scale, e.position.y / scale};
      if (!(p == mouse)) still_since = info.now;
      mouse = p;
    } else if (e.kind == Event::Kind::button) {
      if (button_taken || key_taken) break;
      take_button(e);
    } else if (e.kind == Event::Kind::wheel) {
      wheel = wheel + e.position;
    } else if (e.kind == Event::Kind::key) {
      const bool typing_key = typing && ((prints(e.key.key) && !e.key.ctrl && !e.key.alt) || edits(e.key, false));
      if (button_taken || (key_taken && !(text_only && typing_key))) break;
      text_only = typing_key && (!key_taken || text_only);
      key_taken = true;
      end_rest();
      dispatch_key(e.key);
    } else if (!typing && e.character == U'?') {
      key = {Key::question};
    } else if (typing || key_for_focus || open_popup != 0) {
      typed.push_back(e);
    }
    input.events.pop_front();
  }
  find_hot();
  find_rest();
  if (active != 0 && active != hot) {
    const Item* item = last_item(active);
    cursor = item != nullptr ? item->cursor : cursor;
  }
}

void Core::scroll_by_wheel() {
  if (wheel.y == 0) return;
  ScrollState* best = nullptr;
  for (auto& [id, s] : scroll_states) {
    const bool moves = s.content > s.view + 0.5f;
    if (s.seen != frame_number || !moves || s.layer < top_layer || !s.area.contains(mouse)) continue;
    if (best == nullptr || s.layer > best->layer ||
        (s.layer == best->layer && s.area.w * s.area.h < best->area.w * best->area.h))
      best = &s;
  }
  if (best == nullptr) return;
  best->offset = std::clamp(best->offset - wheel.y * kWheelStep, 0.0f, std::max(0.0f, best->content - best->view));
  redraw = true;
}

void Core::scroll_by_key() {
  if (key.key == Key::none || key.ctrl || key.alt || key_for_focus) return;
  ScrollState* best = nullptr;
  for (auto& [id, s] : scroll_states) {
    if (s.seen != frame_number || s.layer < top_layer || s.content <= s.view + 0.5f) continue;
    if (best == nullptr || s.area.w * s.area.h > best->area.w * best->area.h) best = &s;
  }
  if (best == nullptr) return;
  const float page = best->view * 0.9f;
  float to = best->offset;
  switch (key.key) {
    case Key::page_down: to += page; break;
    case Key::page_up: to -= page; break;
    case Key::down: to += kArrowStep; break;
    case Key::up: to -= kArrowStep; break;
    case Key::home: to = 0; break;
    case Key::end: to = best->content; break;
    default: return;
  }
  best->offset = std::clamp(to, 0.0f, std::max(0.0f, best->content - best->view));
  redraw = true;
}

void Core::finish_input() {
  scroll_by_wheel();
  scroll_by_key();
  if (focus != 0 && !focus_seen) {
    // What had the focus is gone, unless it was only asked for in this frame.
    if (focus != asked_focus) focus = 0, ring = false;
    redraw = true;
  }
  asked_focus = 0;
  if (open_popup != 0 && popup_seen + 1 < frame_number) open_popup = 0;  // its picker is gone
  if (carried != 0 && carried_frame + 2 < frame_number) carried = 0;
  if (top_layer != next_top_layer) redraw = true;
  if (pressed_now || released_now || clicked != 0 || activated != 0) redraw = true;
}

}  // namespace ui
