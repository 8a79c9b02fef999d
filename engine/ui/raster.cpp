#include "ui/raster.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/compat.h"
#include "ui/pictures/bitmap.h"

namespace ui {
namespace {

constexpr double kParts = 256;     ///< of a pixel: corners lie on this grid, as on graphics cards
constexpr double kFarthest = 1e6;  ///< corners farther out than this are moved here; nothing that is drawn has any

/// Red, green, blue, opacity, 0 to 1 unless said otherwise; colours multiplied by the opacity.
using Mix = std::array<float, 4>;

struct Point {
  std::int64_t x = 0, y = 0;  ///< in parts of a pixel
};

Point on_grid(Vec at) {
  const auto part = [](float v) {
    const double known = std::isfinite(v) ? static_cast<double>(v) : 0.0;
    return static_cast<std::int64_t>(std::llround(std::clamp(known, -kFarthest, kFarthest) * kParts));
  };
  return {part(at.x), part(at.y)};
}

/// On which side of the line from a to b a point lies: positive where the inside of a triangle is.
std::int64_t side(Point a, Point b, Point p) { return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x); }

/// Pixels on this edge belong to the triangle: it is its upper edge, or one at its left.
bool is_top_or_left(Point a, Point b) { return b.y < a.y || (b.y == a.y && b.x > a.x); }

Mix mix_of(Color color) {
  const auto part = [&](int shift) { return static_cast<float>((color >> shift) & 0xff) / 255; };
  const float opacity = part(24);
  return {part(0) * opacity, part(8) * opacity, part(16) * opacity, opacity};
}

/// A number that grows evenly over the picture.
struct Plane {
  float start = 0, across = 0, down = 0;  ///< at the middle of pixel (0, 0), and by pixel
  float at(int x, int y) const { return start + across * static_cast<float>(x) + down * static_cast<float>(y); }
  bool flat() const { return across == 0 && down == 0; }
};

/// How the three corners weigh at a pixel.
struct Corners {
  std::array<Point, 3> at;
  double area = 0;  ///< twice the triangle's, in parts of a pixel

  Plane plane(float a, float b, float c) const {
    if (a == b && b == c) return {a, 0, 0};
    // Weight of corner i: the side of the edge across from it, by the area. It changes evenly, too.
    const std::array<double, 3> values{a, b, c};
    double start = 0, across = 0, down = 0;
    const Point middle{static_cast<std::int64_t>(kParts) / 2, static_cast<std::int64_t>(kParts) / 2};
    for (std::size_t i = 0; i < 3; ++i) {
      const Point from = at[(i + 1) % 3], to = at[(i + 2) % 3];
      start += values[i] * static_cast<double>(side(from, to, middle)) / area;
      across -= values[i] * static_cast<double>(to.y - from.y) * kParts / area;
      down += values[i] * static_cast<double>(to.x - from.x) * kParts / area;
    }
    return {static_cast<float>(start), static_cast<float>(across), static_cast<float>(down)};
  }
};

/// Between the four nearest texels, 0 to 255. Weights are in parts of 256, as on graphics cards.
Mix sample(const Texture& texture, float u, float v) {
  const auto size = [](int pixels) { return static_cast<float>(pixels); };
  const float x = std::clamp(u * size(texture.width) - 0.5f, -1.0f, size(texture.width));
  const float y = std::clamp(v * size(texture.height) - 0.5f, -1.0f, size(texture.height));
  const int across = static_cast<int>(std::floor(x * 256)), down = static_cast<int>(std::floor(y * 256));
  const int left = across >> 8, top = down >> 8, right_part = across & 255, lower_part = down & 255;
  const int last_column = texture.width - 1, last_row = texture.height - 1;
  const int l = std::clamp(left, 0, last_column), r = std::clamp(left + 1, 0, last_column);
  const std::uint8_t* const upper = texture.pixels.data() + static_cast<std::ptrdiff_t>(std::clamp(top, 0, last_row)) *
                                                                texture.width * texture.channels;
  const std::uint8_t* const lower =
      texture.pixels.data() +
      static_cast<std::ptrdiff_t>(std::clamp(top + 1, 0, last_row)) * texture.width * texture.channels;
  const int weights[4] = {(256 - right_part) * (256 - lower_part), right_part * (256 - lower_part),
                          (256 - right_part) * lower_part, right_part * lower_part};
  Mix result{};
  for (int c = 0; c < texture.channels; ++c) {
    const int a = upper[l * texture.channels + c], b = upper[r * texture.channels + c];
    const int d = lower[l * texture.channels + c], e = lower[r * texture.channels + c];
    result[static_cast<std::size_t>(c)] =
        static_cast<float>(a * weights[0] + b * weights[1] + d * weights[2] + e * weights[3]) / 65536;
  }
  if (texture.channels == 1) result[1] = result[2] = result[3] = result[0];
  return result;
}

class Painting {
 public:
  explicit Painting(const Shot& shot) : shot_(shot) {
    picture_.width = shot.width;
    picture_.height = shot.height;
    picture_.pixels.resize(static_cast<std::size_t>(shot.width) * static_cast<std::size_t>(shot.height) * 4);
    for (std::size_t i = 0; i < picture_.pixels.size(); i += 4) {
      for (std::size_t c = 0; c < 3; ++c)
        picture_.pixels[i + c] = static_cast<std::uint8_t>((shot.ground >> (8 * c)) & 0xff);
      picture_.pixels[i + 3] = 255;
    }
  }

