#pragma once
// Dear ImGui 1.86 to 1.90: the one place that knows their differences. ui uses its contexts, draw lists and render data; input, focus,
// fonts and widgets are our own, which leaves little to differ.

#define IMGUI_DEFINE_MATH_OPERATORS
#include <imgui.h>
#include <imgui_internal.h>

namespace ui::compat {

/// Textures are numbers for us and pointers for Dear ImGui.
inline ImTextureID texture(std::uint64_t id) { return reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(id)); }
inline std::uint64_t texture(ImTextureID id) {
  return static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(id));
}

/// What Dear ImGui calls to build an atlas: one white pixel and a font without letters, as letters are drawn by our own Fonts.
inline bool build_nothing(ImFontAtlas* atlas) {
  atlas->TexWidth = atlas->TexHeight = 1;
  atlas->TexPixelsAlpha8 = static_cast<unsigned char*>(IM_ALLOC(1));
  *atlas->TexPixelsAlpha8 = 255;
  for (ImFont* font : atlas->Fonts) {
    font->ContainerAtlas = atlas;
    font->FontSize = 16;
  }
  atlas->TexReady = true;
  return true;
}

inline constexpr ImFontBuilderIO kNoLetters{build_nothing};
inline constexpr unsigned char kNoFile[4]{};

inline void build_empty(ImFontAtlas& atlas) {
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  config.FontData = const_cast<unsigned char*>(kNoFile);
  config.FontDataSize = sizeof kNoFile;
  config.SizePixels = 16;
  atlas.FontBuilderIO = &kNoLetters;
  atlas.AddFont(&config);
  atlas.Build();
}

}  // namespace ui::compat
