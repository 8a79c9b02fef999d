#pragma once
// The minimum of a smooth function of a few dozen numbers that stay within bounds: Newton's steps on a curvature that is given,
// made shorter where they promise too much (Levenberg and Marquardt), corrected by what is seen where it is not given (BFGS);
// bounds by projection. Nocedal and Wright, Numerical Optimization, chapters 6, 10 and 16.

#include <functional>
#include <span>
#include <vector>

namespace memory {

struct Evaluation {
  double value = 0;
  std::vector<double> gradient;
  std::vector<double> curvature;  ///< n × n, row by row, positive definite; empty where it was not asked for
};

struct MinimiseOptions {
  int evaluations = 20;  ///< at most
  int curvatures = 1;    ///< the first so many evaluations ask for the curvature, the others go on from the last
  double enough = 0;     ///< stop when a step promises less than this
  double damping = 0.1;  ///< what is added to the curvature's diagonal at first, as a part of it; 0: whole Newton steps
};

struct Objective {
  /// Called with points inside the bounds.
  std::function<Evaluation(const std::vector<double>& point, bool curvature)> evaluate;
  /// Brings a point inside the bounds.
  std::function<void(std::vector<double>& point)> project;
  std::function<bool()> stopped;
};

struct Minimum {
  std::vector<double> point;
  double value = 0;
  double damping = 0;  ///< as it was in the end: where to go on from
};

/// The best point that was seen; `start` at worst. When stopped, what was found so far. `on_best` hears of each point that is
/// the best so far, `start` first.
Minimum minimise(std::vector<double> start, std::span<const double> least, std::span<const double> most,
                 const Objective& objective, const MinimiseOptions& options, const std::function<void()>& on_best);

}  // namespace memory
