#pragma once
// Drawing a batch of letters into one texture. Pure work for a background thread.

#include <memory>
#include <vector>

#include "ui/font/files.h"

namespace ui {

struct LetterJob {
  int face = 0;
  TextStyle style;
  char32_t letter = 0;                   ///< or, with `by_number`, a glyph of `file`
  std::shared_ptr<const FontFile> file;  ///< nullptr: to be found
  float em = 0;                          ///< design pixels
  bool by_number = false;
};

struct DrawnLetter {
  int face = 0;
  char32_t letter = 0;
  float advance = 0;  ///< design pixels, without tracking
  float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  float u0 = 0, v0 = 0, u1 = 0, v1 = 0;
  bool blank = false;
};

struct Batch {
  int width = 0, height = 0;
  std::vector<std::uint8_t> coverage;
  std::vector<DrawnLetter> letters;
  float white_u = 0, white_v = 0;  ///< a place of full coverage, for shapes
};

/// `scale` is screen pixels for one design pixel. Letters that no font has become "?".
Batch draw_batch(FontFinder& finder, std::vector<LetterJob> jobs, float scale);

}  // namespace ui
