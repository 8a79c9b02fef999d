#pragma once
// Frames drawn without a graphics card, as one draws them: for pictures on paper, where there is no window and no display. Slower than
// the card by far, so a frame is kept as triangles on the main thread and painted wherever there is time.

#include <cstdint>
#include <map>
#include <memory>
#include <vector>

#include "ui/geometry.h"
#include "ui/gpu.h"
#include "ui/pictures.h"
#include "ui/theme.h"

struct ImDrawData;

namespace ui {

/// Pixels that triangles are filled with: coverage, or RGBA whose colours are multiplied by their opacity.
struct Texture {
  int width = 0, height = 0, channels = 0;
  std::vector<std::uint8_t> pixels;
};

/// A frame, or a part of one, as triangles. Owns what it needs: it outlives the Raster that made it, and is only read by `paint`.
struct Shot {
  struct Vertex {
    Vec at;     ///< pixels, from the upper left corner of the shot
    Vec place;  ///< in the texture, in shares of its width and height
    Color color = 0;
  };
  struct Piece {
    int left = 0, top = 0, right = 0, bottom = 0;  ///< nothing of it is seen outside; pixels, within the shot
    std::shared_ptr<const Texture> texture;        ///< null: white
    std::size_t first = 0, count = 0;              ///< of `corners`; three make a triangle
  };
  int width = 0, height = 0;  ///< pixels
  Color ground = rgb(0xffffff);
  std::vector<Vertex> vertices;
  std::vector<std::uint32_t> corners;  ///< indices of vertices
  std::vector<Piece> pieces;           ///< in the order in which they are drawn
};

/// Each pixel whose middle lies in a triangle is filled, one on an edge by the triangle to its right or below (the rule of OpenGL and
/// Direct3D), so that triangles that share an edge neither overlap nor leave a gap. Textures are sampled bilinearly up to their edges.
/// The result is opaque. Any thread.
Bitmap paint(const Shot& shot);

/// Keeps textures in memory. Main thread, as every Gpu.
class Raster final : public Gpu {
 public:
  TextureId upload(int width, int height, int channels, std::span<const std::uint8_t> pixels) override;
  void release(TextureId texture) override;

  /// What `area` (screen pixels; grown to whole ones) shows of a frame, on `ground`.
  Shot keep(const ImDrawData& frame, Rect area, Color ground) const;

 private:
  std::map<TextureId, std::shared_ptr<const Texture>> textures_;
  TextureId last_ = 0;
};

}  // namespace ui
