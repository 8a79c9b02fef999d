#pragma once
// Font files: found, mapped, shared.

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "ui/metrics.h"

struct stbtt_fontinfo;

namespace ui {

/// A mapped font. Read-only once opened, so any thread may use it.
class FontFile {
 public:
  /// nullptr when the file cannot be mapped or is not TrueType or CFF.
  static std::shared_ptr<const FontFile> open(const std::string& path, int index);
  ~FontFile();
  FontFile(const FontFile&) = delete;
  FontFile& operator=(const FontFile&) = delete;

  const stbtt_fontinfo& info() const { return *info_; }
  int glyph_of(char32_t c) const;     ///< 0: not in this font
  float advance(char32_t c) const;    ///< in em
  float advance_of(int glyph) const;  ///< in em
  /// Around the ink, in em from pen and baseline, y upwards; empty for a space.
  struct Ink {
    float left = 0, bottom = 0, right = 0, top = 0;
  };
  Ink ink_of(int glyph) const;
  std::span<const unsigned char> bytes() const { return {static_cast<const unsigned char*>(data_), size_}; }
  float ascent() const { return ascent_; }    ///< in em, above the baseline
  float descent() const { return descent_; }  ///< in em, below it, positive

 private:
  FontFile() = default;
  void* data_ = nullptr;
  std::size_t size_ = 0;
  std::unique_ptr<stbtt_fontinfo> info_;
  float ascent_ = 1, descent_ = 0.25f, per_unit_ = 0.001f;
};

/// Asks fontconfig. Any thread; one question at a time.
class FontFinder {
 public:
  FontFinder();
  ~FontFinder();
  /// The file for a style's family, weight and slant; nullptr when the system has none.
  std::shared_ptr<const FontFile> find(TextStyle style);
  /// A file that has this letter, for what the style's own file lacks; nullptr when none has.
  std::shared_ptr<const FontFile> find_for(char32_t c, TextStyle style);
  /// The first of these families that the system has in this very name; nullptr when it has none.
  std::shared_ptr<const FontFile> find_family(std::span<const char* const> families);

 private:
  struct Query {
    const char* family;
    int weight;
    bool italic;
    bool mono;
    char32_t letter;
  };
  std::shared_ptr<const FontFile> match(const Query& query);
  std::shared_ptr<const FontFile> opened(void* found);

  std::mutex mutex_;
  void* config_ = nullptr;
  std::map<std::pair<std::string, int>, std::shared_ptr<const FontFile>> open_;
  std::map<int, std::shared_ptr<const FontFile>>
      styles_;  ///< answers of find(), by weight, slant and width: asking costs 0.1 ms
  std::vector<std::shared_ptr<const FontFile>> fallbacks_[2];  ///< regular, bold
};

}  // namespace ui
