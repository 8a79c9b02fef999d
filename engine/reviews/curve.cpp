#include "reviews/curve.h"

#include <algorithm>
#include <cmath>

namespace reviews {
namespace {

/// Points of a whole curve, spread over its pieces.
constexpr std::size_t kPoints = 800, kFewest = 6, kMost = 60;
constexpr double kBeyond = 0.2;

base::TimePoint later(base::TimePoint from, memory::Days by) {
  return from + std::chrono::duration_cast<base::Duration>(by);
}

/// Close together where the curve is steep: after the review.
CurvePiece piece_of(const Model& model, const State& state, base::TimePoint from, base::TimePoint to,
                    std::size_t points) {
  CurvePiece piece;
  const memory::Days whole = std::max(base::Duration(0), to - from);
  for (std::size_t i = 0; i < points; ++i) {
    const double share = static_cast<double>(i) / static_cast<double>(points - 1);
    const memory::Days after = whole * share * share;
    piece.push_back({later(from, after), model.recall(state, after)});
  }
  return piece;
}

}  // namespace

ForgettingCurve forgetting_curve(const Reviews& reviews, CardIndex card, base::TimePoint now, double retention) {
  ForgettingCurve curve;
  curve.now = now;
  const std::vector<ReviewIndex> history = reviews.history(card);
  if (history.empty()) return curve;
  const Model& model = reviews.model();
  const Log& log = reviews.log();
  const std::size_t points = std::clamp(kPoints / history.size(), kFewest, kMost);
  State state;
  for (std::size_t i = 0; i < history.size(); ++i) {
    base::TimePoint at{base::Duration(log.at[history[i]])};
    const auto grade = static_cast<memory::Grade>(log.grade[history[i]]);
    if (i == 0) {
      state = model.first(grade);
      curve.reviews.push_back({at, grade, 1});
    } else {
      // A clock may have been set back between two answers.
      at = std::max(at, curve.reviews.back().at);
      const memory::Days elapsed = at - curve.reviews.back().at;
      curve.pieces.push_back(piece_of(model, state, curve.reviews.back().at, at, points));
      curve.reviews.push_back({at, grade, model.recall(state, elapsed)});
      state = model.next(state, elapsed, grade);
    }
  }
  const base::TimePoint last = curve.reviews.back().at;
  curve.due = reviews.card(card).due;
  curve.recall = model.recall(state, std::max(base::Duration(0), now - last));
  curve.falls = later(last, model.interval(state, retention));
  const base::TimePoint shown = std::max(now, curve.falls);
  const memory::Days whole = shown - curve.reviews.front().at;
  curve.pieces.push_back(piece_of(model, state, last, later(shown, whole * kBeyond), kMost));
  return curve;
}

}  // namespace reviews
