#pragma once
// When the parameters of the model are fitted anew, and what that changes for the learner. Pure.

#include <optional>
#include <stop_token>
#include <vector>

#include "reviews/reviews.h"

namespace reviews {

/// A fit is worth its time once the history has grown by this share since the last one, and by so many reviews.
constexpr double kGrowthToRefit = 0.05;
constexpr std::int64_t kReviewsToRefit = 32;

/// `reviews` are in the history; `fitted` were when it was last fitted, or tried to be; 0 for never.
bool wants_fit(std::int64_t reviews, std::int64_t fitted);

/// What a fit starts from.
struct FitTask {
  ModelKind model = ModelKind::fsrs7;
  std::vector<double> current;  ///< parameters in use
  memory::ReviewLog log;
  std::int64_t reviews = 0;  ///< Reviews::count
};
FitTask fit_task(const Reviews& reviews);

/// Fits; for any thread, a quarter of a second for a million reviews. Empty unless the new parameters are better
/// (memory::FitOutcome::improved), or when asked to stop.
std::optional<learner::Fitted> run(const FitTask& task, const std::stop_token& stop);

/// By how much the intervals of the learner's own questions become longer with other parameters: the median over them (over a
/// sample of them where there are thousands) of new to old interval at `retention`, −1. Empty without reviews.
std::optional<double> change_of_intervals(const Reviews& reviews, const Model& with, double retention);

/// Smaller changes are not worth telling.
constexpr double kNoticeableChange = 0.03;

}  // namespace reviews
