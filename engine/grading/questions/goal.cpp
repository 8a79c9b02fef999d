#include <cmath>

#include "explorable/situation.h"
#include "grading/questions/rules.h"

namespace grading {
namespace {

/// Inputs as the explorable can have them: missing ones at their start, foreign ones at the nearest value.
std::vector<double> fitted(const course::Goal& kind, const std::vector<double>& inputs) {
  std::vector<double> values = kind.model->starts();
  for (std::size_t i = 0; i < values.size() && i < inputs.size(); ++i) values[i] = kind.model->inputs[i].fit(inputs[i]);
  return values;
}

}  // namespace

template <>
Verdict RulesFor<course::Goal, GoalResponse>::grade(const course::Goal& kind, const GoalResponse& answer,
                                                    std::string_view) {
  Verdict verdict;
  explorable::Situation situation(*kind.model, {fitted(kind, answer.inputs), std::nullopt, {}});
  const bool reached = situation.holds(kind.aim->reached);
  const bool close = !reached && kind.aim->close && situation.holds(*kind.aim->close);
  verdict.parts.push_back({outcome_of(reached ? 1 : close ? kind.close_credit : 0), close ? kind.because : "", ""});
  set_credit(verdict, reached ? 1 : close ? kind.close_credit : 0);
  return verdict;
}

template <>
GoalResponse RulesFor<course::Goal, GoalResponse>::right(const course::Goal& kind) {
  return {explorable::find(*kind.model, *kind.aim).value_or(kind.model->starts())};
}

template <>
GoalResponse RulesFor<course::Goal, GoalResponse>::empty(const course::Goal& kind) {
  return {kind.model->starts()};
}

template <>
bool RulesFor<course::Goal, GoalResponse>::complete(const course::Goal& kind, const GoalResponse& answer) {
  // Where it stood at the start nothing has been tried yet.
  return answer.inputs.size() == kind.model->inputs.size() && answer.inputs != kind.model->starts();
}

template <>
Json RulesFor<course::Goal, GoalResponse>::to_json(const GoalResponse& answer) {
  return {{"inputs", answer.inputs}};
}

template <>
std::optional<GoalResponse> RulesFor<course::Goal, GoalResponse>::from_json(const course::Goal& kind,
                                                                            const Json& json) {
  const auto member = json.find("inputs");
  if (member == json.end() || !member->is_array() || member->size() != kind.model->inputs.size()) return std::nullopt;
  GoalResponse answer;
  for (const Json& value : *member) {
    if (!value.is_number()) return std::nullopt;
    const double number = value.get<double>();
    const explorable::Input& input = kind.model->inputs[answer.inputs.size()];
    if (!std::isfinite(number) || std::fabs(input.fit(number) - number) > 1e-9 * std::max(1.0, std::fabs(number)))
      return std::nullopt;
    answer.inputs.push_back(number);
  }
  return answer;
}

}  // namespace grading
