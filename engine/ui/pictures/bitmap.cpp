#include "ui/pictures/bitmap.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {
namespace {

/// The pixels from `from` to `to`, which may end inside a pixel, and how much of each counts.
struct Share {
  int first = 0, last = 0;
  float first_share = 1, last_share = 1;

  float share(int i) const { return i == first ? first_share : i == last ? last_share : 1; }
};

Share span(int index, double step, int size) {
  const double from = index * step, to = std::min<double>(size, (index + 1) * step);
  Share s;
  s.first = static_cast<int>(from);
  s.last = std::clamp(static_cast<int>(std::ceil(to)) - 1, s.first, size - 1);
  s.first_share = static_cast<float>(std::min<double>(s.first + 1, to) - from);
  s.last_share = static_cast<float>(to - s.last);
  return s;
}

/// Mean colour of a box, weighted by opacity.
void average(const Bitmap& from, const Share& across, const Share& down, std::uint8_t* to) {
  std::array<float, 3> color{};
  float alpha = 0, area = 0;
  for (int y = down.first; y <= down.last; ++y) {
    const std::size_t row = static_cast<std::size_t>(y) * static_cast<std::size_t>(from.width);
    for (int x = across.first; x <= across.last; ++x) {
      const std::uint8_t* const pixel = from.pixels.data() + (row + static_cast<std::size_t>(x)) * 4;
      const float share = across.share(x) * down.share(y);
      const float weight = share * static_cast<float>(pixel[3]);
      for (std::size_t c = 0; c < 3; ++c) color[c] += weight * static_cast<float>(pixel[c]);
      alpha += weight;
      area += share;
    }
  }
  for (std::size_t c = 0; c < 3; ++c) to[c] = static_cast<std::uint8_t>(alpha > 0 ? std::lround(color[c] / alpha) : 0);
  to[3] = static_cast<std::uint8_t>(area > 0 ? std::lround(alpha / area) : 0);
}

}  // namespace

PictureKind kind_of(std::string_view bytes) {
  constexpr std::size_t kLook = 4096;
  if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return PictureKind::png;
  if (bytes.starts_with("\xff\xd8\xff")) return PictureKind::jpeg;
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
  const std::size_t start = bytes.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos || bytes[start] != '<') return PictureKind::none;
  return bytes.substr(0, kLook).find("<svg") != std::string_view::npos ? PictureKind::svg : PictureKind::none;
}

bool within_bounds(double width, double height) {
  return width <= kPictureSide && height <= kPictureSide && width * height <= static_cast<double>(kPicturePixels);
}

Bitmap shrunk(Bitmap bitmap, int width) {
  if (width <= 0 || bitmap.width <= width) return bitmap;
  Bitmap out;
  const double step = static_cast<double>(bitmap.width) / width;
  out.width = width;
  out.height = std::max(1, static_cast<int>(std::lround(bitmap.height / step)));
  const double step_down = static_cast<double>(bitmap.height) / out.height;
  out.pixels.resize(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height) * 4);
  std::uint8_t* to = out.pixels.data();
  for (int y = 0; y < out.height; ++y) {
    const Share down = span(y, step_down, bitmap.height);
    for (int x = 0; x < out.width; ++x, to += 4) average(bitmap, span(x, step, bitmap.width), down, to);
  }
  return out;
}

std::vector<std::uint8_t> premultiplied(std::span<const std::uint8_t> rgba) {
  std::vector<std::uint8_t> out(rgba.begin(), rgba.end());
  for (std::size_t i = 0; i + 3 < out.size(); i += 4) {
    const unsigned alpha = out[i + 3];
    if (alpha == 255) continue;
    for (std::size_t c = i; c < i + 3; ++c) out[c] = static_cast<std::uint8_t>((out[c] * alpha + 127) / 255);
  }
  return out;
}

}  // namespace ui
