#pragma once
// Where boxes and arrows stand, found by the module resonance-graph on a thread of its own and kept while used.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "ui/geometry.h"

namespace ui {

/// What is to be placed, in design pixels.
struct PlaceRequest {
  struct Arrow {
    int from = 0, to = 0;
    Vec label;  ///< size; 0 × 0: none
    bool both = false;
    bool operator==(const Arrow&) const = default;
  };
  std::vector<Vec> boxes;  ///< sizes
  std::vector<Arrow> arrows;
  bool right = false;
  float between = 0, ranks = 0, head = 0;

  bool operator==(const PlaceRequest&) const = default;
};

struct Places {
  struct Way {
    std::vector<Vec> points;  ///< cubic Bézier curves: 3 n + 1, or none
    bool has_start = false, has_end = false;
    Vec start, end;  ///< tips of the heads
    Vec label;       ///< its middle
  };
  bool failed = false;
  Vec size;
  std::vector<Vec> boxes;  ///< middles
  std::vector<Way> ways;
};

/// Finds them now, on any thread; the module takes one request at a time. `failed` where Graphviz is not installed.
Places find_places(const PlaceRequest& request);

/// The places of a chain, in which each box leads to the next: on a straight line. Empty for what is no chain.
std::optional<Places> chain_places(const PlaceRequest& request);

/// Main thread. The worker starts with the first request.
class Placer {
 public:
  /// `wake` is called on the worker's thread when an answer has come.
  explicit Placer(std::function<void()> wake);
  ~Placer();
  Placer(const Placer&) = delete;
  Placer& operator=(const Placer&) = delete;

  /// Waits at most 5 ms; nullptr while it takes longer. The answer holds until the next call of `tidy`.
  const Places* get(const PlaceRequest& request, std::uint64_t frame);
  bool loading() const;
  void wait();  ///< until nothing is loading
  /// Forgets what was not asked for lately when there is much of it.
  void tidy(std::uint64_t frame);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ui
