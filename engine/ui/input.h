#pragma once
// What the person did, as the window layer (or a test) reports it, in order.

#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/geometry.h"

namespace ui {

/// A key by what it does or prints: the window layer maps letters by the key's own name (`glfwGetKeyName`), so that A is A on
/// an AZERTY keyboard; digits also by place. `question` comes by itself from the typed character.
enum class Key : std::uint8_t {
  none,
  a,
  b,
  c,
  d,
  e,
  f,
  g,
  h,
  i,
  j,
  k,
  l,
  m,
  n,
  o,
  p,
  q,
  r,
  s,
  t,
  u,
  v,
  w,
  x,
  y,
  z,
  d0,
  d1,
  d2,
  d3,
  d4,
  d5,
  d6,
  d7,
  d8,
  d9,
  f1,
  f2,
  f3,
  f4,
  f5,
  f6,
  f7,
  f8,
  f9,
  f10,
  f11,
  f12,
  enter,
  space,
  escape,
  tab,
  backspace,
  del,
  left,
  right,
  up,
  down,
  home,
  end,
  page_up,
  page_down,
  question,
  plus,
  minus,
  comma,
};

/// A key with what must be held. "Ctrl" is the Command key on a Mac.
struct Shortcut {
  Key key = Key::none;
  bool ctrl = false, shift = false, alt = false;

  bool operator==(const Shortcut&) const = default;
};

/// "Ctrl+K", "R", "Esc", "Space", "←", as a key cap shows it. Key words in English; pass them through the translator.
std::string key_name(Shortcut shortcut);

/// The digit 1–9 or letter key of the nth choice (from 0), or Key::none.
Key digit_key(int n);
Key letter_key(int n);

enum class Cursor : std::uint8_t { arrow, hand, text, grab, resize };

struct Event {
  enum class Kind : std::uint8_t { move, button, wheel, key, text } kind;
  Vec position;            ///< move: screen pixels; wheel: steps in x and y, up and left positive
  int button = 0;          ///< 0 left, 1 right, 2 middle
  bool down = false;       ///< button
  Shortcut key;            ///< key: pressed or repeated
  char32_t character = 0;  ///< text
};

/// The queue between the window's callbacks and the frames. Main thread only.
class Input {
 public:
  void move(Vec screen_pixels) { events.push_back({Event::Kind::move, screen_pixels, 0, false, {}, 0}); }
  void button(int which, bool down) { events.push_back({Event::Kind::button, {}, which, down, {}, 0}); }
  void wheel(Vec steps) { events.push_back({Event::Kind::wheel, steps, 0, false, {}, 0}); }
  void key(Shortcut pressed) { events.push_back({Event::Kind::key, {}, 0, false, pressed, 0}); }
  void text(char32_t character) { events.push_back({Event::Kind::text, {}, 0, false, {}, character}); }

  std::deque<Event> events;
  bool shift_held = false, ctrl_held = false;  ///< at this moment; for selecting by mouse

  std::function<std::string()> clipboard;  ///< empty: an internal clipboard is used
  std::function<void(const std::string&)> set_clipboard;
};

}  // namespace ui
