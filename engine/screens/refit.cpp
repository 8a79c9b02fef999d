#include "screens/refit.h"

#include <algorithm>
#include <cmath>

namespace screens {
namespace {

/// After the latest answer, so that nobody waits for the machine.
constexpr std::chrono::seconds kQuiet{5};

}  // namespace

void plan_fit(Shared& shared) {
  if (!shared.reviews_read || shared.read_only) return;
  const reviews::LastFit* last = shared.reviews.last_fit();
  const std::int64_t fitted = std::max(last ? last->reviews : 0, shared.refit.tried);
  if (reviews::wants_fit(shared.reviews.count(), fitted)) shared.refit.at = shared.now + kQuiet;
}

std::optional<base::TimePoint> next_fit(const Shared& shared, bool reviewing) {
  return reviewing || shared.refit.running ? std::nullopt : shared.refit.at;
}

void begin_fit_when_due(Shared& shared, bool reviewing, Services& services) {
  const auto at = next_fit(shared, reviewing);
  if (!at || shared.now < *at) return;
  shared.refit.at.reset();
  if (services.fitter == nullptr) return;
  shared.refit.running = true;
  services.fitter->fit(shared.profile.id, reviews::fit_task(shared.reviews));
}

void stop_fit(Shared& shared, Services& services) {
  if (shared.refit.running) services.fitter->stop();
  shared.refit = {};
}

void fit_done(Shared& shared, const FitDone& done, Services& services) {
  if (done.profile != shared.profile.id || !shared.refit.running) return;
  shared.refit.running = false;
  // What brought nothing is not tried again before there is more.
  shared.refit.tried = done.reviews;
  if (!done.improved || done.improved->model != reviews::name_of(shared.reviews.model().kind())) return;
  const reviews::Model fitted(shared.reviews.model().kind(), done.improved->parameters);
  const auto change = reviews::change_of_intervals(shared.reviews, fitted, shared.settings.retention);
  if (!record_quietly(shared, services, {}, {}, *done.improved)) return;
  if (change && std::abs(*change) >= reviews::kNoticeableChange)
    shared.notify({.kind = Notice::Kind::fitted, .count = std::lround(*change * 100)});
}

}  // namespace screens
