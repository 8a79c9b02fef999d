#pragma once
// A face: one style at one size and scale, with the letters drawn so far. Faces of formulas count glyphs by their number in the font,
// as most of what a formula needs has no code point.

#include <array>
#include <deque>
#include <memory>
#include <unordered_map>

#include "ui/font/files.h"
#include "ui/gpu.h"
#include "ui/metrics.h"

namespace ui {

/// One letter. Its address never changes while the scale stays, so layouts may point at it; the box arrives when it is drawn.
struct Glyph {
  float advance = 0;                     ///< design pixels
  float x0 = 0, y0 = 0, x1 = 0, y1 = 0;  ///< box in screen pixels, relative to pen and baseline
  float u0 = 0, v0 = 0, u1 = 0, v1 = 0;  ///< place in `page`
  TextureId page = 0;
  enum class State : unsigned char { asked, drawn, blank } state = State::asked;  ///< blank: nothing to draw
};

class Face {
 public:
  Face(int number, TextStyle of, float size, std::shared_ptr<const FontFile> from)
      : index(number), style(of), file(std::move(from)), em_(size) {}

  /// The letter, or nullptr when it was never asked for.
  Glyph* find(char32_t c) {
    if (c < near_.size()) return near_[c];
    const auto at = far_.find(c);
    return at == far_.end() ? nullptr : at->second;
  }
  Glyph& add(char32_t c) {
    Glyph& g = glyphs_.emplace_back();
    if (c < near_.size())
      near_[c] = &g;
    else
      far_[c] = &g;
    return g;
  }
  float em() const { return em_; }  ///< design pixels
  /// Space added after each letter, design pixels: large letters want to stand closer, as in Inter's own display cuts.
  float tracking() const {
    return style.mono                    ? 0
           : style.size >= Size::poster  ? -0.018f * em()
           : style.size >= Size::display ? -0.013f * em()
                                         : 0;
  }

  const int index;                             ///< among the faces in use
  const TextStyle style;                       ///< of formulas: of the words around them
  const std::shared_ptr<const FontFile> file;  ///< nullptr: the system has no font
  float ascent() const { return file ? file->ascent() * em() : em(); }
  float descent() const { return file ? file->descent() * em() : 0; }

 private:
  const float em_;
  std::deque<Glyph> glyphs_;
  std::array<Glyph*, 0x250> near_{};
  std::unordered_map<char32_t, Glyph*> far_;
};

}  // namespace ui
