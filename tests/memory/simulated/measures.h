#pragma once
// What a study was worth, and what it cost.

#include "memory/simulated/study.h"

namespace simulated {

struct Measures {
  /// Mean −ln of the probability that was foretold for what happened, over the answers of the second half of the log that
  /// come at least a day after the last of the same question: by the scheduler, by its model's published
  /// parameters, and by the truth, below which nothing but luck leads.
  double loss = 0, loss_by_default = 0, loss_of_truth = 0;
  /// Of the reviews that fell due in the second half of the time: how many would have been known, had all been asked on their
  /// day. For who comes late, this is what the scheduler can be held to: how late somebody comes is not its doing.
  double retained_at_due = 0;
  /// The same of those reviews alone that the scheduler would not have wanted within a day (Wait::within_reach).
  double retained_within_reach = 0;
  std::size_t due = 0, due_within_reach = 0;
  double answers_a_day = 0;      ///< all of them: lessons, reviews, repetitions in the same session
  double known = 0;              ///< how much of everything is known at the end
  double answers_per_known = 0;  ///< all answers, for each question known at the end
  double asked_per_known = 0;    ///< the same without repetitions in the same session
};

Measures measure(const Learner& learner, const Study& study);

}  // namespace simulated
