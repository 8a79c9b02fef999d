#pragma once
// The grade that an answer deserves, as the program sees it; the learner may say otherwise.

#include <optional>

#include "base/time.h"
#include "learner/certainty.h"
#include "memory/units.h"

namespace reviews {

struct Answer {
  double credit = 0;  ///< 0–1, of the first try
  int hints = 0;
  bool gave_up = false;
  bool seen_before = false;  ///< it was answered before today's answer
  learner::Certainty certainty = learner::Certainty::unsaid;
  base::Duration took{0};
  std::optional<base::Duration> usual;  ///< one's own usual time for such a question, where it is known
};

/// Recall is what the first try shows: a later one has learned from it.
/// - Again: not known at the first try (less than half of the credit), or one gave up.
/// - Hard: partly right, right with a hint, right but called a guess, or right in more than 2½ times one's usual time.
/// - Easy: right at once, not called a guess, asked before, and in less than 0.4 of one's usual time. A first answer is never
///   easy: it was read a minute ago.
/// - Good: right otherwise.
memory::Grade suggested_grade(const Answer& answer);

/// True where one was certain and wrong: such errors are mended best, and come back (Butler, Fazio and Marsh 2011), so that
/// they are asked again sooner.
bool is_confident_error(const Answer& answer);

}  // namespace reviews
