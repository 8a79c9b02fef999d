#include "course/questions/goal.h"

#include "course/questions/format.h"
#include "course/reading/explore_reader.h"
#include "explorable/situation.h"

namespace course {
namespace {

using explorable::Aim;

constexpr Key goal_key{"goal", shape::other(msg("a condition such as “last(f) > 0.9”")), Need::required,
                       msg("what is to be reached")};
constexpr Key of_key{"of", shape::word, Need::optional, "the id of an explorable earlier in the lesson"};
constexpr Key explore_key{"explore", shape::text, Need::optional, "the name of the explorable in this question"};
constexpr Key close_key{"close", shape::other(msg("a condition, or {when: …, credit: 0.5, because: …}")),
                        Need::optional, "what earns a part of the credit"};
constexpr Key when_key{"when", shape::other(msg("a condition")), Need::required,
                       msg("what earns a part of the credit")};
constexpr std::array close_fields{
    Field<Goal>{{"credit", shape::number_from(0.01, 0.99), Need::optional, "how much"}, into<&Goal::close_credit>},
    Field<Goal>{{"because", shape::reason, Need::optional, "what is still missing"}, into<&Goal::because>},
};
constexpr Key reached_key{"reached_at", shape::other(msg("a map from input to value")), Need::optional,
                          "where it is reached"};
constexpr Key value_key{"reached_at", shape::number, Need::optional, ""};

std::shared_ptr<const explorable::Model> read_model(StepContext& context, Object& step) {
  Reader& reader = step.reader();
  const Node* of = step.take(of_key);
  if (of == nullptr) return ExploreReader(context, step).run();
  const auto found = context.explorables.find(of->text());
  if (found != context.explorables.end()) return found->second;
  std::vector<std::string> names;
  for (const auto& [name, model] : context.explorables) names.push_back(name);
  const std::string near = base::nearest(of->text(), names);
  reader.error("unknown-id", *of,
               msg("no explorable before this question has the id {id}", {{"id", in_quotes(of->text())}}),
               near.empty() ? msg("give the explorable an “id” and put it before the question") : did_you_mean(near));
  return nullptr;
}

/// Inputs that are not named stay at their start.
void read_reached(Reader& reader, const Node& node, const explorable::Model& model, Aim& aim) {
  if (!expect_map(reader, reached_key, node)) return;
  aim.at = model.starts();
  for (std::uint32_t i = 0; i < node.size(); ++i) {
    std::size_t input = 0;
    while (input < model.inputs.size() && model.inputs[input].name != node.key(i).text()) ++input;
    if (input == model.inputs.size()) {
      std::vector<std::string> names;
      for (const explorable::Input& one : model.inputs) names.push_back(one.name);
      reader.error("unknown-key", node.key(i),
                   msg("there is no input {input}", {{"input", in_quotes(node.key(i).text())}}),
                   base::meant_or_known(node.key(i).text(), names));
      continue;
    }
    double value = aim.at[input];
    read_value(reader, value_key, node.value(i), model.inputs[input], value);
    aim.at[input] = model.inputs[input].fit(value);
  }
}

void read_close(Reader& reader, const Node& node, const explorable::Model& model, Goal& kind, Aim& aim) {
  if (!node.is_map()) {
    aim.close = read_condition(reader, close_key, node, model);
    return;
  }
  Object object(reader, node, close_key);
  object.read(close_fields, kind);
  if (const Node* when = object.take(when_key)) aim.close = read_condition(reader, when_key, *when, model);
  object.finish();
}

Kind read(StepContext& context, Object& step) {
  Goal kind;
  Reader& reader = step.reader();
  if (const Node* title = step.take(explore_key)) reader.value(explore_key, *title, kind.title);
  kind.model = read_model(context, step);
  const Node* goal = step.take(goal_key);
  count_explorable(context, step.node().key(0));
  const Node* close = step.take(close_key);
  const Node* reached = step.take(reached_key);
  if (kind.model == nullptr || goal == nullptr) return kind;
  if (kind.model->inputs.empty()) {
    reader.error("goal", *goal, msg("nothing can be moved here, so nothing can be reached"), msg("add “inputs”"));
    return kind;
  }
  auto condition = read_condition(reader, goal_key, *goal, *kind.model);
  if (!condition) return kind;
  Aim aim{*condition, std::nullopt, {}};
  if (close != nullptr) read_close(reader, *close, *kind.model, kind, aim);
  if (reached != nullptr) read_reached(reader, *reached, *kind.model, aim);
  kind.aim = std::make_shared<const Aim>(std::move(aim));
  return kind;
}

void check(Reader& reader, const Node& step, const Kind& any) {
  const auto& kind = std::get<Goal>(any);
  // The explorable it is about has mistakes, which are told there.
  if (kind.model == nullptr || kind.aim == nullptr) return;
  const Node& goal = *step.find("goal");
  const auto holds = [&](const std::vector<double>& inputs, const explorable::Program& condition) {
    explorable::Situation situation(*kind.model, {inputs, std::nullopt, {}});
    return situation.holds(condition);
  };
  if (holds(kind.model->starts(), kind.aim->reached)) {
    reader.error("goal", goal, msg("this is reached at the start already"),
                 msg("let an input start elsewhere, or ask for more"));
    return;
  }
  if (kind.aim->close && holds(kind.model->starts(), *kind.aim->close))
    reader.warning("close-at-start", *step.find("close"), msg("this holds at the start: any move earns its credit"),
                   msg("let an input start elsewhere, or ask for more"));
  if (!kind.aim->at.empty() && !holds(kind.aim->at, kind.aim->reached)) {
    reader.error("goal", *step.find("reached_at"), msg("the goal is not reached with these values"),
                 msg("set them on the screen, and write down what they are when it is"));
    return;
  }
  if (kind.aim->at.empty() && !explorable::find(*kind.model, *kind.aim))
    reader.warning("goal", goal, msg("no values were found that reach this goal"),
                   msg("add “reached_at: {…}” with values that do"));
}

constexpr KindFormat format{"goal", nullptr, check, read};

}  // namespace

template <>
const KindFormat& format_of<Goal>() {
  return format;
}

}  // namespace course
