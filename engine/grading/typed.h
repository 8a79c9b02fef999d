#pragma once
// Typed words against what the author foresaw: folding, slips of the finger, patterns. Private to grading.

#include <optional>
#include <string>
#include <string_view>

#include "course/questions/pattern.h"
#include "text/number.h"

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

  /// `language` decides how a typed number is read.
  Typed(std::string_view typed, TypedRules rules, std::string_view language);

  bool empty() const { return strict_.empty(); }

  /// How many letters are off from `text`: 0 when it is the same, empty when it is too far off. A slip never touches the first
  /// letter or a digit ("increase" is not "decrease", 1996 is not 1995), nor case or accents where these count. A text that is
  /// a number is the same as any way to write that number ("1,200" and "1 200").
  std::optional<int> slips_from(std::string_view text) const;

  /// True when the whole answer matches.
  bool matches(const course::Pattern& pattern) const;

 private:
  bool same_number(std::string_view text) const;

  TypedRules rules_;
  std::string language_;
  std::string strict_;                       ///< only what does not count dropped
  std::string loose_;                        ///< case and accents dropped; empty where that is the same as `strict_`
  std::string cased_;                        ///< as `strict_`, case kept: what patterns see
  std::optional<text::TypedNumber> number_;  ///< where a number was typed
};

}  // namespace grading
