#include "memory/minimise.h"

#include <algorithm>
#include <cmath>

namespace memory {
namespace {

using Numbers = std::vector<double>;

constexpr double kMostDamping = 1e6;  ///< steps so short lead nowhere

double dot(const Numbers& a, const Numbers& b) {
  double total = 0;
  for (std::size_t i = 0; i < a.size(); ++i) total += a[i] * b[i];
  return total;
}

Numbers times(const Numbers& matrix, const Numbers& x) {
  const std::size_t n = x.size();
  Numbers y(n, 0);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) y[i] += matrix[i * n + j] * x[j];
  }
  return y;
}

/// Solves (B + damping · diag B) p = -g for the free coordinates by Cholesky; the others stay. Small pivots are raised: a
/// direction of which the data say nothing is not followed far.
Numbers direction(const Numbers& curvature, const Numbers& gradient, const std::vector<std::size_t>& free,
                  double damping) {
  const std::size_t n = gradient.size(), m = free.size();
  Numbers l(m * m, 0), y(m, 0), p(n, 0);
  for (std::size_t i = 0; i < m; ++i) {
    const double diagonal = curvature[free[i] * n + free[i]];
    for (std::size_t j = 0; j <= i; ++j) {
      double rest = curvature[free[i] * n + free[j]] + (i == j ? damping * diagonal : 0);
      for (std::size_t k = 0; k < j; ++k) rest -= l[i * m + k] * l[j * m + k];
      l[i * m + j] = i == j ? std::sqrt(std::max(rest, 1e-6 * diagonal + 1e-12)) : rest / l[j * m + j];
    }
  }
  for (std::size_t i = 0; i < m; ++i) {
    double rest = -gradient[free[i]];
    for (std::size_t k = 0; k < i; ++k) rest -= l[i * m + k] * y[k];
    y[i] = rest / l[i * m + i];
  }
  for (std::size_t i = m; i-- > 0;) {
    double rest = y[i];
    for (std::size_t k = i + 1; k < m; ++k) rest -= l[k * m + i] * p[free[k]];
    p[free[i]] = rest / l[i * m + i];
  }
  return p;
}

/// Powell's damped BFGS: the curvature stays positive definite whatever the step has seen.
void update(Numbers& curvature, const Numbers& step, Numbers change) {
  const std::size_t n = step.size();
  const Numbers bent = times(curvature, step);
  const double expected = dot(step, bent), seen = dot(step, change);
  if (!(expected > 0)) return;
  if (seen < 0.2 * expected) {
    const double share = 0.8 * expected / (expected - seen);
    for (std::size_t i = 0; i < n; ++i) change[i] = share * change[i] + (1 - share) * bent[i];
  }
  const double along = dot(step, change);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      curvature[i * n + j] += change[i] * change[j] / along - bent[i] * bent[j] / expected;
    }
  }
}

/// The coordinates that may move: not those at a bound that the gradient pushes outwards.
std::vector<std::size_t> free_of(const Numbers& point, const Numbers& gradient, std::span<const double> least,
                                 std::span<const double> most) {
  std::vector<std::size_t> free;
  for (std::size_t i = 0; i < point.size(); ++i) {
    const bool low = point[i] <= least[i] && gradient[i] >= 0, high = point[i] >= most[i] && gradient[i] <= 0;
    if (!low && !high) free.push_back(i);
  }
  return free;
}

/// Shorter steps after one that kept little of what it promised, longer ones after one that kept most.
double damped(double damping, double kept) {
  if (!(kept > 0)) return std::max(damping, 0.01) * 8;
  if (kept < 0.25) return std::max(damping, 0.01) * 3;
  return kept > 0.7 ? damping / 4 : damping;
}

Numbers difference(const Numbers& a, const Numbers& b) {
  Numbers c(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) c[i] = a[i] - b[i];
  return c;
}

}  // namespace

Minimum minimise(std::vector<double> start, std::span<const double> least, std::span<const double> most,
                 const Objective& objective, const MinimiseOptions& options, const std::function<void()>& on_best) {
  Minimum best{std::move(start), 0, options.damping};
  Evaluation here = objective.evaluate(best.point, options.curvatures > 0);
  best.value = here.value;
  if (objective.stopped()) return best;
  on_best();
  Numbers curvature = here.curvature;
  for (int evaluations = 1; evaluations < options.evaluations && best.damping < kMostDamping; ++evaluations) {
    Numbers next = best.point;
    const Numbers way =
        direction(curvature, here.gradient, free_of(best.point, here.gradient, least, most), best.damping);
    for (std::size_t i = 0; i < next.size(); ++i) next[i] += way[i];
    objective.project(next);
    const Numbers step = difference(next, best.point);
    const double promised = -dot(step, here.gradient) - dot(step, times(curvature, step)) / 2;
    if (promised < options.enough) break;
    Evaluation there = objective.evaluate(next, evaluations < options.curvatures);
    if (objective.stopped()) return best;
    const double kept = (here.value - there.value) / promised;
    best.damping = damped(best.damping, kept);
    if (!(kept > 1e-4)) continue;
    if (there.curvature.empty()) {
      update(curvature, step, difference(there.gradient, here.gradient));
    } else {
      curvature = there.curvature;
    }
    best.point = std::move(next);
    best.value = there.value;
    here = std::move(there);
    on_best();
  }
  return best;
}

}  // namespace memory
