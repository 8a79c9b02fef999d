#include "ui/font/files.h"

#include <fcntl.h>
#include <fontconfig/fontconfig.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <stb/stb_truetype.h>
#include <algorithm>

namespace ui {

std::shared_ptr<const FontFile> FontFile::open(const std::string& path, int index) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return nullptr;
  struct stat st {};
  void* data = MAP_FAILED;
  if (fstat(fd, &st) == 0 && st.st_size > 64) {
    data = mmap(nullptr, static_cast<std::size_t>(st.st_size), PROT_READ, MAP_PRIVATE, fd, 0);
  }
  ::close(fd);
  if (data == MAP_FAILED) return nullptr;
  std::shared_ptr<FontFile> file(new FontFile());
  file->data_ = data;
  file->size_ = static_cast<std::size_t>(st.st_size);
  file->info_ = std::make_unique<stbtt_fontinfo>();
  const auto* bytes = static_cast<const unsigned char*>(data);
  const int offset = stbtt_GetFontOffsetForIndex(bytes, index);
  if (offset < 0 || stbtt_InitFont(file->info_.get(), bytes, offset) == 0) return nullptr;
  file->per_unit_ = stbtt_ScaleForMappingEmToPixels(file->info_.get(), 1);
  int ascent = 0, descent = 0, gap = 0;
  stbtt_GetFontVMetrics(file->info_.get(), &ascent, &descent, &gap);
  file->ascent_ = static_cast<float>(ascent) * file->per_unit_;
  file->descent_ = static_cast<float>(-descent) * file->per_unit_;
  return file;
}

FontFile::~FontFile() {
  if (data_ != nullptr) munmap(data_, size_);
}

int FontFile::glyph_of(char32_t c) const { return stbtt_FindGlyphIndex(info_.get(), static_cast<int>(c)); }

float FontFile::advance(char32_t c) const { return advance_of(glyph_of(c)); }

float FontFile::advance_of(int glyph) const {
  int advance = 0, bearing = 0;
  stbtt_GetGlyphHMetrics(info_.get(), glyph, &advance, &bearing);
  return static_cast<float>(advance) * per_unit_;
}

FontFile::Ink FontFile::ink_of(int glyph) const {
  int left = 0, bottom = 0, right = 0, top = 0;
  if (stbtt_GetGlyphBox(info_.get(), glyph, &left, &bottom, &right, &top) == 0) return {};
  const auto em = [&](int units) { return static_cast<float>(units) * per_unit_; };
  return {em(left), em(bottom), em(right), em(top)};
}

FontFinder::FontFinder() : config_(FcInitLoadConfigAndFonts()) {}

FontFinder::~FontFinder() {
  if (config_ != nullptr) FcConfigDestroy(static_cast<FcConfig*>(config_));
}

