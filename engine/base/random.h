#pragma once
// Randomness as a parameter, the same on every machine for the same seed.

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace base {

/// SplitMix64 (Steele, Lea, Flood 2014): small, fast, good enough for shuffling; not for secrets.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
  }

  /// Uniform in [0, bound); `bound` must be above 0. Without bias: draws that would cause one are thrown away.
  std::size_t below(std::size_t bound) {
    const std::uint64_t limit = UINT64_MAX - UINT64_MAX % bound;
    std::uint64_t draw = next();
    while (draw >= limit) draw = next();
    return static_cast<std::size_t>(draw % bound);
  }

  /// Uniform in [0, 1), in steps of 2⁻⁵³.
  double unit() { return static_cast<double>(next() >> 11) * 0x1p-53; }

  /// Fisher–Yates.
  template <class T>
  void shuffle(std::vector<T>& items) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
  }

 private:
  std::uint64_t state_;
};

/// A seed from words, the same everywhere (FNV-1a), so that a question's shuffle can be reproduced.
constexpr std::uint64_t seed_of(const char* data, std::size_t size, std::uint64_t basis = 0xcbf29ce484222325ULL) {
  for (std::size_t i = 0; i < size; ++i) basis = (basis ^ static_cast<unsigned char>(data[i])) * 0x100000001b3ULL;
  return basis;
}

}  // namespace base
