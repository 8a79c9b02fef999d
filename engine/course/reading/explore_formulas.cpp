// Values and the simulation of an explorable.

#include <cmath>

#include "course/reading/explore_reader.h"

namespace course {
namespace {

using explorable::Simulation;

constexpr std::size_t most_values = 64, most_states = 16;

constexpr Key values_key{"values", shape::other(msg("a map from name to expression")), Need::optional,
                         "named expressions"};
constexpr Key simulate_key{"simulate",
                           shape::other(msg("a map such as {state: {f: 0}, rate: {f: …}, from: 0, to: 10, dt: 0.1}")),
                           Need::optional, "what goes on over time"};
constexpr Key state_key{"state", shape::other(msg("a map from name to start value")), Need::required,
                        msg("what changes, and where it begins")};
constexpr Key rate_key{"rate", shape::other(msg("a map from name to expression")), Need::optional,
                       "how fast each state changes"};
constexpr Key next_key{"step", shape::other(msg("a map from name to expression")), Need::optional,
                       "what each state becomes in one step"};
constexpr Key from_key{"from", shape::number, Need::optional, "the time at the beginning"};
constexpr Key to_key{"to", shape::number, Need::required, msg("the time at the end")};
constexpr Key dt_key{"dt", shape::number, Need::optional, "the time of one step"};
constexpr Key time_key{"time", shape::other(msg("a name, or {name: t, label: …, unit: …}")), Need::optional,
                       "what time is called"};
constexpr Key name_key{"name", shape::word, Need::optional, "in expressions"};
constexpr Key label_key{"label", shape::text, Need::optional, "shown"};
constexpr Key unit_key{"unit", shape::text, Need::optional, "shown"};

}  // namespace

bool ExploreReader::varies(const Program& program) const {
  for (const std::size_t slot : moving_) {
    if (program.uses_number(slot)) return true;
  }
  return false;
}

bool ExploreReader::is_late(const Program& program) const {
  for (const std::size_t slot : late_) {
    if (program.uses_number(slot)) return true;
  }
  for (std::size_t series = 0; series < model_->symbols.series(); ++series) {
    if (program.uses_series(series)) return true;
  }
  return false;
}

void ExploreReader::read_values() {
  const Node* node = step_.take(values_key);
  if (node == nullptr || !expect_map(reader_, values_key, *node) || !count(values_key, *node, most_values)) return;
  for (std::uint32_t i = 0; i < node->size(); ++i) {
    if (!declare(node->key(i))) continue;
    const auto program = compile(values_key, node->value(i), model_->symbols);
    const std::size_t slot = model_->symbols.add_number(std::string(node->key(i).text()));
    if (!program) continue;
    const bool moves = varies(*program), late = is_late(*program);
    if (moves) moving_.insert(slot);
    if (late) late_.insert(slot);
    model_->values.push_back({*program, slot, moves, late});
  }
}

void ExploreReader::read_time(Object& object, Simulation& s) {
  s.time_name = "t";
  if (const Node* time = object.take(time_key)) {
    if (time->is_map()) {
      Object parts(reader_, *time, time_key);
      if (const Node* name = parts.take(name_key); name != nullptr && declare(*name))
        s.time_name = std::string(name->text());
      if (const Node* label = parts.take(label_key)) reader_.value(label_key, *label, s.time_label);
      if (const Node* unit = parts.take(unit_key)) reader_.value(unit_key, *unit, s.time_unit);
      parts.finish();
    } else if (declare(*time)) {
      s.time_name = std::string(time->text());
    }
  }
  names_.insert(s.time_name);
  names_.insert("dt");
  s.time_slot = model_->symbols.add_number(s.time_name);
  s.dt_slot = model_->symbols.add_number("dt");
  moving_.insert(s.time_slot);
  const Node* from = object.take(from_key);
  const Node* to = object.take(to_key);
  const Node* dt = object.take(dt_key);
  if (from != nullptr) reader_.value(from_key, *from, s.from);
  if (to != nullptr) reader_.value(to_key, *to, s.to);
  s.dt = (s.to - s.from) / 500;
  if (dt != nullptr) reader_.value(dt_key, *dt, s.dt);
  if (to == nullptr) return;
  if (!(s.from < s.to)) {
    reader_.error("range", *to, msg("the simulation ends before it begins"), msg("put the later time at “to”"));
  } else if (!(s.dt > 0) || s.dt > s.to - s.from) {
    reader_.error("range", dt != nullptr ? *dt : *to,
                  msg("a step should be above 0 and no longer than the simulation"));
  } else if ((s.to - s.from) / s.dt > static_cast<double>(explorable::most_steps)) {
    reader_.error(
        "too-long", dt != nullptr ? *dt : *to,
        msg("a simulation takes at most {most} steps; this one would take {steps}",
            {{"most", explorable::most_steps}, {"steps", expression::to_word(std::round((s.to - s.from) / s.dt))}}),
        msg("let the steps be longer, or end sooner"));
  }
}

void ExploreReader::name_states(const Node& states) {
  for (std::uint32_t i = 0; i < states.size(); ++i) {
    if (!declare(states.key(i))) continue;
    const std::string name(states.key(i).text());
    moving_.insert(model_->symbols.add_number(name));
    model_->symbols.add_series(name);
  }
}

void ExploreReader::check_next(const Node& node, const Program& program) {
  if (is_late(program))
    reader_.error("expression", node, msg("this reads whole curves of the simulation, which are known only after it"),
                  msg("use the states themselves"));
}

void ExploreReader::read_states(const Node& states, const Node* next, Simulation& s) {
  const Key& key = s.rates ? rate_key : next_key;
  for (std::uint32_t i = 0; i < states.size(); ++i) {
    const auto symbol = model_->symbols.find(states.key(i).text());
    const auto series = model_->symbols.find_series(states.key(i).text());
    const auto start = compile(state_key, states.value(i), model_->symbols);
    const Node* rule = next != nullptr ? next->find(states.key(i).text()) : nullptr;
    if (next != nullptr && rule == nullptr)
      reader_.error("missing-key", states.key(i),
                    msg("{key} does not say how {state} changes",
                        {{"key", in_quotes(key.name)}, {"state", in_quotes(states.key(i).text())}}),
                    msg("add it there"));
    const auto program = rule != nullptr ? compile(key, *rule, model_->symbols) : std::nullopt;
    if (start && (varies(*start) || is_late(*start)))
      reader_.error("expression", states.value(i), msg("a start value cannot follow the states or the time"),
                    msg("use inputs and numbers"));
    if (program) check_next(*rule, *program);
    if (symbol && series && start && program) s.states.push_back({symbol->slot, series->slot, *start, *program});
  }
  for (std::uint32_t i = 0; next != nullptr && i < next->size(); ++i) {
    if (states.find(next->key(i).text()) == nullptr)
      reader_.error("unknown-key", next->key(i),
                    msg("there is no state {state}", {{"state", in_quotes(next->key(i).text())}}),
                    msg("declare it in “state”"));
  }
}

void ExploreReader::read_simulation() {
  const Node* node = step_.take(simulate_key);
  if (node == nullptr) return read_values();
  if (!expect_map(reader_, simulate_key, *node)) return read_values();
  Simulation s;
  Object object(reader_, *node, msg("a simulation"));
  const Node* states = object.take(state_key);
  const Node* rate = object.take(rate_key);
  const Node* next = object.take(next_key);
  s.rates = rate != nullptr;
  if ((rate != nullptr) == (next != nullptr)) {
    reader_.error(
        "missing-key", *node,
        rate != nullptr ? msg("a simulation has either “rate” or “step”") : msg("nothing says how the states change"),
        msg("“rate” says how fast each changes, “step” what it becomes"));
  }
  const bool usable =
      states != nullptr && expect_map(reader_, state_key, *states) && count(state_key, *states, most_states);
  if (usable) name_states(*states);
  read_time(object, s);
  object.finish();
  read_values();
  const Node* rule = rate != nullptr ? rate : next;
  if (!usable || rule == nullptr || !expect_map(reader_, rate != nullptr ? rate_key : next_key, *rule)) return;
  read_states(*states, rule, s);
  if (s.states.size() == model_->symbols.series()) model_->simulation = std::move(s);
}

}  // namespace course
