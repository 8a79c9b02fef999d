#include "learner/review_event.h"

#include <cmath>

#include "base/time.h"
#include "learner/event_json.h"

namespace learner::detail {
namespace {

/// More parameters than any model has.
constexpr std::size_t most_parameters = 100;
constexpr double largest_parameter = 1e9;

/// Milliseconds since 1970; times beyond the calendar's years are none.
constexpr std::uint64_t latest_time = 253'402'300'799'000;  // 9999-12-31

std::int64_t milliseconds(base::TimePoint at) {
  return std::clamp<std::int64_t>(at.time_since_epoch().count(), 0, static_cast<std::int64_t>(latest_time));
}

bool read_time(const Json& json, const char* key, base::TimePoint& at) {
  std::int64_t count = 0;
  if (!read_count(json, key, 0, latest_time, count)) return false;
  at = base::TimePoint(base::Duration(count));
  return true;
}

const char* name_of(Standing standing) {
  switch (standing) {
    case Standing::known: return "known";
    case Standing::not_for_me: return "not-for-me";
    case Standing::asked: break;
  }
  return "asked";
}

Standing read_standing(const Json& json) {
  const auto member = json.find("standing");
  if (member == json.end()) return Standing::asked;
  for (const Standing standing : {Standing::known, Standing::not_for_me}) {
    if (*member == name_of(standing)) return standing;
  }
  return Standing::asked;
}

}  // namespace

Json write_return(const Return& what) {
  Json json = {{"grade", static_cast<int>(what.grade)}, {"due", milliseconds(what.due)}};
  if (what.key != 0) json["key"] = what.key;
  return json;
}

bool read_return(const Json& json, Return& what) {
  int grade = 0;
  if (!read_count(json, "grade", 1, 4, grade) || grade == 0) return false;
  what.grade = static_cast<memory::Grade>(grade);
  return read_time(json, "due", what.due) && read_count(json, "key", 0, UINT64_MAX, what.key);
}

void write_comes_back(Json& json, const std::optional<Return>& what) {
  if (what) json["comes-back"] = write_return(*what);
}

bool read_comes_back(const Json& json, std::optional<Return>& what) {
  const auto member = json.find("comes-back");
  if (member == json.end()) return true;
  return member->is_object() && read_return(*member, what.emplace());
}

Json write_review(const Foretold& what) {
  return {{"question", what.question.str()}, {"recall", share(what.recall)}, {"seed", what.seed}};
}

Json write_review(const Reviewed& what) {
  Json json = {{"question", what.question.str()},
               {"credit", share(what.credit)},
               {"hints", std::max(0, what.hints)},
               {"seed", what.seed},
               {"took", std::max<std::int64_t>(0, what.took.count())},
               {"comes-back", write_return(what.comes_back)}};
  if (!what.response.empty()) json["response"] = response_to_json(what.response);
  write_certainty(json, what.certainty);
  write_marks(json, what.marks);
  return json;
}

Json write_review(const Regraded& what) {
  return {{"question", what.question.str()}, {"comes-back", write_return(what.comes_back)}};
}

Json write_review(const ReviewUndone& what) { return {{"question", what.question.str()}}; }

Json write_review(const Buried& what) {
  return {{"question", what.question.str()}, {"until", milliseconds(what.until)}};
}

Json write_review(const StandingChanged& what) {
  return {{"question", what.question.str()}, {"standing", name_of(what.standing)}, {"due", milliseconds(what.due)}};
}

Json write_review(const Fitted& what) {
  Json parameters = Json::array();
  for (const double each : what.parameters) parameters.push_back(std::isfinite(each) ? each : 0.0);
  return {{"model", what.model},
          {"parameters", std::move(parameters)},
          {"reviews", std::max<std::int64_t>(0, what.reviews)},
          {"loss-before", std::isfinite(what.loss_before) ? what.loss_before : 0.0},
          {"loss-after", std::isfinite(what.loss_after) ? what.loss_after : 0.0},
          {"retention", share(what.retention)}};
}

bool read_review(const Json& json, Foretold& what) {
  return read_id(json, "question", what.question) && read_share(json, "recall", what.recall) &&
         read_count(json, "seed", 0, UINT64_MAX, what.seed);
}

bool read_review(const Json& json, Reviewed& what) {
  std::int64_t took = 0;
  if (json.contains("response") && !read_response(json, what.response)) return false;
  const auto comes_back = json.find("comes-back");
  const bool fits = comes_back != json.end() && comes_back->is_object() && read_return(*comes_back, what.comes_back) &&
                    read_id(json, "question", what.question) && read_share(json, "credit", what.credit) &&
                    read_count(json, "hints", 0, INT32_MAX, what.hints) && read_marks(json, what.marks) &&
                    read_count(json, "seed", 0, UINT64_MAX, what.seed) && read_count(json, "took", 0, INT64_MAX, took);
  what.certainty = read_certainty(json);
  what.took = base::Duration(took);
  return fits;
}

bool read_review(const Json& json, Regraded& what) {
  const auto comes_back = json.find("comes-back");
  return read_id(json, "question", what.question) && comes_back != json.end() && comes_back->is_object() &&
         read_return(*comes_back, what.comes_back);
}

bool read_review(const Json& json, ReviewUndone& what) { return read_id(json, "question", what.question); }

bool read_review(const Json& json, Buried& what) {
  return read_id(json, "question", what.question) && read_time(json, "until", what.until);
}

bool read_review(const Json& json, StandingChanged& what) {
  what.standing = read_standing(json);
  return read_id(json, "question", what.question) && read_time(json, "due", what.due);
}

bool read_review(const Json& json, Fitted& what) {
  const auto model = json.find("model");
  const auto parameters = json.find("parameters");
  if (model == json.end() || !model->is_string() || parameters == json.end() || !parameters->is_array()) return false;
  if (parameters->size() > most_parameters) return false;
  what.model = model->get<std::string>();
  for (const Json& each : *parameters) {
    if (!each.is_number()) return false;
    what.parameters.push_back(each.get<double>());
  }
  return read_count(json, "reviews", 0, INT64_MAX, what.reviews) &&
         read_number(json, "loss-before", 0, largest_parameter, what.loss_before) &&
         read_number(json, "loss-after", 0, largest_parameter, what.loss_after) &&
         read_share(json, "retention", what.retention);
}

}  // namespace learner::detail