  Bitmap run() {
    for (const Shot::Piece& piece : shot_.pieces) {
      for (std::size_t i = piece.first; i + 2 < piece.first + piece.count; i += 3)
        triangle(piece, shot_.vertices[shot_.corners[i]], shot_.vertices[shot_.corners[i + 1]],
                 shot_.vertices[shot_.corners[i + 2]]);
    }
    return std::move(picture_);
  }

 private:
  void triangle(const Shot::Piece& piece, const Shot::Vertex& first, const Shot::Vertex& second,
                const Shot::Vertex& third) {
    const Shot::Vertex *a = &first, *b = &second, *c = &third;
    std::int64_t area = side(on_grid(a->at), on_grid(b->at), on_grid(c->at));
    if (area == 0) return;
    if (area < 0) std::swap(b, c), area = -area;
    const Corners corners{{on_grid(a->at), on_grid(b->at), on_grid(c->at)}, static_cast<double>(area)};
    const Mix ca = mix_of(a->color), cb = mix_of(b->color), cc = mix_of(c->color);
    for (std::size_t i = 0; i < 4; ++i) color_[i] = corners.plane(ca[i], cb[i], cc[i]);
    u_ = corners.plane(a->place.x, b->place.x, c->place.x);
    v_ = corners.plane(a->place.y, b->place.y, c->place.y);
    fill(piece, corners);
  }

  void fill(const Shot::Piece& piece, const Corners& corners) {
    const auto& p = corners.at;
    const auto [least_x, most_x] = std::minmax({p[0].x, p[1].x, p[2].x});
    const auto [least_y, most_y] = std::minmax({p[0].y, p[1].y, p[2].y});
    const auto pixel = [](std::int64_t part) {
      return static_cast<int>(std::floor(static_cast<double>(part) / kParts));
    };
    const int left = std::max(piece.left, pixel(least_x)), right = std::min(piece.right, pixel(most_x) + 1);
    const int top = std::max(piece.top, pixel(least_y)), bottom = std::min(piece.bottom, pixel(most_y) + 1);
    if (left >= right || top >= bottom) return;
    // Of each edge: on which side the first pixel's middle lies, and how that changes by pixel.
    constexpr auto kPixel = static_cast<std::int64_t>(kParts);
    const Point middle{left * kPixel + kPixel / 2, top * kPixel + kPixel / 2};
    std::array<std::int64_t, 3> row{}, across{}, down{};
    for (std::size_t i = 0; i < 3; ++i) {
      const Point from = p[i], to = p[(i + 1) % 3];
      row[i] = side(from, to, middle) - (is_top_or_left(from, to) ? 0 : 1);
      across[i] = -(to.y - from.y) * kPixel;
      down[i] = (to.x - from.x) * kPixel;
    }
    const bool one_texel = u_.flat() && v_.flat();
    const bool one_color = std::all_of(color_.begin(), color_.end(), [](const Plane& part) { return part.flat(); });
    Mix texel = texel_at(piece, left, top), color = color_at(left, top);
    for (int y = top; y < bottom; ++y) {
      std::array<std::int64_t, 3> edge = row;
      std::uint8_t* at = &picture_.pixels[(static_cast<std::size_t>(y) * static_cast<std::size_t>(picture_.width) +
                                           static_cast<std::size_t>(left)) *
                                          4];
      for (int x = left; x < right; ++x, at += 4) {
        if ((edge[0] | edge[1] | edge[2]) >= 0) {
          if (!one_texel) texel = texel_at(piece, x, y);
          if (!one_color) color = color_at(x, y);
          blend(at, color, texel);
        }
        edge[0] += across[0], edge[1] += across[1], edge[2] += across[2];
      }
      for (std::size_t i = 0; i < 3; ++i) row[i] += down[i];
    }
  }

