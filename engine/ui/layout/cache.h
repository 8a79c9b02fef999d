#pragma once
// Layouts and parsed documents that were needed lately.

#include <cstdint>
#include <unordered_map>

#include "ui/layout/layout.h"

namespace ui {

struct TextCache {
  struct Parsed {
    text::Document document;
    std::uint64_t used = 0;
  };
  std::unordered_map<std::uint64_t, Layout> layouts;
  std::unordered_map<std::uint64_t, Parsed> documents;
  std::uint64_t fonts_version = 0;

  /// The layout of a document at this width; made when it is not kept.
  const Layout& layout(Core& core, const text::Document& document, float width, const LayoutOptions& options,
                       const std::function<int(std::string_view)>& note_number);
  /// The same for plain words.
  const Layout& plain(Core& core, std::string_view utf8, float width, const LayoutOptions& options);
  const text::Document& parsed(Core& core, std::string_view markdown);
  /// Drops what was not used in this frame when there is much of it.
  void tidy(std::uint64_t frame);

 private:
  void check_fonts(Core& core);
};

std::uint64_t hash_of(const text::Document& document);
std::uint64_t hash_of(std::string_view utf8);

}  // namespace ui
