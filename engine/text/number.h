#pragma once
// Numbers as people of both languages write and read them.

#include <optional>
#include <string>
#include <string_view>

namespace text {

/// A typed number: the value and how many significant figures were written.
struct TypedNumber {
  double value = 0;
  int significant =
      0;  ///< digits that carry meaning: "0.50" has 2, "1200" has 2 to 4 and counts 4; a fraction has none, 0
  std::string unit;  ///< what follows the number, trimmed, or a currency sign before it; may be empty
};

/// Reads "2.6", "2,6", "1 200", "1 200,5", "1,200.5", "−3", "1e3", "1.2 × 10³", "3/4", "1 1/2", "5 %", "$ 5", "US$ 5". A single
/// comma followed by exactly three digits is a thousands mark in English ("1,200"); in French and other languages that write
/// 1,5 it is the decimal mark. Every width of character and kind of space is read, and "≈" before the number is passed over.
/// Empty when it is not a number or beyond what a double holds.
std::optional<TypedNumber> parse_number(std::string_view typed, std::string_view language);

/// "1,234.5" or "1 234,5" (narrow no-break space); at most `decimals` places, trailing zeros dropped.
/// The minus is U+2212; what is not finite is "–".
std::string format_number(double value, int decimals, std::string_view language);

/// "46%", or "46 %" where the language puts a (narrow no-break) space.
std::string format_percent(double share, std::string_view language);

}  // namespace text
