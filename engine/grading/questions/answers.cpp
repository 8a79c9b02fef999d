#include "grading/questions/rules.h"
#include "grading/typed.h"

namespace grading {
namespace {

/// The foreseen answer that was typed, and by how many slips.
struct Taken {
  const course::TypedAnswer* answer = nullptr;
  int slips = std::numeric_limits<int>::max();

  void consider(const course::TypedAnswer& candidate, int candidate_slips) {
    const bool better =
        answer == nullptr || candidate_slips < slips || (candidate_slips == slips && candidate.credit > answer->credit);
    if (!better) return;
    answer = &candidate;
    slips = candidate_slips;
  }
};

/// The nearest wins, whether accepted or wrong: "affect" is the foreseen mistake, not a slip of "effect". Between equals
/// the one that earns more.
Taken taken_for(const course::Answers& kind, const Typed& typed) {
  Taken taken;
  for (const auto* list : {&kind.accepted, &kind.wrong}) {
    for (const course::TypedAnswer& candidate : *list) {
      if (!candidate.pattern.empty()) {
        if (typed.matches(candidate.pattern)) taken.consider(candidate, 0);
      } else if (const auto slips = typed.slips_from(candidate.text)) {
        taken.consider(candidate, *slips);
      }
    }
  }
  return taken;
}

/// The accepted text that earns most, the first of equals; where there are only patterns the author's example, which may be empty.
const std::string& best_text(const course::Answers& kind) {
  const course::TypedAnswer* best = nullptr;
  for (const course::TypedAnswer& answer : kind.accepted) {
    if (answer.pattern.empty() && (best == nullptr || answer.credit > best->credit)) best = &answer;
  }
  return best != nullptr ? best->text : kind.example;
}

}  // namespace

template <>
Verdict RulesFor<course::Answers, AnswersResponse>::grade(const course::Answers& kind, const AnswersResponse& answer,
                                                          std::string_view language) {
  const TypedRules rules{kind.exact_case, kind.exact_accents, kind.slips};
  const Taken taken = taken_for(kind, Typed(answer.typed, rules, language));
  Verdict verdict;
  set_credit(verdict, taken.answer != nullptr ? taken.answer->credit : 0);
  Part part;
  part.outcome = verdict.outcome;
  if (taken.answer != nullptr) part.because = taken.answer->because;
  part.expected = best_text(kind);
  verdict.parts.push_back(std::move(part));
  if (taken.answer != nullptr && taken.slips > 0 && verdict.credit > 0) {
    verdict.remark = Remark::slip_forgiven;
    verdict.remark_text = taken.answer->text;
    verdict.slips = taken.slips;
  }
  return verdict;
}

template <>
AnswersResponse RulesFor<course::Answers, AnswersResponse>::right(const course::Answers& kind) {
  return {best_text(kind)};
}

template <>
AnswersResponse RulesFor<course::Answers, AnswersResponse>::empty(const course::Answers&) {
  return {};
}

template <>
bool RulesFor<course::Answers, AnswersResponse>::complete(const course::Answers&, const AnswersResponse& answer) {
  return typed_something(answer.typed);
}

template <>
Json RulesFor<course::Answers, AnswersResponse>::to_json(const AnswersResponse& answer) {
  return {{"typed", answer.typed}};
}

template <>
std::optional<AnswersResponse> RulesFor<course::Answers, AnswersResponse>::from_json(const course::Answers&,
                                                                                     const Json& json) {
  auto typed = text_member(json, "typed");
  if (!typed) return std::nullopt;
  return AnswersResponse{std::move(*typed)};
}

}  // namespace grading
