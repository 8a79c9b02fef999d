#include "course/variants/variable.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"

namespace course {
namespace {

constexpr std::size_t most_values = 1'000;
constexpr std::int64_t most_steps = 1'000'000'000;
constexpr Key word_key{"vars", shape::text, Need::optional, "a word to draw"};

/// A number as whole parts of a power of ten, so that steps add up exactly.
struct Decimal {
  std::int64_t parts = 0;
  int decimals = 0;

  std::int64_t at(int wanted) const {
    std::int64_t scaled = parts;
    for (int i = decimals; i < wanted; ++i) scaled *= 10;
    return scaled;
  }
};

std::optional<Decimal> decimal_of(std::string_view words) {
  Decimal decimal;
  words = base::trimmed(words);
  const bool minus = words.starts_with('-');
  if (minus) words.remove_prefix(1);
  bool point = false;
  std::size_t digits = 0;
  for (const char c : words) {
    if (c == '.' && !point) {
      point = true;
    } else if (c >= '0' && c <= '9' && ++digits <= 9) {
      decimal.parts = decimal.parts * 10 + (c - '0');
      decimal.decimals += point;
    } else {
      return std::nullopt;
    }
  }
  if (digits == 0) return std::nullopt;
  if (minus) decimal.parts = -decimal.parts;
  return decimal;
}

/// "2..9", "0.5..2.5 by 0.5".
void read_range(Reader& reader, const Node& node, std::size_t dots, Variable& variable) {
  const std::string_view words = node.text();
  const std::size_t by = words.find(" by ", dots);
  const auto from = decimal_of(words.substr(0, dots));
  const auto to =
      decimal_of(words.substr(dots + 2, by == std::string_view::npos ? std::string_view::npos : by - dots - 2));
  const auto step = by == std::string_view::npos ? std::optional(Decimal{1, 0}) : decimal_of(words.substr(by + 4));
  if (!from || !to || !step) {
    reader.error("vars", node, msg("this is no range of numbers: {words}", {{"words", in_quotes(words)}}),
                 msg("write it as 2..9, or as 0.5..2.5 by 0.5, with at most nine digits a number"));
    return;
  }
  if (by == std::string_view::npos && (from->decimals > 0 || to->decimals > 0)) {
    reader.error("vars", node, msg("a range of fractions does not say its steps"),
                 msg("add them: {words} by 0.5", {{"words", words}}));
    return;
  }
  const int decimals = std::max({from->decimals, to->decimals, step->decimals});
  variable.first = from->at(decimals);
  variable.step = step->at(decimals);
  variable.scale = std::pow(10.0, decimals);
  const std::int64_t last = to->at(decimals);
  if (variable.step <= 0 || last < variable.first) {
    reader.error("vars", node, msg("this range holds no number: {words}", {{"words", in_quotes(words)}}),
                 msg("it goes from the lower number to the higher, by steps above 0"));
    return;
  }
  variable.count = std::min((last - variable.first) / variable.step + 1, most_steps);
}

void add_word(Reader& reader, const Node& node, Variable& variable) {
  variable.words.emplace_back(node.text());
  variable.shown.push_back(reader.shown(node.text(), node, Form::text));
}

void read_list(Reader& reader, const Node& node, Variable& variable) {
  if (node.size() == 0 || node.size() > most_values) {
    reader.error("vars", node, msg("a list to draw from has 1 to {most} values", {{"most", most_values}}));
    return;
  }
  bool numbers = true;
  for (std::uint32_t i = 0; i < node.size(); ++i) {
    if (!node.item(i).is_scalar()) return reader.wrong(word_key, node.item(i));
    numbers = numbers && Reader::number(node.item(i).text()).has_value();
  }
  for (std::uint32_t i = 0; i < node.size(); ++i) {
    if (numbers) {
      variable.numbers.push_back(*Reader::number(node.item(i).text()));
    } else {
      add_word(reader, node.item(i), variable);
    }
  }
}

void read_expression(Reader& reader, const Node& node, const expression::Symbols& symbols, Variable& variable) {
  const std::string_view source = base::trimmed(node.text().substr(1));
  auto program = expression::compile(source, symbols, variant_limits);
  if (program) {
    variable.computed = std::move(*program);
    variable.type = variable.computed->type();
    return;
  }
  reader.error("vars", reader.file().words_span(node.offset(), source), program.error().message,
               program.error().remedy);
}

}  // namespace

std::uint64_t Variable::choices() const {
  if (computed) return 1;
  if (count > 0) return static_cast<std::uint64_t>(count);
  return std::max(numbers.size(), words.size());
}

void Variable::set(std::uint64_t index, Values& values) const {
  if (computed) {
    if (type == expression::Type::number) {
      values.numbers[slot] = computed->number(values.inputs());
    } else {
      values.words[slot] = computed->word(values.inputs());
    }
  } else if (count > 0) {
    values.numbers[slot] = static_cast<double>(first + static_cast<std::int64_t>(index) * step) / scale;
  } else if (!numbers.empty()) {
    values.numbers[slot] = numbers[index];
  } else {
    values.words[slot] = words[index];
  }
}

std::optional<Variable> read_variable(Reader& reader, const Node& name, const Node& value,
                                      expression::Symbols& symbols) {
  const int errors = reader.errors();
  Variable variable;
  variable.name = std::string(name.text());
  if (!expression::is_name(name.text())) {
    reader.error("vars", name, msg("{name} cannot be a name in expressions", {{"name", in_quotes(name.text())}}),
                 msg("names are letters, digits and _, and begin with a letter"));
  } else if (symbols.find(name.text())) {
    reader.error("vars", name, msg("the name {name} is given twice", {{"name", in_quotes(name.text())}}),
                 msg("rename one of them"));
  }
  const std::size_t dots = value.text().find("..");
  if (value.is_list()) {
    read_list(reader, value, variable);
  } else if (!value.is_scalar() || value.text().empty()) {
    reader.error("vars", value,
                 msg("a variable is a range, a list or an expression; found {found}", {{"found", found(value)}}),
                 msg("write 2..9, [Seoul, Busan] or “= a * b”"));
  } else if (value.text()[0] == '=') {
    read_expression(reader, value, symbols, variable);
  } else if (dots != std::string_view::npos) {
    read_range(reader, value, dots, variable);
  } else if (const auto number = Reader::number(value.text())) {
    variable.numbers.push_back(*number);
  } else {
    add_word(reader, value, variable);
  }
  if (reader.errors() != errors) return std::nullopt;
  if (!variable.words.empty()) variable.type = expression::Type::word;
  const bool number = variable.type == expression::Type::number;
  variable.slot = number ? symbols.add_number(variable.name) : symbols.add_word(variable.name);
  return variable;
}

}  // namespace course
