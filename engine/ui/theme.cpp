#include "ui/theme.h"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr Theme kLight{rgb(0xF7F5F0), rgb(0xFFFFFF), rgb(0xEFECE4), rgb(0x1C2230),
                       rgb(0x565E6E), rgb(0xDDD8CC), rgb(0x3548C8), rgb(0xE5E8FB),
                       rgb(0xFFFFFF), rgb(0x1D7A4F), rgb(0xE0F2E9), rgb(0x9A5B00),
                       rgb(0xFCEFD9), rgb(0xB3372F), rgb(0xFBE4E1), {rgb(0x3548C8), rgb(0xD9692B), rgb(0x1D8A86)}};

constexpr Theme kDark{rgb(0x14171F), rgb(0x1C2029), rgb(0x10131A), rgb(0xE8EAF0),
                      rgb(0xA3ABBA), rgb(0x2E3440), rgb(0x8F9BFF), rgb(0x262C4D),
                      rgb(0x10131A), rgb(0x5CC795), rgb(0x16301F), rgb(0xE5B05C),
                      rgb(0x33280F), rgb(0xF08A80), rgb(0x3A1D1B), {rgb(0x8F9BFF), rgb(0xE98A52), rgb(0x4FC0BB)}};

constexpr Theme kContrast{rgb(0x000000), rgb(0x000000), rgb(0x000000), rgb(0xFFFFFF),
                          rgb(0xFFFFFF), rgb(0xB0B0B0), rgb(0xFFE14D), rgb(0x333000),
                          rgb(0x000000), rgb(0x6CFFB0), rgb(0x00331A), rgb(0xFFC940),
                          rgb(0x332600), rgb(0xFF9D94), rgb(0x400B07), {rgb(0xFFE14D), rgb(0xFF9A5C), rgb(0x63F0EA)}};

double channel(std::uint32_t byte) {
  const double c = byte / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Color c) {
  return 0.2126 * channel(c & 0xff) + 0.7152 * channel((c >> 8) & 0xff) + 0.0722 * channel((c >> 16) & 0xff);
}

}  // namespace

const Theme& theme(ThemeName name) {
  switch (name) {
    case ThemeName::dark: return kDark;
    case ThemeName::contrast: return kContrast;
    case ThemeName::light: break;
  }
  return kLight;
}

double contrast(Color a, Color b) {
  const double la = luminance(a) + 0.05;
  const double lb = luminance(b) + 0.05;
  return std::max(la, lb) / std::min(la, lb);
}

}  // namespace ui
