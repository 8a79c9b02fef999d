#pragma once
// Certainty-based marking: what saying how sure one is wins or loses, apart from credit.
//
// A. R. Gardner-Medwin, "Confidence assessment in the teaching of basic science", ALT-J 3 (1995), 80–85; A. R. Gardner-Medwin and
// M. Gahan, "Formative and summative confidence-based assessment", Proc. 7th CAA Conference (2003), 147–155. The scheme pays
// whoever says what is true: a guess is best below 67 % of being right, fairly sure up to 80 %, certain above.

#include <cstdint>

#include "course/question.h"

namespace grading {

/// How sure one said one was, before the answer was checked.
enum class Certainty : std::uint8_t { unsaid, guess, fairly, certain };

/// Marks to be won and lost: 1/0 for a guess, 2/−2 fairly sure, 3/−6 certain; nothing where it was not said.
struct Stakes {
  int right = 0;
  int wrong = 0;
};
Stakes stakes(Certainty certainty);

/// The most and the least that one question can bring.
inline constexpr int most_marks = 3;
inline constexpr int least_marks = -6;

/// Marks for an answer of this credit (0–1; held inside): the stake for right, that for wrong, and for a partly right one the
/// mean of the two weighted by credit, as if each part had been answered as surely.
double certainty_marks(Certainty certainty, double credit);

/// True where it is asked how sure one is: `sure` on a question that the program marks. Opinions and what one grades oneself
/// have nothing to be sure of.
bool asks_certainty(const course::Question& question);

}  // namespace grading
