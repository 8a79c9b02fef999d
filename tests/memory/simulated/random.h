#pragma once
// Draws that simulated learners need.

#include <cmath>
#include <numbers>

#include "memory/generate.h"

namespace simulated {

/// Normal with mean 0 and deviation 1 (Box and Muller 1958).
inline double normal(base::Random& random) {
  const double radius = std::sqrt(-2 * std::log(test::between(random, 1e-9, 1)));
  return radius * std::cos(2 * std::numbers::pi * test::fraction(random));
}

/// A stream of its own for each part of each simulation, so that what one part draws changes nothing in another.
inline base::Random stream(std::uint64_t seed, std::uint64_t part) {
  base::Random mixed(seed * 0x9e3779b97f4a7c15ULL + part);
  return base::Random(mixed.next());
}

}  // namespace simulated
