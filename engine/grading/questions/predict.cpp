#include <cmath>

#include "grading/questions/rules.h"
#include "text/number.h"

namespace grading {
namespace {

/// All within `within`, nothing from `none` on, evenly between. A little room for binary fractions: 0.3 is within 0.1 of 0.2.
double credit_of(const course::Predict& kind, double value, double real) {
  if (!std::isfinite(value)) return 0;
  const double off = std::abs(value - real);
  const double room = 1e-9 * std::max(std::abs(value), std::abs(real));
  if (off <= kind.within + room) return 1;
  if (off >= kind.none) return 0;
  return std::clamp((kind.none - off) / (kind.none - kind.within), 0.0, 1.0);
}

std::string shown(const course::Predict& kind, std::size_t row, std::string_view language) {
  const course::Chart& chart = kind.chart;
  const std::string& name = chart.table.cells[row][chart.x];
  const std::string& cell = chart.table.cells[row][chart.y[0]];
  if (kind.shape == course::Predict::Shape::timeline) return name + ": " + cell;
  constexpr int decimals = 6;
  const std::string unit = chart.unit.empty() ? "" : "\u00a0" + chart.unit;
  return name + ": " + text::format_number(kind.real[row], decimals, language) + unit;
}

}  // namespace

template <>
Verdict RulesFor<course::Predict, PredictResponse>::grade(const course::Predict& kind, const PredictResponse& answer,
                                                          std::string_view language) {
  Verdict verdict;
  const std::vector<std::size_t> asked = kind.asked();
  double sum = 0;
  for (std::size_t i = 0; i < asked.size(); ++i) {
    const auto value = i < answer.values.size() ? answer.values[i] : std::nullopt;
    const double credit = value ? credit_of(kind, *value, kind.real[asked[i]]) : 0;
    sum += credit;
    verdict.parts.push_back({outcome_of(credit), {}, shown(kind, asked[i], language)});
  }
  set_credit(verdict, asked.empty() ? 0 : sum / static_cast<double>(asked.size()));
  return verdict;
}

template <>
PredictResponse RulesFor<course::Predict, PredictResponse>::right(const course::Predict& kind) {
  PredictResponse answer;
  for (const std::size_t row : kind.asked()) answer.values.emplace_back(kind.real[row]);
  return answer;
}

template <>
PredictResponse RulesFor<course::Predict, PredictResponse>::empty(const course::Predict& kind) {
  PredictResponse answer;
  answer.values.resize(kind.asked().size());
  return answer;
}

template <>
bool RulesFor<course::Predict, PredictResponse>::complete(const course::Predict& kind, const PredictResponse& answer) {
  return answer.values.size() == kind.asked().size() &&
         std::all_of(answer.values.begin(), answer.values.end(), [](const auto& value) { return value.has_value(); });
}

template <>
Json RulesFor<course::Predict, PredictResponse>::to_json(const PredictResponse& answer) {
  Json list = Json::array();
  for (const auto& value : answer.values) list.push_back(value ? Json(*value) : Json());
  return {{"values", std::move(list)}};
}

template <>
std::optional<PredictResponse> RulesFor<course::Predict, PredictResponse>::from_json(const course::Predict& kind,
                                                                                     const Json& json) {
  const auto member = json.find("values");
  if (member == json.end() || !member->is_array() || member->size() != kind.asked().size()) return std::nullopt;
  PredictResponse answer;
  for (const Json& value : *member) {
    if (value.is_null()) {
      answer.values.emplace_back();
      continue;
    }
    if (!value.is_number() || !std::isfinite(value.get<double>())) return std::nullopt;
    answer.values.emplace_back(value.get<double>());
  }
  return answer;
}

}  // namespace grading
