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

bool Program::uses_word(std::size_t slot) const {
  return std::any_of(code_->nodes.begin(), code_->nodes.end(),
                     [&](const Node& node) { return node.op == Op::word && node.slot == slot; });
}

bool Program::uses_series(std::size_t slot) const {
  return std::any_of(code_->nodes.begin(), code_->nodes.end(), [&](const Node& node) {
    return node.op >= Op::at && node.op <= Op::reached && node.slot == slot;
  });
}

Program Program::with_words(const std::function<std::string(const std::string&)>& shown) const {
  Code code = *code_;
  std::vector<std::uint32_t> saying{code.root};
  while (!saying.empty()) {
    const Node& node = code.nodes[saying.back()];
    saying.pop_back();
    if (node.op == Op::word_constant && !code.words[node.slot].empty())
      code.words[node.slot] = shown(code.words[node.slot]);
    else if (node.op == Op::choose && node.type == Type::word)
      saying.insert(saying.end(), {node.of[2], node.of[1]});
    else if (node.op == Op::join)
      saying.insert(saying.end(), {node.of[1], node.of[0]});
  }
  return Program(std::make_shared<const Code>(std::move(code)));
}

std::size_t Program::size() const { return code_->nodes.size(); }

tl::expected<Program, Problem> compile(std::string_view text, const Symbols& symbols, const Limits& limits) {
  if (text.size() > limits.length)
    return tl::unexpected(Problem{base::msg("this has more than {most} bytes", {{"most", limits.length}}),
                                  base::msg("give parts of it names of their own"), 0, text.size()});
  auto tokens = tokenise(text);
  if (!tokens) return tl::unexpected(std::move(tokens.error()));
  try {
    return Program(std::make_shared<const Code>(Parser(text, std::move(*tokens), symbols, limits).run()));
  } catch (Stop& stop) {
    return tl::unexpected(std::move(stop.problem));
  }
}

}  // namespace expression
