#pragma once
// Inside this folder: the particulars of events as JSON.
//
// Each read function sets `value` when the member is there. A member that is missing keeps its default, for events of versions
// that did not know it; one of the wrong type or out of range makes the whole unfit.

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "learner/certainty.h"
#include "learner/quiz_event.h"
#include "learner/review_event.h"

namespace learner::detail {

using Json = nlohmann::json;

/// More than any honest event: rows and files may come from strangers.
inline constexpr std::size_t longest_json = 2 << 20;
inline constexpr std::size_t longest_id = 400;

/// False also where it is missing: an event without what it is about says nothing.
template <class Id>
bool read_id(const Json& json, const char* key, Id& id) {
  const auto member = json.find(key);
  if (member == json.end() || !member->is_string()) return false;
  const auto& name = member->get_ref<const std::string&>();
  if (name.empty() || name.size() > longest_id) return false;
  id = Id(name);
  return true;
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

bool read_number(const Json& json, const char* key, double least, double most, double& value);
inline bool read_share(const Json& json, const char* key, double& value) { return read_number(json, key, 0, 1, value); }
bool read_flag(const Json& json, const char* key, bool& value);

/// A certainty that a later version may have added is read as unsaid.
Certainty read_certainty(const Json& json);
void write_certainty(Json& json, Certainty certainty);

/// Certainty marks, where they were at stake.
bool read_marks(const Json& json, std::optional<double>& marks);
void write_marks(Json& json, const std::optional<double>& marks);

// A response stands in the event as the object it is, so that other programs can read it; but only where it comes back byte
// for byte. What does not is kept as a text.
Json response_to_json(const std::string& response);
bool read_response(const Json& json, std::string& response);

/// One line, with bytes that are no UTF-8 replaced.
std::string dump(const Json& json);

inline double share(double value) { return value >= 0 ? std::min(value, 1.0) : 0; }

/// What an answer means for the question's return, where it has one.
void write_comes_back(Json& json, const std::optional<Return>& what);
bool read_comes_back(const Json& json, std::optional<Return>& what);

Json write_quiz(const QuizStarted& what);
Json write_quiz(const QuizAnswered& what);
Json write_quiz(const QuizFlagged& what);
Json write_quiz(const QuizFinished& what);
Json write_quiz(const QuizAbandoned& what);
bool read_quiz(const Json& json, QuizStarted& what);
bool read_quiz(const Json& json, QuizAnswered& what);
bool read_quiz(const Json& json, QuizFlagged& what);
bool read_quiz(const Json& json, QuizFinished& what);
bool read_quiz(const Json& json, QuizAbandoned& what);

Json write_review(const Foretold& what);
Json write_review(const Reviewed& what);
Json write_review(const Regraded& what);
Json write_review(const ReviewUndone& what);
Json write_review(const Buried& what);
Json write_review(const StandingChanged& what);
Json write_review(const Fitted& what);
bool read_review(const Json& json, Foretold& what);
bool read_review(const Json& json, Reviewed& what);
bool read_review(const Json& json, Regraded& what);
bool read_review(const Json& json, ReviewUndone& what);
bool read_review(const Json& json, Buried& what);
bool read_review(const Json& json, StandingChanged& what);
bool read_review(const Json& json, Fitted& what);

}  // namespace learner::detail
