#pragma once
// Fits the model of memory to a history, on a thread of its own with the lowest priority.

#include <functional>
#include <thread>

#include "screens/refit.h"

namespace app {

class Fitter final : public screens::Fitter {
 public:
  /// `deliver` is called on the fitting thread; it must hand the action to the window's thread.
  explicit Fitter(std::function<void(screens::FitDone)> deliver) : deliver_(std::move(deliver)) {}

  void fit(const learner::ProfileId& profile, reviews::FitTask task) override;
  void stop() override { thread_ = std::jthread(); }

 private:
  std::function<void(screens::FitDone)> deliver_;
  std::jthread thread_;
};

}  // namespace app
