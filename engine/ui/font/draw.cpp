#include "ui/font/draw.h"

#include <cmath>

#include "ui/core.h"

namespace ui {

void draw_glyphs(Core& core, std::span<const PlacedGlyph> glyphs, Vec origin, Color color) {
  ImDrawList& list = *core.list;
  const float base = std::round(origin.y * core.scale);
  const auto drawn = [](const PlacedGlyph& p) { return p.glyph->state == Glyph::State::drawn; };
  for (std::size_t i = 0; i < glyphs.size();) {
    if (!drawn(glyphs[i])) {
      ++i;
      continue;
    }
    const TextureId page = glyphs[i].glyph->page;
    std::size_t end = i;
    int count = 0;
    for (; end < glyphs.size() && (!drawn(glyphs[end]) || glyphs[end].glyph->page == page); ++end)
      count += drawn(glyphs[end]) ? 1 : 0;
    if (page != core.fonts.main_page) list.PushTextureID(compat::texture(page));
    list.PrimReserve(count * 6, count * 4);
    for (; i < end; ++i) {
      if (!drawn(glyphs[i])) continue;
      const Glyph& g = *glyphs[i].glyph;
      const float pen = (origin.x + glyphs[i].x) * core.scale;
      list.PrimRectUV({pen + g.x0, base + g.y0}, {pen + g.x1, base + g.y1}, {g.u0, g.v0}, {g.u1, g.v1}, color);
    }
    if (page != core.fonts.main_page) list.PopTextureID();
  }
}

void note_text(Core& core, std::string_view utf8, Rect box, bool cut) {
  if (!core.recording || utf8.empty()) return;
  core.record.texts.push_back({std::string(utf8), box, core.clips.back(), core.layer(), cut});
}

}  // namespace ui
