#pragma once
// Questions as a sheet of paper, and its key.

#include <cstdint>
#include <string>
#include <vector>

#include "course/question.h"
#include "pdf/module.h"
#include "text/catalogue.h"

namespace print {

struct SheetOptions {
  std::string title;       ///< plain words: of the quiz or the lesson
  std::string course;      ///< its title, shown below
  text::Translator words;  ///< the interface's words in the language of the sheet
  std::string language;    ///< of the questions
  std::uint64_t seed = 1;  ///< of every shuffle; the key of a sheet is the one with its seed
};

/// What a learner gets: every question in the form that paper allows, in the order given. Holds no right answer.
pdf::Document sheet(const std::vector<course::Question>& questions, const SheetOptions& options);

/// What a teacher gets: right answers with the letters of that sheet, reasons, explanations, points.
pdf::Document key(const std::vector<course::Question>& questions, const SheetOptions& options);

}  // namespace print
