#include "ui/pictures/svg_module.h"

#include <algorithm>
#include <cmath>

#include "base/module.h"
#include "svg/module.h"
#include "ui/pictures/bitmap.h"

namespace ui {
namespace {

/// Anything larger is no drawing for a lesson, and slow.
constexpr std::size_t kSvgBytes = 8u << 20;

constexpr base::ModuleFile kFile{RESONANCE_SVG_NAME, RESONANCE_SVG_INSTALL, RESONANCE_SVG_BUILD};

struct Opened {
  const svg::Module* module = nullptr;
  double width = 0, height = 0;
};

base::Result<Opened> open(std::string_view bytes) {
  if (bytes.size() > kSvgBytes) return base::fail(base::Refusal::too_large, "SVG");
  if (kind_of(bytes) != PictureKind::svg) return base::fail(base::Refusal::unsupported, "no SVG");
  Opened opened;
  opened.module = base::load_module<svg::Module>(kFile, svg::kEntry, svg::kVersion);
  if (opened.module == nullptr) return base::fail(base::Refusal::unsupported, "librsvg is not installed");
  switch (opened.module->size(bytes.data(), bytes.size(), &opened.width, &opened.height)) {
    case svg::Outcome::ok: return opened;
    case svg::Outcome::no_size: return base::fail(base::Refusal::damaged, "an SVG without a size or viewBox");
    case svg::Outcome::damaged: break;
  }
  return base::fail(base::Refusal::damaged, "SVG");
}

}  // namespace

base::Result<Vec> svg_size(std::string_view bytes) {
  const auto opened = open(bytes);
  if (!opened) return tl::unexpected(opened.error());
  return Vec{static_cast<float>(opened->width), static_cast<float>(opened->height)};
}

base::Result<Bitmap> draw_svg(std::string_view bytes, int width) {
  const auto opened = open(bytes);
  if (!opened) return tl::unexpected(opened.error());
  const double height = std::max(1.0, std::round(width * opened->height / opened->width));
  if (width <= 0 || !within_bounds(width, height)) return base::fail(base::Refusal::too_large, "SVG");
  Bitmap bitmap;
  bitmap.width = width;
  bitmap.height = static_cast<int>(height);
  bitmap.pixels.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(bitmap.height) * 4);
  const svg::Outcome outcome =
      opened->module->draw(bytes.data(), bytes.size(), width, bitmap.height, bitmap.pixels.data());
  if (outcome != svg::Outcome::ok) return base::fail(base::Refusal::damaged, "SVG");
  return bitmap;
}

}  // namespace ui
