// A step with `explore`: what can be moved, the data and the readouts.

#include <algorithm>
#include <cmath>

#include "course/fixes/wanted.h"
#include "course/reading/blocks.h"
#include "course/reading/chart_parts.h"
#include "course/reading/explore_reader.h"
#include "explorable/drawing.h"
#include "text/fold.h"

namespace course {
namespace {

using explorable::Input;

constexpr std::size_t most_inputs = 12, most_options = 12, most_readouts = 12, most_tables = 8, most_rows = 5'000;

constexpr std::array explore_fields{
    Field<Explore>{{"explore", shape::text, Need::required, msg("its name")}, into<&Explore::title>},
    Field<Explore>{{"text", shape::markdown, Need::optional, "what to try, shown above"}, into<&Explore::markdown>},
    Field<Explore>{{"alt", shape::alternative, Need::optional, "what it shows, for those who do not see it"},
                   into<&Explore::alt>},
    Field<Explore>{{"source", shape::source_id, Need::optional, "where the numbers are from"}, into<&Explore::source>},
};
constexpr Key inputs_key{"inputs", shape::other(msg("a map from name to what can be moved")), Need::optional,
                         "what the learner moves"};
constexpr Key data_key{"data", shape::other(msg("a map from name to the path of a CSV file")), Need::optional,
                       "tables that expressions use"};
constexpr Key data_path_key{"data", shape::path, Need::required, msg("a CSV file")};
constexpr Key readouts_key{"readouts", shape::other(msg("a list of {label: …, value: …}")), Need::optional,
                           "numbers shown beside the plot"};
constexpr Key trials_key{"trials", shape::other(msg("a map such as {kind: reaction, count: 40}")), Need::optional,
                         "reaction or pointing times to measure on oneself"};

constexpr std::array input_fields{
    Field<Input>{{"label", shape::text, Need::required, msg("its name")}, into<&Input::label>},
    Field<Input>{{"unit", shape::text, Need::optional, "shown behind its value"}, into<&Input::unit>},
};
constexpr Key from_key{"from", shape::number, Need::required, msg("the lowest value")};
constexpr Key to_key{"to", shape::number, Need::required, msg("the highest value")};
constexpr Key start_key{"start", shape::number, Need::optional,
                        "the value at the beginning; the middle when not given"};
constexpr Key step_key{"step", shape::number, Need::optional,
                       "how far one press goes; a hundredth of the range when not given"};
constexpr Key log_key{"log", shape::truth, Need::optional, "equal steps multiply"};
constexpr Key switch_key{"switch", shape::truth, Need::optional, "on or off, and how it begins"};
constexpr Key options_key{"options", shape::other(msg("a map from label to number, or a list of labels")),
                          Need::optional, "what to choose from"};
constexpr Key option_key{"options", shape::text, Need::optional, ""};
constexpr Key option_value_key{"options", shape::number, Need::optional, ""};

using explorable::Trials;
constexpr std::array<std::string_view, 2> trial_words{"reaction", "pointing"};
constexpr std::array trial_fields{
    Field<Trials>{{"kind", shape::one_of(trial_words), Need::required, msg("what is measured")}, into<&Trials::kind>},
    Field<Trials>{{"count", shape::whole(10, 60), Need::optional, "how many trials"}, into<&Trials::count>},
};

struct ReadoutWords {
  std::string label, unit;
  int decimals = 2;
};
constexpr std::array readout_fields{
    Field<ReadoutWords>{{"label", shape::text, Need::required, msg("its name")}, into<&ReadoutWords::label>},
    Field<ReadoutWords>{{"unit", shape::text, Need::optional, "shown behind it"}, into<&ReadoutWords::unit>},
    Field<ReadoutWords>{{"decimals", shape::whole(0, 12), Need::optional, "places to show"},
                        into<&ReadoutWords::decimals>},
};
constexpr Key readout_value_key{"value", shape::other(msg("an expression")), Need::required, msg("what is shown")};

int decimals_for(double step) {
  for (int places = 0; places < 9; ++places) {
    const double scaled = step * std::pow(10.0, places);
    if (std::fabs(scaled - std::round(scaled)) < 1e-6 * scaled) return places;
  }
  return 9;
}

/// A column of numbers of which some have a decimal comma would be one of words.
void check_commas(Reader& reader, const ReadTable& table, std::size_t column) {
  const std::vector<std::string> cells = table.placed->table.words(column);
  const auto is_number = [](const std::string& cell) {
    return cell.empty() || Reader::number(cell) || !with_point(cell).empty();
  };
  if (!std::all_of(cells.begin(), cells.end(), is_number)) return;
  bool told = false;
  for (std::size_t row = 0; row < cells.size(); ++row) {
    if (cells[row].empty() || Reader::number(cells[row])) continue;
    note_comma(reader, table, row, column);
    if (!told)
      report_cell(reader, table, row, column, msg("{cell} is no number", {{"cell", in_quotes(cells[row])}}),
                  msg("write the decimal mark as a point"));
    told = true;
  }
}

/// A column's header as a name: "share of homes" is share_of_homes.
std::string column_name(std::string_view header) {
  std::string name;
  for (const char c : header) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
    if (plain || (!name.empty() && name.back() != '_')) name += plain ? c : '_';
  }
  while (name.ends_with('_')) name.pop_back();
  return expression::is_name(name) ? name : "_" + name;
}

}  // namespace

