#pragma once
// An expression as a tree in one list: what the parser makes and the evaluation walks.

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "expression/functions.h"
#include "expression/program.h"

namespace expression {

/// What a node does. Numbers and words come from a constant, an input, a loop's counter, or a row's column; `choose` is `if`
/// for both types; `loop` folds over whole numbers and `over` over the rows of a table; `at` to `reached` ask a series; the last
/// three make words.
// clang-format off
enum class Op : std::uint8_t {
  constant, number, local, column,
  word_constant, word, word_column,
  minus, negate, add, subtract, multiply, divide, remainder, power,
  less, less_equal, equal, unequal, word_equal, word_unequal,
  both, either, choose,
  call1, call2, call3,
  loop, over,
  at, last, highest, lowest, reached,
  join, word_of, fixed,
};
// clang-format on

enum class Fold : std::uint8_t { sum, product, mean, count, least, greatest };

struct Node {
  Op op = Op::constant;
  Type type = Type::number;
  Fold fold = Fold::sum;
  std::uint8_t level = 0;             ///< which of the tables around, for a column and for `over`
  std::uint32_t slot = 0;             ///< of an input, a local, a column, a table, a series, or a word constant
  std::array<std::uint32_t, 3> of{};  ///< operands
  double number = 0;                  ///< a constant
  const Function* function = nullptr;
};

constexpr std::size_t most_loops = 8;  ///< within each other, and as many tables

struct Code {
  std::vector<Node> nodes;
  std::vector<std::string> words;
  std::uint32_t root = 0;
  Limits limits;
};

}  // namespace expression
