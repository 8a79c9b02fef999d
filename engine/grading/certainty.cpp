#include "grading/certainty.h"

#include <algorithm>

namespace grading {

Stakes stakes(Certainty certainty) {
  switch (certainty) {
    case Certainty::guess: return {1, 0};
    case Certainty::fairly: return {2, -2};
    case Certainty::certain: return {most_marks, least_marks};
    case Certainty::unsaid: break;
  }
  return {};
}

double certainty_marks(Certainty certainty, double credit) {
  const Stakes stake = stakes(certainty);
  const double share = credit >= 0 ? std::min(credit, 1.0) : 0;  // what is no number earns nothing
  return stake.wrong + share * (stake.right - stake.wrong);
}

bool asks_certainty(const course::Question& question) {
  return question.sure && !std::holds_alternative<course::Scale>(question.kind) &&
         !std::holds_alternative<course::Open>(question.kind);
}

}  // namespace grading
