#include "memory/many.h"

#include <array>

#include "memory/lanes/fsrs6.h"
#include "memory/lanes/fsrs7.h"
#include "memory/lanes/machine.h"

namespace memory {
namespace lanes {
namespace {

/// Where the numbers of many questions lie: one array for each quantity of a state.
template <std::size_t kQuantities>
struct Arrays {
  std::array<double*, kQuantities> state{};
  const double* days = nullptr;
  const std::uint8_t* grades = nullptr;  ///< none: recall alone
  double* recall = nullptr;
};

template <class V>
MEMORY_INLINE V load_doubles(const double* from) {
  V v;
  __builtin_memcpy(&v, from, sizeof v);
  return v;
}

template <class V>
MEMORY_INLINE void store_doubles(const V& v, double* to) {
  __builtin_memcpy(to, &v, sizeof v);
}

/// As many questions as a vector holds, from `at` on.
template <class L, class V, std::size_t kQuantities>
MEMORY_INLINE void some(const Arrays<kQuantities>& arrays, std::size_t at, const typename L::Constants& c) {
  static_assert(sizeof(typename L::State) == kQuantities * sizeof(V));
  std::array<V, kQuantities> read{};
  for (std::size_t q = 0; q < kQuantities; ++q) read[q] = load_doubles<V>(arrays.state[q] + at);
  typename L::State state{};
  __builtin_memcpy(&state, &read, sizeof state);
  typename L::Work work{};
  L::recall(c, state, load_doubles<V>(arrays.days + at), work);
  store_doubles<V>(L::recalled(work), arrays.recall + at);
  if (arrays.grades == nullptr) return;
  V grade{};
  for (int i = 0; i < Traits<V>::kCount; ++i) grade[i] = arrays.grades[at + static_cast<std::size_t>(i)];
  state = L::next(c, grade, work);
  __builtin_memcpy(&read, &state, sizeof state);
  for (std::size_t q = 0; q < kQuantities; ++q) store_doubles<V>(read[q], arrays.state[q] + at);
}

/// What is left over when vectors are full, through arrays of a vector's length filled up with harmless numbers.
template <class L, class V, std::size_t kQuantities>
MEMORY_INLINE void rest(const Arrays<kQuantities>& arrays, std::size_t at, std::size_t count,
                        const typename L::Constants& c) {
  constexpr std::size_t kMost = 8;
  std::array<std::array<double, kMost>, kQuantities> state{};
  std::array<double, kMost> days{}, recall{};
  std::array<std::uint8_t, kMost> grades{};
  Arrays<kQuantities> own;
  for (std::size_t q = 0; q < kQuantities; ++q) {
    for (double& value : state[q]) value = 1;
    for (std::size_t i = at; i < count; ++i) state[q][i - at] = arrays.state[q][i];
    own.state[q] = state[q].data();
  }
  for (std::size_t i = at; i < count; ++i) {
    days[i - at] = arrays.days[i];
    if (arrays.grades != nullptr) grades[i - at] = arrays.grades[i];
  }
  own.days = days.data();
  own.recall = recall.data();
  if (arrays.grades != nullptr) own.grades = grades.data();
  some<L, V>(own, 0, c);
  for (std::size_t i = at; i < count; ++i) {
    arrays.recall[i] = recall[i - at];
    for (std::size_t q = 0; arrays.grades != nullptr && q < kQuantities; ++q) arrays.state[q][i] = state[q][i - at];
  }
}

template <class L, class V, std::size_t kQuantities>
MEMORY_INLINE void every(const Arrays<kQuantities>& arrays, std::size_t count, const auto& w) {
  const typename L::Constants c = L::constants(w);
  constexpr std::size_t kCount = Traits<V>::kCount;
  std::size_t at = 0;
  for (; at + kCount <= count; at += kCount) some<L, V>(arrays, at, c);
  if (at < count) rest<L, V>(arrays, at, count, c);
}

template <template <class> class L, std::size_t kQuantities, class Parameters>
struct Many {
  MEMORY_AVX2 static void avx2(const Arrays<kQuantities>& arrays, std::size_t count, const Parameters& w) {
    every<L<Vector<double, 4>>, Vector<double, 4>>(arrays, count, w);
  }
  static void baseline(const Arrays<kQuantities>& arrays, std::size_t count, const Parameters& w) {
    every<L<Vector<double, 2>>, Vector<double, 2>>(arrays, count, w);
  }
  static void run(const Arrays<kQuantities>& arrays, std::size_t count, const Parameters& w) {
    widest() == Instructions::avx2 ? avx2(arrays, count, w) : baseline(arrays, count, w);
  }
};

Arrays<2> arrays_of(const ManyStates6& states) {
  // Written to only where a review is asked for, and then the caller's states are not const.
  return {{const_cast<double*>(states.stability.data()), const_cast<double*>(states.difficulty.data())}};
}

Arrays<3> arrays_of(const ManyStates7& states) {
  return {{const_cast<double*>(states.stability.data()), const_cast<double*>(states.short_stability.data()),
           const_cast<double*>(states.difficulty.data())}};
}

void run(const Fsrs6& model, const ManyStates6& states, const double* days, const std::uint8_t* grades,
         double* recall) {
  Arrays<2> arrays = arrays_of(states);
  arrays.days = days;
  arrays.grades = grades;
  arrays.recall = recall;
  Many<Lanes6, 2, Fsrs6::Parameters>::run(arrays, states.stability.size(), model.parameters());
}

void run(const Fsrs7& model, const ManyStates7& states, const double* days, const std::uint8_t* grades,
         double* recall) {
  Arrays<3> arrays = arrays_of(states);
  arrays.days = days;
  arrays.grades = grades;
  arrays.recall = recall;
  Many<Lanes7, 3, Fsrs7::Parameters>::run(arrays, states.stability.size(), model.parameters());
}

}  // namespace
}  // namespace lanes

void recall(const Fsrs6& model, const ManyStates6& states, std::span<const double> days, std::span<double> recall) {
  lanes::run(model, states, days.data(), nullptr, recall.data());
}

void recall(const Fsrs7& model, const ManyStates7& states, std::span<const double> days, std::span<double> recall) {
  lanes::run(model, states, days.data(), nullptr, recall.data());
}

void advance(const Fsrs6& model, ManyStates6& states, std::span<const double> days,
             std::span<const std::uint8_t> grades, std::span<double> recall) {
  lanes::run(model, states, days.data(), grades.data(), recall.data());
}

void advance(const Fsrs7& model, ManyStates7& states, std::span<const double> days,
             std::span<const std::uint8_t> grades, std::span<double> recall) {
  lanes::run(model, states, days.data(), grades.data(), recall.data());
}

}  // namespace memory
