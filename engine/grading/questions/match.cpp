#include "grading/questions/rules.h"

namespace grading {

template <>
Verdict RulesFor<course::Match, MatchResponse>::grade(const course::Match& kind, const MatchResponse& answer,
                                                      std::string_view) {
  const std::vector<std::string> rights = kind.rights();
  Verdict verdict;
  for (std::size_t i = 0; i < kind.pairs.size(); ++i) {
    const auto picked = i < answer.rights.size() ? answer.rights[i] : std::nullopt;
    // By text, not by index: pairs with equal right sides are interchangeable.
    const bool right = picked && *picked < rights.size() && rights[*picked] == kind.pairs[i].right;
    verdict.parts.push_back({right ? Outcome::right : Outcome::wrong, {}, kind.pairs[i].right});
  }
  credit_by_parts(verdict);
  return verdict;
}

template <>
MatchResponse RulesFor<course::Match, MatchResponse>::right(const course::Match& kind) {
  const std::vector<std::string> rights = kind.rights();
  MatchResponse answer;
  for (const course::Pair& pair : kind.pairs) {
    answer.rights.emplace_back(std::find(rights.begin(), rights.end(), pair.right) - rights.begin());
  }
  return answer;
}

template <>
MatchResponse RulesFor<course::Match, MatchResponse>::empty(const course::Match& kind) {
  MatchResponse answer;
  answer.rights.resize(kind.pairs.size());
  return answer;
}

template <>
bool RulesFor<course::Match, MatchResponse>::complete(const course::Match& kind, const MatchResponse& answer) {
  return answer.rights.size() == kind.pairs.size() &&
         std::all_of(answer.rights.begin(), answer.rights.end(), [](const auto& right) { return right.has_value(); });
}

template <>
Json RulesFor<course::Match, MatchResponse>::to_json(const MatchResponse& answer) {
  return {{"rights", places_json(answer.rights)}};
}

template <>
std::optional<MatchResponse> RulesFor<course::Match, MatchResponse>::from_json(const course::Match& kind,
                                                                               const Json& json) {
  auto places = places_member(json, "rights", kind.pairs.size(), kind.rights().size());
  if (!places) return std::nullopt;
  return MatchResponse{std::move(*places)};
}

}  // namespace grading
