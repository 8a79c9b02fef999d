#pragma once
// What the module resonance-svg offers to the program that loads it, as plain functions: nothing thrown, nothing allocated across.

#include <cstddef>
#include <cstdint>

namespace svg {

/// Changes whenever this file does; a module with another number is not used.
inline constexpr int kVersion = 1;

enum class Outcome : int { ok, damaged, no_size };

struct Module {
  int version;
  /// The picture's own size in pixels; any thread.
  Outcome (*size)(const char* bytes, std::size_t count, double* width, double* height);
  /// Draws it to fill `width` × `height` pixels: RGBA, top row first, not premultiplied; any thread.
  Outcome (*draw)(const char* bytes, std::size_t count, int width, int height, std::uint8_t* rgba);
};

/// Name of the function that returns `const svg::Module*`.
inline constexpr const char* kEntry = "resonance_svg";

}  // namespace svg
