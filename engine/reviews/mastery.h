#pragma once
// How well concepts are known, from what is foretold of their questions.

#include <map>

#include "course/model.h"
#include "reviews/reviews.h"

namespace reviews {

struct Mastery {
  double recall = 0;  ///< 0–1, today
  int answered = 0;   ///< questions of the concept that were answered at least once
  int questions = 0;  ///< all of them; opinions do not count
};

/// What one question of what stands on a concept says about the concept, beside one of its own: who answers on two-sided
/// markets shows something of network effects. Each further step along `needs` counts by the same factor.
constexpr double kCreditThroughGraph = 0.3;

/// For each concept with a question that was answered: the mean predicted recall of its questions, lifted (never lowered) by
/// those of the concepts that stand on it. Needs the lessons loaded.
std::map<course::ConceptId, Mastery> mastery(const course::Course& course, const Reviews& reviews, base::TimePoint now);

}  // namespace reviews
