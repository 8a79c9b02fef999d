#include <set>

#include "grading/questions/rules.h"

namespace grading {
namespace {

/// Share of the right choices that were picked, less the share of the wrong ones. Pick-one is all or nothing.
double credit_of(const course::Choices& kind, const std::set<std::size_t>& picked) {
  int right = 0;
  int right_picked = 0;
  int wrong_picked = 0;
  for (std::size_t i = 0; i < kind.choices.size(); ++i) {
    const bool is_right = kind.choices[i].right;
    right += is_right;
    if (picked.count(i) != 0) (is_right ? right_picked : wrong_picked) += 1;
  }
  if (right == 1) return right_picked == 1 && wrong_picked == 0 ? 1 : 0;
  const int wrong = static_cast<int>(kind.choices.size()) - right;
  const double gained = right == 0 ? 0 : static_cast<double>(right_picked) / right;
  const double lost = wrong == 0 ? 0 : static_cast<double>(wrong_picked) / wrong;
  return std::max(0.0, gained - lost);
}

}  // namespace

template <>
Verdict RulesFor<course::Choices, ChoicesResponse>::grade(const course::Choices& kind, const ChoicesResponse& answer,
                                                          std::string_view) {
  const std::set<std::size_t> picked(answer.picked.begin(), answer.picked.end());
  Verdict verdict;
  for (std::size_t i = 0; i < kind.choices.size(); ++i) {
    const course::Choice& choice = kind.choices[i];
    Part part;
    if (picked.count(i) != 0) part.outcome = choice.right ? Outcome::right : Outcome::wrong;
    part.because = choice.because;
    if (choice.right) part.expected = choice.text;
    verdict.parts.push_back(std::move(part));
  }
  set_credit(verdict, credit_of(kind, picked));
  return verdict;
}

template <>
ChoicesResponse RulesFor<course::Choices, ChoicesResponse>::right(const course::Choices& kind) {
  ChoicesResponse answer;
  for (std::size_t i = 0; i < kind.choices.size(); ++i) {
    if (kind.choices[i].right) answer.picked.push_back(i);
  }
  return answer;
}

template <>
ChoicesResponse RulesFor<course::Choices, ChoicesResponse>::empty(const course::Choices&) {
  return {};
}

template <>
bool RulesFor<course::Choices, ChoicesResponse>::complete(const course::Choices&, const ChoicesResponse& answer) {
  return !answer.picked.empty();
}

template <>
Json RulesFor<course::Choices, ChoicesResponse>::to_json(const ChoicesResponse& answer) {
  return {{"picked", answer.picked}};
}

template <>
std::optional<ChoicesResponse> RulesFor<course::Choices, ChoicesResponse>::from_json(const course::Choices& kind,
                                                                                     const Json& json) {
  const auto member = json.find("picked");
  if (member == json.end() || !member->is_array()) return std::nullopt;
  if (member->size() > (kind.several() ? kind.choices.size() : 1)) return std::nullopt;
  ChoicesResponse answer;
  for (const Json& value : *member) {
    const auto index = index_of(value, kind.choices.size());
    if (!index || std::count(answer.picked.begin(), answer.picked.end(), *index) != 0) return std::nullopt;
    answer.picked.push_back(*index);
  }
  return answer;
}

}  // namespace grading
