#include "grading/questions/rules.h"

namespace grading {

template <>
Verdict RulesFor<course::Open, OpenResponse>::grade(const course::Open& kind, const OpenResponse& answer,
                                                    std::string_view) {
  Verdict verdict;
  const bool marked = !answer.met.empty();
  for (std::size_t i = 0; i < kind.rubric.size(); ++i) {
    Part part;
    if (marked) part.outcome = i < answer.met.size() && answer.met[i] ? Outcome::right : Outcome::wrong;
    part.expected = kind.rubric[i];
    verdict.parts.push_back(std::move(part));
  }
  if (marked) credit_by_parts(verdict);
  return verdict;
}

template <>
OpenResponse RulesFor<course::Open, OpenResponse>::right(const course::Open& kind) {
  OpenResponse answer{kind.model, std::vector<bool>(kind.rubric.size(), true)};
  if (!typed_something(answer.written)) {
    for (const std::string& point : kind.rubric) answer.written += point + "\n";
  }
  return answer;
}

template <>
OpenResponse RulesFor<course::Open, OpenResponse>::empty(const course::Open&) {
  return {};
}

template <>
bool RulesFor<course::Open, OpenResponse>::complete(const course::Open&, const OpenResponse& answer) {
  return typed_something(answer.written);
}

template <>
Json RulesFor<course::Open, OpenResponse>::to_json(const OpenResponse& answer) {
  return {{"written", answer.written}, {"met", answer.met}};
}

template <>
std::optional<OpenResponse> RulesFor<course::Open, OpenResponse>::from_json(const course::Open& kind,
                                                                            const Json& json) {
  auto written = text_member(json, "written");
  const auto member = json.find("met");
  if (!written || member == json.end() || !member->is_array()) return std::nullopt;
  if (!member->empty() && member->size() != kind.rubric.size()) return std::nullopt;
  OpenResponse answer{std::move(*written), {}};
  for (const Json& value : *member) {
    if (!value.is_boolean()) return std::nullopt;
    answer.met.push_back(value.get<bool>());
  }
  return answer;
}

}  // namespace grading
