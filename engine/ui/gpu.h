#pragma once
// The narrow way to the graphics card, so that everything above runs without one.

#include <cstdint>
#include <span>

namespace ui {

using TextureId = std::uint64_t;  ///< 0 is none

/// Main thread only, as the GL context is.
class Gpu {
 public:
  virtual ~Gpu() = default;
  /// `pixels` are width × height × channels bytes, top row first: 4 channels are RGBA (not premultiplied), 1 is coverage (white with that alpha).
  virtual TextureId upload(int width, int height, int channels, std::span<const std::uint8_t> pixels) = 0;
  virtual void release(TextureId texture) = 0;
};

/// For tests: hands out numbers, remembers how many are held.
class NoGpu final : public Gpu {
 public:
  TextureId upload(int, int, int, std::span<const std::uint8_t>) override {
    ++held;
    return ++last_;
  }
  void release(TextureId) override { --held; }
  int held = 0;

 private:
  TextureId last_ = 0;
};

}  // namespace ui
