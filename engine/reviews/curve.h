#pragma once
// One question's forgetting curve, with all its reviews.

#include <vector>

#include "reviews/reviews.h"

namespace reviews {

/// What is remembered at one moment, by the model as it is now.
struct CurvePoint {
  base::TimePoint at;
  double recall = 0;  ///< 0–1
};

/// From one review to the next, or from the latest on.
using CurvePiece = std::vector<CurvePoint>;

struct CurveReview {
  base::TimePoint at;
  memory::Grade grade = memory::Grade::good;
  double recall = 1;  ///< just before it; 1 at the first, of which nothing is foretold
};

struct ForgettingCurve {
  std::vector<CurvePiece> pieces;  ///< one for each review, oldest first; each begins with its review
  std::vector<CurveReview> reviews;
  base::TimePoint now;
  double recall = 0;      ///< now
  base::TimePoint falls;  ///< when it falls to the wished retention: before now when it has
  base::TimePoint due;    ///< when it comes back
};

/// The states are the model's own, replayed over the card's reviews; with other parameters the past looks otherwise, too (what was
/// foretold then is kept apart, Log::foretold). The last piece goes on a fifth beyond `now` and `falls`, whichever is later.
/// A card without reviews gives no pieces.
ForgettingCurve forgetting_curve(const Reviews& reviews, CardIndex card, base::TimePoint now, double retention);

}  // namespace reviews
