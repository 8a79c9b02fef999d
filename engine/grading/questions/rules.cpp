#include "grading/questions/rules.h"

namespace grading {

Outcome outcome_of(double credit) {
  if (credit >= 1) return Outcome::right;
  return credit > 0 ? Outcome::partly : Outcome::wrong;
}

void set_credit(Verdict& verdict, double credit) {
  verdict.credit = std::clamp(credit, 0.0, 1.0);
  verdict.outcome = outcome_of(verdict.credit);
}

void credit_by_parts(Verdict& verdict) {
  const auto right = std::count_if(verdict.parts.begin(), verdict.parts.end(),
                                   [](const Part& part) { return part.outcome == Outcome::right; });
  const auto all = verdict.parts.size();
  set_credit(verdict, all == 0 ? 0 : static_cast<double>(right) / static_cast<double>(all));
}

bool typed_something(std::string_view typed) { return typed.find_first_not_of(" \t\r\n") != std::string_view::npos; }

std::optional<std::string> text_member(const Json& json, const char* key) {
  const auto member = json.find(key);
  if (member == json.end() || !member->is_string()) return std::nullopt;
  return member->get<std::string>();
}

std::optional<std::size_t> index_of(const Json& value, std::size_t bound) {
  if (!value.is_number_unsigned()) return std::nullopt;
  const auto index = value.get<std::uint64_t>();
  if (index >= bound) return std::nullopt;
  return static_cast<std::size_t>(index);
}

std::optional<std::vector<std::optional<std::size_t>>> places_member(const Json& json, const char* key,
                                                                     std::size_t count, std::size_t bound) {
  const auto member = json.find(key);
  if (member == json.end() || !member->is_array() || member->size() != count) return std::nullopt;
  std::vector<std::optional<std::size_t>> places;
  for (const Json& value : *member) {
    if (value.is_null()) {
      places.emplace_back();
    } else if (const auto index = index_of(value, bound)) {
      places.emplace_back(*index);
    } else {
      return std::nullopt;
    }
  }
  return places;
}

Json places_json(const std::vector<std::optional<std::size_t>>& places) {
  Json list = Json::array();
  for (const auto& place : places) list.push_back(place ? Json(*place) : Json());
  return list;
}

}  // namespace grading