std::shared_ptr<const explorable::Model> ExploreReader::run() {
  const int errors = reader_.errors();
  read_inputs();
  read_data();
  read_trials();
  read_simulation();
  read_plots();
  read_readouts();
  note_slots(model_->symbols);
  if (reader_.errors() > errors) return nullptr;
  if (reader_.thorough()) check_start();
  return model_;
}

bool ExploreReader::count(const Key& key, const Node& node, std::size_t most) {
  if (node.size() <= most) return true;
  reader_.error("count", node,
                msg("{key} takes at most {most}; found {count}",
                    {{"key", in_quotes(key.name)}, {"most", most}, {"count", node.size()}}));
  return false;
}

bool ExploreReader::declare(const Node& name) {
  if (!expression::is_name(name.text())) {
    reader_.error("name", name, msg("{name} cannot be a name in expressions", {{"name", in_quotes(name.text())}}),
                  msg("use letters, digits and _, a letter first"));
    return false;
  }
  if (names_.insert(std::string(name.text())).second) return true;
  reader_.error("name", name,
                msg("the name {name} stands for something else already", {{"name", in_quotes(name.text())}}),
                msg("rename one of them"));
  return false;
}

void report_expression(Reader& reader, const Node& node, const expression::Problem& problem) {
  const std::string_view file = reader.file().text(), words = node.text();
  const bool quoted = node.offset() < file.size() && (file[node.offset()] == '"' || file[node.offset()] == '\'');
  const std::size_t begin = node.offset() + (quoted ? 1 : 0);
  // Folded lines and escapes are not what the file has; then the whole value is pointed at.
  const bool literal = file.substr(std::min(begin, file.size()), words.size()) == words;
  const base::Span span = literal ? reader.file().span(begin + problem.offset, problem.length) : reader.span(node);
  // In {…} and […] YAML ends a plain text at a comma, so what follows is gone.
  const bool cut = node.is_plain() && problem.offset == words.size() && words.find('(') != std::string_view::npos;
  reader.error("expression", span, problem.message,
               cut ? msg("an expression with a comma in it goes in quotes") : problem.remedy);
}

std::optional<expression::Program> ExploreReader::compile(const Key& key, const Node& node, const Symbols& symbols,
                                                          bool word) {
  const auto text = reader_.scalar(key, node);
  if (!text) return std::nullopt;
  expression::Limits limits;
  limits.steps = 200'000;
  auto program = expression::compile(*text, symbols, limits);
  if (!program) {
    report_expression(reader_, node, program.error());
    return std::nullopt;
  }
  if (!word && program->type() == expression::Type::word) {
    reader_.error("expression", node, msg("{key} needs a number, and this is a word", {{"key", in_quotes(key.name)}}));
    return std::nullopt;
  }
  return *program;
}

