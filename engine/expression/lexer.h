#pragma once
// From text to tokens, each with its place.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "expression/program.h"

namespace expression {

// clang-format off
enum class Sign : std::uint8_t {
  number, name, word,
  plus, minus, times, divide, remainder, power,
  less, less_equal, greater, greater_equal, equal, unequal,
  both, either, negate,
  question, colon, comma, open, close,
  end,
};
// clang-format on

struct Token {
  Sign sign = Sign::end;
  std::size_t offset = 0;
  std::size_t length = 1;
  double number = 0;
  std::string text;  ///< of a name, or inside of the quotes
};

/// All tokens, the last of which is `end`.
tl::expected<std::vector<Token>, Problem> tokenise(std::string_view text);

/// Bytes of the name that starts at `at`; 0 where none does.
std::size_t name_length(std::string_view text, std::size_t at);

/// "and", "or", "not", "true", "false".
bool is_word_of_language(std::string_view word);

}  // namespace expression
