// Functions and loops.

#include <algorithm>
#include <array>

#include "base/diagnostic.h"
#include "expression/parser.h"

namespace expression {
namespace {

using base::msg;
using base::msgn;

struct Folding {
  std::string_view name;
  Fold fold;
  bool rows;
};

constexpr std::array<Folding, 11> foldings{{{"sum", Fold::sum, false},
                                            {"product", Fold::product, false},
                                            {"mean_of", Fold::mean, false},
                                            {"count_of", Fold::count, false},
                                            {"min_of", Fold::least, false},
                                            {"max_of", Fold::greatest, false},
                                            {"sum_over", Fold::sum, true},
                                            {"mean_over", Fold::mean, true},
                                            {"count_over", Fold::count, true},
                                            {"min_over", Fold::least, true},
                                            {"max_over", Fold::greatest, true}}};

struct OfSeries {
  std::string_view name;
  Op op;
  bool with_number;
};

constexpr std::array<OfSeries, 5> of_series_functions{{{"at", Op::at, true},
                                                       {"last", Op::last, false},
                                                       {"highest", Op::highest, false},
                                                       {"lowest", Op::lowest, false},
                                                       {"reached", Op::reached, true}}};

std::vector<std::string> callable_names() {
  std::vector<std::string> names = function_names();
  for (const Folding& f : foldings) names.emplace_back(f.name);
  for (const OfSeries& f : of_series_functions) names.emplace_back(f.name);
  for (const char* name : {"if", "word", "fixed"}) names.emplace_back(name);
  return names;
}

base::Message did_you_mean(const std::string& word, const std::vector<std::string>& names) {
  return base::did_you_mean(base::nearest(word, names));
}

/// Which values a function takes, in the words of docs/format.md.
base::Message as_written(std::string_view name) {
  constexpr std::array<std::array<std::string_view, 2>, 14> forms{{
      {"clamp", "clamp(x, low, high)"},
      {"mod", "mod(a, b)"},
      {"round", "round(x) or round(x, decimals)"},
      {"log", "log(x) or log(x, base)"},
      {"hypot", "hypot(a, b)"},
      {"atan2", "atan2(y, x)"},
      {"normal", "normal(x) or normal(x, mean, sd)"},
      {"normal_cdf", "normal_cdf(x) or normal_cdf(x, mean, sd)"},
      {"binomial", "binomial(k, n, p)"},
      {"poisson", "poisson(k, mean)"},
      {"choose", "choose(n, k)"},
      {"step", "step(x) or step(x, from)"},
      {"min", "min(a, b, …)"},
      {"max", "max(a, b, …)"},
  }};
  for (const auto& [known, form] : forms) {
    if (known == name) return msg("write {form}", {{"form", form}});
  }
  return msg("write {form}", {{"form", std::string(name) + "(x)"}});
}

/// "1 value", "1 or 2 values".
base::Message counts(const std::vector<int>& arities) {
  const auto last = static_cast<std::uint64_t>(arities.back());
  if (arities.size() == 1) return msgn("{n} value", "{n} values", last);
  base::Message others = msg("{n}", {{"n", arities.front()}});
  for (std::size_t i = 1; i + 1 < arities.size(); ++i)
    others = msg("{first} or {other}", {{"first", std::move(others)}, {"other", arities[i]}});
  return msgn("{first} or {n} value", "{first} or {n} values", last, {{"first", std::move(others)}});
}

}  // namespace

Operand Parser::call(const Token& name) {
  const Token open = take();
  Operand result = [&] {
    if (auto special = special_call(name)) return *special;
    return plain_call(name);
  }();
  result.begin = name.offset;
  result.end = tokens_[at_ - 1].offset + tokens_[at_ - 1].length;
  return result;
}

std::optional<Operand> Parser::special_call(const Token& name) {
  for (const Folding& f : foldings) {
    if (f.name == name.text) return f.rows ? over(name, f.fold) : loop(name, f.fold);
  }
  for (const OfSeries& f : of_series_functions) {
    if (f.name == name.text) return of_series(name, f.op, f.with_number);
  }
  if (name.text == "if") return chosen(name);
  if (name.text == "word" || name.text == "fixed") return made_word(name);
  return std::nullopt;
}

Operand Parser::plain_call(const Token& name) {
  std::vector<int> known = arities(name.text);
  if (known.empty()) {
    if (symbols_.find(name.text))
      stop(msg("{name} is no function", {{"name", base::quoted(name.text)}}), msg("a product is written with *"), name);
    stop(msg("there is no function {name}", {{"name", base::quoted(name.text)}}),
         did_you_mean(name.text, callable_names()), name);
  }
  const std::vector<Operand> given = arguments();
  for (const Operand& operand : given) want_number(operand, wants_number::function, name.text);
  if ((name.text == "min" || name.text == "max") && !given.empty()) return folded(name, given);
  const Function* function = find_function(name.text, given.size());
  if (function == nullptr) {
    const Token& last = tokens_[at_ - 1];
    stop(msg("{name} takes {wanted}, not {given}",
             {{"name", base::quoted(name.text)}, {"wanted", counts(known)}, {"given", given.size()}}),
         as_written(name.text), name.offset, last.offset + last.length);
  }
  Node node{.op = given.size() == 1 ? Op::call1 : given.size() == 2 ? Op::call2 : Op::call3, .function = function};
  for (std::size_t i = 0; i < given.size(); ++i) node.of[i] = given[i].node;
  return add(node, name.offset, name.offset);
}

/// min and max of any number of values, two by two.
Operand Parser::folded(const Token& name, const std::vector<Operand>& given) {
  Operand all = given.front();
  for (std::size_t i = 1; i < given.size(); ++i) {
    all = add({.op = Op::call2, .of = {all.node, given[i].node}, .function = find_function(name.text, 2)}, name.offset,
              given[i].end);
  }
  return all;
}

std::vector<Operand> Parser::arguments() {
  std::vector<Operand> given;
  if (take_if(Sign::close)) return given;
  do {
    given.push_back(expression());
  } while (take_if(Sign::comma));
  if (!take_if(Sign::close))
    stop(msg("a comma or “)” is missing before {what}", {{"what", shown(peek())}}), {}, peek());
  return given;
}

Operand Parser::argument(const Token& call, std::string_view form) {
  if (!take_if(Sign::comma))
    stop(msg("{name} wants more values", {{"name", base::quoted(call.text)}}), msg("write {form}", {{"form", form}}),
         peek());
  const Operand operand = expression();
  return operand;
}

void Parser::close(const Token& call, std::string_view form) {
  if (take_if(Sign::close)) return;
  stop(msg("“)” is missing, or {name} has too many values", {{"name", base::quoted(call.text)}}),
       msg("write {form}", {{"form", form}}), peek());
}

Operand Parser::chosen(const Token& name) {
  constexpr std::string_view form = "if(condition, then, otherwise)";
  const Operand condition = expression();
  want_number(condition, wants_number::condition);
  const Operand yes = argument(name, form);
  const Operand no = argument(name, form);
  close(name, form);
  return choose(condition, yes, no);
}

Operand Parser::loop(const Token& name, Fold fold) {
  const std::string form = name.text + "(i, 1, 10, what)";
  const Token counter = take();
  if (counter.sign != Sign::name || peek().sign != Sign::comma)
    stop(msg("{name} begins with the name of its counter", {{"name", base::quoted(name.text)}}),
         msg("write {form}", {{"form", form}}), counter);
  const Operand from = argument(name, form);
  want_number(from, msg("the first number needs a number, and this is a word"));
  const Operand to = argument(name, form);
  want_number(to, msg("the last number needs a number, and this is a word"));
  const Node &first = code_.nodes[from.node], &last = code_.nodes[to.node];
  if (first.op == Op::constant && last.op == Op::constant &&
      last.number - first.number >= static_cast<double>(limits_.rounds))
    stop(msg("these are more than {most} rounds", {{"most", limits_.rounds}}), msg("let it go round less often"),
         from.begin, to.end);
  if (locals_.size() >= most_loops) stop(msg("more than 8 loops within each other"), {}, name);
  locals_.push_back({counter.text, static_cast<std::uint32_t>(locals_.size())});
  const Operand body = argument(name, form);
  const std::uint32_t slot = locals_.back().slot;
  locals_.pop_back();
  want_number(body, wants_number::function, name.text);
  close(name, form);
  return add({.op = Op::loop, .fold = fold, .slot = slot, .of = {from.node, to.node, body.node}}, name.offset,
             body.end);
}

Operand Parser::over(const Token& name, Fold fold) {
  const std::string form = name.text + "(data, what)";
  const Token data = take();
  const auto symbol = data.sign == Sign::name ? symbols_.find(data.text) : std::nullopt;
  if (data.sign == Sign::name && !symbol) unknown(data);
  if (!symbol || symbol->kind != Symbols::Kind::table)
    stop(msg("{name} begins with the name of a data set", {{"name", base::quoted(name.text)}}),
         msg("write {form}", {{"form", form}}), data);
  if (tables_.size() >= most_loops) stop(msg("more than 8 data sets within each other"), {}, name);
  tables_.push_back(symbol->slot);
  const Operand body = argument(name, form);
  tables_.pop_back();
  want_number(body, wants_number::function, name.text);
  close(name, form);
  return add({.op = Op::over,
              .fold = fold,
              .level = static_cast<std::uint8_t>(tables_.size()),
              .slot = static_cast<std::uint32_t>(symbol->slot),
              .of = {body.node}},
             name.offset, body.end);
}

Operand Parser::of_series(const Token& name, Op op, bool with_number) {
  const std::string form = name.text + (with_number ? "(curve, t)" : "(curve)");
  const Token curve = take();
  const auto symbol = curve.sign == Sign::name ? symbols_.find_series(curve.text) : std::nullopt;
  if (curve.sign == Sign::name && !symbol && !symbols_.find(curve.text)) unknown(curve);
  if (!symbol)
    stop(msg("{name} begins with the name of a curve", {{"name", base::quoted(name.text)}}),
         msg("write {form}", {{"form", form}}), curve);
  Node node{.op = op, .slot = static_cast<std::uint32_t>(symbol->slot)};
  if (with_number) {
    const Operand place = argument(name, form);
    want_number(place, wants_number::function, name.text);
    node.of[0] = place.node;
  }
  close(name, form);
  return add(node, name.offset, name.offset);
}

Operand Parser::made_word(const Token& name) {
  const bool fixed = name.text == "fixed";
  const std::string form = fixed ? "fixed(x, decimals)" : "word(x)";
  const Operand number = expression();
  want_number(number, wants_number::function, name.text);
  Node node{.op = fixed ? Op::fixed : Op::word_of, .type = Type::word, .of = {number.node}};
  if (fixed) {
    const Operand decimals = argument(name, form);
    want_number(decimals, msg("the number of decimals needs a number, and this is a word"));
    node.of[1] = decimals.node;
  }
  close(name, form);
  return add(node, name.offset, number.end);
}

void Parser::unknown(const Token& name) const {
  std::vector<std::string> near = symbols_.names();
  for (const Local& local : locals_) near.push_back(local.name);
  for (const std::size_t table : tables_) {
    for (const ColumnName& column : symbols_.columns(table)) near.push_back(column.name);
  }
  const std::string table = symbols_.table_with(name.text);
  if (!table.empty())
    stop(msg("{name} is a column of {data}, which has one value in each row",
             {{"name", base::quoted(name.text)}, {"data", base::quoted(table)}}),
         msg("use it within max_over({data}, …) or its kin", {{"data", table}}), name);
  const std::vector<std::string> callable = callable_names();
  if (std::find(callable.begin(), callable.end(), name.text) != callable.end())
    stop(msg("{name} is a function", {{"name", base::quoted(name.text)}}),
         msg("give it its values: {name}(…)", {{"name", name.text}}), name);
  stop(msg("nothing is called {name} here", {{"name", base::quoted(name.text)}}), did_you_mean(name.text, near), name);
}

}  // namespace expression
