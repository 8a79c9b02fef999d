#include "learner/event.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

namespace learner {
namespace {

using Json = nlohmann::json;

/// More than any honest event: rows and files may come from strangers.
constexpr std::size_t longest_json = 2 << 20;
constexpr std::size_t longest_id = 400;

constexpr std::array<const char*, 4> certainties = {"unsaid", "guess", "fairly", "certain"};

// Reading: each function sets `value` when the member is there. A member that is missing keeps its default, for events of
// versions that did not know it; one of the wrong type or out of range makes the whole unfit.

template <class Id>
bool read_id(const Json& json, const char* key, Id& id) {
  const auto member = json.find(key);
  if (member == json.end() || !member->is_string()) return false;
  const auto& name = member->get_ref<const std::string&>();
  if (name.empty() || name.size() > longest_id) return false;
  id = Id(name);
  return true;
}

bool read_share(const Json& json, const char* key, double& value) {
  const auto member = json.find(key);
  if (member == json.end()) return true;
  if (!member->is_number()) return false;
  value = member->get<double>();
  return value >= 0 && value <= 1;
}

template <class Number>
bool read_count(const Json& json, const char* key, std::uint64_t least, std::uint64_t most, Number& value) {
  const auto member = json.find(key);
  if (member == json.end()) return true;
  if (!member->is_number_unsigned()) return false;
  const auto count = member->get<std::uint64_t>();
  if (count < least || count > most) return false;
  value = static_cast<Number>(count);
  return true;
}

bool read_marks(const Json& json, std::optional<double>& value) {
  const auto member = json.find("marks");
  if (member == json.end()) return true;
  if (!member->is_number()) return false;
  value = member->get<double>();
  return *value >= grading::least_marks && *value <= grading::most_marks;
}

bool read_flag(const Json& json, const char* key, bool& value) {
  const auto member = json.find(key);
  if (member == json.end()) return true;
  if (!member->is_boolean()) return false;
  value = member->get<bool>();
  return true;
}

/// A certainty that a later version may have added is read as unsaid.
Certainty read_certainty(const Json& json) {
  const auto member = json.find("certainty");
  if (member == json.end() || !member->is_string()) return Certainty::unsaid;
  const auto found = std::find(certainties.begin(), certainties.end(), member->get_ref<const std::string&>());
  return found == certainties.end() ? Certainty::unsaid : static_cast<Certainty>(found - certainties.begin());
}

// A response stands in the event as the object it is, so that other programs can read it; but only where it comes back byte
// for byte. What does not is kept as a text.

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

double share(double value) { return value >= 0 ? std::min(value, 1.0) : 0; }

struct Writer {
  Json operator()(const LessonOpened&) const { return Json::object(); }
  Json operator()(const StepFinished& what) const { return {{"step", what.step.str()}}; }
  Json operator()(const Answered& what) const {
    Json json = {{"question", what.question.str()},
                 {"response", response_to_json(what.response)},
                 {"credit", share(what.credit)},
                 {"earned", share(what.earned)},
                 {"attempt", std::max(1, what.attempt)},
                 {"hints", std::max(0, what.hints)},
                 {"last", what.last},
                 {"seed", what.seed},
                 {"took", std::max<std::int64_t>(0, what.took.count())}};
    if (what.pretest) json["pretest"] = true;
    if (what.certainty != Certainty::unsaid)
      json["certainty"] = certainties[static_cast<std::size_t>(what.certainty) % certainties.size()];
    if (what.marks) json["marks"] = std::clamp<double>(*what.marks, grading::least_marks, grading::most_marks);
    return json;
  }
  Json operator()(const HintShown& what) const {
    return {{"question", what.question.str()}, {"number", std::max(1, what.number)}};
  }
  Json operator()(const GaveUp& what) const {
    Json json = {{"question", what.question.str()}};
    if (what.unknown) json["unknown"] = true;
    return json;
  }
  Json operator()(const LessonFinished&) const { return Json::object(); }
  Json operator()(const LessonRestarted&) const { return Json::object(); }
};

bool read(const Json&, LessonOpened&) { return true; }
bool read(const Json&, LessonFinished&) { return true; }
bool read(const Json&, LessonRestarted&) { return true; }
bool read(const Json& json, StepFinished& what) { return read_id(json, "step", what.step); }
bool read(const Json& json, GaveUp& what) {
  return read_id(json, "question", what.question) && read_flag(json, "unknown", what.unknown);
}
bool read(const Json& json, HintShown& what) {
  return read_id(json, "question", what.question) && read_count(json, "number", 1, INT32_MAX, what.number);
}
bool read(const Json& json, Answered& what) {
  std::int64_t took = 0;
  const bool fits = read_id(json, "question", what.question) && read_response(json, what.response) &&
                    read_share(json, "credit", what.credit) && read_share(json, "earned", what.earned) &&
                    read_count(json, "attempt", 1, INT32_MAX, what.attempt) &&
                    read_count(json, "hints", 0, INT32_MAX, what.hints) && read_flag(json, "last", what.last) &&
                    read_flag(json, "pretest", what.pretest) && read_count(json, "seed", 0, UINT64_MAX, what.seed) &&
                    read_count(json, "took", 0, INT64_MAX, took) && read_marks(json, what.marks);
  what.certainty = read_certainty(json);
  what.took = base::Duration(took);
  return fits;
}

struct NameOf {
  const char* operator()(const LessonOpened&) const { return "lesson-opened"; }
  const char* operator()(const StepFinished&) const { return "step-finished"; }
  const char* operator()(const Answered&) const { return "answered"; }
  const char* operator()(const HintShown&) const { return "hint-shown"; }
  const char* operator()(const GaveUp&) const { return "gave-up"; }
  const char* operator()(const LessonFinished&) const { return "lesson-finished"; }
  const char* operator()(const LessonRestarted&) const { return "lesson-restarted"; }
};

/// Tries the alternatives of What one after the other.
template <std::size_t I = 0>
std::optional<What> read_named(std::string_view name, const Json& json) {
  if constexpr (I == std::variant_size_v<What>) {
    return std::nullopt;
  } else {
    std::variant_alternative_t<I, What> what;
    if (name != NameOf()(what)) return read_named<I + 1>(name, json);
    if (!read(json, what)) return std::nullopt;
    return What(std::move(what));
  }
}

}  // namespace

const char* name_of(const What& what) { return std::visit(NameOf(), what); }

bool is_known_name(std::string_view name) {
  const auto known = [&]<std::size_t... I>(std::index_sequence<I...>) {
    return ((name == NameOf()(std::variant_alternative_t<I, What>())) || ...);
  };
  return known(std::make_index_sequence<std::variant_size_v<What>>());
}

std::string to_json(const What& what) { return dump(std::visit(Writer(), what)); }

std::optional<What> what_from_json(std::string_view name, std::string_view text) {
  if (text.size() > longest_json) return std::nullopt;
  const Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object()) return std::nullopt;
  return read_named(name, json);
}

}  // namespace learner
