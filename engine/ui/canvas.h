#pragma once
// Drawing without a window: what widgets and views draw, as pictures for paper. Letters and pictures arrive while it draws, so a
// drawing takes several frames; between them the caller may do other things.
//
//     ui::Canvas canvas(3);
//     std::optional<ui::Shot> shot;
//     while (!(shot = canvas.step(look, size, draw))) canvas.wait();
//     ui::Bitmap picture = ui::paint(*shot);   // on any thread

#include <memory>
#include <optional>

#include "ui/context.h"
#include "ui/raster.h"

namespace ui {

/// Main thread, between or inside the frames of a window: Dear ImGui's context is left as it was found.
class Canvas {
 public:
  /// `scale`: pixels of a picture for one design pixel.
  explicit Canvas(float scale);
  ~Canvas();
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  /// Draws one frame on a page of `size` design pixels; `draw` returns which part of it is wanted. Empty as long as something is still
  /// loading or changing: then it wants to be called again, with the same. Of `look` the theme and the words count; motion is left out.
  /// Returns at once.
  std::optional<Shot> step(const FrameInfo& look, Vec size, FunctionRef<Rect(Frame&)> draw);

  /// Until the letters and pictures that the last frames asked for are there.
  void wait();

  /// A page on white.
  static constexpr Color ground = rgb(0xffffff);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ui
