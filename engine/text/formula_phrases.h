#pragma once
// Inside this folder: how signs and constructions of formulas are said.

#include <array>
#include <span>
#include <string_view>

#include "text/formula.h"

namespace text {

struct SpokenSign {
  std::string_view character, english, french;
};
std::span<const SpokenSign> spoken_signs();
std::span<const SpokenSign> spoken_names();    ///< \ln and the like, by how they are written
std::span<const SpokenSign> spoken_accents();  ///< by their combining character

struct FormulaPhrases {
  bool french = false;
  std::array<std::string_view, 21> numbers;
  std::string_view index, end_index, power, end_power, squared, cubed, prime, degrees, star;
  std::string_view over_fraction, fraction, end_fraction, choose;
  std::string_view square_root, cube_root, root_before, root_after, end_root;
  std::string_view of, as, from, to, over;
  std::string_view absolute, end_absolute, bar, vector, with_above, with_below, cases, matrix, row;
};
const FormulaPhrases& formula_phrases(std::string_view language);

}  // namespace text
