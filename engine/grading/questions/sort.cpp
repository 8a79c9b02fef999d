#include "grading/questions/rules.h"

namespace grading {

template <>
Verdict RulesFor<course::Sort, SortResponse>::grade(const course::Sort& kind, const SortResponse& answer,
                                                    std::string_view) {
  Verdict verdict;
  for (std::size_t i = 0; i < kind.cards.size(); ++i) {
    const std::size_t bin = kind.cards[i].bin;
    const bool right = i < answer.bins.size() && answer.bins[i] == bin;
    verdict.parts.push_back(
        {right ? Outcome::right : Outcome::wrong, {}, bin < kind.bins.size() ? kind.bins[bin] : ""});
  }
  credit_by_parts(verdict);
  return verdict;
}

template <>
SortResponse RulesFor<course::Sort, SortResponse>::right(const course::Sort& kind) {
  SortResponse answer;
  for (const course::Card& card : kind.cards) answer.bins.emplace_back(card.bin);
  return answer;
}

template <>
SortResponse RulesFor<course::Sort, SortResponse>::empty(const course::Sort& kind) {
  SortResponse answer;
  answer.bins.resize(kind.cards.size());
  return answer;
}

template <>
bool RulesFor<course::Sort, SortResponse>::complete(const course::Sort& kind, const SortResponse& answer) {
  return answer.bins.size() == kind.cards.size() &&
         std::all_of(answer.bins.begin(), answer.bins.end(), [](const auto& bin) { return bin.has_value(); });
}

template <>
Json RulesFor<course::Sort, SortResponse>::to_json(const SortResponse& answer) {
  return {{"bins", places_json(answer.bins)}};
}

template <>
std::optional<SortResponse> RulesFor<course::Sort, SortResponse>::from_json(const course::Sort& kind,
                                                                            const Json& json) {
  auto places = places_member(json, "bins", kind.cards.size(), kind.bins.size());
  if (!places) return std::nullopt;
  return SortResponse{std::move(*places)};
}

}  // namespace grading
