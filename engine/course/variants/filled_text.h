#pragma once
// Texts with expressions in them: `{{a * b}}`, or `[[a * b]]` where braces are gaps.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "expression/program.h"

namespace course {

/// What an expression stands between.
enum class Marks : std::uint8_t {
  braces,    ///< {{…}}
  brackets,  ///< [[…]]
};

/// What the text is for, by which its values are written.
enum class Use : std::uint8_t {
  value,    ///< read on by the program: 1200.5
  pattern,  ///< a pattern, in which no value has a meaning of its own
  shown,    ///< read by learners: 1,200.5
};

/// The values of one variant, by the slots of the expressions' symbols.
struct Values {
  std::vector<double> numbers;
  std::vector<std::string> words;

  expression::Inputs inputs() const { return {.numbers = numbers, .words = words, .series = {}, .tables = {}}; }
};

/// How values are written.
struct Writing {
  Use use = Use::value;
  std::string_view language;                                  ///< of what is shown
  const std::map<std::string, std::string>* words = nullptr;  ///< how drawn words are shown; null: as they are
};

class FilledText {
 public:
  /// Why a text cannot be used; `expression` is the stretch of it that is wrong.
  struct Mistake {
    expression::Problem problem;
    std::string_view expression;
  };

  /// Empty where nothing stands between the marks in the whole text.
  static tl::expected<std::optional<FilledText>, Mistake> compile(std::string_view text, Marks marks,
                                                                  const expression::Symbols& symbols);

  std::string fill(const Values& values, const Writing& writing) const;

  bool uses(expression::Type type, std::size_t slot) const;

  /// The first expression whose value is no number that can be written; empty where all are.
  std::string first_bad(const Values& values) const;

 private:
  /// A stretch of text, and the expression behind it.
  struct Piece {
    std::string literal;
    std::string source;
    std::optional<expression::Program> program;
    int decimals = -1;    ///< exactly as many; -1: as many as there are
    bool in_gap = false;  ///< inside of {{…}} in a text with gaps, where / and | have a meaning
  };
  std::vector<Piece> pieces_;
};

/// Bounds on an expression of a question, of which thousands of values may be drawn.
inline constexpr expression::Limits variant_limits{
    .length = 1'000, .depth = 32, .nodes = 300, .steps = 3'000, .rounds = 300};

}  // namespace course
