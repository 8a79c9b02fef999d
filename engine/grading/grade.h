#pragma once
// Response + question → verdict. Pure: no clock, no disk, no randomness.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "course/question.h"
#include "grading/response.h"

namespace grading {

enum class Outcome : std::uint8_t { right, partly, wrong, ungraded };

/// What is said of one part of a response: a choice, a gap, a place in an order, a pair, a card, a rubric point.
struct Part {
  Outcome outcome = Outcome::ungraded;
  std::string because;   ///< Markdown from the author, may be empty
  std::string expected;  ///< the right answer for this part, to be shown when the answer is given away
};

/// A remark on how a typed answer was read; worded by the screens, which know the language.
enum class Remark : std::uint8_t {
  none,
  slip_forgiven,       ///< `remark_text` is the accepted answer it was taken for
  not_a_number,
  wrong_unit,
  too_few_figures,
  too_many_figures,
  close,               ///< inside the wider band
};

struct Verdict {
  double credit = 0;               ///< 0–1, before tries and hints
  Outcome outcome = Outcome::ungraded;
  std::vector<Part> parts;         ///< choices: one for each choice; others as Part says
  Remark remark = Remark::none;
  std::string remark_text;
};

/// Grades a response of the question's kind. An incomplete response is graded as what it is: empty places earn nothing.
/// `language` decides how numbers are read. A response of another kind is a bug of the caller (assertion).
Verdict grade(const course::Question& question, const Response& response, std::string_view language = "en");

/// What is left of `credit` on try number `attempt` (from 1) after `hints` hints: each wrong try before takes a third of the
/// full credit away, each hint a tenth; never below 0.
double credit_after(double credit, int attempt, int hints);

/// A response that earns full credit (for showing the answer and for tests); `scale` has none and gives the lowest step.
Response right_response(const course::Question& question);

}  // namespace grading
