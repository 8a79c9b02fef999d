#pragma once
// What a draw function gets: the look, the words, the keys, a place to draw and a memory. Lives for one frame.
//
// Coordinates are design pixels (geometry.h). A column is where the next thing goes: widgets take the column's width, draw at its y
// and move it down. Ids are words, unique in their scope; a path of them ("lesson/choices/2") names a widget in tests.

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "text/catalogue.h"
#include "ui/function_ref.h"
#include "ui/geometry.h"
#include "ui/input.h"
#include "ui/metrics.h"
#include "ui/painter.h"
#include "ui/theme.h"

namespace ui {

struct Core;
using Id = std::uint64_t;

/// A column's width in a row.
struct Width {
  float value = 1;
  bool is_share = true;
};
constexpr Width share(float of_what_is_left = 1) { return {of_what_is_left, true}; }
constexpr Width fixed(float design_px) { return {design_px, false}; }

enum class Fit : std::uint8_t { top, middle, bottom, stretch };

struct RowOptions {
  Space gap = Space::l;
  /// How cells of unequal height stand; `stretch` makes the cards directly in them equally high.
  Fit fit = Fit::stretch;
};

/// Which keys a focused item wants for itself; the others go to the view's shortcuts.
enum class Takes : std::uint8_t { nothing = 0, enter = 1, space = 2, horizontal = 4, vertical = 8, text = 16 };
constexpr Takes operator|(Takes a, Takes b) { return static_cast<Takes>(static_cast<int>(a) | static_cast<int>(b)); }
constexpr bool has(Takes set, Takes one) { return (static_cast<int>(set) & static_cast<int>(one)) != 0; }

struct ItemOptions {
  Takes takes = Takes::enter | Takes::space;
  bool enabled = true;  ///< disabled items are drawn, never focused or clicked
  bool focusable = true;
  Cursor cursor = Cursor::hand;
};

/// What happened to an item.
struct Response {
  Id id = 0;
  bool hovered = false;
  bool held = false;     ///< mouse button down since it was pressed on the item
  bool clicked = false;  ///< by mouse, or by Enter or Space while focused
  bool focused = false;
  bool ring = false;  ///< focused, and the focus is to be shown
};

class Frame {
 public:
  explicit Frame(Core& core);
  Frame(const Frame&) = delete;
  Frame& operator=(const Frame&) = delete;

  // The world
  const Theme& theme() const;
  const text::Translator& words() const;
  std::string tr(std::string_view english) const { return words().tr(english); }
  Vec size() const;     ///< of the window
  float scale() const;  ///< screen pixels for one design pixel
  bool reduced_motion() const;
  double now() const;  ///< seconds, from any start
  Painter& paint() { return painter_; }
  Layer layer() const;

  // Keys
  /// True once for each press that no focused widget took. False on layers under a dialog or an open popup. While a text field has
  /// the keyboard, only Enter, Escape, F keys and those with Ctrl or Alt get here.
  bool pressed(Shortcut shortcut) const;
  bool pressed(Key key) const { return pressed(Shortcut{key}); }
  bool typing() const;  ///< a text field has the keyboard

  // The column
  float x() const;
  float y() const;
  float width() const;
  Rect place(float height);               ///< takes the column's whole width
  Rect place(float width, float height);  ///< takes a box: in a flow beside the last, otherwise at the left
  void space(Space s) { space(px(s)); }
  void space(float design_px);
  /// A column of its own at `area`'s place and width; returns the height used. The outer column does not move.
  float within(Rect area, Body body);
  /// The same column, with `gap` between the things placed directly in it.
  void stack(Space gap, Body body);
  /// Narrower by `space` left and right.
  void pad(Space space, Body body);
  /// A column at most `max_width` wide, at the left of this one.
  void at_most(float max_width, Body body);
  /// The same in the middle.
  void centered(float max_width, Body body);
  /// Columns side by side; `cell` draws the nth.
  void row(std::initializer_list<Width> widths, RowOptions options, FunctionRef<void(int)> cell);
  void row(std::span<const Width> widths, RowOptions options, FunctionRef<void(int)> cell);
  /// `count` equal columns, as many in a row as have at least `min_width`, over as many rows as needed.
  void grid(int count, float min_width, Space gap, FunctionRef<void(int)> cell);
  /// Boxes beside each other, wrapped at the column's end. `end` and `center` move each whole line.
  void flow(Space gap, Body body) { flow(gap, Align::start, body); }
  void flow(Space gap, Align align, Body body);
  /// In a flow: what comes next starts a new line.
  void break_line();
  /// What `body` draws, moved so that its height ends up in the middle (or at the end) of `height`.
  void aligned(float height, Align align, Body body);
  /// A region that scrolls up and down by wheel, bar, and keys where nothing else takes them; the focus is kept in sight.
  void scroll(std::string_view id, Rect area, Body body);
  /// Makes the innermost scroll region show `area`.
  void reveal(Rect area);
  void scroll_to_top(std::string_view id);
  /// Draws `body` on a higher layer. `modal`: keys and mouse reach nothing under it.
  void on_layer(Layer layer, bool modal, Body body);
  /// Keeps the mouse from what lies under `area`.
  void block(std::string_view id, Rect area);

  // Ids
  /// Everything inside gets its ids under `name`.
  void scope(std::string_view name, Body body);
  void scope(std::uint64_t number, Body body);
  Id id(std::string_view name) const;

  // Items
  Response item(std::string_view id, Rect area, ItemOptions options = {});
  /// Up, Down, Left and Right move the focus among the items inside; Tab leaves the group.
  void group(std::string_view id, Body body);
  void focus(std::string_view id, bool show_ring = false);
  bool focused(std::string_view id) const;
  void blur();
  void focus_ring(Rect area, float corner);
  Vec mouse() const;
  bool mouse_down() const;
  void want_cursor(Cursor cursor);

  /// Until the next call, these words are marked wherever they are drawn, and brought into sight when they change; empty: none.
  void mark(std::string_view words);
  bool mark_found() const;  ///< they have been drawn

  // Memory from frame to frame, by id
  float recall(std::string_view id, float otherwise = 0) const;
  void remember(std::string_view id, float value);  ///< forgotten when not renewed in a frame
  /// Goes from its last value to `target` within 120 ms; at once under reduced motion.
  float eased(std::string_view id, float target);

  // Drawing again
  void redraw();                   ///< one more frame at once
  void redraw_in(double seconds);  ///< one more frame then, if nothing happens before

  Core& core() { return core_; }  ///< for widgets of this folder

 private:
  void scroll_bar(std::string_view id, Rect area);

  Core& core_;
  Painter painter_;
};

}  // namespace ui
