#include "pictures/picture.h"

#include <cstdlib>
#include <fstream>

#include "ui/capture.h"
#include "ui/pictures.h"

namespace test {
namespace {

bool same(const Picture& a, const Picture& b, std::size_t pixel) {
  for (std::size_t c = 0; c < 3; ++c) {
    if (std::abs(int{a.rgb[pixel * 3 + c]} - int{b.rgb[pixel * 3 + c]}) > kSameColour) return false;
  }
  return true;
}

}  // namespace

std::optional<Picture> read_picture(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  const auto decoded = ui::decode_picture(bytes);
  if (!decoded) return std::nullopt;
  Picture picture{decoded->width, decoded->height, {}};
  for (std::size_t i = 0; i + 3 < decoded->pixels.size() + 1; i += 4) {
    picture.rgb.insert(picture.rgb.end(), decoded->pixels.begin() + static_cast<std::ptrdiff_t>(i),
                       decoded->pixels.begin() + static_cast<std::ptrdiff_t>(i) + 3);
  }
  return picture;
}

void write_picture(const std::filesystem::path& file, const Picture& picture) {
  ui::Bitmap bitmap{picture.width, picture.height, {}};
  for (std::size_t i = 0; i < picture.rgb.size(); i += 3) {
    bitmap.pixels.insert(bitmap.pixels.end(), {picture.rgb[i], picture.rgb[i + 1], picture.rgb[i + 2], 255});
  }
  (void)ui::write_png(file, bitmap);
}

double difference(const Picture& a, const Picture& b) {
  if (a.width != b.width || a.height != b.height || a.rgb.empty()) return 1;
  const std::size_t pixels = a.rgb.size() / 3;
  std::size_t other = 0;
  for (std::size_t i = 0; i < pixels; ++i) other += !same(a, b, i);
  return static_cast<double>(other) / static_cast<double>(pixels);
}

Picture shown_difference(const Picture& a, const Picture& b) {
  Picture shown = b;
  if (a.width != b.width || a.height != b.height) return shown;
  for (std::size_t i = 0; i < b.rgb.size() / 3; ++i) {
    const bool differs = !same(a, b, i);
    for (std::size_t c = 0; c < 3; ++c) {
      const int pale = 255 - (255 - b.rgb[i * 3 + c]) / 4;
      shown.rgb[i * 3 + c] = static_cast<std::uint8_t>(differs ? (c == 0 ? 220 : 0) : pale);
    }
  }
  return shown;
}

}  // namespace test
