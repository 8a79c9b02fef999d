#include "grading/questions/rules.h"

namespace grading {

template <>
Verdict RulesFor<course::Scale, ScaleResponse>::grade(const course::Scale&, const ScaleResponse&, std::string_view) {
  return {};  // an opinion: ungraded, no credit to speak of
}

template <>
ScaleResponse RulesFor<course::Scale, ScaleResponse>::right(const course::Scale& kind) {
  return {kind.from};
}

template <>
ScaleResponse RulesFor<course::Scale, ScaleResponse>::empty(const course::Scale&) {
  return {};
}

template <>
bool RulesFor<course::Scale, ScaleResponse>::complete(const course::Scale& kind, const ScaleResponse& answer) {
  return answer.step && *answer.step >= kind.from && *answer.step <= kind.to;
}

template <>
Json RulesFor<course::Scale, ScaleResponse>::to_json(const ScaleResponse& answer) {
  return {{"step", answer.step ? Json(*answer.step) : Json()}};
}

template <>
std::optional<ScaleResponse> RulesFor<course::Scale, ScaleResponse>::from_json(const course::Scale& kind,
                                                                               const Json& json) {
  const auto member = json.find("step");
  if (member == json.end()) return std::nullopt;
  if (member->is_null()) return ScaleResponse{};
  if (!member->is_number_integer()) return std::nullopt;
  // As unsigned a number above INT64_MAX would wrap around into range.
  if (member->is_number_unsigned() && member->get<std::uint64_t>() > INT32_MAX) return std::nullopt;
  const auto step = member->get<std::int64_t>();
  if (step < kind.from || step > kind.to) return std::nullopt;
  return ScaleResponse{static_cast<int>(step)};
}

}  // namespace grading
