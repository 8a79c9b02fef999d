#pragma once
// From tokens to code: precedence, types, names.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "expression/code.h"
#include "expression/lexer.h"

namespace expression {

/// Something understood, with its type and its stretch of the text.
struct Operand {
  std::uint32_t node = 0;
  Type type = Type::number;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// What ends the parse of an expression; caught in `compile`.
struct Stop {
  Problem problem;
};

/// What is said where a number is wanted and a word is given.
namespace wants_number {
constexpr base::Template condition = base::msg("a condition needs a number, and this is a word");
constexpr base::Template arithmetic = base::msg("arithmetic needs a number, and this is a word");
constexpr base::Template negation = base::msg("“not” needs a number, and this is a word");
constexpr base::Template sign = base::msg("a sign needs a number, and this is a word");
constexpr base::Template function = base::msg("{name} needs a number, and this is a word");
}  // namespace wants_number

class Parser {
 public:
  Parser(std::string_view text, std::vector<Token> tokens, const Symbols& symbols, const Limits& limits)
      : text_(text), tokens_(std::move(tokens)), symbols_(symbols), limits_(limits) {}

  /// Throws Stop.
  Code run();

 private:
  // By precedence, loosest first: `c ? a : b`, or, and, not, comparisons, sums, products, signs, powers.
  Operand expression();
  Operand either();
  Operand both();
  Operand negation();
  Operand comparison();
  Operand sum();
  Operand product();
  Operand signed_power();
  Operand power();
  Operand primary();
  Operand name(const Token& token);

  // calls.cpp
  Operand call(const Token& name);
  std::optional<Operand> special_call(const Token& name);
  Operand plain_call(const Token& name);
  Operand chosen(const Token& name);
  Operand loop(const Token& name, Fold fold);
  Operand over(const Token& name, Fold fold);
  Operand of_series(const Token& name, Op op, bool with_number);
  Operand made_word(const Token& name);
  Operand folded(const Token& name, const std::vector<Operand>& arguments);
  std::vector<Operand> arguments();
  Operand argument(const Token& call, std::string_view form);
  void close(const Token& call, std::string_view form);

  Operand choose(const Operand& condition, const Operand& yes, const Operand& no);
  Operand compare(const Operand& left, Sign sign, const Operand& right);
  Operand combine(Op op, const Operand& left, const Operand& right);
  /// Throws when it is a word; then `refusal` says so, of {name} where it has one.
  void want_number(const Operand& operand, base::Template refusal, std::string_view name = {}) const;
  Operand add(Node node, std::size_t begin, std::size_t end);

  const Token& peek() const { return tokens_[at_]; }
  Token take();
  bool take_if(Sign sign);
  base::Message shown(const Token& token) const;
  [[noreturn]] void stop(base::Message message, base::Message remedy, std::size_t begin, std::size_t end) const;
  [[noreturn]] void stop(base::Message message, base::Message remedy, const Token& token) const;
  [[noreturn]] void unknown(const Token& name) const;

  struct Local {
    std::string name;
    std::uint32_t slot;
  };

  std::string_view text_;
  std::vector<Token> tokens_;
  const Symbols& symbols_;
  const Limits& limits_;
  std::size_t at_ = 0;
  int depth_ = 0;
  std::vector<Local> locals_;
  std::vector<std::size_t> tables_;  ///< those around, outermost first
  Code code_;
};

}  // namespace expression
