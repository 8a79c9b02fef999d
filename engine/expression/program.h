#pragma once
// Expressions that authors write, such as `max_over(korea, abs(share - at(f, year))) < 0.1`: read once, evaluated often.
// docs/format.md has the language. Nothing here can loop without end, use memory without bound, or reach outside.
//
// Not-a-number: whatever is computed from a NaN is NaN; a comparison with a NaN is false, `!=` too; as a condition NaN is false.
// `sum_over` and its kin leave out the rows where their expression is NaN. 1/0 is infinite, as IEEE 754 has it.
// Equality allows for the last digits: numbers are equal that differ by no more than 1e-12 of the larger, so that
// 0.1 + 0.2 == 0.3; `<` and `>` are false for such.

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "base/message.h"
#include "base/result.h"
#include "expression/symbols.h"

namespace expression {

/// Bounds on one expression.
struct Limits {
  std::size_t length = 4'000;      ///< bytes
  int depth = 64;                  ///< brackets, calls and signs within each other
  std::size_t nodes = 2'000;       ///< numbers, names and signs
  std::int64_t steps = 2'000'000;  ///< operations of one evaluation
  std::int64_t rounds = 100'000;   ///< of one loop: `sum(i, 1, 100000, …)`
};

/// Why an expression cannot be used, and where.
struct Problem {
  base::Message message;   ///< one sentence
  base::Message remedy;    ///< what to do; may be empty
  std::size_t offset = 0;  ///< in bytes from the beginning of the expression
  std::size_t length = 1;  ///< in bytes; offset + length ≤ the expression's size, except at its end, where it is 1
};

using Value = std::variant<double, std::string>;

struct Code;

/// An expression that was understood. Immutable, cheap to copy, usable by many threads at once.
class Program {
 public:
  explicit Program(std::shared_ptr<const Code> code);

  Type type() const;

  /// The value as a number: NaN for a program of words, and when the bounds on evaluation are passed.
  double number(const Inputs& inputs) const;
  /// Whether the value is a number other than 0 and NaN.
  bool holds(const Inputs& inputs) const;
  /// The value as a word: a number as `to_word` writes it.
  std::string word(const Inputs& inputs) const;
  Value value(const Inputs& inputs) const;

  /// The number for each of `xs` in the place of number `slot`, into `out`, which is as long. No memory is taken for a point.
  void sweep(const Inputs& inputs, std::size_t slot, std::span<const double> xs, std::span<double> out) const;

  /// Whether the expression names this number, this word, or this series.
  bool uses_number(std::size_t slot) const;
  bool uses_word(std::size_t slot) const;
  bool uses_series(std::size_t slot) const;

  /// The same with other words in its value: `shown` of each that the expression says, not of those it compares with.
  Program with_words(const std::function<std::string(const std::string&)>& shown) const;

  /// How many operations there are in it, loops counted once.
  std::size_t size() const;

 private:
  std::shared_ptr<const Code> code_;
};

/// Understands an expression, or says the first thing that is wrong with it.
tl::expected<Program, Problem> compile(std::string_view text, const Symbols& symbols, const Limits& limits = {});

/// A number as people write it in a text: up to 12 significant figures (whole numbers with all of theirs), "." as decimal
/// mark, an exponent only beyond 1e15 and below 1e-6; "NaN" and "infinity" for what is none.
std::string to_word(double number);

/// `number` rounded to 0 to 15 decimals, half away from zero as the decimals read: 1.005 to two is 1.01.
double round_to(double number, int decimals);
/// The same as a word with all its decimals, "2.50".
std::string fixed_word(double number, int decimals);

}  // namespace expression
