#include "memory/simulated/learner.h"

#include <algorithm>
#include <cmath>

namespace simulated {
namespace {

constexpr double kEvening = 0.8;  // the hour of those who have one: 19:12

// Streams of random numbers.
constexpr std::uint64_t kVisits = 1, kQuestions = 1000;

ActivationTraits activation_of(Kind kind) {
  ActivationTraits traits;
  if (kind == Kind::slow) traits.taken_in = 0.75;
  if (kind == Kind::fast) traits.taken_in = 1.25;
  if (kind == Kind::forgetful) traits.decay = 0.21, traits.spacing = 0.27, traits.taken_in = 1.15;
  return traits;
}

ScalesTraits scales_of(Kind kind) {
  ScalesTraits traits;
  if (kind == Kind::slow) traits.asymptote = 1.3, traits.known = 1.5;
  if (kind == Kind::fast) traits.asymptote = 2, traits.known = 3;
  if (kind == Kind::forgetful) traits.slowness = 0.92;
  return traits;
}

/// New questions come in the first two thirds of the time, as evenly as whole questions can be.
int new_by(const Learner& learner, int day) {
  const int last = learner.days * 2 / 3;
  return learner.questions * std::min(day, last) / last;
}

std::vector<Visit> daily(const Learner& learner, base::Random& random) {
  std::vector<Visit> visits;
  for (int day = 0; day < learner.days; ++day) {
    visits.push_back({day, kEvening + 0.02 * normal(random), new_by(learner, day + 1) - new_by(learner, day), 0});
  }
  return visits;
}

/// A third of the days is missed; every two months or so there is nothing for one to four weeks.
std::vector<Visit> irregular(const Learner& learner, base::Random& random) {
  std::vector<Visit> visits;
  int back = 0, shown = 0;
  for (int day = 0; day < learner.days; ++day) {
    if (random.below(60) == 0) back = day + 7 + static_cast<int>(random.below(22));
    const bool missed = day < back || random.below(3) == 0;
    const double hour = test::between(random, 0.3, 0.95);
    if (missed) continue;
    // After a break they do not make good for all of it at once.
    const int fresh = std::min(new_by(learner, day + 1) - shown, 8);
    visits.push_back({day, hour, fresh, 0});
    shown += fresh;
  }
  return visits;
}

/// Six days before each date, one date in six weeks; questions of the time between come with the first four of them.
std::vector<Visit> cramming(const Learner& learner, base::Random& random) {
  constexpr int kBetween = 42, kDays = 6, kFresh = 4;
  std::vector<Visit> visits;
  for (int date = kBetween; date <= learner.days; date += kBetween) {
    const int fresh = new_by(learner, date) - new_by(learner, date - kBetween);
    for (int i = 0; i < kDays; ++i) {
      const int day = date - kDays + i;
      const int now = i < kFresh ? fresh * (i + 1) / kFresh - fresh * i / kFresh : 0;
      visits.push_back({day, test::between(random, 0.4, 0.9), now, date - day + 3});
    }
  }
  return visits;
}

}  // namespace

const char* name_of(Kind kind) {
  switch (kind) {
    case Kind::slow: return "slow";
    case Kind::fast: return "fast";
    case Kind::forgetful: return "forgetful";
    case Kind::irregular: return "irregular";
    case Kind::cramming: break;
  }
  return "cramming";
}

const char* name_of(Theory theory) { return theory == Theory::activation ? "activation" : "scales"; }

std::vector<Visit> Learner::visits() const {
  base::Random random = stream(seed, kVisits);
  if (kind == Kind::irregular) return irregular(*this, random);
  if (kind == Kind::cramming) return cramming(*this, random);
  return daily(*this, random);
}

TruthPtr Learner::truth(int question) const {
  base::Random random = stream(seed, kQuestions + static_cast<std::uint64_t>(question));
  const double away = normal(random);
  if (theory == Theory::activation) {
    const ActivationTraits traits = activation_of(kind);
    return std::make_unique<Activation>(traits, traits.taken_in + traits.variety * away);
  }
  const ScalesTraits traits = scales_of(kind);
  return std::make_unique<Scales>(traits, traits.asymptote * std::exp(traits.variety * away));
}

memory::Grade Learner::grade(double recall, base::Random& random) const {
  const double u = test::fraction(random), mood = test::fraction(random), slip = normal(random);
  if (u >= recall) return memory::Grade::again;
  if (mood < 1.0 / 6) return static_cast<memory::Grade>(2 + static_cast<int>(mood * 18));
  // Against one's own usual time: where nine in ten are known, an average answer is Good.
  const double odds = recall / std::max(1 - recall, 1e-4);
  const double slower = std::log(9 / odds) + 0.5 * slip;
  if (slower > 1.2) return memory::Grade::hard;
  return slower < -1.8 ? memory::Grade::easy : memory::Grade::good;
}

Learner learner(Kind kind, Theory theory) {
  Learner made;
  made.kind = kind;
  made.theory = theory;
  made.seed = 100 + static_cast<std::uint64_t>(kind) * 10 + static_cast<std::uint64_t>(theory);
  return made;
}

}  // namespace simulated
