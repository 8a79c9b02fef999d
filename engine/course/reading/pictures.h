#pragma once
// What a picture file is, told without decoding it.

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

/// Whether a file ends as its format says, told from its last bytes (some 64 kB: cameras write notes behind a JPEG). One that was
/// cut on its way does not.
bool ends_whole(PictureInfo::Format format, std::string_view last_bytes);

}  // namespace course
