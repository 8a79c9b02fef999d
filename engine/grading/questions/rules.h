#pragma once
// What each kind of question must know to be marked. Private to grading.
//
// A kind's rules stand in questions/NAME.cpp, which defines the six functions of its `Rules`. A kind that is missing from the
// list at the end does not compile where grade.cpp and response.cpp visit it; a function that is missing does not link.

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "course/question.h"
#include "grading/grade.h"
#include "grading/response.h"

namespace grading {

using Json = nlohmann::json;

template <class KindType, class AnswerType>
struct RulesFor {
  using Kind = KindType;
  using Answer = AnswerType;

  /// Any answer, also one that was made by hand and does not fit: places that are missing or out of range earn nothing.
  static Verdict grade(const Kind& kind, const Answer& answer, std::string_view language);
  static Answer right(const Kind& kind);
  static Answer empty(const Kind& kind);
  static bool complete(const Kind& kind, const Answer& answer);
  static Json to_json(const Answer& answer);
  /// `json` is an object. Empty when it does not fit the kind.
  static std::optional<Answer> from_json(const Kind& kind, const Json& json);
};

template <class Kind>
struct Rules;
template <>
struct Rules<course::Choices> : RulesFor<course::Choices, ChoicesResponse> {};
template <>
struct Rules<course::Number> : RulesFor<course::Number, NumberResponse> {};
template <>
struct Rules<course::Answers> : RulesFor<course::Answers, AnswersResponse> {};
template <>
struct Rules<course::Blanks> : RulesFor<course::Blanks, BlanksResponse> {};
template <>
struct Rules<course::Order> : RulesFor<course::Order, OrderResponse> {};
template <>
struct Rules<course::Match> : RulesFor<course::Match, MatchResponse> {};
template <>
struct Rules<course::Sort> : RulesFor<course::Sort, SortResponse> {};
template <>
struct Rules<course::Scale> : RulesFor<course::Scale, ScaleResponse> {};
template <>
struct Rules<course::Open> : RulesFor<course::Open, OpenResponse> {};
template <>
struct Rules<course::Goal> : RulesFor<course::Goal, GoalResponse> {};
template <>
struct Rules<course::Predict> : RulesFor<course::Predict, PredictResponse> {};
template <>
struct Rules<course::Spot> : RulesFor<course::Spot, SpotResponse> {};

// What several kinds share.

/// Right for full credit, wrong for none, partly between.
Outcome outcome_of(double credit);

/// Sets credit (held in 0–1) and outcome of a verdict whose parts are filled in.
void set_credit(Verdict& verdict, double credit);

/// Credit as the share of parts that are right.
void credit_by_parts(Verdict& verdict);

/// True when something else than white space was typed.
bool typed_something(std::string_view typed);

/// A member that is a text; empty when it is missing or something else.
std::optional<std::string> text_member(const Json& json, const char* key);

/// A whole number below `bound`, or empty.
std::optional<std::size_t> index_of(const Json& value, std::size_t bound);

/// A member that is a list of `count` indices below `bound` or null, for kinds where each thing has one place.
std::optional<std::vector<std::optional<std::size_t>>> places_member(const Json& json, const char* key,
                                                                     std::size_t count, std::size_t bound);
Json places_json(const std::vector<std::optional<std::size_t>>& places);

}  // namespace grading
