#include "app/fitter.h"

#include <utility>

#include "app/low_priority.h"

namespace app {

void Fitter::fit(const learner::ProfileId& profile, reviews::FitTask task) {
  thread_ = std::jthread([this, profile, task = std::move(task)](const std::stop_token& stop) {
    run_at_low_priority();
    screens::FitDone done{profile, task.reviews, reviews::run(task, stop)};
    if (!stop.stop_requested()) deliver_(std::move(done));
  });
}

}  // namespace app
