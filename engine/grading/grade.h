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
/// Predict has one part for each row that is asked. Spot has one for each place, then one for each point.
/// Choices have one part for each choice of the question: right or wrong where it was picked, ungraded where it was not;
/// `because` is the choice's own, `expected` its text where it is right.
struct Part {
  Outcome outcome = Outcome::ungraded;
  std::string because;   ///< Markdown from the author, may be empty
  std::string expected;  ///< the right answer for this part, to be shown when the answer is given away
};

/// A remark on how a typed answer was read; worded by the screens, which know the language.
enum class Remark : std::uint8_t {
  none,
  slip_forgiven,  ///< `remark_text` is the accepted answer it was taken for, `slips` how many letters were off
  not_a_number,
  wrong_unit,
  too_few_figures,
  too_many_figures,
  close,  ///< inside the wider band
};

struct Verdict {
  double credit = 0;  ///< 0–1, before tries and hints
  Outcome outcome = Outcome::ungraded;
  std::vector<Part> parts;  ///< choices: one for each choice; others as Part says
  Remark remark = Remark::none;
  std::string remark_text;
  int slips = 0;
};

/// Grades a response of the question's kind. An incomplete response is graded as what it is: empty places earn nothing, and
/// indices out of range are empty places. `language` decides how numbers are read. A response of another kind is a bug of
/// the caller (assertion).
///
/// Credit, by kind:
/// - choices: pick-one all or nothing; several: share of the right ones picked less share of the wrong ones picked, not below 0
/// - number: 1 inside [low, high], in any unit that converts to the question's; 0.5 where that is right and its significant
///   figures are not; 0 where a wrong number was foreseen; else 0.5 inside the close band
/// - answers: that of the nearest foreseen answer, accepted or wrong, within the slips allowed
/// - blanks, match, sort: share of gaps, pairs, cards that are right
/// - order: share of pairs of items in the right order less share in the wrong order, not below 0 (Kendall's tau)
/// - goal: 1 where the condition holds, else what `close` earns where it holds
/// - predict: mean over the values asked; each as far off as course::Predict says
/// - spot: share of places found; points beyond the number of places take one place's share away each, not below 0
/// - scale: ungraded; open: share of the rubric's points met by one's own marking, ungraded until marked
Verdict grade(const course::Question& question, const Response& response, std::string_view language = "en");

/// What is left of `credit` on try number `attempt` (from 1) after `hints` hints: each wrong try before takes a third of the
/// full credit away, each hint a tenth; never below 0.
double credit_after(double credit, int attempt, int hints);

/// False when what was typed could not be read (not a number, another unit): the screens say so and let one type again.
bool costs_a_try(const Verdict& verdict);

/// A response that earns full credit (for showing the answer and for tests); `scale` has none and gives the lowest step,
/// `answers` with nothing but patterns gives the author’s example, or an empty text where there is none.
Response right_response(const course::Question& question);

}  // namespace grading
