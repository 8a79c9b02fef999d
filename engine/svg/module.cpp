#include "svg/module.h"

#include <librsvg/rsvg.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace svg {
namespace {

struct Unref {
  void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};
using Handle = std::unique_ptr<RsvgHandle, Unref>;
using Surface = std::unique_ptr<cairo_surface_t, Unref>;
using Pen = std::unique_ptr<cairo_t, Unref>;

/// Without a base file, so a picture cannot draw in other files.
Handle open(const char* bytes, std::size_t count) {
  GError* error = nullptr;
  Handle handle(rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(bytes), count, &error));
  if (error != nullptr) g_error_free(error);
  return handle;
}

bool natural_size(RsvgHandle* handle, double& width, double& height) {
  if (rsvg_handle_get_intrinsic_size_in_pixels(handle, &width, &height) == FALSE) {
    gboolean has_width = FALSE, has_height = FALSE, has_box = FALSE;
    RsvgLength w{}, h{};
    RsvgRectangle box{};
    rsvg_handle_get_intrinsic_dimensions(handle, &has_width, &w, &has_height, &h, &has_box, &box);
    if (has_box == FALSE) return false;
    width = box.width;
    height = box.height;
  }
  return std::isfinite(width) && std::isfinite(height) && width > 0 && height > 0;
}

/// Cairo's pixels are numbers 0xAARRGGBB with colours multiplied by the opacity.
void unpack(const std::uint32_t* from, std::size_t count, std::uint8_t* to) {
  for (std::size_t i = 0; i < count; ++i, to += 4) {
    const std::uint32_t pixel = from[i], alpha = pixel >> 24;
    for (int channel = 0; channel < 3; ++channel) {
      const std::uint32_t value = (pixel >> (16 - 8 * channel)) & 0xff;
      to[channel] = static_cast<std::uint8_t>(alpha == 0 ? 0 : std::min(255u, (value * 255 + alpha / 2) / alpha));
    }
    to[3] = static_cast<std::uint8_t>(alpha);
  }
}

Outcome size(const char* bytes, std::size_t count, double* width, double* height) {
  const Handle handle = open(bytes, count);
  if (!handle) return Outcome::damaged;
  return natural_size(handle.get(), *width, *height) ? Outcome::ok : Outcome::no_size;
}

Outcome draw(const char* bytes, std::size_t count, int width, int height, std::uint8_t* rgba) {
  const Handle handle = open(bytes, count);
  if (!handle) return Outcome::damaged;
  const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height));
  const Pen pen(cairo_create(surface.get()));
  const RsvgRectangle all{0, 0, static_cast<double>(width), static_cast<double>(height)};
  GError* error = nullptr;
  const gboolean drawn = rsvg_handle_render_document(handle.get(), pen.get(), &all, &error);
  if (error != nullptr) g_error_free(error);
  cairo_surface_flush(surface.get());
  if (drawn == FALSE || cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return Outcome::damaged;
  const unsigned char* row = cairo_image_surface_get_data(surface.get());
  const int stride = cairo_image_surface_get_stride(surface.get());
  for (int y = 0; y < height; ++y, row += stride, rgba += static_cast<std::size_t>(width) * 4) {
    unpack(reinterpret_cast<const std::uint32_t*>(row), static_cast<std::size_t>(width), rgba);
  }
  return Outcome::ok;
}

constexpr Module kModule{kVersion, size, draw};

}  // namespace
}  // namespace svg

extern "C" __attribute__((visibility("default"))) const svg::Module* resonance_svg() { return &svg::kModule; }
