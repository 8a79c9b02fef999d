#pragma once
// Memory as in ACT-R: every study leaves a trace, each trace decays by a power of its age, and a trace that is laid down while
// the memory is strong decays faster, which is why spacing helps.
//
//   activation m = β + ln Σ t_i^(−d_i)      d_i = c e^(m' at study i, without β) + a
//   recall     p = 1 / (1 + e^((τ − m)/s))
//
// t in seconds; time outside of a session counts only by its part h, as little interferes then. Source, with a, c, s, τ and h:
// Pavlik and Anderson, Practice and forgetting effects on vocabulary memory: an activation-based model of the spacing effect,
// Cognitive Science 29 (2005) 559–586. β, how well a learner takes in a question, is theirs, too; its values are ours.

#include <vector>

#include "memory/simulated/truth.h"

namespace simulated {

struct ActivationTraits {
  double taken_in = 1;        ///< β of the average question
  double variety = 0.3;       ///< deviation of β over the questions
  double decay = 0.177;       ///< a
  double spacing = 0.217;     ///< c
  double threshold = -0.704;  ///< τ
  double noise = 0.255;       ///< s
};

class Activation : public Truth {
 public:
  /// `beta`: of this question.
  Activation(const ActivationTraits& traits, double beta) : traits_(traits), beta_(beta) {}

  double recall(double day) const override;
  void study(double day, bool recalled) override;

 private:
  struct Trace {
    double day, decay;
  };
  /// Σ t_i^(−d_i).
  double strength(double day) const;

  ActivationTraits traits_;
  double beta_;
  std::vector<Trace> traces_;
};

}  // namespace simulated
