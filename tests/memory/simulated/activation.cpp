#include "memory/simulated/activation.h"

#include <algorithm>
#include <cmath>

namespace simulated {
namespace {

constexpr double kDay = 86'400, kSession = 600;  // seconds
constexpr double kInterference = 0.025;          // h

/// Of a trace, in seconds that count.
double age(double days) {
  const double seconds = days * kDay;
  return std::max(1.0, std::min(seconds, kSession) + kInterference * std::max(0.0, seconds - kSession));
}

}  // namespace

double Activation::strength(double day) const {
  double sum = 0;
  for (const Trace& trace : traces_) sum += std::exp(-trace.decay * std::log(age(day - trace.day)));
  return sum;
}

double Activation::recall(double day) const {
  const double activation = beta_ + std::log(std::max(strength(day), 1e-12));
  return 1 / (1 + std::exp((traits_.threshold - activation) / traits_.noise));
}

void Activation::study(double day, bool) { traces_.push_back({day, traits_.spacing * strength(day) + traits_.decay}); }

}  // namespace simulated
