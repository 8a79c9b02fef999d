#include "memory/simulated/scales.h"

#include <algorithm>
#include <cmath>

namespace simulated {

Scales::Scales(const ScalesTraits& traits, double asymptote) : traits_(traits) {
  double sum = 0;
  for (std::size_t i = 0; i < kScales; ++i) sum += weight_[i] = std::pow(traits.slowness, static_cast<double>(i));
  for (double& weight : weight_) weight *= asymptote / sum;
}

std::array<double, Scales::kScales> Scales::left(double days) const {
  std::array<double, kScales> content{};
  double scale = traits_.quickest;
  for (std::size_t i = 0; i < kScales; ++i, scale *= kStep) content[i] = content_[i] * std::exp(-days / scale);
  return content;
}

double Scales::recall(double day) const {
  const auto content = left(day - last_);
  double sum = 0;
  for (std::size_t i = 0; i < kScales; ++i) sum += weight_[i] * content[i];
  return std::min(sum, 1.0);
}

void Scales::study(double day, bool recalled) {
  content_ = left(day - last_);
  last_ = day;
  double known = 0, weights = 0;
  for (std::size_t i = 0; i < kScales; ++i) {
    known += weight_[i] * content_[i];
    weights += weight_[i];
    content_[i] += (recalled ? traits_.known : 1) * std::max(0.0, 1 - known / weights);
  }
}

}  // namespace simulated
