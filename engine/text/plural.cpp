#include "text/plural.h"

#include <array>
#include <charconv>

namespace text {

/// Recursive descent over C's operators, by binding strength.
class PluralParser {
 public:
  using Op = PluralRule::Op;

  explicit PluralParser(std::string_view text) : text_(text) {}

  bool whole(std::vector<PluralRule::Step>& steps) {
    steps_ = &steps;
    if (!choice()) return false;
    skip_spaces();
    return text_.empty();
  }

 private:
  struct Operator {
    std::string_view sign;
    Op op;
    int strength;
  };
  // Longer signs stand before their beginnings.
  static constexpr std::array<Operator, 13> operators{{
      {"||", Op::either, 1},
      {"&&", Op::both, 2},
      {"==", Op::equal, 3},
      {"!=", Op::unequal, 3},
      {"<=", Op::at_most, 4},
      {">=", Op::at_least, 4},
      {"<", Op::less, 4},
      {">", Op::more, 4},
      {"+", Op::add, 5},
      {"-", Op::subtract, 5},
      {"*", Op::multiply, 6},
      {"/", Op::divide, 6},
      {"%", Op::rest, 6},
  }};
  static constexpr int most_depth = 32;
  static constexpr std::size_t most_steps = 200;

  void skip_spaces() {
    const std::size_t first = text_.find_first_not_of(" \t\n");
    text_.remove_prefix(first == std::string_view::npos ? text_.size() : first);
  }

  bool take(std::string_view sign) {
    skip_spaces();
    if (!text_.starts_with(sign)) return false;
    text_.remove_prefix(sign.size());
    return true;
  }

  bool emit(Op op, std::uint64_t value = 0) {
    steps_->push_back({op, value});
    return steps_->size() <= most_steps;
  }

  bool choice() {
    if (++depth_ > most_depth || !binary(1)) return false;
    if (take("?")) {
      if (!choice() || !take(":") || !choice() || !emit(Op::choose)) return false;
    }
    --depth_;
    return true;
  }

  const Operator* next_operator() {
    skip_spaces();
    for (const Operator& candidate : operators) {
      if (text_.starts_with(candidate.sign)) return &candidate;
    }
    return nullptr;
  }

  bool binary(int weakest) {
    if (!unary()) return false;
    for (const Operator* op = next_operator(); op != nullptr && op->strength >= weakest; op = next_operator()) {
      text_.remove_prefix(op->sign.size());
      if (!binary(op->strength + 1) || !emit(op->op)) return false;
    }
    return true;
  }

  bool unary() {
    if (++depth_ > most_depth) return false;
    const bool good = operand();
    --depth_;
    return good;
  }

  bool operand() {
    if (take("!")) return unary() && emit(Op::negate);
    if (take("(")) return choice() && take(")");
    if (take("n")) return emit(Op::n);
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text_.data(), text_.data() + text_.size(), value);
    if (error != std::errc()) return false;
    text_.remove_prefix(static_cast<std::size_t>(end - text_.data()));
    return emit(Op::number, value);
  }

  std::string_view text_;
  std::vector<PluralRule::Step>* steps_ = nullptr;
  int depth_ = 0;
};

namespace {

/// What stands behind `name=` up to the next semicolon.
std::string_view value_of(std::string_view header, std::string_view name) {
  for (std::size_t at = header.find(name); at != std::string_view::npos; at = header.find(name, at + 1)) {
    const bool word = at == 0 || header[at - 1] == ' ' || header[at - 1] == ';' || header[at - 1] == '\t';
    const std::size_t equals = header.find_first_not_of(" \t", at + name.size());
    if (!word || equals == std::string_view::npos || header[equals] != '=') continue;
    const std::string_view value = header.substr(equals + 1);
    return value.substr(0, value.find(';'));
  }
  return {};
}

}  // namespace

PluralRule::PluralRule() : steps_{{Op::n}, {Op::number, 1}, {Op::unequal}} {}

std::optional<PluralRule> PluralRule::parse(std::string_view header) {
  std::string_view count = value_of(header, "nplurals");
  while (count.starts_with(' ')) count.remove_prefix(1);
  PluralRule rule;
  const auto [end, error] = std::from_chars(count.data(), count.data() + count.size(), rule.forms_);
  if (error != std::errc() || rule.forms_ < 1 || rule.forms_ > 8) return std::nullopt;
  rule.steps_.clear();
  if (!PluralParser(value_of(header, "plural")).whole(rule.steps_)) return std::nullopt;
  return rule;
}

std::uint64_t PluralRule::apply(Op op, std::uint64_t a, std::uint64_t b) {
  switch (op) {
    case Op::multiply: return a * b;
    case Op::divide: return b == 0 ? 0 : a / b;
    case Op::rest: return b == 0 ? 0 : a % b;
    case Op::add: return a + b;
    case Op::subtract: return a - b;
    case Op::less: return a < b;
    case Op::more: return a > b;
    case Op::at_most: return a <= b;
    case Op::at_least: return a >= b;
    case Op::equal: return a == b;
    case Op::unequal: return a != b;
    case Op::both: return a != 0 && b != 0;
    default: return a != 0 || b != 0;
  }
}

std::size_t PluralRule::form(std::uint64_t count) const {
  std::vector<std::uint64_t> stack;
  const auto pop = [&stack] {
    const std::uint64_t value = stack.back();
    stack.pop_back();
    return value;
  };
  for (const Step& step : steps_) {
    if (step.op == Op::number || step.op == Op::n) {
      stack.push_back(step.op == Op::n ? count : step.value);
    } else if (step.op == Op::negate) {
      stack.back() = stack.back() == 0;
    } else if (step.op == Op::choose) {
      const std::uint64_t otherwise = pop();
      const std::uint64_t then = pop();
      stack.back() = stack.back() != 0 ? then : otherwise;
    } else {
      const std::uint64_t b = pop();
      stack.back() = apply(step.op, stack.back(), b);
    }
  }
  const std::size_t form = stack.empty() ? 0 : static_cast<std::size_t>(stack.back());
  return form < forms_ ? form : 0;
}

}  // namespace text
