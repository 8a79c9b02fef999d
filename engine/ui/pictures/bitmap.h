#pragma once
// What decoding has in common.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "ui/pictures.h"

namespace ui {

enum class PictureKind : std::uint8_t { none, png, jpeg, svg };
/// By the first bytes; compressed SVG is none.
PictureKind kind_of(std::string_view bytes);

/// A picture of that size may be decoded.
bool within_bounds(double width, double height);

/// No wider than `width`: each new pixel is the mean of those it covers. Returns small pictures unchanged.
Bitmap shrunk(Bitmap bitmap, int width);

/// RGBA with each colour multiplied by its opacity, as it is blended: so a picture's edge does not take on the colour of what nobody
/// sees.
std::vector<std::uint8_t> premultiplied(std::span<const std::uint8_t> rgba);

}  // namespace ui
