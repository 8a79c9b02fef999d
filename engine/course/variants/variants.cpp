#include "course/variants/variants.h"

#include <algorithm>
#include <array>

#include "base/random.h"
#include "course/reading/object.h"
#include "course/reading/steps.h"

namespace course {
namespace {

constexpr std::uint32_t most_variables = 20;
constexpr int most_draws = 10'000;
constexpr std::uint64_t most_combinations = std::uint64_t{1} << 62;
/// Keeps what is drawn apart from the order in which a question's parts are shown, which is made from the same seed.
constexpr std::uint64_t salt = 0x76617269616e7473ULL;

constexpr Key vars_key{"vars", shape::other(msg("a map of names, such as {a: 2..9, city: [Seoul, Busan]}")),
                       Need::required, msg("what is drawn for each variant")};

constexpr Key where_key{"where", shape::other(msg("a condition, or a list of them, such as a != b")), Need::optional,
                        "what must hold for what is drawn"};

/// Keys whose values are the same in every variant.
bool is_fixed(std::string_view key) {
  constexpr std::array<std::string_view, 5> fixed{"id", "concept", "tags", "source", "sources"};
  return std::find(fixed.begin(), fixed.end(), key) != fixed.end();
}

}  // namespace

std::shared_ptr<Variants> Variants::read(Reader& reader, const Node& step) {
  const int errors = reader.errors();
  auto variants = std::make_shared<Variants>();
  const Surroundings& around = reader.around();
  variants->around_.folder = around.folder;
  variants->around_.limits = around.limits;
  variants->around_.language = around.language;
  variants->around_.thorough = around.thorough;
  variants->read_vars(reader, *step.find("vars"));
  if (const Node* where = step.find("where"); where != nullptr && reader.errors() == errors) {
    variants->read_where(reader, *where);
  }
  if (reader.errors() == errors) variants->copy_step(reader, step);
  if (reader.errors() == errors && reader.thorough()) variants->check_used(reader, *step.find("vars"));
  return reader.errors() == errors ? variants : nullptr;
}

void Variants::read_vars(Reader& reader, const Node& vars) {
  if (!vars.is_map() || vars.size() == 0) return reader.wrong(vars_key, vars);
  if (vars.size() > most_variables) {
    reader.error("vars", vars, msg("a question has at most {most} variables", {{"most", most_variables}}));
    return;
  }
  const int errors = reader.errors();
  for (std::uint32_t i = 0; i < vars.size(); ++i) {
    // What is computed from one with a mistake is not told as well.
    if (reader.errors() > errors && vars.value(i).text().starts_with('=')) continue;
    auto variable = read_variable(reader, vars.key(i), vars.value(i), symbols_);
    if (!variable) continue;
    for (std::size_t w = 0; w < variable->words.size(); ++w)
      shown_words_.emplace(variable->words[w], variable->shown[w]);
    variables_.push_back(std::move(*variable));
  }
}

void Variants::read_where(Reader& reader, const Node& where) {
  where_node_ = Node::scalar(where.offset(), {}, true);
  reader.each(where_key, where, [&](const Node& node) {
    auto program = expression::compile(node.text(), symbols_, variant_limits);
    if (program && where_.size() < most_variables) {
      where_.push_back(std::move(*program));
    } else if (!program) {
      reader.error("where", node, program.error().message, program.error().remedy);
    } else {
      reader.error("where", node, msg("a question has at most {most} conditions", {{"most", most_variables}}));
    }
  });
}

std::string_view Variants::keep(std::string_view words) {
  char* place = static_cast<char*>(arena_.allocate(std::max<std::size_t>(words.size(), 1), 1));
  std::copy(words.begin(), words.end(), place);
  return {place, words.size()};
}

Node Variants::copy(Reader& reader, const Node& node, Marks marks, Use use) {
  if (node.is_null()) return node;
  if (node.is_scalar()) {
    const std::string_view words = keep(node.text());
    auto filled = FilledText::compile(words, marks, symbols_);
    if (!filled) {
      const auto& mistake = filled.error();
      reader.error("expression", reader.file().words_span(node.offset(), mistake.expression), mistake.problem.message,
                   mistake.problem.remedy);
    } else if (*filled) {
      std::string_view written = words;
      while (written.ends_with('\n')) written.remove_suffix(1);
      texts_.insert_or_assign(node.offset(), Text{written, marks, use, std::move(**filled), std::nullopt});
    }
    return Node::scalar(node.offset(), words, node.is_plain());
  }
  const std::uint32_t count = node.is_map() ? 2 * node.size() : node.size();
  auto* children = static_cast<Node*>(arena_.allocate(std::max(count, 1U) * sizeof(Node), alignof(Node)));
  for (std::uint32_t i = 0; i < count; ++i) {
    const Node& child = !node.is_map() ? node.item(i) : i % 2 == 0 ? node.key(i / 2) : node.value(i / 2);
    const bool pattern = node.is_map() && i % 2 == 1 && node.key(i / 2).text() == "pattern";
    new (children + i) Node(copy(reader, child, marks, pattern ? Use::pattern : use));
  }
  return node.is_map() ? Node::map(node.offset(), children, node.size())
                       : Node::list(node.offset(), children, node.size());
}

void Variants::copy_step(Reader& reader, const Node& step) {
  auto* children = static_cast<Node*>(arena_.allocate(2 * step.size() * sizeof(Node), alignof(Node)));
  std::uint32_t count = 0;
  for (std::uint32_t i = 0; i < step.size(); ++i) {
    const std::string_view key = step.key(i).text();
    if (key == "vars" || key == "where") continue;
    const bool claim = key == "accept" || key == "reject";  // what a learner gives
    const Marks marks = key == "blanks" ? Marks::brackets : Marks::braces;
    new (children + 2 * count) Node(Node::scalar(step.key(i).offset(), keep(key), true));
    const Node& value = step.value(i);
    const bool fixed = is_fixed(key) && value.is_scalar();
    new (children + 2 * count + 1) Node(fixed ? Node::scalar(value.offset(), keep(value.text()), value.is_plain())
                                              : copy(reader, value, marks, claim ? Use::shown : Use::value));
    ++count;
  }
  step_ = Node::map(step.offset(), children, count);
}

/// A variable that no text, number, condition or other variable names.
void Variants::check_used(Reader& reader, const Node& vars) const {
  for (std::uint32_t i = 0; i < vars.size() && i < variables_.size(); ++i) {
    const Variable& one = variables_[i];
    const auto names = [&](const expression::Program& program) {
      return one.type == expression::Type::number ? program.uses_number(one.slot) : program.uses_word(one.slot);
    };
    const bool used = std::any_of(texts_.begin(), texts_.end(),
                                  [&](const auto& t) { return t.second.filled.uses(one.type, one.slot); }) ||
                      std::any_of(where_.begin(), where_.end(), names) ||
                      std::any_of(variables_.begin(), variables_.end(),
                                  [&](const Variable& v) { return v.computed && names(*v.computed); });
    if (!used)
      reader.warning("unused-variable", vars.key(i),
                     msg("nothing uses the variable {name}", {{"name", in_quotes(one.name)}}),
                     msg("put it into a text as {example}, or delete it", {{"example", "{{" + one.name + "}}"}}));
  }
}

std::uint64_t Variants::combinations() const {
  std::uint64_t all = 1;
  for (const Variable& variable : variables_) {
    if (variable.choices() > most_combinations / all) return most_combinations;
    all *= variable.choices();
  }
  return all;
}

bool Variants::all_hold(const Values& values) const {
  return std::all_of(where_.begin(), where_.end(),
                     [&](const expression::Program& condition) { return condition.holds(values.inputs()); });
}

std::optional<Values> Variants::draw(std::uint64_t seed) const {
  base::Random random(variant_number(seed) ^ salt);
  Values values;
  values.numbers.resize(symbols_.numbers());
  values.words.resize(symbols_.words());
  for (int i = 0; i < most_draws; ++i) {
    for (const Variable& variable : variables_) {
      const std::uint64_t choices = variable.choices();
      variable.set(choices > 1 ? random.below(choices) : 0, values);
    }
    if (all_hold(values)) return values;
    if (combinations() == 1) break;
  }
  return std::nullopt;
}

Values Variants::values(std::uint64_t seed) const { return draw(seed).value_or(first_); }

std::vector<DrawnValue> Variants::named(const Values& values) const {
  std::vector<DrawnValue> named;
  for (const Variable& variable : variables_) {
    if (variable.type == expression::Type::number) {
      named.push_back({variable.name, values.numbers[variable.slot]});
    } else {
      named.push_back({variable.name, values.words[variable.slot]});
    }
  }
  return named;
}

Node Variants::fill(const Node& node, const Values& values, std::pmr::memory_resource& arena) const {
  if (node.is_null()) return node;
  if (node.is_scalar()) {
    const auto text = texts_.find(node.offset());
    if (text == texts_.end()) return node;
    const std::string words = text->second.filled.fill(values, {text->second.use, around_.language, &shown_words_});
    char* place = static_cast<char*>(arena.allocate(std::max<std::size_t>(words.size(), 1), 1));
    std::copy(words.begin(), words.end(), place);
    return Node::scalar(node.offset(), {place, words.size()}, node.is_plain());
  }
  const std::uint32_t count = node.is_map() ? 2 * node.size() : node.size();
  auto* children = static_cast<Node*>(arena.allocate(std::max(count, 1U) * sizeof(Node), alignof(Node)));
  for (std::uint32_t i = 0; i < count; ++i) {
    const Node& child = !node.is_map() ? node.item(i) : i % 2 == 0 ? node.key(i / 2) : node.value(i / 2);
    new (children + i) Node(fill(child, values, arena));
  }
  return node.is_map() ? Node::map(node.offset(), children, node.size())
                       : Node::list(node.offset(), children, node.size());
}

/// True when there was something to report.
bool Variants::report_bad(Reader& reader, const Values& values) const {
  const int errors = reader.errors();
  for (const auto& [offset, text] : texts_) {
    const std::string bad = text.filled.first_bad(values);
    if (bad.empty()) continue;
    reader.error(
        "no-number", reader.file().words_span(offset, bad),
        msg("the expression {expression} is no number (a division by 0, or a root or logarithm of what has none)",
            {{"expression", in_quotes(bad)}}),
        msg("leave such values out with “where: …”"));
  }
  return reader.errors() != errors;
}

Question Variants::read_with(StepContext& context, const Values& values, Variants* translations) const {
  const Filling filling{*this, values, translations};
  std::pmr::monotonic_buffer_resource arena;
  const Node filled = fill(step_, values, arena);
  Object object(context.reader, filled, msg("a question"));
  context.reader.set_filling(&filling);
  Question question = read_fixed_question(context, object);
  context.reader.set_filling(nullptr);
  return question;
}

Question Variants::make(Reader& reader, const Values& values) const {
  Assets assets;
  StepContext context{reader, assets, explorables_};
  if (report_bad(reader, values)) return {};
  return read_with(context, values, nullptr);
}

Question Variants::make_first(StepContext& context, const Values& values) {
  if (report_bad(context.reader, values)) return {};
  explorables_ = context.explorables;
  first_ = values;
  Question question = read_with(context, values, this);
  first_ask_ = question.ask;
  return question;
}

std::string Variants::ask(const Values& values) const {
  const Node* ask = step_.find("ask");
  return ask != nullptr && written(ask->offset()) ? shown(ask->offset(), values) : first_ask_;
}

std::optional<std::string_view> Variants::written(std::uint32_t offset) const {
  const auto text = texts_.find(offset);
  return text == texts_.end() ? std::nullopt : std::optional(text->second.written);
}

Marks Variants::marks(std::uint32_t offset) const {
  const auto text = texts_.find(offset);
  return text == texts_.end() ? Marks::braces : text->second.marks;
}

std::string Variants::shown(std::uint32_t offset, const Values& values) const {
  const Text& text = texts_.at(offset);
  const Writing writing{Use::shown, around_.language, &shown_words_};
  std::string words = (text.translated ? *text.translated : text.filled).fill(values, writing);
  while (words.ends_with('\n')) words.pop_back();
  return words;
}

void Variants::translate(std::uint32_t offset, const std::string& translation) {
  const auto text = texts_.find(offset);
  if (text == texts_.end()) {
    translated_.insert_or_assign(offset, translation);
    return;
  }
  auto filled = FilledText::compile(translation, text->second.marks, symbols_);
  if (filled && *filled) text->second.translated = std::move(**filled);
}

const std::string* Variants::translated(std::uint32_t offset) const {
  const auto text = translated_.find(offset);
  return text == translated_.end() ? nullptr : &text->second;
}

Question read_varied_question(StepContext& context, Object& step) {
  Reader& reader = step.reader();
  const auto variants = Variants::read(reader, step.node());
  if (variants == nullptr) return {};
  const auto values = variants->draw(0);
  if (!values) {
    reader.error("where", variants->where(), msg("no values were found for which this holds, in 10,000 draws"),
                 msg("make the ranges wider or the conditions weaker"));
    return {};
  }
  Question question = variants->make_first(context, *values);
  question.variants = variants;
  return question;
}

}  // namespace course
