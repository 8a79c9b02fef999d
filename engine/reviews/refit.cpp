#include "reviews/refit.h"

#include <algorithm>

#include "memory/fit.h"

namespace reviews {
namespace {

constexpr std::size_t kSample = 2000;

template <class Memory>
std::optional<learner::Fitted> fitted(const FitTask& task, const std::stop_token& stop) {
  typename Memory::Parameters current{};
  std::copy_n(task.current.begin(), std::min(task.current.size(), current.size()), current.begin());
  const memory::Fit<Memory> fit = memory::fit(task.log, current, stop);
  if (fit.outcome != memory::FitOutcome::improved) return std::nullopt;
  return learner::Fitted{name_of(task.model),
                         {fit.parameters.begin(), fit.parameters.end()},
                         task.reviews,
                         fit.loss_before,
                         fit.loss_after};
}

}  // namespace

bool wants_fit(std::int64_t reviews, std::int64_t fitted) {
  const std::int64_t grown = reviews - fitted;
  return grown >= kReviewsToRefit && static_cast<double>(grown) >= kGrowthToRefit * static_cast<double>(fitted);
}

FitTask fit_task(const Reviews& reviews) {
  return {reviews.model().kind(), reviews.model().parameters(), reviews.for_fit(), reviews.count()};
}

std::optional<learner::Fitted> run(const FitTask& task, const std::stop_token& stop) {
  return task.model == ModelKind::fsrs6 ? fitted<memory::Fsrs6>(task, stop) : fitted<memory::Fsrs7>(task, stop);
}

std::optional<double> change_of_intervals(const Reviews& reviews, const Model& with, double retention) {
  std::vector<CardIndex> cards;
  for (CardIndex i = 0; i < reviews.size(); ++i) {
    if (reviews.card(i).latest != kNone) cards.push_back(i);
  }
  if (cards.empty()) return std::nullopt;
  const std::size_t step = (cards.size() + kSample - 1) / kSample;
  std::vector<double> ratios;
  for (std::size_t i = 0; i < cards.size(); i += step) {
    const double before = reviews.model().interval(reviews.card(cards[i]).state, retention).count();
    const double after = with.interval(*reviews.state_by(with, cards[i]), retention).count();
    if (before > 0) ratios.push_back(after / before);
  }
  if (ratios.empty()) return std::nullopt;
  const auto middle = ratios.begin() + static_cast<std::ptrdiff_t>(ratios.size() / 2);
  std::nth_element(ratios.begin(), middle, ratios.end());
  return *middle - 1;
}

}  // namespace reviews
