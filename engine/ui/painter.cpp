#include "ui/painter.h"

#include <cmath>
#include <string>

#include "ui/core.h"
#include "ui/font/draw.h"
#include "ui/font/utf8.h"

namespace ui {
namespace {

constexpr float kTurn = 6.28318530718f;

float thickness(const Core& core, float width) { return std::max(1.0f, std::round(width * core.scale)); }

/// Draws dashes along a path given in screen pixels.
void dash(ImDrawList& list, std::span<const ImVec2> path, Color color, float width, float on, float off) {
  float left = on;
  bool drawing = true;
  list.PathClear();
  for (std::size_t i = 1; i < path.size(); ++i) {
    ImVec2 a = path[i - 1];
    const ImVec2 b = path[i];
    float length = std::hypot(b.x - a.x, b.y - a.y);
    while (length > 0) {
      const float step = std::min(left, length);
      const ImVec2 c(a.x + (b.x - a.x) * step / length, a.y + (b.y - a.y) * step / length);
      if (drawing) {
        if (list._Path.empty()) list.PathLineTo(a);
        list.PathLineTo(c);
      }
      a = c, length -= step, left -= step;
      if (left > 0) continue;
      if (drawing) list.PathStroke(color, 0, width);
      drawing = !drawing;
      left = drawing ? on : off;
    }
  }
  if (drawing && list._Path.Size > 1) list.PathStroke(color, 0, width);
  list.PathClear();
}

}  // namespace

Color fade(Color color, float share) {
  const auto alpha = static_cast<Color>(std::lround(static_cast<float>(color >> 24) * share));
  return (color & 0xffffffu) | (alpha << 24);
}

Color mix(Color a, Color b, float share) {
  Color out = 0;
  for (int shift = 0; shift < 32; shift += 8) {
    const float ca = static_cast<float>((a >> shift) & 0xff), cb = static_cast<float>((b >> shift) & 0xff);
    out |= static_cast<Color>(std::lround(ca + (cb - ca) * share)) << shift;
  }
  return out;
}

void Painter::fill(Rect r, Color color, float corner) {
  if (r.w <= 0 || r.h <= 0) return;
  const ImVec2 a(core_.snap(r.x), core_.snap(r.y)), b(core_.snap(r.right()), core_.snap(r.bottom()));
  core_.list->AddRectFilled(a, b, color, corner * core_.scale);
}

void Painter::border(Rect r, Stroke s, float corner) {
  const float w = thickness(core_, s.width);
  const float in = w / 2 - 0.5f;  // Dear ImGui adds the half pixel itself
  const ImVec2 a(core_.snap(r.x) + in, core_.snap(r.y) + in),
      b(core_.snap(r.right()) - in, core_.snap(r.bottom()) - in);
  const float rounding = std::max(0.0f, corner * core_.scale - w / 2);
  if (!s.dashed) {
    core_.list->AddRect(a, b, s.color, rounding, 0, w);
    return;
  }
  ImDrawList& list = *core_.list;
  list.PathRect({a.x + 0.5f, a.y + 0.5f}, {b.x - 0.5f, b.y - 0.5f}, rounding);
  std::vector<ImVec2> path(list._Path.begin(), list._Path.end());
  if (path.empty()) return;
  path.push_back(path.front());
  dash(list, path, s.color, w, 5 * core_.scale, 4 * core_.scale);
}

void Painter::line(Vec from, Vec to, Stroke s) {
  const float w = thickness(core_, s.width);
  const bool level = from.y == to.y, upright = from.x == to.x;
  if (!s.dashed && (level || upright)) {
    const float x0 = core_.snap(std::min(from.x, to.x)), x1 = core_.snap(std::max(from.x, to.x));
    const float y0 = core_.snap(std::min(from.y, to.y)), y1 = core_.snap(std::max(from.y, to.y));
    core_.list->AddRectFilled({x0, y0}, {level ? x1 : x0 + w, level ? y0 + w : y1}, s.color);
    return;
  }
  const Vec points[]{from, to};
  polyline(points, s);
}

void Painter::polyline(std::span<const Vec> points, Stroke s) {
  std::vector<ImVec2> path;
  path.reserve(points.size());
  for (Vec p : points) path.emplace_back(p.x * core_.scale, p.y * core_.scale);
  const float w = std::max(1.0f, s.width * core_.scale);
  if (s.dashed)
    dash(*core_.list, path, s.color, w, 5 * core_.scale, 4 * core_.scale);
  else
    core_.list->AddPolyline(path.data(), static_cast<int>(path.size()), s.color, 0, w);
}

void Painter::polygon(std::span<const Vec> convex, Color color) {
  for (Vec p : convex) core_.list->PathLineTo({p.x * core_.scale, p.y * core_.scale});
  core_.list->PathFillConvex(color);
}

void Painter::strip(std::span<const Vec> one, std::span<const Vec> other, Color color) {
  const auto count = static_cast<int>(std::min(one.size(), other.size()));
  if (count < 2) return;
  ImDrawList& list = *core_.list;
  // Two triangles between neighbours, sharing their corners: no seams.
  list.PrimReserve((count - 1) * 6, count * 2);
  const ImVec2 white = list._Data->TexUvWhitePixel;
  const auto first = list._VtxCurrentIdx;
  for (int i = 0; i + 1 < count; ++i) {
    for (const int corner : {0, 1, 2, 2, 1, 3})
      list.PrimWriteIdx(static_cast<ImDrawIdx>(first + static_cast<unsigned>(2 * i + corner)));
  }
  for (int i = 0; i < count; ++i) {
    for (const Vec p : {one[static_cast<std::size_t>(i)], other[static_cast<std::size_t>(i)]})
      list.PrimWriteVtx({p.x * core_.scale, p.y * core_.scale}, white, color);
  }
}

void Painter::curve(Vec from, Vec c1, Vec c2, Vec to, Stroke s) {
  const auto at = [&](Vec p) { return ImVec2(p.x * core_.scale, p.y * core_.scale); };
  ImDrawList& list = *core_.list;
  list.PathLineTo(at(from));
  list.PathBezierCubicCurveTo(at(c1), at(c2), at(to));
  if (!s.dashed) {
    list.PathStroke(s.color, 0, std::max(1.0f, s.width * core_.scale));
    return;
  }
  const std::vector<ImVec2> path(list._Path.begin(), list._Path.end());
  dash(list, path, s.color, s.width * core_.scale, 5 * core_.scale, 4 * core_.scale);
}

void Painter::disc(Vec c, float radius, Color color) {
  core_.list->AddCircleFilled({c.x * core_.scale, c.y * core_.scale}, radius * core_.scale, color);
}

void Painter::circle(Vec c, float radius, Stroke s) {
  const float w = std::max(1.0f, s.width * core_.scale);
  core_.list->AddCircle({c.x * core_.scale, c.y * core_.scale}, radius * core_.scale - w / 2, s.color, 0, w);
}

void Painter::arc(Vec c, float radius, float from, float to, Stroke s) {
  if (to <= from) return;
  const ImVec2 center(c.x * core_.scale, c.y * core_.scale);
  const float r = radius * core_.scale, w = s.width * core_.scale;
  const float a0 = (from - 0.25f) * kTurn, a1 = (to - 0.25f) * kTurn;
  const int steps = std::max(3, static_cast<int>(std::ceil((to - from) * (24 + r * 1.2f))));
  core_.list->PathArcTo(center, r, a0, a1, steps);
  core_.list->PathStroke(s.color, 0, w);
  if (to - from >= 1) return;
  for (float a : {a0, a1}) {
    core_.list->AddCircleFilled({center.x + std::cos(a) * r, center.y + std::sin(a) * r}, w / 2, s.color);
  }
}

void Painter::image(Rect r, TextureId texture, float corner) {
  core_.list->AddImageRounded(compat::texture(texture), {core_.snap(r.x), core_.snap(r.y)},
                              {core_.snap(r.right()), core_.snap(r.bottom())}, {0, 0}, {1, 1}, 0xffffffff,
                              corner * core_.scale);
}

void Painter::shadow(Rect r, float corner) {
  constexpr int kRings = 14;
  for (int i = kRings; i > 0; --i) {
    // Further out the rings stand further apart, so that the shadow ends softly.
    const float grow = static_cast<float>(i * i) * 0.12f;
    Rect ring = r.inset(-grow);
    ring.y += 6;
    fill(ring, fade(kShadow, 0.012f), corner + grow);
  }
}

float Painter::text_width(std::string_view utf8, TextStyle style) {
  Face& face = core_.fonts.face(style);
  float width = 0;
  for (std::size_t at = 0; at < utf8.size();) width += core_.fonts.glyph(face, next_code_point(utf8, at)).advance;
  return width;
}

float Painter::text(Vec at, std::string_view utf8, TextStyle style, Color color) {
  Face& face = core_.fonts.face(style);
  std::vector<PlacedGlyph> glyphs;
  glyphs.reserve(utf8.size());
  float pen = 0;
  for (std::size_t i = 0; i < utf8.size();) {
    const Glyph& g = core_.fonts.glyph(face, next_code_point(utf8, i));
    glyphs.push_back({&g, pen});
    pen += g.advance;
  }
  const float height = line_height(style);
  const float base = at.y + (height - face.ascent() - face.descent()) / 2 + face.ascent();
  if (visible({at.x - height, at.y - height, pen + 2 * height, 3 * height}))
    draw_glyphs(core_, glyphs, {at.x, base}, color);
  note_text(core_, utf8, {at.x, base - face.em() * 0.73f, pen, face.em() * 0.73f}, false);
  return pen;
}

float Painter::text_in(Rect r, std::string_view utf8, TextStyle style, Color color, Align align) {
  if (utf8.empty()) return 0;
  float width = text_width(utf8, style);
  std::string shortened;
  if (width > r.w + 0.5f) {
    Face& face = core_.fonts.face(style);
    float room = r.w - core_.fonts.glyph(face, U'…').advance;
    std::size_t keep = 0;
    for (std::size_t at = 0; at < utf8.size();) {
      room -= core_.fonts.glyph(face, next_code_point(utf8, at)).advance;
      if (room < 0) break;
      keep = at;
    }
    while (keep > 0 && utf8[keep - 1] == ' ') --keep;
    shortened = std::string(utf8.substr(0, keep)) + "…";
    utf8 = shortened;
    width = text_width(utf8, style);
  }
  const float free = r.w - width;
  const float x = r.x + (align == Align::center ? free / 2 : align == Align::end ? free : 0);
  const std::size_t before = core_.record.texts.size();
  text({x, r.y + (r.h - line_height(style)) / 2}, utf8, style, color);
  if (!shortened.empty() && core_.recording && core_.record.texts.size() > before) core_.record.texts.back().cut = true;
  return width;
}

void Painter::push_clip(Rect r) {
  const Rect c = clip().intersect(r);
  core_.clips.push_back(c);
  core_.list->PushClipRect({core_.snap(c.x), core_.snap(c.y)}, {core_.snap(c.right()), core_.snap(c.bottom())});
}

void Painter::pop_clip() {
  core_.clips.pop_back();
  core_.list->PopClipRect();
}

Rect Painter::clip() const { return core_.clips.back(); }
ImDrawList& Painter::list() { return *core_.list; }

}  // namespace ui
