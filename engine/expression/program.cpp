#include "expression/program.h"

#include <algorithm>
#include <cmath>

#include "expression/code.h"
#include "expression/evaluate.h"
#include "expression/parser.h"

namespace expression {

Program::Program(std::shared_ptr<const Code> code) : code_(std::move(code)) {}

Type Program::type() const { return code_->nodes[code_->root].type; }

double Program::number(const Inputs& inputs) const { return Evaluation(*code_, inputs).number(); }

bool Program::holds(const Inputs& inputs) const { return is_true(number(inputs)); }

std::string Program::word(const Inputs& inputs) const {
  return type() == Type::word ? Evaluation(*code_, inputs).word() : to_word(number(inputs));
}

Value Program::value(const Inputs& inputs) const {
  if (type() == Type::word) return word(inputs);
  return number(inputs);
}

void Program::sweep(const Inputs& inputs, std::size_t slot, std::span<const double> xs, std::span<double> out) const {
  std::vector<double> numbers(inputs.numbers.begin(), inputs.numbers.end());
  if (numbers.size() <= slot) numbers.resize(slot + 1, std::nan(""));
  Inputs varied = inputs;
  varied.numbers = numbers;
  for (std::size_t i = 0; i < xs.size() && i < out.size(); ++i) {
    numbers[slot] = xs[i];
    out[i] = Evaluation(*code_, varied).number();
  }
}

bool Program::uses_number(std::size_t slot) const {
  return std::any_of(code_->nodes.begin(), code_->nodes.end(),
                     [&](const Node& node) { return node.op == Op::number && node.slot == slot; });
}

bool Program::uses_series(std::size_t slot) const {
  return std::any_of(code_->nodes.begin(), code_->nodes.end(), [&](const Node& node) {
    return node.op >= Op::at && node.op <= Op::reached && node.slot == slot;
  });
}

std::size_t Program::size() const { return code_->nodes.size(); }

tl::expected<Program, Problem> compile(std::string_view text, const Symbols& symbols, const Limits& limits) {
  if (text.size() > limits.length)
    return tl::unexpected(Problem{"this has more than " + std::to_string(limits.length) + " bytes",
                                  "give parts of it names of their own", 0, text.size()});
  auto tokens = tokenise(text);
  if (!tokens) return tl::unexpected(std::move(tokens.error()));
  try {
    return Program(std::make_shared<const Code>(Parser(text, std::move(*tokens), symbols, limits).run()));
  } catch (Stop& stop) {
    return tl::unexpected(std::move(stop.problem));
  }
}

}  // namespace expression
