#pragma once
// What a simulated learner truly remembers of one question. None of this is FSRS: a model that is judged by its own formula
// would judge itself. Two published theories, which disagree with FSRS and with one another: activation.h, scales.h.

#include <memory>

namespace simulated {

class Truth {
 public:
  Truth() = default;
  Truth(const Truth&) = delete;
  Truth& operator=(const Truth&) = delete;
  virtual ~Truth() = default;

  /// The probability that the answer is known on `day` (with fractions), which is not before the last study.
  virtual double recall(double day) const = 0;
  /// The question was studied, or asked and then explained; `recalled`: the answer was known.
  virtual void study(double day, bool recalled) = 0;
};

using TruthPtr = std::unique_ptr<Truth>;

}  // namespace simulated
