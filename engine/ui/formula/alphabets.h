#pragma once
// Letters of formulas in Unicode's block of mathematical alphabets.

#include "text/formula.h"

namespace ui {

/// The code point of a letter in an alphabet: italic for "x" in the standard one. What has no such form stays as it is.
char32_t in_alphabet(char32_t c, text::Alphabet alphabet);

}  // namespace ui
