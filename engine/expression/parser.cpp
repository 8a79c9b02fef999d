#include "expression/parser.h"

#include <algorithm>
#include <numbers>

namespace expression {
namespace {

using base::msg;

/// Counts a level while it lives.
class Depth {
 public:
  explicit Depth(int& levels) : levels_(levels) { ++levels_; }
  Depth(const Depth&) = delete;
  Depth& operator=(const Depth&) = delete;
  ~Depth() { --levels_; }

 private:
  int& levels_;
};

bool compares(Sign sign) { return sign >= Sign::less && sign <= Sign::unequal; }

}  // namespace

Code Parser::run() {
  if (peek().sign == Sign::end) stop(msg("there is nothing here"), msg("write an expression"), peek());
  const Operand whole = expression();
  const Token& rest = peek();
  if (rest.sign == Sign::close) stop(msg("this bracket closes nothing"), msg("take it out, or open one before"), rest);
  if (rest.sign == Sign::comma)
    stop(msg("a comma stands only between the values of a function"), msg("decimals have a point: 2.5"), rest);
  if (rest.sign == Sign::negate) stop(msg("“not” stands before what it negates"), {}, rest);
  if (rest.sign != Sign::end)
    stop(msg("a sign is missing before {what}", {{"what", shown(rest)}}), msg("products are written with *: 2 * x"),
         rest);
  code_.root = whole.node;
  code_.limits = limits_;
  return std::move(code_);
}

Operand Parser::expression() {
  const Depth deeper(depth_);
  if (depth_ > limits_.depth)
    stop(msg("more than {most} levels within each other", {{"most", limits_.depth}}), msg("name parts of it"), peek());
  const Operand condition = either();
  if (!take_if(Sign::question)) return condition;
  want_number(condition, wants_number::condition);
  const Operand yes = expression();
  if (!take_if(Sign::colon)) stop(msg("“?” wants a “:” and what is meant otherwise"), msg("write c ? a : b"), peek());
  return choose(condition, yes, expression());
}

Operand Parser::either() {
  Operand left = both();
  while (peek().sign == Sign::either) {
    take();
    left = combine(Op::either, left, both());
  }
  return left;
}

Operand Parser::both() {
  Operand left = negation();
  while (peek().sign == Sign::both) {
    take();
    left = combine(Op::both, left, negation());
  }
  return left;
}

/// `not` takes all of a comparison, `!` only what stands right behind it.
Operand Parser::negation() {
  if (peek().sign != Sign::negate || peek().length != 3) return comparison();
  const Depth deeper(depth_);
  if (depth_ > limits_.depth) stop(msg("too many “not”"), {}, peek());
  const Token sign = take();
  const Operand of = negation();
  want_number(of, wants_number::negation);
  return add({.op = Op::negate, .of = {of.node}}, sign.offset, of.end);
}

/// `a < b < c` means `a < b and b < c`.
Operand Parser::comparison() {
  Operand left = sum();
  if (!compares(peek().sign)) return left;
  std::optional<Operand> all;
  while (compares(peek().sign)) {
    const Sign sign = take().sign;
    const Operand right = sum();
    const Operand one = compare(left, sign, right);
    all = all ? combine(Op::both, *all, one) : one;
    left = right;
  }
  return *all;
}

Operand Parser::compare(const Operand& left, Sign sign, const Operand& right) {
  const bool same = sign == Sign::equal || sign == Sign::unequal;
  if (left.type == Type::word || right.type == Type::word) {
    if (left.type != right.type)
      stop(msg("a number is compared with a word"), msg("compare like with like; word(x) makes a word of a number"),
           left.begin, right.end);
    if (!same) stop(msg("words are equal or not, but neither is less"), msg("use == or !="), left.begin, right.end);
    return add({.op = sign == Sign::equal ? Op::word_equal : Op::word_unequal, .of = {left.node, right.node}},
               left.begin, right.end);
  }
  Operand a = left, b = right;
  if (sign == Sign::greater || sign == Sign::greater_equal) std::swap(a, b);
  const Op op = sign == Sign::equal                           ? Op::equal
                : sign == Sign::unequal                       ? Op::unequal
                : sign == Sign::less || sign == Sign::greater ? Op::less
                                                              : Op::less_equal;
  return add({.op = op, .of = {a.node, b.node}}, left.begin, right.end);
}

Operand Parser::sum() {
  Operand left = product();
  while (peek().sign == Sign::plus || peek().sign == Sign::minus) {
    const bool plus = take().sign == Sign::plus;
    const Operand right = product();
    if (plus && left.type == Type::word && right.type == Type::word) {
      left = add({.op = Op::join, .type = Type::word, .of = {left.node, right.node}}, left.begin, right.end);
    } else {
      if (left.type != right.type)
        stop(msg("a number and a word cannot be added"), msg("word(x) or fixed(x, 1) make a word of a number"),
             left.begin, right.end);
      left = combine(plus ? Op::add : Op::subtract, left, right);
    }
  }
  return left;
}

Operand Parser::product() {
  Operand left = signed_power();
  for (;;) {
    const Sign sign = peek().sign;
    if (sign != Sign::times && sign != Sign::divide && sign != Sign::remainder) return left;
    take();
    const Op op = sign == Sign::times ? Op::multiply : sign == Sign::divide ? Op::divide : Op::remainder;
    left = combine(op, left, signed_power());
  }
}

Operand Parser::signed_power() {
  const Depth deeper(depth_);
  if (depth_ > limits_.depth)
    stop(msg("more than {most} levels within each other", {{"most", limits_.depth}}), msg("name parts of it"), peek());
  const Sign sign = peek().sign;
  if (sign == Sign::minus || sign == Sign::plus || (sign == Sign::negate && peek().length == 1)) {
    const Token token = take();
    const Operand of = signed_power();
    want_number(of, wants_number::sign);
    if (sign == Sign::plus) return of;
    return add({.op = sign == Sign::minus ? Op::minus : Op::negate, .of = {of.node}}, token.offset, of.end);
  }
  return power();
}

Operand Parser::power() {
  const Operand base = primary();
  if (!take_if(Sign::power)) return base;
  return combine(Op::power, base, signed_power());
}

Operand Parser::primary() {
  const Token token = take();
  const std::size_t end = token.offset + token.length;
  switch (token.sign) {
    case Sign::number: return add({.number = token.number}, token.offset, end);
    case Sign::word:
      code_.words.push_back(token.text);
      return add(
          {.op = Op::word_constant, .type = Type::word, .slot = static_cast<std::uint32_t>(code_.words.size() - 1)},
          token.offset, end);
    case Sign::name: return peek().sign == Sign::open ? call(token) : name(token);
    case Sign::open: {
      Operand inside = expression();
      if (!take_if(Sign::close)) {
        if (peek().sign == Sign::end) stop(msg("this bracket is never closed"), msg("add “)”"), token);
        stop(msg("a sign or “)” is missing before {what}", {{"what", shown(peek())}}), {}, peek());
      }
      inside.begin = token.offset;
      return inside;
    }
    case Sign::end:
      stop(msg("something is missing at the end"), msg("a number, a name or a bracket is expected"), token);
    default: stop(msg("a number, a name or a bracket is expected, not {what}", {{"what", shown(token)}}), {}, token);
  }
}

Operand Parser::name(const Token& token) {
  const std::size_t end = token.offset + token.length;
  for (std::size_t i = locals_.size(); i-- > 0;) {
    if (locals_[i].name == token.text) return add({.op = Op::local, .slot = locals_[i].slot}, token.offset, end);
  }
  for (std::size_t level = tables_.size(); level-- > 0;) {
    const auto& columns = symbols_.columns(tables_[level]);
    const auto found =
        std::find_if(columns.begin(), columns.end(), [&](const ColumnName& c) { return c.name == token.text; });
    if (found == columns.end()) continue;
    const bool word = found->type == Type::word;
    return add({.op = word ? Op::word_column : Op::column,
                .type = found->type,
                .level = static_cast<std::uint8_t>(level),
                .slot = static_cast<std::uint32_t>(found - columns.begin())},
               token.offset, end);
  }
  if (const auto symbol = symbols_.find(token.text)) {
    const auto slot = static_cast<std::uint32_t>(symbol->slot);
    switch (symbol->kind) {
      case Symbols::Kind::number: return add({.op = Op::number, .slot = slot}, token.offset, end);
      case Symbols::Kind::word: return add({.op = Op::word, .type = Type::word, .slot = slot}, token.offset, end);
      case Symbols::Kind::series:
        stop(msg("{name} is a curve, which has no one value", {{"name", base::quoted(token.text)}}),
             msg("ask for it at a place: at({name}, t)", {{"name", token.text}}), token);
      case Symbols::Kind::table:
        stop(msg("{name} is a data set", {{"name", base::quoted(token.text)}}),
             msg("use it within max_over({data}, …) or its kin", {{"data", token.text}}), token);
    }
  }
  if (token.text == "pi") return add({.number = std::numbers::pi}, token.offset, end);
  if (token.text == "e") return add({.number = std::numbers::e}, token.offset, end);
  unknown(token);
}

Operand Parser::choose(const Operand& condition, const Operand& yes, const Operand& no) {
  if (yes.type != no.type)
    stop(msg("one way gives a number, the other a word"), msg("let both be numbers, or both words"), yes.begin, no.end);
  return add({.op = Op::choose, .type = yes.type, .of = {condition.node, yes.node, no.node}}, condition.begin, no.end);
}

Operand Parser::combine(Op op, const Operand& left, const Operand& right) {
  const base::Template what = op == Op::both || op == Op::either ? wants_number::condition : wants_number::arithmetic;
  want_number(left, what);
  want_number(right, what);
  return add({.op = op, .of = {left.node, right.node}}, left.begin, right.end);
}

void Parser::want_number(const Operand& operand, base::Template refusal, std::string_view name) const {
  if (operand.type == Type::number) return;
  stop(msg(refusal, {{"name", base::quoted(name)}}), {}, operand.begin, operand.end);
}

Operand Parser::add(Node node, std::size_t begin, std::size_t end) {
  if (code_.nodes.size() >= limits_.nodes)
    stop(msg("this has more than {most} parts", {{"most", limits_.nodes}}), msg("give parts of it names of their own"),
         begin, end);
  code_.nodes.push_back(node);
  return {static_cast<std::uint32_t>(code_.nodes.size() - 1), node.type, begin, end};
}

Token Parser::take() {
  Token token = tokens_[at_];
  if (token.sign != Sign::end) ++at_;
  return token;
}

bool Parser::take_if(Sign sign) {
  if (peek().sign != sign) return false;
  take();
  return true;
}

base::Message Parser::shown(const Token& token) const {
  if (token.sign == Sign::end) return msg("the end");
  return base::quoted(text_.substr(token.offset, token.length));
}

void Parser::stop(base::Message message, base::Message remedy, std::size_t begin, std::size_t end) const {
  throw Stop{{std::move(message), std::move(remedy), begin, std::max<std::size_t>(end - begin, 1)}};
}

void Parser::stop(base::Message message, base::Message remedy, const Token& token) const {
  stop(std::move(message), std::move(remedy), token.offset, token.offset + token.length);
}

}  // namespace expression
