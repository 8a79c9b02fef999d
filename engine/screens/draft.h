#pragma once
// Unfinished input as it is kept between two starts: what was typed or picked, and what it belongs to.

#include <optional>
#include <string>
#include <string_view>

#include "learner/event.h"

namespace screens {

/// Input left over from an earlier round, or from before a check, no longer fits and is passed over: a draft that could not
/// be removed does no harm.
struct Draft {
  int round = 0;    ///< of the lesson
  int attempt = 0;  ///< checks before it, in this round
  learner::Certainty certainty = learner::Certainty::unsaid;
  std::string response;  ///< JSON as grading::to_json writes it

  bool operator==(const Draft&) const = default;
};

/// {"round":0,"attempt":1,"sure":2,"response":{…}}
std::string to_json(const Draft& draft);

/// Reads what `to_json` wrote; empty for anything else.
std::optional<Draft> draft_from_json(std::string_view json);

}  // namespace screens
