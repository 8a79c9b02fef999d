#pragma once
// The state behind Context and Frame. For this folder only.

#include <array>
#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <vector>

#include "ui/compat.h"
#include "ui/context.h"
#include "ui/font/impl.h"
#include "ui/frame.h"

namespace ui {

struct TextCache;
class Editor;
class Placer;

/// What one registered item was in a frame; the next frame finds mouse and focus targets in it.
struct Item {
  Id id = 0;
  Rect area;  ///< seen part, design pixels
  Rect whole;
  Layer layer = Layer::page;
  Takes takes = Takes::nothing;
  bool enabled = true;
  bool focusable = false;
  bool blocker = false;  ///< takes the mouse from what is under it, nothing more
  Id group = 0;
  Id scroll = 0;
  Cursor cursor = Cursor::arrow;
};

/// Where the next box goes.
struct Column {
  Column(float left, float top, float width, float between = 0) : x(left), y(top), w(width), gap(between) {}

  float x = 0, y = 0, w = 0;
  float gap = 0;
  bool started = false;  ///< something was placed
  struct Piece {
    int vertex;
    std::size_t item, text;
    float h;
  };
  struct Flow {
    float gap = 0, pen = 0, line_top = 0, line_height = 0;
    Align align = Align::start;
    std::vector<Piece> line;
  };
  std::optional<Flow> flow;
};

/// What was drawn so far, so that it can be moved.
struct DrawMark {
  int vertex = 0;
  std::size_t item = 0, text = 0;
};

/// A card's background, drawn before its height is known.
struct CardMark {
  int first = 0, last = 0;    ///< vertices
  float top = 0, bottom = 0;  ///< as drawn, design pixels
  float content_bottom = 0;
  float x = 0, w = 0;
  bool dashed = false;
  Color edge = 0;
  std::size_t item = 0;  ///< of card buttons, else npos
  std::size_t depth = 0;
};

struct ScrollState {
  float offset = 0, content = 0, view = 0;
  Rect area;
  Layer layer = Layer::page;
  bool dragging = false;
  float grab = 0;
  std::uint64_t seen = 0;
};

struct Memory {
  float value = 0;
  std::uint64_t frame = 0;
};
struct Motion {
  float from = 0, to = 0;
  double start = 0;
  std::uint64_t frame = 0;
};

struct Core {
  Core(Gpu& gpu, Fonts& fonts);
  ~Core();

  Gpu& gpu;
  Fonts::Impl& fonts;
  Input input;
  std::unique_ptr<Pictures> pictures;
  std::unique_ptr<TextCache> texts;
  std::unique_ptr<Placer> placer;  ///< made with the first diagram

  FrameInfo info;
  const Theme* theme = nullptr;
  float scale = 1;
  Vec size;
  std::uint64_t frame_number = 0;
  std::optional<Frame> frame;

  ImGuiContext* imgui = nullptr;
  std::unique_ptr<ImFontAtlas> atlas;
  ImDrawList* list = nullptr;
  ImDrawListSplitter layers;

  std::vector<Id> scopes;
  std::vector<std::string> paths;  ///< of scopes; only while recording
  std::vector<Column> columns;
  std::vector<Rect> clips;
  std::vector<Layer> layer_stack;
  std::vector<bool> modal_stack;
  std::vector<CardMark>* cards = nullptr;  ///< where finished cards report to their row

  // Items
  std::vector<Item> items, last_items;
  Layer top_layer = Layer::page;  ///< highest modal layer of the last frame
  Layer next_top_layer = Layer::page;
  std::vector<Id> groups;
  std::vector<Id> scrolls;

  // Mouse
  Vec mouse{-1e6f, -1e6f};
  std::array<bool, 3> buttons{};
  bool pressed_now = false, released_now = false;
  int clicks = 0;  ///< 1, 2, 3 for single, double, triple
  double last_press = -10;
  Vec last_press_at;
  Vec wheel;
  Id hot = 0;              ///< under the mouse
  Id active = 0;           ///< pressed and still down
  Id clicked = 0;          ///< by mouse in this frame
  double still_since = 0;  ///< mouse at rest
  bool rest_over = false;  ///< a key or a button ended it: what is under the mouse says nothing more until it is left
  Id rest_over_on = 0;     ///< what that is
  Vec rest_over_at;
  Cursor cursor = Cursor::arrow;

  // Keyboard
  Id focus = 0;
  bool ring = false;
  bool reveal_focus = false;
  bool focus_seen = false;
  Id asked_focus = 0;          ///< by code, perhaps before the item was drawn
  Id activated = 0;            ///< by Enter or Space
  Shortcut key;                ///< of this frame, until someone takes it
  bool key_for_focus = false;  ///< the focused item may take it, others not
  bool typing = false;
  std::vector<Event> typed;          ///< for the focused text field, in order
  std::array<Id, 4> focus_before{};  ///< for each layer: what had the focus when it opened
  Rect caret;

  std::unordered_map<Id, Memory> memory;
  std::unordered_map<Id, Motion> motions;
  std::unordered_map<Id, ScrollState> scroll_states;
  std::unordered_map<Id, std::unique_ptr<Editor>> editors;
  Id open_popup = 0;  ///< of a picker
  int popup_choice = -1;
  bool popup_reveal = false;
  Vec popup_mouse;                                 ///< where the mouse was when keys moved the choice
  std::uint64_t popup_opened = 0, popup_seen = 0;  ///< frame numbers
  Id carried = 0;                                  ///< item being dragged or picked up by keyboard
  int carried_index = -1, carried_to = -1;
  bool carried_by_mouse = false;
  std::uint64_t carried_frame = 0;  ///< its widget was last drawn then
  Vec carried_grab;
  std::string own_clipboard;
  std::string type_ahead;
  double type_ahead_at = 0;

  float next_height = 0;  ///< of the dialog being drawn
  bool redraw = false;
  double deadline = 1e300;
  std::uint64_t hash = 0, last_hash = 1;
  std::atomic<bool> woken{false};
  std::mutex wake_mutex;  ///< of `wake`, which any thread may call
  std::function<void()> wake;

  std::string marked;           ///< words shown with a ground of their own while they are read aloud
  std::string marked_in_sight;  ///< those that were brought into sight; they may be scrolled away
  std::uint64_t marked_frame = 0;
  bool recording = false;
  Record record;

  // input_step.cpp
  void take_events();
  void find_hot();
  void end_rest();
  void find_rest();
  void take_button(const Event& event);
  void dispatch_key(Shortcut pressed);
  void finish_input();
  void scroll_by_wheel();
  void scroll_by_key();
  void move_focus(int step, Id inside_group);
  const Item* last_item(Id id) const;
  bool in_reach(const Item& item) const { return item.layer >= top_layer; }

  // place.cpp
  Column& column() { return columns.back(); }
  DrawMark mark() const;
  void shift(DrawMark since, DrawMark until, float dx, float dy);
  void end_flow_line();
  void stretch(CardMark& card, float bottom);

  float to_screen(float v) const { return v * scale; }
  float snap(float v) const;  ///< to the nearest whole screen pixel, in screen pixels
  Layer layer() const { return layer_stack.back(); }
  bool reachable() const { return layer() >= top_layer; }
  void set_layer(Layer layer);
  /// The key of this frame for the focused item `id`, if nobody took it yet.
  Key key_for(Id id) const { return key_for_focus && focus == id ? key.key : Key::none; }
  void take_key() { key = {}, key_for_focus = false; }
};

/// Words into ids.
Id id_of(Id parent, std::string_view name);
inline constexpr Id kRoot = 1469598103934665603ull;

}  // namespace ui