  Mix color_at(int x, int y) const {
    return {color_[0].at(x, y), color_[1].at(x, y), color_[2].at(x, y), color_[3].at(x, y)};
  }

  /// 0 to 255.
  Mix texel_at(const Shot::Piece& piece, int x, int y) const {
    if (piece.texture == nullptr) return {255, 255, 255, 255};
    return sample(*piece.texture, u_.at(x, y), v_.at(x, y));
  }

  static void blend(std::uint8_t* pixel, const Mix& color, const Mix& texel) {
    const float opacity = color[3] * texel[3] / 255;
    if (opacity <= 0) return;
    const float through = 1 - opacity;
    for (std::size_t i = 0; i < 3; ++i) {
      const float value = color[i] * texel[i] + static_cast<float>(pixel[i]) * through;
      pixel[i] = static_cast<std::uint8_t>(std::clamp(value + 0.5f, 0.0f, 255.0f));
    }
  }

  const Shot& shot_;
  Bitmap picture_;
  // Of the triangle being filled.
  std::array<Plane, 4> color_{};
  Plane u_, v_;
};

}  // namespace

Bitmap paint(const Shot& shot) { return Painting(shot).run(); }

TextureId Raster::upload(int width, int height, int channels, std::span<const std::uint8_t> pixels) {
  if ((channels != 1 && channels != 4) || width <= 0 || height <= 0) return 0;
  const std::size_t bytes =
      static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * static_cast<std::size_t>(channels);
  if (pixels.size() < bytes) return 0;
  const auto used = pixels.first(bytes);
  auto texture = std::make_shared<Texture>(Texture{width, height, channels, {}});
  texture->pixels = channels == 4 ? premultiplied(used) : std::vector<std::uint8_t>(used.begin(), used.end());
  textures_[++last_] = std::move(texture);
  return last_;
}

void Raster::release(TextureId texture) { textures_.erase(texture); }

Shot Raster::keep(const ImDrawData& frame, Rect area, Color ground) const {
  Shot shot;
  const float left = std::floor(area.x), top = std::floor(area.y);
  shot.width = std::max(0, static_cast<int>(std::ceil(area.right()) - left));
  shot.height = std::max(0, static_cast<int>(std::ceil(area.bottom()) - top));
  shot.ground = ground;
  for (int n = 0; n < frame.CmdListsCount; ++n) {
    const ImDrawList& list = *frame.CmdLists[n];
    const auto before = static_cast<std::uint32_t>(shot.vertices.size());
    for (const ImDrawVert& v : list.VtxBuffer)
      shot.vertices.push_back(
          {{v.pos.x - frame.DisplayPos.x - left, v.pos.y - frame.DisplayPos.y - top}, {v.uv.x, v.uv.y}, v.col});
    for (const ImDrawCmd& command : list.CmdBuffer) {
      if (command.UserCallback != nullptr) continue;
      Shot::Piece piece;
      const ImVec4& box = command.ClipRect;
      piece.left = std::max(0, static_cast<int>(box.x - frame.DisplayPos.x - left));
      piece.top = std::max(0, static_cast<int>(box.y - frame.DisplayPos.y - top));
      piece.right = std::min(shot.width, static_cast<int>(box.z - frame.DisplayPos.x - left));
      piece.bottom = std::min(shot.height, static_cast<int>(box.w - frame.DisplayPos.y - top));
      if (piece.left >= piece.right || piece.top >= piece.bottom) continue;
      const auto texture = textures_.find(compat::texture(command.TextureId));
      if (texture != textures_.end()) piece.texture = texture->second;
      piece.first = shot.corners.size();
      piece.count = command.ElemCount;
      for (unsigned i = 0; i < command.ElemCount; ++i)
        shot.corners.push_back(before + command.VtxOffset + list.IdxBuffer[static_cast<int>(command.IdxOffset + i)]);
      shot.pieces.push_back(std::move(piece));
    }
  }
  return shot;
}

}  // namespace ui
