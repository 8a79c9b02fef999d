#pragma once
// Typed words against what the author foresaw: folding, slips of the finger, patterns. Private to grading, but for
// `pattern_problem`, which the checks of a course use.

#include <optional>
#include <string>
#include <string_view>

namespace grading {

/// What counts besides the letters themselves.
struct TypedRules {
  bool exact_case = false;
  bool exact_accents = false;
  int slips = -1;  ///< letters that may be off; -1: by length (0 up to 3 letters, 1 up to 7, 2 above)
};

/// One typed answer, folded once and compared with many texts. Anything beyond `longest` code points matches nothing.
class Typed {
 public:
  static constexpr std::size_t longest = 1000;

  Typed(std::string_view typed, TypedRules rules);

  bool empty() const { return loose_.empty(); }

  /// How many letters are off from `text`: 0 when it is the same, empty when it is too far off. A slip never touches the first
  /// letter or a digit ("increase" is not "decrease", 1996 is not 1995), nor case or accents where these count.
  std::optional<int> slips_from(std::string_view text) const;

  /// True when the whole answer matches an RE2 pattern. A pattern that is not valid, or too big, matches nothing.
  bool matches(std::string_view pattern) const;

 private:
  TypedRules rules_;
  std::string loose_;   ///< case and accents dropped
  std::string strict_;  ///< only what does not count dropped
  std::string cased_;   ///< as `strict_`, case kept: what patterns see
};

/// What is wrong with a pattern, in RE2's words; empty when it can be used.
std::string pattern_problem(std::string_view pattern);

}  // namespace grading
