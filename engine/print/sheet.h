#pragma once
// Questions as a sheet of paper, and its key.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "course/question.h"
#include "pdf/module.h"
#include "text/catalogue.h"

namespace print {

/// What is drawn rather than set in words.
struct Figure {
  enum class Kind : std::uint8_t {
    question,        ///< what is asked about: a picture, a chart, a board to draw on, an explorable where it begins
    answer,          ///< the same with what is right
    formula,         ///< on a line of its own
    inline_formula,  ///< among words
  };
  Kind kind = Kind::formula;
  const course::Question* question = nullptr;  ///< of one that was handed over
  std::string formula;                         ///< TeX

  bool operator==(const Figure&) const = default;
};

/// Draws a figure at its size on paper; empty where that cannot be done.
using Draw = std::function<std::optional<pdf::Picture>(const Figure&)>;

struct SheetOptions {
  std::string title;       ///< plain words: of the quiz or the lesson
  std::string course;      ///< its title, shown below unless it is the same
  text::Translator words;  ///< the interface's words in the language of the sheet
  std::string language;    ///< of the questions
  std::uint64_t seed = 1;  ///< of every shuffle; the key of a sheet is the one with its seed
  Draw draw;  ///< without it, formulas stand on one line, and what is pointed at, drawn or moved is left to the screen
};

/// What a learner gets: every question in the form that paper allows, in the order given. Holds no right answer.
pdf::Document sheet(const std::vector<course::Question>& questions, const SheetOptions& options);

/// What a teacher gets: right answers with the letters of that sheet, reasons, explanations, points.
pdf::Document key(const std::vector<course::Question>& questions, const SheetOptions& options);

/// All figures that the sheet and the key of these questions will ask for, each once: for who draws them elsewhere beforehand.
std::vector<Figure> figures(const std::vector<course::Question>& questions, const SheetOptions& options);

}  // namespace print
