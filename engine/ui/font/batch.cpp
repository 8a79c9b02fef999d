#include "ui/font/batch.h"

#include <stb/stb_rect_pack.h>
#include <stb/stb_truetype.h>
#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr int kPadding = 1;
constexpr int kWhite = 4;  ///< side of the white block in the corner
constexpr int kTallest = 16384;

/// Letters of one file at one size, as the rasteriser wants them.
struct Group {
  const FontFile* file = nullptr;
  float em = 0;  ///< design pixels
  bool by_number = false;
  std::vector<int> letters;
  std::vector<int> jobs;  ///< index into the jobs, for each letter
  std::vector<stbtt_packedchar> packed;
  stbtt_pack_range range{};
};

void find_files(FontFinder& finder, std::vector<LetterJob>& jobs) {
  for (LetterJob& job : jobs) {
    if (job.by_number) continue;
    if (job.file == nullptr) job.file = finder.find(job.style);
    if (job.file == nullptr || job.file->glyph_of(job.letter) != 0) continue;
    if (auto other = finder.find_for(job.letter, job.style)) job.file = std::move(other);
  }
}

std::vector<Group> grouped(const std::vector<LetterJob>& jobs, float scale) {
  std::vector<Group> groups;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    const LetterJob& job = jobs[i];
    if (job.file == nullptr) continue;
    auto at = std::find_if(groups.begin(), groups.end(), [&](const Group& g) {
      return g.file == job.file.get() && g.em == job.em && g.by_number == job.by_number;
    });
    if (at == groups.end()) {
      groups.push_back({});
      at = groups.end() - 1;
      at->file = job.file.get();
      at->em = job.em;
      at->by_number = job.by_number;
    }
    const bool known = job.by_number || job.file->glyph_of(job.letter) != 0;
    at->letters.push_back(known ? static_cast<int>(job.letter) : '?');
    at->jobs.push_back(static_cast<int>(i));
  }
  for (Group& g : groups) {
    g.packed.resize(g.letters.size());
    g.range.font_size = STBTT_POINT_SIZE(g.em * scale);
    g.range.array_of_unicode_codepoints = g.letters.data();
    g.range.num_chars = static_cast<int>(g.letters.size());
    g.range.chardata_for_range = g.packed.data();
  }
  return groups;
}

/// Screen pixels for one unit of the font.
float unit_of(const Group& g, float scale) { return stbtt_ScaleForMappingEmToPixels(&g.file->info(), g.em * scale); }

/// The packer knows code points only; these two do the same for glyphs by their numbers.
int gather(const Group& g, float scale, int across, stbrp_rect* rects) {
  const float unit = unit_of(g, scale);
  for (std::size_t i = 0; i < g.letters.size(); ++i) {
    int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    stbtt_GetGlyphBitmapBoxSubpixel(&g.file->info(), g.letters[i], unit * static_cast<float>(across), unit, 0, 0, &x0,
                                    &y0, &x1, &y1);
    rects[i].w = x1 - x0 + kPadding + across - 1;
    rects[i].h = y1 - y0 + kPadding;
  }
  return static_cast<int>(g.letters.size());
}

void render(const Batch& batch, Group& g, float scale, int across, const stbrp_rect* rects, std::uint8_t* pixels) {
  const float unit = unit_of(g, scale);
  for (std::size_t i = 0; i < g.letters.size(); ++i) {
    const stbrp_rect& r = rects[i];
    stbtt_packedchar& p = g.packed[i];
    p = {};
    p.xadvance = g.file->advance_of(g.letters[i]) * g.em * scale;
    if (r.was_packed == 0 || r.w <= kPadding + across - 1 || r.h <= kPadding) continue;
    const int x = r.x + kPadding, y = r.y + kPadding, w = r.w - kPadding, h = r.h - kPadding;
    int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    stbtt_GetGlyphBitmapBox(&g.file->info(), g.letters[i], unit * static_cast<float>(across), unit, &x0, &y0, &x1, &y1);
    float shift_x = 0, shift_y = 0;
    stbtt_MakeGlyphBitmapSubpixelPrefilter(&g.file->info(), pixels + x + static_cast<std::ptrdiff_t>(y) * batch.width,
                                           w, h, batch.width, unit * static_cast<float>(across), unit, 0, 0, across, 1,
                                           &shift_x, &shift_y, g.letters[i]);
    p.x0 = static_cast<unsigned short>(x), p.x1 = static_cast<unsigned short>(x + w);
    p.y0 = static_cast<unsigned short>(y), p.y1 = static_cast<unsigned short>(y + h);
    p.xoff = static_cast<float>(x0) / static_cast<float>(across) + shift_x;
    p.xoff2 = static_cast<float>(x0 + w) / static_cast<float>(across) + shift_x;
    p.yoff = static_cast<float>(y0) + shift_y, p.yoff2 = static_cast<float>(y0 + h) + shift_y;
  }
}

