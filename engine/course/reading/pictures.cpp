#include "course/reading/pictures.h"

#include <cstddef>

namespace course {
namespace {

std::uint32_t big_endian(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < count; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

/// PNG (ISO 15948): the signature, then the IHDR chunk with width and height.
std::optional<PictureInfo> png_info(std::string_view bytes) {
  constexpr std::size_t header = 24;
  if (bytes.size() < header || bytes.substr(12, 4) != "IHDR") return std::nullopt;
  return PictureInfo{PictureInfo::Format::png, big_endian(bytes, 16, 4), big_endian(bytes, 20, 4)};
}

/// JPEG (ITU T.81): segments up to the first start of frame, which tells the size.
std::optional<PictureInfo> jpeg_info(std::string_view bytes) {
  for (std::size_t at = 2; at + 9 < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) != 0xFF) return std::nullopt;
    const auto marker = static_cast<unsigned char>(bytes[at + 1]);
    if (marker == 0xFF) {  // padding
      ++at;
      continue;
    }
    const bool frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    if (frame)
      return PictureInfo{PictureInfo::Format::jpeg, big_endian(bytes, at + 7, 2), big_endian(bytes, at + 5, 2)};
    const bool alone = marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
    const std::uint32_t length = alone ? 0 : big_endian(bytes, at + 2, 2);
    if (!alone && length < 2) return std::nullopt;
    at += 2 + length;
  }
  return std::nullopt;
}

/// An XML text whose first element is <svg>.
bool is_svg(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  std::size_t at = 0;
  while (true) {
    at = bytes.find_first_not_of(" \t\r\n", at);
    if (at == std::string_view::npos || bytes[at] != '<') return false;
    const std::string_view rest = bytes.substr(at);
    if (rest.starts_with("<svg") || rest.starts_with("<svg:svg")) return true;
    const std::string_view end = rest.starts_with("<!--") ? "-->" : rest.starts_with("<?") ? "?>" : ">";
    if (!rest.starts_with("<!") && !rest.starts_with("<?")) return false;
    const std::size_t close = rest.find(end);
    if (close == std::string_view::npos) return false;
    at += close + end.size();
  }
}

}  // namespace

std::optional<PictureInfo> picture_info(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return png_info(bytes);
  if (bytes.starts_with("\xFF\xD8")) return jpeg_info(bytes);
  if (is_svg(bytes)) return PictureInfo{PictureInfo::Format::svg, 0, 0};
  return std::nullopt;
}

bool ends_whole(PictureInfo::Format format, std::string_view last_bytes) {
  const auto has = [&](std::string_view end) { return last_bytes.find(end) != std::string_view::npos; };
  switch (format) {
    case PictureInfo::Format::png: return has("IEND");
    case PictureInfo::Format::jpeg: return has("\xFF\xD9");
    case PictureInfo::Format::svg:
      return has("</svg") || last_bytes.substr(0, last_bytes.find_last_not_of(" \t\r\n") + 1).ends_with("/>");
  }
  return false;
}

}  // namespace course
