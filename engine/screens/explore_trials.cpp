#include "screens/explore_trials.h"

#include <array>
#include <cmath>

#include "base/random.h"

namespace screens::explore {
namespace {

using Phase = TrialRun::Phase;

constexpr std::array kChoices{1, 2, 4, 8};
constexpr std::array kDistances{120.0, 220.0, 400.0};
constexpr std::array kWidths{16.0, 32.0, 64.0};
constexpr base::Duration kShortest{600};  ///< before a field is lit
constexpr std::size_t kLonger = 800;      ///< ms more, at random, so that nobody can count
constexpr base::Duration kTooLate{3000};  ///< somebody was looking elsewhere
constexpr base::Duration kTooEarly{80};   ///< no hand is as fast: it was a guess

base::Random random_of(const TrialRun& run) {
  return base::Random(run.seed + static_cast<std::uint64_t>(run.index) * 7919 +
                      static_cast<std::uint64_t>(run.mistakes) * 104729);
}

/// The same numbers of choices and the same distances come equally often, in an order of chance.
std::size_t kind_of(const TrialRun& run, std::size_t kinds) {
  std::vector<std::size_t> order(kinds);
  for (std::size_t i = 0; i < kinds; ++i) order[i] = i;
  const auto round = static_cast<std::size_t>(run.index) / kinds;
  base::Random(run.seed + round).shuffle(order);
  return order[static_cast<std::size_t>(run.index) % kinds];
}

void prepare(TrialRun& run, const explorable::Trials& trials, base::TimePoint now) {
  if (run.index >= trials.count) {
    run.phase = Phase::idle;
    return;
  }
  base::Random random = random_of(run);
  if (trials.kind == explorable::Trials::Kind::reaction) {
    run.choices = kChoices[kind_of(run, kChoices.size())];
    run.lit = static_cast<int>(random.below(static_cast<std::size_t>(run.choices)));
    run.show_at = now + kShortest + base::Duration(static_cast<std::int64_t>(random.below(kLonger)));
    run.phase = Phase::waiting;
    return;
  }
  const std::size_t kind = kind_of(run, kDistances.size() * kWidths.size());
  run.distance = kDistances[kind / kWidths.size()];
  run.width = kWidths[kind % kWidths.size()];
  run.lit = static_cast<int>(random.below(2));
  run.phase = Phase::ready;
}

double bits_of(const TrialRun& run, const explorable::Trials& trials) {
  if (trials.kind == explorable::Trials::Kind::reaction) return std::log2(run.choices + 1);  // Hick 1952
  return std::log2(run.distance / run.width + 1);  // Fitts 1954, as Shannon's theorem has it (MacKenzie 1992)
}

}  // namespace

void start_trials(TrialRun& run, const explorable::Trials& trials, std::uint64_t seed, base::TimePoint now) {
  run = {};
  run.seed = seed;
  prepare(run, trials, now);
}

void light(TrialRun& run, base::TimePoint now) {
  if (run.phase != Phase::waiting || now < run.show_at) return;
  run.phase = Phase::shown;
  run.shown_at = now;
}

std::optional<explorable::Trial> respond(TrialRun& run, const explorable::Trials& trials, int choice,
                                         base::TimePoint now) {
  if (run.phase == Phase::idle) return std::nullopt;
  if (run.phase == Phase::ready) {
    if (choice != 0) return std::nullopt;
    run.phase = Phase::shown;
    run.shown_at = now;
    return std::nullopt;
  }
  const bool reaction = trials.kind == explorable::Trials::Kind::reaction;
  const base::Duration took = now - run.shown_at;
  const bool right = run.phase == Phase::shown && choice == (reaction ? run.lit : 1);
  if (!right && !reaction && choice == 0) return std::nullopt;
  if (!right || took > kTooLate || took < kTooEarly) {
    ++run.mistakes;
    prepare(run, trials, now);
    return std::nullopt;
  }
  const explorable::Trial trial{bits_of(run, trials), std::chrono::duration<double>(took).count()};
  ++run.index;
  prepare(run, trials, now);
  return trial;
}

}  // namespace screens::explore
