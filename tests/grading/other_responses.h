#pragma once
// Answers that are not right, to questions of any kind: made by changing what a right answer's JSON says.

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

#include "grading/grade.h"

namespace test {

/// Other values in the place of this one.
inline std::vector<nlohmann::json> other_values(const nlohmann::json& value) {
  using Json = nlohmann::json;
  if (value.is_string()) return {"zzz", "-987654"};
  if (value.is_boolean()) return {!value.get<bool>()};
  if (value.is_number_integer()) {
    const auto number = value.get<std::int64_t>();
    return {number > 0 ? Json(std::uint64_t(number - 1)) : Json(number - 1), Json(std::uint64_t(number + 1)), Json(0u)};
  }
  if (value.is_number()) {
    const auto number = value.get<double>();
    return {number + 1000, number - 1000, number - 1, number + 1, number / 2, 0.0};
  }
  std::vector<Json> all;
  if (value.is_object()) {
    for (const auto& [key, member] : value.items()) {
      for (Json& other : other_values(member)) {
        Json changed = value;
        changed[key] = std::move(other);
        all.push_back(std::move(changed));
      }
    }
    return all;
  }
  if (!value.is_array() || value.empty()) return all;
  Json reversed = value;
  std::reverse(reversed.begin(), reversed.end());
  all.push_back(std::move(reversed));
  if (value.size() > 2) {
    Json swapped = value;
    std::swap(swapped[0], swapped[1]);
    all.push_back(std::move(swapped));
  }
  for (std::size_t which = 0; which < 6; ++which) {  // every item another one at the same time
    Json changed = value;
    for (Json& item : changed) {
      const auto more = other_values(item);
      if (which < more.size()) item = more[which];
    }
    all.push_back(std::move(changed));
  }
  for (std::size_t i = 0; i < value.size(); ++i) {  // one alone
    for (Json& other : other_values(value[i])) {
      Json changed = value;
      changed[i] = std::move(other);
      all.push_back(std::move(changed));
    }
    Json fewer = value;
    fewer.erase(i);
    all.push_back(std::move(fewer));
  }
  return all;
}

/// What the author of a question foresaw beside the right answer.
inline std::vector<grading::Response> foreseen_responses(const course::Question& question) {
  std::vector<grading::Response> all;
  const auto typed = [](double value) {
    std::string text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    return text.ends_with('.') ? text.substr(0, text.size() - 1) : text;
  };
  if (const auto* number = std::get_if<course::Number>(&question.kind)) {
    for (const auto& one : number->wrong) all.emplace_back(grading::NumberResponse{typed((one.low + one.high) / 2)});
    if (number->close_high) all.emplace_back(grading::NumberResponse{typed((number->high + *number->close_high) / 2)});
  }
  if (const auto* answers = std::get_if<course::Answers>(&question.kind)) {
    for (const auto* list : {&answers->wrong, &answers->accepted}) {
      for (const auto& one : *list) all.emplace_back(grading::AnswersResponse{one.text});
    }
  }
  if (const auto* blanks = std::get_if<course::Blanks>(&question.kind)) {
    grading::BlanksResponse wrong, partly;
    for (const course::Gap& gap : blanks->gaps) {
      wrong.gaps.push_back(gap.options.size() > 1 ? gap.options.back() : "…");
      partly.gaps.push_back(partly.gaps.empty() ? wrong.gaps.back() : gap.accepted.front());
    }
    all.insert(all.end(), {wrong, partly});
  }
  return all;
}

/// The whole answer that is marked lowest, or the highest that is not fully right; empty where every answer is.
enum class Marked { lowest, highest };
inline std::optional<grading::Response> other_response(const course::Question& question, Marked wanted) {
  using Json = nlohmann::json;
  if (std::holds_alternative<course::Scale>(question.kind)) return std::nullopt;
  std::optional<grading::Response> best;
  double best_credit = 0;
  const auto consider = [&](const grading::Response& response) {
    if (!grading::is_complete(question, response)) return;
    const grading::Verdict verdict = grading::grade(question, response);
    if (verdict.credit >= 1 || !grading::costs_a_try(verdict)) return;
    const bool better = wanted == Marked::lowest ? verdict.credit < best_credit : verdict.credit > best_credit;
    if (best && !better) return;
    best = response;
    best_credit = verdict.credit;
  };
  for (const grading::Response& response : foreseen_responses(question)) consider(response);
  consider(grading::empty_response(question));
  for (const auto& from : {grading::right_response(question), grading::empty_response(question)}) {
    const Json json = Json::parse(grading::to_json(from));
    for (const auto& [key, value] : json.items()) {
      for (Json& other : other_values(value)) {
        Json changed = json;
        changed[key] = std::move(other);
        if (const auto response = grading::response_from_json(question, changed.dump())) consider(*response);
      }
    }
  }
  return best;
}

}  // namespace test
