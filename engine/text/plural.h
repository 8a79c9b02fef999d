#pragma once
// Which plural form a count takes: the C expression in n of a catalogue's Plural-Forms header.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace text {

/// A compiled rule; a value. Reading is bounded (200 operators, 32 levels) and evaluating takes one step for each operator, so a
/// stranger's rule can neither hang nor fail: dividing by nothing gives 0.
class PluralRule {
 public:
  /// English: one form for 1, another for all else.
  PluralRule();

  /// Reads the whole header value, "nplurals=2; plural=(n > 1);". Empty when it is not one.
  static std::optional<PluralRule> parse(std::string_view header);

  /// The number of forms, 1–8.
  std::size_t forms() const { return forms_; }
  /// Which of them `count` takes; always below `forms()`.
  std::size_t form(std::uint64_t count) const;

 private:
  friend class PluralParser;

  enum class Op : std::uint8_t {
    number,
    n,
    negate,
    multiply,
    divide,
    rest,
    add,
    subtract,
    less,
    more,
    at_most,
    at_least,
    equal,
    unequal,
    both,
    either,
    choose,
  };
  struct Step {
    Op op = Op::equal;
    std::uint64_t value = 0;
  };

  static std::uint64_t apply(Op op, std::uint64_t a, std::uint64_t b);

  std::vector<Step> steps_;  ///< in reverse Polish order
  std::size_t forms_ = 2;
};

}  // namespace text
