#pragma once

#include <string>
#include <vector>

#include "course/questions/pattern.h"

namespace course {

/// One foreseen typed answer: a text, or a pattern (RE2) that must match the whole answer.
struct TypedAnswer {
  std::string text;  ///< empty when `pattern` is set
  Pattern pattern;
  double credit = 1;    ///< 0–1; 0 for a foreseen wrong answer
  std::string because;  ///< Markdown, may be empty
};

/// Typed words.
struct Answers {
  std::vector<TypedAnswer> accepted;  ///< at least one; the first text is shown as the answer
  std::vector<TypedAnswer> wrong;
  bool exact_case = false;
  bool exact_accents = false;
  std::string example;  ///< shown as the answer where there are patterns alone; may be empty
  int slips = -1;       ///< letters that may be off; -1: by length (0 up to 3 letters, 1 up to 7, 2 above)
};

}  // namespace course
