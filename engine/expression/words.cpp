// Numbers as words.

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include "expression/program.h"

namespace expression {

double round_to(double number, int decimals) {
  const double scale = std::pow(10.0, decimals);
  const double scaled = number * scale;
  if (!std::isfinite(scaled) || std::fabs(scaled) >= 1e15) return number;
  // 1.005 * 100 is 100.49999999999999; the last digits are not what the author wrote.
  const double nudge = std::copysign(std::fabs(scaled) * 4 * std::numeric_limits<double>::epsilon(), scaled);
  return std::round(scaled + nudge) / scale;
}

std::string fixed_word(double number, int decimals) {
  if (!std::isfinite(number)) return to_word(number);
  double rounded = round_to(number, decimals);
  if (rounded == 0) rounded = 0;  // no "-0.0"
  std::array<char, 400> text{};
  const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), rounded, std::chars_format::fixed,
                                          std::clamp(decimals, 0, 15));
  return error == std::errc() ? std::string(text.data(), end) : std::string();
}

std::string to_word(double number) {
  if (std::isnan(number)) return "NaN";
  if (std::isinf(number)) return number > 0 ? "infinity" : "-infinity";
  if (number == 0) return "0";
  std::array<char, 400> text{};
  const double size = std::fabs(number);
  auto end = std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::general, 12).ptr;
  const std::string general(text.data(), end);
  if (general.find('e') == std::string::npos || size >= 1e15 || size < 1e-6) return general;
  // Between these, figures read better than an exponent.
  const int decimals = size >= 1 ? 0 : 11 - static_cast<int>(std::floor(std::log10(size)));
  end = std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed, decimals).ptr;
  std::string fixed(text.data(), end);
  if (fixed.find('.') != std::string::npos) {
    fixed.erase(fixed.find_last_not_of('0') + 1);
    if (fixed.back() == '.') fixed.pop_back();
  }
  return fixed;
}

}  // namespace expression
