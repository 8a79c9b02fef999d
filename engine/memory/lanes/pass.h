#pragma once
// One way through a laid-out log: the loss, its gradient, and how the cards' gradients vary together.

#include <array>
#include <cstddef>
#include <stop_token>
#include <vector>

#include "memory/fsrs6.h"
#include "memory/fsrs7.h"
#include "memory/layout.h"

namespace memory::lanes {

/// Which reviews count for the fit, by their rank in time, and which blocks are looked at.
struct Window {
  float to = 1;           ///< those of a rank below
  std::size_t every = 1;  ///< each so many blocks, from the first on
};

enum class Want { loss, gradient, scatter };

template <class Model>
struct Sums {
  static constexpr std::size_t kSize = Model::kSize;
  double loss = 0;                       ///< Σ w · −ln p(what happened)
  double weight = 0;                     ///< Σ w
  double plain = 0;                      ///< the same without weights, of all reviews, whatever the window
  std::array<double, kSize> gradient{};  ///< of the loss by each parameter
  std::array<double, kSize*(kSize + 1) / 2> scatter{};  ///< Σ over cards of g gᵀ, the lower triangle row by row
};

/// The loss of each review, −ln p, where the layout has it; 0 where nothing is predicted.
using Losses = std::vector<float>;

/// Stops early, with sums that mean nothing, once `stop` is asked for. Single precision within a few hundred reviews, double
/// precision over them. Uses the widest vectors that the machine has; results differ between machines in the last digits.
/// `losses`, where given, has the layout's size.
Sums<Fsrs6> pass(const Layout& layout, const Fsrs6::Parameters& w, const Window& window, Want want,
                 const std::stop_token& stop, Losses* losses = nullptr);
Sums<Fsrs7> pass(const Layout& layout, const Fsrs7::Parameters& w, const Window& window, Want want,
                 const std::stop_token& stop, Losses* losses = nullptr);

}  // namespace memory::lanes
