#pragma once
// Formulas in the notation of TeX: read into a small tree, and told in words. Knows nothing of pixels.
//
// What is read: letters, digits and signs; Greek and other \names; ^ _ '; { }; \frac \dfrac \tfrac \binom; \sqrt and \sqrt[n];
// \left … \right and \big; accents; \text \mathrm \mathbf …; \sum \lim with limits; matrix, cases and aligned.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"

namespace text {

struct FormulaAtom;
using FormulaRow = std::vector<FormulaAtom>;

/// How letters are cut: \mathrm, \mathbf …; `standard` is italic for variables and upright for digits, signs and capital Greek.
enum class Alphabet : std::uint8_t { standard, roman, bold, italic, bold_italic, double_struck, script, sans, mono };

/// What stands between two atoms depends on these, as in chapter 18 of The TeXbook.
enum class AtomRole : std::uint8_t { ordinary, operation, binary, relation, opening, closing, punctuation, inner };

/// TeX's four sizes of setting; `inherit` where the formula does not say.
enum class FormulaStyle : std::uint8_t { inherit, display, text, script, script_script };

/// One thing in a row, with what is raised and lowered at it. Which fields mean something is told by `kind`.
struct FormulaAtom {
  enum class Kind : std::uint8_t {
    symbol,      ///< `words`: one character
    words,       ///< \text: `words` as running text
    name,        ///< \ln, \max: `words` upright
    row,         ///< parts[0]
    fraction,    ///< parts[0] above parts[1]; without `bar` a binomial, whose brackets are a `fenced` around it
    root,        ///< of parts[0]; parts[1] is its degree, where there is one
    fenced,      ///< parts[0] between `words` and `close`, which grow; each may be empty
    delimiter,   ///< \big: `words` at `size` 1–4
    accent,      ///< `words` above parts[0]
    line_above,  ///< over parts[0]
    line_below,  ///< under parts[0]
    stack,       ///< parts[0] with parts[1] above or, without `above`, below it in small
    grid,        ///< parts are cells, `columns` in a row
    space,       ///< `size` mu (18 to the em); may be negative
    style,       ///< what follows in this row is set in `style`
  };
  enum class Grid : std::uint8_t { matrix, cases, aligned };

  Kind kind = Kind::symbol;
  AtomRole role = AtomRole::ordinary;
  Alphabet alphabet = Alphabet::standard;
  FormulaStyle style = FormulaStyle::inherit;  ///< of a fraction (\dfrac, \tfrac), or from here on
  Grid grid = Grid::matrix;
  bool limits = false;  ///< in display, what is raised and lowered goes above and below
  bool always = false;  ///< … in every style (\limits)
  bool bar = true;      ///< fraction
  bool above = true;    ///< stack
  bool wide = false;    ///< accent: grows with what is under it
  int size = 0;         ///< delimiter, space
  std::size_t columns = 1;
  std::string words;
  std::string close;
  std::vector<FormulaRow> parts;
  FormulaRow raised, lowered;
};

/// Bounds of one formula.
struct FormulaLimits {
  std::size_t bytes = 4096;
  int depth = 24;  ///< of braces, fractions, roots … in each other
  std::size_t atoms = 2000;
};

struct FormulaError {
  std::size_t offset = 0;  ///< bytes into the formula
  std::size_t length = 0;  ///< of what is wrong; 0 at the end
  base::Message found;     ///< the finding, in plain words

  base::Message remedy;  ///< what to do; empty when nobody knows
};

struct Formula {
  FormulaRow row;  ///< empty when there is an error
  std::optional<FormulaError> error;
};

/// Reads a formula without its dollar signs. Stops at the first mistake. Time and memory in proportion to its length.
Formula parse_formula(std::string_view tex, const FormulaLimits& limits = {});

/// True for what may stand behind a backslash in a formula: "times", "frac".
bool is_formula_name(std::string_view name);

/// On one line in plain characters: "(a + b)/2", "x₁² ≤ √2". What cannot be read is given back as written.
std::string formula_line(std::string_view tex);

/// In words, for reading aloud: "the square root of x over two". `language` is "fr…" for French, all others are English.
std::string formula_speech(std::string_view tex, std::string_view language);

}  // namespace text
