#pragma once
// What happens when a question comes back: foretold, answered, graded, put off. And what an answer anywhere means for its return.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "course/ids.h"
#include "learner/certainty.h"
#include "memory/units.h"

namespace learner {

/// When a question comes back after an answer, as it was told to the learner.
struct Return {
  memory::Grade grade = memory::Grade::good;
  base::TimePoint due;    ///< not before
  std::uint64_t key = 0;  ///< fingerprint of what was right then (course/fingerprint.h); 0: not known
  bool operator==(const Return&) const = default;
};

/// What the model foretold of a question when it was shown once more: written before an answer can be given, never rewritten.
struct Foretold {
  course::QuestionId question;
  double recall = 0;       ///< 0–1
  std::uint64_t seed = 0;  ///< what the shown order and the variant are made from
  bool operator==(const Foretold&) const = default;
};

/// A question of a review was answered, in the one try that a review gives.
struct Reviewed {
  course::QuestionId question;
  std::string response;  ///< JSON as grading::to_json writes it; empty: one gave up
  double credit = 0;     ///< 0–1
  int hints = 0;
  Certainty certainty = Certainty::unsaid;
  std::optional<double> marks;  ///< −6–3, certainty marks where they were at stake
  std::uint64_t seed = 0;
  base::Duration took{0};
  Return comes_back;  ///< with the grade that the program gave
  bool operator==(const Reviewed&) const = default;
};

/// The learner grades the latest answer to a question otherwise.
struct Regraded {
  course::QuestionId question;
  Return comes_back;
  bool operator==(const Regraded&) const = default;
};

/// The latest answer in a review is taken back: as if it had not been given.
struct ReviewUndone {
  course::QuestionId question;
  bool operator==(const ReviewUndone&) const = default;
};

/// Not before then. Says nothing about what is known.
struct Buried {
  course::QuestionId question;
  base::TimePoint until;
  bool operator==(const Buried&) const = default;
};

/// Whether a question is asked again at all.
enum class Standing : std::uint8_t {
  asked,
  known,       ///< "known already": graded easy, and asked once more in three months, to be sure
  not_for_me,  ///< never, until brought back
};
struct StandingChanged {
  course::QuestionId question;
  Standing standing = Standing::asked;
  base::TimePoint due;  ///< of `known` and `asked`: when it comes next
  bool operator==(const StandingChanged&) const = default;
};

/// The parameters of the model were fitted to the history anew. Recall and intervals are by these from here on; what by these
/// falls to `retention` before the day it was planned for comes earlier, and nothing later.
struct Fitted {
  std::string model;  ///< "fsrs7" or "fsrs6"
  std::vector<double> parameters;
  std::int64_t reviews = 0;  ///< of the history then
  double loss_before = 0;    ///< mean log loss over the history with the parameters before
  double loss_after = 0;     ///< the same with these
  double retention = 0.9;    ///< 0–1, wished for then
  bool operator==(const Fitted&) const = default;
};

}  // namespace learner
