#pragma once
// How far, how well, and what the program has to say.

#include <optional>
#include <string_view>

#include "ui/widgets/basic.h"

namespace ui {

/// Thin bar over the column's width; `share` 0–1.
void progress_bar(Frame& f, float share, Tone tone = Tone::accent);
/// Bar of another thickness in a place of its own, as votes are shown.
void bar_in(Frame& f, Rect area, float share, Color color);
/// Ring with words in its middle.
void progress_ring(Frame& f, float share, std::string_view inside, float diameter = 50, Tone tone = Tone::accent);
/// A note in the page: icon, words, perhaps a title.
struct BannerOptions {
  Tone tone = Tone::accent;
  Icon icon = Icon::info;
  std::string_view title = {};
  std::string_view action = {};  ///< label of a button at the right
  Shortcut key = {};             ///< of that button
  bool closable = false;
};
enum class BannerEvent : std::uint8_t { none, action, closed };
BannerEvent banner(Frame& f, std::string_view id, std::string_view words, const BannerOptions& options = {});
/// The same, floating at the bottom of the window above everything. The app decides how long.
BannerEvent toast(Frame& f, std::string_view id, std::string_view words, const BannerOptions& options = {});

/// Nothing here yet: icon, a sentence, perhaps a button. True when the button was used.
bool empty_state(Frame& f, std::string_view id, Icon icon, std::string_view words, std::string_view action = {});

struct DialogOptions {
  std::string_view confirm = {};  ///< label of the button that does it (Enter)
  std::string_view cancel = {};   ///< label of the other (Esc); empty: only one button
  bool danger = false;            ///< the doing button is red and Enter does not reach it unfocused
  bool confirm_enabled = true;
  float width = metrics::dialog;
};
enum class DialogEvent : std::uint8_t { none, confirmed, cancelled };
/// Modal: while it is drawn, nothing under it gets keys or mouse, and Tab stays inside. `body` draws between title and buttons.
DialogEvent dialog(Frame& f, std::string_view id, std::string_view title, const DialogOptions& options, Body body);

}  // namespace ui
