#pragma once
// Faces found through fontconfig and baked into an atlas off the main thread. Only letters that texts ask for are baked: the Latin
// ones at the start, others when first drawn; the new atlas takes the old one's place between two frames.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "ui/gpu.h"
#include "ui/metrics.h"

namespace ui {

class FontAtlas;

/// One letter of a face, in screen pixels from the pen on the line's top.
struct Glyph {
  float advance = 0;
  float x0 = 0, y0 = 0, x1 = 0, y1 = 0;   ///< box, relative to pen and baseline
  float u0 = 0, v0 = 0, u1 = 0, v1 = 0;   ///< place in the texture
  bool visible = false;
};

/// Main thread, except where said. The constructor only starts the work.
class Fonts {
 public:
  struct Options {
    float scale = 1;             ///< screen pixels for one design pixel to begin with
    std::string extra;           ///< letters wanted from the start, UTF-8
    bool threads = true;         ///< false: everything at once, for tests
  };

  Fonts() : Fonts(Options()) {}
  explicit Fonts(Options options);
  ~Fonts();
  Fonts(const Fonts&) = delete;
  Fonts& operator=(const Fonts&) = delete;

  /// Waits for the first atlas.
  void wait();
  /// Asks for letters before they are drawn, such as those of a course just opened.
  void need(std::string_view utf8);
  /// Milliseconds that the last atlas took, and its texture's size in pixels.
  struct Measures { double milliseconds = 0; int width = 0, height = 0, glyphs = 0, faces = 0; };
  Measures measures() const;

  struct Impl;
  Impl& impl() { return *impl_; }

 private:
  std::unique_ptr<Impl> impl_;
};

}  // namespace ui
