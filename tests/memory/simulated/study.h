#pragma once
// A learner studies with a scheduler: lessons that bring new questions, reviews when they are due or when the learner
// comes, and a record of all of it, with the truth that the scheduler never saw.

#include <vector>

#include "memory/simulated/learner.h"
#include "memory/simulated/scheduler.h"

namespace simulated {

struct Answer {
  int question = 0;
  double day = 0;
  memory::Grade grade = memory::Grade::good;
  double truth = 0;  ///< the probability that the answer was known
  Foretold foretold;
  bool first = false;  ///< in the lesson
  bool drill = false;  ///< once more in the same session
};

/// A review that the scheduler has set on a day, whether the learner came on it or not.
struct Due {
  double day = 0;
  double truth = 0;  ///< the probability that the answer was known on that day, had the learner come
  bool within_reach = true;
};

struct Study {
  std::vector<Answer> answers;  ///< in the order of time
  std::vector<Due> due;         ///< all that fell due within the time, and were not asked before
  double known = 0;             ///< the mean probability, over all questions, that the answer is known at the end
};

Study study(const Learner& learner, Scheduler& scheduler);

}  // namespace simulated
