#include "memory/lanes/pass.h"

#include <vector>

#include "memory/lanes/fsrs6.h"
#include "memory/lanes/fsrs7.h"
#include "memory/lanes/machine.h"

namespace memory::lanes {
namespace {

/// A block's reviews are added up in single precision; after so many blocks the sums go into double precision.
constexpr std::size_t kFlush = 16;

template <class V>
MEMORY_INLINE V load(const float* from) {
  V v;
  __builtin_memcpy(&v, from, sizeof v);
  return v;
}

template <class Model, class L, class V>
struct alignas(64) Running {
  typename L::Gradient gradient{};
  std::array<V, Model::kSize*(Model::kSize + 1) / 2> scatter{};
  V loss{}, weight{}, plain{};
  float* losses = nullptr;
};

/// Adds the loss of the review at `at`; returns how the weighted loss changes with what was forgotten.
template <class L, class V>
MEMORY_INLINE V charge(const Layout& layout, std::size_t at, const Window& window, const typename L::Work& now,
                       auto& sums, V& weight) {
  const V rank = load<V>(&layout.rank[at]);
  const V counted = rank >= 0 ? load<V>(&layout.weight[at]) : V{};
  weight = rank < window.to ? counted : V{};
  const V likely = most(now.grade > 1 ? L::recalled(now) : now.forgotten, all<V>(1e-7));
  const V loss = log(likely);
  const V plain = rank >= 0 ? -loss : V{};
  sums.loss -= weight * loss;
  sums.weight += weight;
  sums.plain += plain;
  if (sums.losses != nullptr) __builtin_memcpy(sums.losses + at, &plain, sizeof plain);
  const V slope = weight / likely;
  return now.grade > 1 ? slope : -slope;
}

template <class L>
MEMORY_INLINE void add_scatter(const typename L::Gradient& g, const auto& scale, auto& scatter) {
  std::size_t k = 0;
  for (std::size_t i = 0; i < L::kSize; ++i) {
    const auto scaled = g[i] * scale;
    for (std::size_t j = 0; j <= i; ++j) scatter[k++] += scaled * g[j];
  }
}

/// As many cards of a block as a vector holds, from `lane` on.
template <class Model, class L, class V, Want kWant>
MEMORY_INLINE void cards(const Layout& layout, const Layout::Block& block, std::size_t lane,
                         const typename L::Constants& c, const Window& window, typename L::Work* work,
                         Running<Model, L, V>& sums) {
  const auto place = [&](std::size_t step) __attribute__((always_inline)) {
    return (block.first_step + step) * Layout::kLanes + lane;
  };
  const V first_grade = load<V>(&layout.grade[place(0)]);
  typename L::State state = L::first(c, first_grade);
  for (std::size_t step = 1; step < block.steps; ++step) {
    const std::size_t at = place(step);
    typename L::Work& now = work[step];
    L::recall(c, state, load<V>(&layout.days[at]), now);
    state = L::next(c, load<V>(&layout.grade[at]), now);
    if constexpr (kWant == Want::loss) {
      V weight;
      charge<L>(layout, at, window, now, sums, weight);
    }
  }
  if constexpr (kWant != Want::loss) {
    alignas(64) typename L::Gradient own{};
    typename L::Gradient& gradient = kWant == Want::scatter ? own : sums.gradient;
    typename L::State by{};
    V own_weight{}, own_square{};
    for (std::size_t step = block.steps - 1; step >= 1; --step) {
      V weight;
      const V by_forgotten = charge<L>(layout, place(step), window, work[step], sums, weight);
      own_weight += weight;
      own_square += weight * weight;
      L::back(c, work[step], by_forgotten, by, gradient);
    }
    L::first_back(c, first_grade, by, gradient);
    if constexpr (kWant == Want::scatter) {
      alignas(64) typename L::Gradient closed = own;
      L::close(c, closed);
      // A card's gradient varies as the squares of its weights; the loss bends as the weights.
      add_scatter<L>(closed, own_weight / most(own_square, all<V>(1e-20)), sums.scatter);
      for (std::size_t i = 0; i < own.size(); ++i) sums.gradient[i] += own[i];
    }
  }
}

template <class Model, class L, class V>
MEMORY_INLINE void flush(const typename L::Constants& c, Running<Model, L, V>& running, Sums<Model>& total) {
  L::close(c, running.gradient);
  for (std::size_t i = 0; i < Model::kSize; ++i) total.gradient[i] += static_cast<double>(sum(running.gradient[i]));
  total.loss += static_cast<double>(sum(running.loss));
  total.weight += static_cast<double>(sum(running.weight));
  total.plain += static_cast<double>(sum(running.plain));
  running.gradient = {};
  running.loss = running.weight = running.plain = V{};
}

template <class Model, class L, class V, Want kWant>
MEMORY_INLINE void blocks(const Layout& layout, const typename Model::Parameters& w, const Window& window,
                          typename L::Work* work, const std::stop_token& stop, Losses* losses, Sums<Model>& total) {
  const typename L::Constants c = L::constants(w);
  Running<Model, L, V> running;
  if (losses != nullptr) running.losses = losses->data();
  std::size_t since = 0;
  for (std::size_t b = 0; b < layout.blocks.size() && !stop.stop_requested(); b += window.every) {
    for (std::size_t lane = 0; lane < Layout::kLanes; lane += Traits<V>::kCount) {
      cards<Model, L, V, kWant>(layout, layout.blocks[b], lane, c, window, work, running);
    }
    if (++since == kFlush) {
      flush<Model, L, V>(c, running, total);
      since = 0;
    }
  }
  flush<Model, L, V>(c, running, total);
  for (std::size_t i = 0; i < total.scatter.size(); ++i)
    total.scatter[i] = static_cast<double>(sum(running.scatter[i]));
}

template <class Model, class V>
struct LanesOf;
template <class V>
struct LanesOf<Fsrs6, V> {
  using type = Lanes6<V>;
};
template <class V>
struct LanesOf<Fsrs7, V> {
  using type = Lanes7<V>;
};

/// One body for each set of instructions: the formulas are inlined into it, and compiled for what it names.
template <class Model, Want kWant>
struct Bodies {
  template <int kCount>
  using L = typename LanesOf<Model, Vector<float, kCount>>::type;
  using Parameters = typename Model::Parameters;