std::optional<expression::Program> ExploreReader::compile(Object& object, const Key& key, const Symbols& symbols) {
  const Node* node = object.take(key);
  return node == nullptr ? std::nullopt : compile(key, *node, symbols);
}

std::optional<expression::Program> read_condition(Reader& reader, const Key& key, const Node& node,
                                                  const explorable::Model& model) {
  const auto text = reader.scalar(key, node);
  if (!text) return std::nullopt;
  auto program = expression::compile(*text, model.symbols);
  if (!program) {
    report_expression(reader, node, program.error());
    return std::nullopt;
  }
  if (program->type() == expression::Type::number) return *program;
  reader.error("expression", node, msg("{key} needs a condition, and this is a word", {{"key", in_quotes(key.name)}}));
  return std::nullopt;
}

void read_value(Reader& reader, const Key& key, const Node& node, const Input& input, double& into) {
  if (input.kind == Input::Kind::choice && input.options.empty()) return;  // they have mistakes, which are told
  const auto value = node.is_scalar() ? value_of(input, node.text()) : std::nullopt;
  if (value) {
    into = *value;
  } else if (input.kind == Input::Kind::choice && node.is_scalar()) {
    reader.error("wrong-value", node,
                 msg("{input} has no option {words}", {{"input", in_quotes(input.name)}, {"words", found(node)}}),
                 base::meant_or_known(node.text(), option_labels(input)));
  } else {
    reader.wrong(key, node);
  }
}

void ExploreReader::read_inputs() {
  const Node* node = step_.take(inputs_key);
  if (node == nullptr || !expect_map(reader_, inputs_key, *node) || !count(inputs_key, *node, most_inputs)) return;
  for (std::uint32_t i = 0; i < node->size(); ++i) read_input(node->key(i), node->value(i));
}

void ExploreReader::read_input(const Node& name, const Node& node) {
  if (!declare(name) || !expect_map(reader_, inputs_key, node)) return;
  Input input;
  input.name = std::string(name.text());
  Object object(reader_, node, msg("an input"));
  object.read(input_fields, input);
  const Node* on = object.take(switch_key);
  const Node* options = object.take(options_key);
  if (on != nullptr) {
    bool begins = false;
    input.kind = Input::Kind::toggle;
    reader_.value(switch_key, *on, begins);
    input.start = begins, input.step = 1, input.decimals = 0;
  } else if (options != nullptr) {
    input.kind = Input::Kind::choice;
    read_options(*options, input);
    if (const Node* start = object.take(start_key)) read_value(reader_, start_key, *start, input, input.start);
    input.start = input.fit(input.start);
  } else {
    read_slider(object, input);
  }
  object.finish();
  model_->symbols.add_number(input.name);
  model_->inputs.push_back(std::move(input));
}

void ExploreReader::read_slider(Object& object, Input& input) {
  const Node* from = object.take(from_key);
  const Node* to = object.take(to_key);
  const Node* start = object.take(start_key);
  const Node* step = object.take(step_key);
  if (const Node* log = object.take(log_key)) reader_.value(log_key, *log, input.log);
  if (from != nullptr) reader_.value(from_key, *from, input.from);
  if (to != nullptr) reader_.value(to_key, *to, input.to);
  if (from == nullptr || to == nullptr) return;
  if (!(input.from < input.to) || (input.log && input.from <= 0)) {
    reader_.error("range", *from,
                  input.from < input.to ? msg("a logarithmic slider begins above 0")
                                        : msg("the slider begins at or above its end"),
                  msg("put the lower value at “from”"));
    return;
  }
  input.step = (input.to - input.from) / 100;
  if (step != nullptr) reader_.value(step_key, *step, input.step);
  if (!(input.step > 0) || input.step > input.to - input.from) {
    reader_.error("range", *step, msg("the step should be above 0 and no longer than the range"));
    return;
  }
  input.decimals = decimals_for(input.step);
  // Along a logarithmic slider values have three figures, unless the author's steps are coarser.
  const int figures = std::max(0, 2 - static_cast<int>(std::floor(std::log10(std::max(input.from, 1e-9)))));
  if (input.log) input.decimals = step != nullptr ? std::min(input.decimals, figures) : figures;
  input.start = input.log ? std::sqrt(input.from * input.to) : (input.from + input.to) / 2;
  if (start != nullptr) reader_.value(start_key, *start, input.start);
  if (start != nullptr && (input.start < input.from || input.start > input.to))
    reader_.error("range", *start, msg("the start lies outside of the slider’s range"));
  if (start == nullptr || !input.log) input.start = input.fit(input.start);
}

