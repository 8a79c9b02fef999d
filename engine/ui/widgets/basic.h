#pragma once
// Words, buttons, cards and small marks.

#include <string>
#include <string_view>

#include "ui/frame.h"
#include "ui/icons.h"

namespace ui {

/// Which of the theme's colours, for widgets that take a meaning rather than a colour.
enum class Tone : std::uint8_t { ink, soft, accent, good, warn, bad, on_accent, on_ink };
Color color_of(const Theme& theme, Tone tone);
/// The soft background that goes with it.
Color soft_of(const Theme& theme, Tone tone);

/// The empty part of bars, rings and tracks.
Color track_of(const Theme& theme);

/// Plain words, wrapped to the column, at reading line height (tight for title and larger). For Markdown see rich.h.
void words(Frame& f, std::string_view utf8, TextStyle style = style::body, Tone tone = Tone::ink,
           Align align = Align::start);
/// Height that `words` would take at this width.
float words_height(Frame& f, std::string_view utf8, TextStyle style, float width);
/// One line that takes its own width, for flows; cut with "…" at the column's end.
void label(Frame& f, std::string_view utf8, TextStyle style = style::body, Tone tone = Tone::ink);
/// Words at the left and words at the right of one line.
void two_sides(Frame& f, std::string_view left, TextStyle left_style, Tone left_tone, std::string_view right,
               TextStyle right_style, Tone right_tone);

void heading(Frame& f, std::string_view utf8);     ///< a page's name, display size
void subheading(Frame& f, std::string_view utf8);  ///< a part's name, title size
void rule(Frame& f);

struct ButtonOptions {
  enum class Kind : std::uint8_t { primary, secondary, quiet, danger } kind = Kind::secondary;
  Shortcut key = {};  ///< shown as a key cap, and works
  bool show_key = true;
  Icon icon = Icon::none;  ///< before the words
  bool enabled = true;
  bool small = false;
  bool wide = false;  ///< the column's whole width
  std::string_view tooltip = {};
};
/// True when clicked, activated, or its key was pressed.
bool button(Frame& f, std::string_view id, std::string_view label, const ButtonOptions& options = {});
float button_width(Frame& f, std::string_view label, const ButtonOptions& options);
/// A square with an icon; `name` is its tooltip.
bool icon_button(Frame& f, std::string_view id, Icon icon, std::string_view name, const ButtonOptions& options = {});

void key_cap(Frame& f, Shortcut key);
/// "[Esc] stop": a key cap and what it does.
void key_hint(Frame& f, Shortcut key, std::string_view what);

struct CardOptions {
  float padding = metrics::card_padding;
  Tone edge = Tone::ink;  ///< ink: the thin line; others: border in that tone
  bool soft = false;      ///< filled with the tone's soft background
  bool sunken = false;
  bool dashed = false;
};
/// White surface with a thin border around what `body` draws.
void card(Frame& f, const CardOptions& options, Body body);
inline void card(Frame& f, Body body) { card(f, {}, body); }
/// A card that is one big button; widgets inside may be clicked as well.
bool card_button(Frame& f, std::string_view id, const CardOptions& options, Body body);

/// Rounded label, such as a concept's name. With an id it can be clicked.
void chip(Frame& f, std::string_view label, Tone tone = Tone::accent);
bool chip_button(Frame& f, std::string_view id, std::string_view label, Tone tone = Tone::accent);
/// Words that can be clicked, underlined; wrapped where one line is too short.
bool link(Frame& f, std::string_view id, std::string_view label, TextStyle style = style::body);
void icon(Frame& f, Icon icon, float size = 16, Tone tone = Tone::soft);

/// The mouse has rested on the item for a moment; asks for a frame when it will have. After a key or a click, not before the mouse has
/// left the item and come back.
bool rested(Frame& f, const Response& of);
/// Shown beside the mouse after it has rested on the item, or while the item has the visible focus.
void tooltip(Frame& f, const Response& of, Rect area, std::string_view words);

}  // namespace ui
