#pragma once
// What a frame drew, for tests: where each item is, and every text with its box. Kept only when asked for.

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "ui/geometry.h"
#include "ui/painter.h"

namespace ui {

struct DrawnText {
  std::string text;
  Rect box;   ///< from ascent to descent of the letters, design pixels
  Rect clip;  ///< what could be seen of the window there
  Layer layer = Layer::page;
  bool cut = false;  ///< shortened with "…"
};

struct Record {
  std::vector<DrawnText> texts;
  std::unordered_map<std::uint64_t, Rect> items;  ///< id → rectangle of items
  std::unordered_map<std::uint64_t, std::string> paths;
  std::vector<Rect> marks;  ///< of words that are read aloud

  /// Where the item with this path is, or nullptr.
  const Rect* find(std::string_view path) const;
  /// True when this text was drawn and can be seen.
  bool shows(std::string_view words) const;
  /// "“this” overlaps “that”" for each pair of texts in one layer whose letters overlap.
  std::vector<std::string> overlaps() const;
  /// Texts cut on the left or right by a clip or the window, or shortened although not meant to be.
  std::vector<std::string> clipped() const;
};

/// The id of a path such as "lesson/choices/2".
std::uint64_t id_of_path(std::string_view path);

}  // namespace ui
