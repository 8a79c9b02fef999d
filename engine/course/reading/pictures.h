#pragma once
// What a picture file is, read from its first bytes without decoding it.

#include <cstdint>
#include <optional>
#include <string_view>

namespace course {

struct PictureInfo {
  enum class Format : std::uint8_t { png, jpeg, svg };
  Format format = Format::png;
  std::uint32_t width = 0;  ///< pixels; 0 for SVG, which has none of its own
  std::uint32_t height = 0;
};

/// Empty when the bytes are no PNG, JPEG or SVG, or break off before the size is told.
std::optional<PictureInfo> picture_info(std::string_view bytes);

}  // namespace course
