#pragma once
// Parameters, states and logs drawn at random, valid ones.

#include <array>
#include <cmath>
#include <vector>

#include "base/random.h"
#include "memory/fsrs6.h"
#include "memory/fsrs7.h"
#include "memory/log.h"

namespace test {

/// A number from 0 to 1.
inline double fraction(base::Random& random) { return static_cast<double>(random.below(1'000'001)) / 1e6; }

inline double between(base::Random& random, double low, double high) { return low + (high - low) * fraction(random); }

/// Evenly by the logarithm.
inline double spread(base::Random& random, double low, double high) {
  return std::exp(between(random, std::log(low), std::log(high)));
}

inline bool close(double ours, double theirs, double relative) {
  return std::abs(ours - theirs) <= relative * std::abs(theirs);
}

inline memory::Grade any_grade(base::Random& random) { return static_cast<memory::Grade>(1 + random.below(4)); }

/// From all over the ranges, now and then at a bound.
template <class Model>
typename Model::Parameters any_parameters(base::Random& random) {
  typename Model::Parameters w{};
  for (std::size_t i = 0; i < Model::kSize; ++i) {
    const memory::ParameterRange& range = Model::ranges()[i];
    const std::size_t kind = random.below(10);
    w[i] = kind == 0   ? range.least
           : kind == 1 ? range.most
           : kind == 2 ? range.usual
           : i < 4     ? spread(random, range.least, range.most)
                       : between(random, range.least, range.most);
  }
  return Model::clipped(w);
}

/// Each no further from its default than this part of it.
template <class Model>
typename Model::Parameters near_parameters(base::Random& random, double part = 0.2) {
  typename Model::Parameters w = Model::defaults();
  for (double& value : w) value *= between(random, 1 - part, 1 + part);
  return Model::clipped(w);
}

inline memory::Fsrs6::State any_state(base::Random& random, const memory::Fsrs6&) {
  return {spread(random, 0.001, 36'500), between(random, 1, 10)};
}

inline memory::Fsrs7::State any_state(base::Random& random, const memory::Fsrs7&) {
  return {spread(random, 0.0001, 36'500), spread(random, 0.0001, 36'500), between(random, 1, 10)};
}

/// Reviews of a learner whose memory is the model's. New cards begin all the time, days are whole or not, about one review
/// in eight follows on the same day.
template <class Model>
memory::ReviewLog study(const Model& truth, std::size_t reviews, base::Random& random, bool whole_days) {
  memory::ReviewLog log;
  while (log.reviews() < reviews) {
    double day = between(random, 0, 400);
    typename Model::State state;
    const std::size_t length = 2 + random.below(14);
    for (std::size_t i = 0; i < length; ++i) {
      double wait = 0;
      if (i > 0 && random.below(8) > 0) {
        wait = std::min(spread(random, 0.3, 3) * truth.interval(state, 0.85).count(), 200.0);
        if (whole_days) wait = std::max(1.0, std::round(wait));
      } else if (i > 0 && !whole_days) {
        wait = between(random, 0.001, 0.1);
      }
      day += wait;
      const double recall = i == 0 ? 0.7 : truth.recall(state, memory::Days(wait));
      const bool known = fraction(random) < recall;
      const memory::Grade grade = known ? static_cast<memory::Grade>(2 + random.below(3)) : memory::Grade::again;
      state = i == 0 ? truth.first(grade) : truth.next(state, memory::Days(wait), grade);
      log.days.push_back(whole_days ? std::floor(day) : day);
      log.grades.push_back(static_cast<std::uint8_t>(grade));
    }
    log.starts.push_back(static_cast<std::uint32_t>(log.reviews()));
  }
  return log;
}

/// The sum of −ln p over all predictions, by the pure functions, and how many they are.
struct Loss {
  double sum = 0;
  std::size_t count = 0;
};

template <class Model>
Loss loss_of(const memory::ReviewLog& log, const Model& model, bool whole_days) {
  Loss loss;
  for (std::size_t card = 0; card < log.cards(); ++card) {
    const std::size_t start = log.starts[card];
    typename Model::State state = model.first(static_cast<memory::Grade>(log.grades[start]));
    for (std::size_t i = start + 1; i < log.starts[card + 1]; ++i) {
      const double days =
          whole_days ? std::floor(log.days[i]) - std::floor(log.days[i - 1]) : log.days[i] - log.days[i - 1];
      const auto reviewed = model.review(state, memory::Days(days), static_cast<memory::Grade>(log.grades[i]));
      if (days > 0) {
        loss.sum -= std::log(log.grades[i] > 1 ? reviewed.recall : 1 - reviewed.recall);
        ++loss.count;
      }
      state = reviewed.state;
    }
  }
  return loss;
}

}  // namespace test