void ExploreReader::read_options(const Node& node, Input& input) {
  if ((!node.is_map() && !node.is_list()) || node.size() < 2) return reader_.wrong(options_key, node);
  if (!count(options_key, node, most_options)) return;
  for (std::uint32_t i = 0; i < node.size(); ++i) {
    explorable::Option option;
    option.value = i + 1;
    reader_.value(option_key, node.is_map() ? node.key(i) : node.item(i), option.label);
    option.written = std::string((node.is_map() ? node.key(i) : node.item(i)).text());
    if (node.is_map()) reader_.value(option_value_key, node.value(i), option.value);
    check_option(node.is_map() ? node.key(i) : node.item(i), option, input);
    input.options.push_back(std::move(option));
  }
  input.from = input.to = input.start = input.options.front().value;
  for (const explorable::Option& option : input.options) {
    input.from = std::min(input.from, option.value);
    input.to = std::max(input.to, option.value);
  }
}

/// Two options that nobody can tell apart, or that do the same.
void ExploreReader::check_option(const Node& node, const explorable::Option& option, const Input& input) {
  for (const explorable::Option& other : input.options) {
    if (!reader_.thorough()) return;
    const bool label = text::fold(other.label) == text::fold(option.label);
    if (!label && other.value != option.value) continue;
    reader_.warning("equal", node,
                    label ? msg("two options are called {label}", {{"label", in_quotes(option.label)}})
                          : msg("the options {first} and {second} have the same value",
                                {{"first", in_quotes(other.label)}, {"second", in_quotes(option.label)}}),
                    label ? msg("delete or reword one of them") : msg("give one of them another value, or delete it"));
    return;
  }
}

void ExploreReader::read_data() {
  const Node* node = step_.take(data_key);
  if (node == nullptr || !expect_map(reader_, data_key, *node) || !count(data_key, *node, most_tables)) return;
  for (std::uint32_t i = 0; i < node->size(); ++i) {
    const SourceFile* file = nullptr;
    if (!declare(node->key(i))) continue;
    const auto placed = context_.assets.table(reader_, data_path_key, node->value(i), file);
    if (placed == nullptr) continue;
    explorable::Table table;
    std::vector<expression::ColumnName> columns;
    table.rows = placed->table.cells.size();
    if (table.rows > most_rows) {
      reader_.error("table", node->value(i),
                    msg("an explorable takes tables of at most {most} rows; this one has {rows}",
                        {{"most", most_rows}, {"rows", table.rows}}));
      continue;
    }
    for (std::size_t c = 0; c < placed->table.columns.size(); ++c) {
      std::vector<double> numbers;
      std::vector<std::string> words;
      bool numeric = true;
      for (std::size_t row = 0; row < table.rows; ++row) {
        numbers.push_back(placed->table.number(row, c));
        words.push_back(placed->table.cells[row][c]);
        numeric = numeric && (words.back().empty() || !std::isnan(numbers.back()));
      }
      if (!numeric) check_commas(reader_, {&node->value(i), placed, file}, c);
      (numeric ? words.clear() : numbers.clear());
      columns.push_back(
          {column_name(placed->table.columns[c]), numeric ? expression::Type::number : expression::Type::word});
      table.numbers.push_back(std::move(numbers));
      table.words.push_back(std::move(words));
    }
    model_->symbols.add_table(std::string(node->key(i).text()), columns);
    columns_.push_back(std::move(columns));
    model_->tables.push_back(std::move(table));
  }
}

