#pragma once
// Draws frames with OpenGL 3.3 and holds the textures. One for each GL context, made and used on its thread.

#include <memory>

#include "base/result.h"
#include "ui/geometry.h"
#include "ui/gpu.h"
#include "ui/theme.h"

struct ImDrawData;

namespace ui {

class Renderer final : public Gpu {
 public:
  /// The window system's way to find GL functions, such as glfwGetProcAddress.
  using Loader = void (*(*)(const char*))();

  static base::Result<std::unique_ptr<Renderer>> create(Loader loader);
  ~Renderer() override;

  TextureId upload(int width, int height, int channels, std::span<const std::uint8_t> pixels) override;
  void release(TextureId texture) override;

  /// Clears the whole window to `background` and draws. The caller swaps buffers.
  void draw(const ImDrawData& frame, int width, int height, Color background);

  struct Impl;

 private:
  explicit Renderer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace ui
