#pragma once
// Where one is and where one can go.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "ui/widgets/basic.h"

namespace ui {

/// Logo and name at the top of the side bar. `text` false: the logo alone.
void brand(Frame& f, std::string_view name);

struct NavOptions {
  bool current = false;
  std::string_view badge = {};  ///< such as the number of reviews due
  Icon icon = Icon::none;
  Shortcut key = {};  ///< works; shown in the tooltip
};
bool nav_item(Frame& f, std::string_view id, std::string_view label, const NavOptions& options = {});

/// "Producers meet users / Resonance": the index of the clicked part; the last one is where one is.
std::optional<int> breadcrumb(Frame& f, std::string_view id, std::span<const std::string> parts);

enum class Progress : std::uint8_t { to_come, current, done };
struct OutlineEntry {
  std::string title = {};
  Progress progress = Progress::to_come;
  bool enabled = true;
};
/// A lesson's parts; the index of the clicked one.
std::optional<int> outline(Frame& f, std::string_view id, std::span<const OutlineEntry> entries);

/// Tabs under a heading.
std::optional<int> tabs(Frame& f, std::string_view id, std::span<const std::string> names, int current);

}  // namespace ui
