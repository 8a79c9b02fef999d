#include "grading/questions/rules.h"
#include "grading/typed.h"

namespace grading {
namespace {

std::string expected_of(const course::Gap& gap) {
  const auto& texts = gap.picked() ? gap.options : gap.accepted;
  return texts.empty() ? std::string() : texts.front();
}

/// Marks one gap; a slip that was forgiven is noted in the verdict, which has room for the first.
Part part_of(const course::Gap& gap, const std::string& filled, std::string_view language, Verdict& verdict) {
  Part part{Outcome::wrong, {}, expected_of(gap)};
  if (gap.picked()) {
    if (filled == gap.options.front()) part.outcome = Outcome::right;
    return part;
  }
  const Typed typed(filled, {}, language);
  const std::string* nearest = nullptr;
  int fewest = std::numeric_limits<int>::max();
  for (const std::string& text : gap.accepted) {
    const auto slips = typed.slips_from(text);
    if (!slips || *slips >= fewest) continue;
    fewest = *slips;
    nearest = &text;
  }
  if (nearest == nullptr) return part;
  part.outcome = Outcome::right;
  if (fewest > 0 && verdict.remark == Remark::none) {
    verdict.remark = Remark::slip_forgiven;
    verdict.remark_text = *nearest;
    verdict.slips = fewest;
  }
  return part;
}

}  // namespace

template <>
Verdict RulesFor<course::Blanks, BlanksResponse>::grade(const course::Blanks& kind, const BlanksResponse& answer,
                                                        std::string_view language) {
  Verdict verdict;
  for (std::size_t i = 0; i < kind.gaps.size(); ++i) {
    const std::string filled = i < answer.gaps.size() ? answer.gaps[i] : std::string();
    verdict.parts.push_back(part_of(kind.gaps[i], filled, language, verdict));
  }
  credit_by_parts(verdict);
  return verdict;
}

template <>
BlanksResponse RulesFor<course::Blanks, BlanksResponse>::right(const course::Blanks& kind) {
  BlanksResponse answer;
  for (const course::Gap& gap : kind.gaps) answer.gaps.push_back(expected_of(gap));
  return answer;
}

template <>
BlanksResponse RulesFor<course::Blanks, BlanksResponse>::empty(const course::Blanks& kind) {
  BlanksResponse answer;
  answer.gaps.resize(kind.gaps.size());
  return answer;
}

template <>
bool RulesFor<course::Blanks, BlanksResponse>::complete(const course::Blanks& kind, const BlanksResponse& answer) {
  return answer.gaps.size() == kind.gaps.size() &&
         std::all_of(answer.gaps.begin(), answer.gaps.end(),
                     [](const std::string& gap) { return typed_something(gap); });
}

template <>
Json RulesFor<course::Blanks, BlanksResponse>::to_json(const BlanksResponse& answer) {
  return {{"gaps", answer.gaps}};
}

template <>
std::optional<BlanksResponse> RulesFor<course::Blanks, BlanksResponse>::from_json(const course::Blanks& kind,
                                                                                  const Json& json) {
  const auto member = json.find("gaps");
  if (member == json.end() || !member->is_array() || member->size() != kind.gaps.size()) return std::nullopt;
  BlanksResponse answer;
  // A text that is none of the options is let through: the response may have been given in another language of the course.
  for (const Json& value : *member) {
    if (!value.is_string()) return std::nullopt;
    answer.gaps.push_back(value.get<std::string>());
  }
  return answer;
}

}  // namespace grading
