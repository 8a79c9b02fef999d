#include "learner/event_json.h"

#include <array>

namespace learner::detail {
namespace {

constexpr std::array<const char*, 4> certainties = {"unsaid", "guess", "fairly", "certain"};

}  // namespace

bool read_number(const Json& json, const char* key, double least, double most, double& value) {
  const auto member = json.find(key);
  if (member == json.end()) return true;
  if (!member->is_number()) return false;
  value = member->get<double>();
  return value >= least && value <= most;
}

bool read_flag(const Json& json, const char* key, bool& value) {
  const auto member = json.find(key);
  if (member == json.end()) return true;
  if (!member->is_boolean()) return false;
  value = member->get<bool>();
  return true;
}

Certainty read_certainty(const Json& json) {
  const auto member = json.find("certainty");
  if (member == json.end() || !member->is_string()) return Certainty::unsaid;
  const auto found = std::find(certainties.begin(), certainties.end(), member->get_ref<const std::string&>());
  return found == certainties.end() ? Certainty::unsaid : static_cast<Certainty>(found - certainties.begin());
}

void write_certainty(Json& json, Certainty certainty) {
  if (certainty == Certainty::unsaid) return;
  json["certainty"] = certainties[static_cast<std::size_t>(certainty) % certainties.size()];
}

bool read_marks(const Json& json, std::optional<double>& marks) {
  const auto member = json.find("marks");
  if (member == json.end()) return true;
  if (!member->is_number()) return false;
  marks = member->get<double>();
  return *marks >= grading::least_marks && *marks <= grading::most_marks;
}

void write_marks(Json& json, const std::optional<double>& marks) {
  if (marks) json["marks"] = std::clamp<double>(*marks, grading::least_marks, grading::most_marks);
}

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json response_to_json(const std::string& response) {
  Json parsed = Json::parse(response, nullptr, false);
  if (parsed.is_object() && dump(parsed) == response) return parsed;
  return response;
}

bool read_response(const Json& json, std::string& response) {
  const auto member = json.find("response");
  if (member == json.end()) return true;
  if (member->is_object()) {
    response = dump(*member);
  } else if (member->is_string()) {
    response = member->get<std::string>();
  } else {
    return false;
  }
  return true;
}

}  // namespace learner::detail
