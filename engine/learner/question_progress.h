#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/time.h"
#include "learner/certainty.h"

namespace learner {

/// How the latest round of one question went. A round begins with a first try, or with a hint after the round before was done.
struct QuestionProgress {
  int attempts = 0;  ///< in this round
  int hints = 0;
  bool done = false;  ///< no further try in this round
  bool gave_up = false;
  bool unknown = false;  ///< gave up by saying "I don't know"
  bool pretest = false;
  bool comes_back = false;  ///< can be known and forgotten: no opinion, and no answer of before there were reviews
  double earned = 0;        ///< 0–1, the best of this round's tries: trying again never takes away
  std::string response;     ///< the latest, JSON
  std::uint64_t seed = 0;
  Certainty certainty = Certainty::unsaid;
  base::TimePoint at;
  double credit = 0;  ///< 0–1, of the latest answer alone: as it was marked then, in the language and version of then
  std::optional<double> marks;  ///< −6–3, certainty marks of this round's first try; empty where none were at stake
};

}  // namespace learner
