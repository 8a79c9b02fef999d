#pragma once
// The window's pixels as a PNG file: for pictures of every screen.

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "base/result.h"
#include "ui/context.h"
#include "ui/pictures.h"

namespace ui {

/// Reads back what was last drawn in the current GL context.
Bitmap read_pixels(int width, int height);
base::Status write_png(const std::filesystem::path& file, const Bitmap& bitmap);

/// A hidden window of fixed size with its own context, renderer and fonts. One at a time; main thread.
class Stage {
 public:
  static base::Result<std::unique_ptr<Stage>> open(int width, int height, float scale);
  ~Stage();

  Context& context();
  /// Draws until two frames are equal and nothing is loading.
  void settle(const FrameInfo& info, FunctionRef<void(Frame&)> draw);
  Bitmap pixels();
  /// Size and scale for the next frames, in screen pixels.
  void resize(int width, int height, float scale);
  FrameInfo info() const;  ///< size, scale and a fixed time filled in

 private:
  Stage();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ui