void ExploreReader::read_trials() {
  const Node* node = step_.take(trials_key);
  if (node == nullptr || !expect_map(reader_, trials_key, *node)) return;
  Trials trials;
  Object object(reader_, *node, trials_key);
  object.read(trial_fields, trials);
  object.finish();
  for (const char* name : {"trials", "a", "b"}) {
    if (names_.insert(name).second) continue;
    reader_.error("name", *node,
                  msg("with “trials” the name {name} stands for what is measured", {{"name", in_quotes(name)}}),
                  msg("rename yours"));
  }
  trials.a_slot = model_->symbols.add_number("a");
  trials.b_slot = model_->symbols.add_number("b");
  columns_.push_back({{"bits", expression::Type::number}, {"seconds", expression::Type::number}});
  trials.table = model_->symbols.add_table("trials", columns_.back());
  model_->tables.emplace_back();
  model_->trials = trials;
}

void ExploreReader::read_readouts() {
  const Node* list = step_.take(readouts_key);
  if (list == nullptr) return;
  if (!list->is_list()) return reader_.wrong(readouts_key, *list);
  if (!count(readouts_key, *list, most_readouts)) return;
  for (std::uint32_t i = 0; i < list->size(); ++i) {
    if (!expect_map(reader_, readouts_key, list->item(i))) continue;
    Object object(reader_, list->item(i), msg("a readout"));
    ReadoutWords words;
    object.read(readout_fields, words);
    const Node* value = object.take(readout_value_key);
    object.finish();
    auto program = value != nullptr ? compile(readout_value_key, *value, model_->symbols, true) : std::nullopt;
    if (!program) continue;
    const auto said = [&](const std::string& word) { return reader_.shown(word, *value, Form::text); };
    model_->readouts.push_back({words.label, program->with_words(said), words.unit, words.decimals});
  }
}

/// What only running it can tell, at the values it begins with.
void ExploreReader::check_start() {
  const explorable::Drawing drawing = explorable::draw(*model_, {model_->starts(), std::nullopt, {}});
  if (drawing.exhausted) {
    reader_.error("too-long", step_.node().key(0),
                  msg("this explorable takes too many operations to be moved smoothly"),
                  msg("use fewer steps, points or rounds of loops"));
    return;
  }
  if (model_->plots.empty() && model_->readouts.empty() && !model_->trials)
    reader_.warning("nothing-shown", step_.node().key(0),
                    msg("this explorable shows nothing of what follows when something is moved"),
                    msg("add “plot: …” or “readouts: …”"));
  if (model_->trials) return;  // nothing is known before they are done
  for (std::size_t p = 0; p < drawing.plots.size(); ++p) {
    for (const explorable::Line& line : drawing.plots[p].lines) {
      const bool seen = std::any_of(line.y.begin(), line.y.end(), [](double y) { return std::isfinite(y); });
      if (seen) continue;
      reader_.warning("empty-curve", step_.node().key(0),
                      msg("at the start the curve {curve} of plot {plot} has no value anywhere",
                          {{"curve", in_quotes(line.label)}, {"plot", p + 1}}));
    }
  }
}

void count_explorable(StepContext& context, const Node& key) {
  constexpr int most = 40;
  if (++context.explorable_count <= most) return;
  context.reader.error("count", key, msg("a lesson takes at most 40 explorables and goals"),
                       msg("divide it into several lessons"));
}

Explore read_explore(StepContext& context, Object& step) {
  Reader& reader = step.reader();
  count_explorable(context, step.node().key(0));
  Explore explore;
  step.read(explore_fields, explore);
  explore.model = ExploreReader(context, step).run();
  // One with mistakes is known too, so that who points at it is not told that it is not there.
  if (const Node* id = step.node().find("id"); id != nullptr)
    context.explorables.emplace(std::string(id->text()), explore.model);
  if (reader.thorough() && explore.alt.empty() && step.node().find("alt") == nullptr) {
    reader.warning("missing-alt", step.node().key(0), msg("nobody who cannot see this learns what it shows"),
                   msg("add “alt: …”"));
  }
  return explore;
}

}  // namespace course