  MEMORY_AVX2 static void avx2(const Layout& layout, const Parameters& w, const Window& window,
                               const std::stop_token& stop, Losses* losses, Sums<Model>& total) {
    std::vector<typename L<8>::Work> work(layout.longest);
    blocks<Model, L<8>, Vector<float, 8>, kWant>(layout, w, window, work.data(), stop, losses, total);
  }
  static void baseline(const Layout& layout, const Parameters& w, const Window& window, const std::stop_token& stop,
                       Losses* losses, Sums<Model>& total) {
    std::vector<typename L<4>::Work> work(layout.longest);
    blocks<Model, L<4>, Vector<float, 4>, kWant>(layout, w, window, work.data(), stop, losses, total);
  }

  static Sums<Model> run(const Layout& layout, const Parameters& w, const Window& window, const std::stop_token& stop,
                         Losses* losses) {
    Sums<Model> total;
    switch (widest()) {
      case Instructions::avx2: avx2(layout, w, window, stop, losses, total); break;
      case Instructions::baseline: baseline(layout, w, window, stop, losses, total); break;
    }
    return total;
  }
};

template <class Model>
Sums<Model> choose(const Layout& layout, const typename Model::Parameters& w, const Window& window, Want want,
                   const std::stop_token& stop, Losses* losses) {
  switch (want) {
    case Want::loss: return Bodies<Model, Want::loss>::run(layout, w, window, stop, losses);
    case Want::gradient: return Bodies<Model, Want::gradient>::run(layout, w, window, stop, losses);
    case Want::scatter: break;
  }
  return Bodies<Model, Want::scatter>::run(layout, w, window, stop, losses);
}

}  // namespace

Sums<Fsrs6> pass(const Layout& layout, const Fsrs6::Parameters& w, const Window& window, Want want,
                 const std::stop_token& stop, Losses* losses) {
  return choose<Fsrs6>(layout, w, window, want, stop, losses);
}

Sums<Fsrs7> pass(const Layout& layout, const Fsrs7::Parameters& w, const Window& window, Want want,
                 const std::stop_token& stop, Losses* losses) {
  return choose<Fsrs7>(layout, w, window, want, stop, losses);
}

}  // namespace memory::lanes