namespace {

const FcChar8* fc(const char* s) { return reinterpret_cast<const FcChar8*>(s); }

FcPattern* pattern_of(const char* family, int weight, bool italic, bool mono, char32_t letter) {
  FcPattern* p = FcPatternCreate();
  FcPatternAddString(p, FC_FAMILY, fc(family));
  FcPatternAddString(p, FC_FAMILY, fc(mono ? "DejaVu Sans Mono" : "DejaVu Sans"));
  FcPatternAddString(p, FC_FAMILY, fc(mono ? "monospace" : "sans-serif"));
  FcPatternAddInteger(p, FC_WEIGHT, weight);
  FcPatternAddInteger(p, FC_SLANT, italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
  FcPatternAddBool(p, FC_SCALABLE, FcTrue);
  // The rasteriser knows nothing of variations: a variable file would be its default weight whatever was asked.
  FcPatternAddBool(p, FC_VARIABLE, FcFalse);
  if (letter != 0) {
    FcCharSet* set = FcCharSetCreate();
    FcCharSetAddChar(set, letter);
    FcPatternAddCharSet(p, FC_CHARSET, set);
    FcCharSetDestroy(set);
  }
  return p;
}

bool is_hangul(char32_t c) {
  return (c >= 0xac00 && c <= 0xd7a3) || (c >= 0x1100 && c <= 0x11ff) || (c >= 0x3130 && c <= 0x318f);
}

}  // namespace

std::shared_ptr<const FontFile> FontFinder::opened(void* found) {
  auto* pattern = static_cast<FcPattern*>(found);
  FcChar8* path = nullptr;
  int index = 0;
  if (FcPatternGetString(pattern, FC_FILE, 0, &path) != FcResultMatch) return nullptr;
  FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
  index &= 0xffff;  // the upper half names a variation
  auto key = std::pair(std::string(reinterpret_cast<const char*>(path)), index);
  auto at = open_.find(key);
  if (at == open_.end()) at = open_.emplace(key, FontFile::open(key.first, index)).first;
  return at->second;
}

std::shared_ptr<const FontFile> FontFinder::match(const Query& query) {
  auto* config = static_cast<FcConfig*>(config_);
  if (config == nullptr) return nullptr;
  FcPattern* pattern = pattern_of(query.family, query.weight, query.italic, query.mono, query.letter);
  FcConfigSubstitute(config, pattern, FcMatchPattern);
  FcDefaultSubstitute(pattern);
  FcResult result = FcResultNoMatch;
  FcPattern* found = FcFontMatch(config, pattern, &result);
  FcPatternDestroy(pattern);
  if (found == nullptr) return nullptr;
  std::shared_ptr<const FontFile> file = opened(found);
  FcPatternDestroy(found);
  return file;
}

std::shared_ptr<const FontFile> FontFinder::find(TextStyle style) {
  const std::lock_guard lock(mutex_);
  const int weight = style.weight == Weight::bold       ? FC_WEIGHT_BOLD
                     : style.weight == Weight::semibold ? FC_WEIGHT_DEMIBOLD
                                                        : FC_WEIGHT_REGULAR;
  const int key = weight * 4 + (style.italic ? 2 : 0) + (style.mono ? 1 : 0);
  auto at = styles_.find(key);
  if (at == styles_.end())
    at = styles_.emplace(key, match({style.mono ? "JetBrains Mono" : "Inter", weight, style.italic, style.mono, 0}))
             .first;
  return at->second;
}

std::shared_ptr<const FontFile> FontFinder::find_family(std::span<const char* const> families) {
  const std::lock_guard lock(mutex_);
  auto* config = static_cast<FcConfig*>(config_);
  for (const char* family : families) {
    if (config == nullptr) break;
    // A list, not a match: a match would be some other font where this one is not installed.
    FcPattern* wanted = FcPatternCreate();
    FcPatternAddString(wanted, FC_FAMILY, fc(family));
    FcObjectSet* what = FcObjectSetBuild(FC_FILE, FC_INDEX, nullptr);
    FcFontSet* found = FcFontList(config, wanted, what);
    std::shared_ptr<const FontFile> file;
    if (found != nullptr && found->nfont > 0) file = opened(found->fonts[0]);
    if (found != nullptr) FcFontSetDestroy(found);
    FcObjectSetDestroy(what);
    FcPatternDestroy(wanted);
    if (file != nullptr) return file;
  }
  return nullptr;
}

std::shared_ptr<const FontFile> FontFinder::find_for(char32_t c, TextStyle style) {
  const std::lock_guard lock(mutex_);
  const bool bold = style.weight != Weight::regular;
  auto& known = fallbacks_[bold ? 1 : 0];
  for (const auto& file : known) {
    if (file->glyph_of(c) != 0) return file;
  }
  auto file =
      match({is_hangul(c) ? "NanumGothic" : "DejaVu Sans", bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR, false, false, c});
  if (file == nullptr || file->glyph_of(c) == 0) return nullptr;
  if (std::find(known.begin(), known.end(), file) == known.end()) known.push_back(file);
  return file;
}

}  // namespace ui
