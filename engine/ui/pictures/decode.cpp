// PNG and JPEG. PNG by libpng, which stops when the picture is full, where stb inflates whatever it is given.

#include <png.h>
#include <stb_image.h>

#include <cstring>
#include <memory>
#include <string>

#include "ui/pictures/bitmap.h"
#include "ui/pictures/svg_module.h"

namespace ui {
namespace {

/// Real progressive JPEGs have about ten scans; a million of them would keep a processor busy for hours.
constexpr int kMostScans = 200;

struct FreePng {
  void operator()(png_image* image) const {
    png_image_free(image);
    delete image;
  }
};
using Png = std::unique_ptr<png_image, FreePng>;

Png open_png(std::string_view bytes) {
  Png image(new png_image());
  image->version = PNG_IMAGE_VERSION;
  return png_image_begin_read_from_memory(image.get(), bytes.data(), bytes.size()) != 0 ? std::move(image) : nullptr;
}

base::Result<Bitmap> decode_png(std::string_view bytes) {
  const Png image = open_png(bytes);
  if (!image) return base::fail(base::Refusal::damaged, "not a whole PNG");
  if (!within_bounds(image->width, image->height)) return base::fail(base::Refusal::too_large, "PNG");
  image->format = PNG_FORMAT_RGBA;
  Bitmap bitmap;
  bitmap.width = static_cast<int>(image->width);
  bitmap.height = static_cast<int>(image->height);
  bitmap.pixels.resize(PNG_IMAGE_SIZE(*image));
  if (png_image_finish_read(image.get(), nullptr, bitmap.pixels.data(), 0, nullptr) == 0) {
    return base::fail(base::Refusal::damaged, image->message);
  }
  return bitmap;
}

int scans(std::string_view jpeg) {
  int count = 0;
  for (auto at = jpeg.find("\xff\xda"); at != std::string_view::npos; at = jpeg.find("\xff\xda", at + 2)) ++count;
  return count;
}

base::Result<Vec> jpeg_size(std::string_view bytes) {
  int width = 0, height = 0, channels = 0;
  const auto* const data = reinterpret_cast<const stbi_uc*>(bytes.data());
  if (stbi_info_from_memory(data, static_cast<int>(bytes.size()), &width, &height, &channels) == 0) {
    return base::fail(base::Refusal::damaged, "not a JPEG that we read");
  }
  if (width <= 0 || height <= 0) return base::fail(base::Refusal::damaged, "no size");
  if (!within_bounds(width, height)) return base::fail(base::Refusal::too_large, "JPEG");
  return Vec{static_cast<float>(width), static_cast<float>(height)};
}

base::Result<Bitmap> decode_jpeg(std::string_view bytes) {
  const auto size = jpeg_size(bytes);
  if (!size) return tl::unexpected(size.error());
  if (scans(bytes) > kMostScans) return base::fail(base::Refusal::too_large, "too many scans");
  Bitmap bitmap;
  int channels = 0;
  const auto* const data = reinterpret_cast<const stbi_uc*>(bytes.data());
  const std::unique_ptr<stbi_uc, void (*)(void*)> pixels(
      stbi_load_from_memory(data, static_cast<int>(bytes.size()), &bitmap.width, &bitmap.height, &channels, 4),
      stbi_image_free);
  if (!pixels) return base::fail(base::Refusal::damaged, "JPEG");
  const std::size_t count = static_cast<std::size_t>(bitmap.width) * static_cast<std::size_t>(bitmap.height) * 4;
  bitmap.pixels.assign(pixels.get(), pixels.get() + count);
  return bitmap;
}

base::Status check_bytes(std::string_view bytes) {
  if (bytes.size() > kPictureBytes) return base::fail(base::Refusal::too_large, "file");
  return {};
}

}  // namespace

base::Result<Bitmap> decode_picture(std::string_view bytes) {
  if (const auto checked = check_bytes(bytes); !checked) return tl::unexpected(checked.error());
  switch (kind_of(bytes)) {
    case PictureKind::png: return decode_png(bytes);
    case PictureKind::jpeg: return decode_jpeg(bytes);
    case PictureKind::svg:
    case PictureKind::none: break;
  }
  return base::fail(base::Refusal::unsupported, "neither PNG nor JPEG");
}

base::Result<Vec> picture_size(std::string_view bytes) {
  if (const auto checked = check_bytes(bytes); !checked) return tl::unexpected(checked.error());
  switch (kind_of(bytes)) {
    case PictureKind::png: {
      const Png image = open_png(bytes);
      if (!image) return base::fail(base::Refusal::damaged, "not a PNG");
      if (!within_bounds(image->width, image->height)) return base::fail(base::Refusal::too_large, "PNG");
      return Vec{static_cast<float>(image->width), static_cast<float>(image->height)};
    }
    case PictureKind::jpeg: return jpeg_size(bytes);
    case PictureKind::svg: return svg_size(bytes);
    case PictureKind::none: break;
  }
  return base::fail(base::Refusal::unsupported, "neither PNG nor JPEG nor SVG");
}

}  // namespace ui
