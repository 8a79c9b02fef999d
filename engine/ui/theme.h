#pragma once
// The look as tokens: no view names a colour or a size in pixels.

#include <array>
#include <cstdint>

namespace ui {

/// 0xAABBGGRR, as Dear ImGui packs it.
using Color = std::uint32_t;

/// From 0xRRGGBB.
constexpr Color rgb(std::uint32_t hex) {
  return 0xff000000u | ((hex & 0xffu) << 16) | (hex & 0xff00u) | ((hex >> 16) & 0xffu);
}

enum class ThemeName : std::uint8_t { light, dark, contrast };

struct Theme {
  Color paper, surface, sunken;  ///< window, cards, wells and the side bar
  Color ink, soft, line;         ///< text, secondary text, borders
  Color accent, accent_soft, on_accent;
  Color good, good_soft;
  Color warn, warn_soft;
  Color bad, bad_soft;
  std::array<Color, 3> series;  ///< charts; told apart by dash and mark as well
};

/// Over what lies under a dialog, and under what floats; the same in every theme, used with opacity.
inline constexpr Color kScrim = rgb(0x10131A);
inline constexpr Color kShadow = rgb(0x000000);

const Theme& theme(ThemeName name);

/// WCAG 2 contrast of two colours, 1–21.
double contrast(Color a, Color b);

}  // namespace ui
