#include "reviews/grade.h"

namespace reviews {
namespace {

constexpr double kFull = 1 - 1e-9;  // thirds and tenths do not add up in binary
constexpr double kHalf = 0.5 - 1e-9;
constexpr double kSlow = 2.5, kQuick = 0.4;  // times the usual time

bool is_within(const Answer& answer, double times) {
  return answer.usual && answer.took.count() > 0 &&
         static_cast<double>(answer.took.count()) < times * static_cast<double>(answer.usual->count());
}

bool is_beyond(const Answer& answer, double times) {
  return answer.usual && static_cast<double>(answer.took.count()) > times * static_cast<double>(answer.usual->count());
}

}  // namespace

memory::Grade suggested_grade(const Answer& answer) {
  using learner::Certainty;
  using memory::Grade;
  if (answer.gave_up || answer.credit < kHalf) return Grade::again;
  const bool guessed = answer.certainty == Certainty::guess;
  if (answer.credit < kFull || answer.hints > 0 || guessed || is_beyond(answer, kSlow)) return Grade::hard;
  return answer.seen_before && is_within(answer, kQuick) ? Grade::easy : Grade::good;
}

bool is_confident_error(const Answer& answer) {
  return answer.certainty == learner::Certainty::certain && answer.credit < kHalf && !answer.gave_up;
}

}  // namespace reviews
