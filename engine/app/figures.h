#pragma once
// The figures of a printed sheet, drawn as the screen draws them, in the light theme on white.

#include <optional>
#include <vector>

#include "print/sheet.h"
#include "ui/canvas.h"

namespace app {

/// Draws on the main thread, a little at a time; the pictures are then painted wherever the sheet is written.
class Figures {
 public:
  /// `wanted` names questions, which must outlive it. `words`: of the sheet.
  Figures(std::vector<print::Figure> wanted, text::Translator words);

  /// Draws on, for some milliseconds; true when all is drawn. It may be called in the middle of a frame.
  bool step();
  /// Draws all that is left, waiting for letters and pictures.
  void finish();

  /// Gives what was drawn, to any thread; this object may be gone then, the questions must not.
  print::Draw painter() const;

 private:
  struct Drawn {
    print::Figure figure;
    std::optional<ui::Shot> shot;    ///< empty: it cannot be drawn
    double descent = 0, margin = 0;  ///< in points
    std::string words;
  };
  std::optional<ui::Shot> draw(Drawn& one);

  const text::Translator words_;
  std::vector<Drawn> drawn_;
  std::size_t next_ = 0;
  std::optional<ui::Canvas> canvas_;
};

}  // namespace app