/// Wide enough for a roughly square texture.
int width_for(const std::vector<stbrp_rect>& rects) {
  double area = 0;
  for (const stbrp_rect& r : rects) area += static_cast<double>(r.w) * r.h;
  int width = 128;
  while (width < 4096 && width < std::sqrt(area)) width *= 2;
  return width;
}

void add_letters(Batch& batch, const Group& group, const std::vector<LetterJob>& jobs, float scale) {
  for (std::size_t i = 0; i < group.letters.size(); ++i) {
    const LetterJob& job = jobs[static_cast<std::size_t>(group.jobs[i])];
    const stbtt_packedchar& p = group.packed[i];
    DrawnLetter d;
    d.face = job.face;
    d.letter = job.letter;
    d.advance = p.xadvance / scale;
    d.x0 = p.xoff, d.y0 = p.yoff, d.x1 = p.xoff2, d.y1 = p.yoff2;
    d.u0 = static_cast<float>(p.x0) / static_cast<float>(batch.width);
    d.u1 = static_cast<float>(p.x1) / static_cast<float>(batch.width);
    d.v0 = static_cast<float>(p.y0) / static_cast<float>(batch.height);
    d.v1 = static_cast<float>(p.y1) / static_cast<float>(batch.height);
    const int number =
        group.by_number ? group.letters[i] : group.file->glyph_of(static_cast<char32_t>(group.letters[i]));
    d.blank = stbtt_IsGlyphEmpty(&group.file->info(), number) != 0;
    batch.letters.push_back(d);
  }
}

}  // namespace

Batch draw_batch(FontFinder& finder, std::vector<LetterJob> jobs, float scale) {
  find_files(finder, jobs);
  std::vector<Group> groups = grouped(jobs, scale);
  Batch batch;
  std::vector<stbrp_rect> rects(jobs.size() + 1);
  rects[0].w = rects[0].h = kWhite + kPadding;

  // Three samples across: letters stand between pixels as a browser sets them.
  const unsigned across = scale < 2.5f ? 3 : 2;
  stbtt_pack_context pack{};
  stbtt_PackBegin(&pack, nullptr, 4096, kTallest, 0, kPadding, nullptr);
  stbtt_PackSetOversampling(&pack, across, 1);
  std::size_t used = 1;
  for (Group& g : groups) {
    stbrp_rect* const next = rects.data() + used;
    used += static_cast<std::size_t>(g.by_number
                                         ? gather(g, scale, static_cast<int>(across), next)
                                         : stbtt_PackFontRangesGatherRects(&pack, &g.file->info(), &g.range, 1, next));
  }
  rects.resize(used);
  batch.width = width_for(rects);
  stbtt_PackEnd(&pack);

  stbtt_PackBegin(&pack, nullptr, batch.width, kTallest, 0, kPadding, nullptr);
  stbtt_PackSetOversampling(&pack, across, 1);
  stbtt_PackFontRangesPackRects(&pack, rects.data(), static_cast<int>(used));
  for (const stbrp_rect& r : rects) {
    if (r.was_packed != 0) batch.height = std::max(batch.height, r.y + r.h);
  }
  batch.height = (batch.height + kPadding + 3) / 4 * 4;
  batch.coverage.assign(static_cast<std::size_t>(batch.width) * static_cast<std::size_t>(batch.height), 0);
  pack.pixels = batch.coverage.data();
  pack.height = batch.height;
  pack.stride_in_bytes = batch.width;

  std::size_t first = 1;
  for (Group& g : groups) {
    if (g.by_number)
      render(batch, g, scale, static_cast<int>(across), rects.data() + first, batch.coverage.data());
    else
      stbtt_PackFontRangesRenderIntoRects(&pack, &g.file->info(), &g.range, 1, rects.data() + first);
    first += g.letters.size();
  }
  stbtt_PackEnd(&pack);
  for (int y = 0; y < kWhite; ++y) {
    const auto row = static_cast<std::size_t>(rects[0].y + y) * static_cast<std::size_t>(batch.width) +
                     static_cast<std::size_t>(rects[0].x);
    std::fill_n(batch.coverage.begin() + static_cast<std::ptrdiff_t>(row), kWhite, std::uint8_t{255});
  }
  batch.white_u = (static_cast<float>(rects[0].x) + kWhite / 2.0f) / static_cast<float>(batch.width);
  batch.white_v = (static_cast<float>(rects[0].y) + kWhite / 2.0f) / static_cast<float>(batch.height);
  batch.letters.reserve(jobs.size());
  for (const Group& g : groups) add_letters(batch, g, jobs, scale);
  return batch;
}

}  // namespace ui
