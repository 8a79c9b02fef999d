// What the simulation is made of: the theories of memory, the kinds of learners, the published SM-2.

#include <cmath>

#include "memory/simulated/study.h"
#include "support/test.h"

namespace simulated_parts_test {
namespace {

using memory::Grade;
using simulated::Learner;

/// Studied on two days and explained each time; how well it is known on a third.
double known_after(const Learner& learner, double second, double asked) {
  const simulated::TruthPtr truth = learner.truth(0);
  truth->study(0, false);
  truth->study(second, false);
  return truth->recall(asked);
}

/// The waits that follow these grades, each given when its time has come.
std::vector<int> sm2_waits(const std::vector<Grade>& grades) {
  const simulated::SchedulerPtr scheduler = simulated::sm2(1);
  std::vector<int> waits;
  double day = 0;
  for (const Grade grade : grades) {
    scheduler->answered(0, day, grade, false);
    waits.push_back(scheduler->wait(0, {}, 1).days);
    day += waits.back();
  }
  return waits;
}

}  // namespace

TEST_CASE(
    "both theories forget, and remember better what was studied on two days than what was studied twice at once") {
  for (const simulated::Theory theory : simulated::kTheories) {
    for (const simulated::Kind kind : simulated::kKinds) {
      const Learner learner = simulated::learner(kind, theory);
      INFO(simulated::name_of(theory) << ", " << simulated::name_of(kind));
      const simulated::TruthPtr truth = learner.truth(3);
      truth->study(0, false);
      double before = 1;
      for (double day = 0.01; day < 3000; day *= 2) {
        const double now = truth->recall(day);
        CHECK(now >= 0);
        CHECK(now <= before);
        before = now;
      }
      CHECK(before < 0.3);
      CHECK(known_after(learner, 1, 31) > known_after(learner, 0.01, 31));
    }
  }
}

TEST_CASE("ACT-R's activation is the published formula") {
  // One study, 2 days ago: 600 seconds of the session and a fortieth of the other 172,200 count.
  const simulated::ActivationTraits traits;
  simulated::Activation truth(traits, 1);
  truth.study(0, false);
  const double first = 1 - 0.177 * std::log(600 + 0.025 * 172'200);
  CHECK(truth.recall(2) == Approx(1 / (1 + std::exp((-0.704 - first) / 0.255))));
  truth.study(2, false);
  const double decay = 0.217 * std::exp(first - 1) + 0.177;
  const double both = 1 + std::log(std::pow(600 + 0.025 * 258'600, -0.177) + std::pow(600 + 0.025 * 85'800, -decay));
  CHECK(truth.recall(3) == Approx(1 / (1 + std::exp((-0.704 - both) / 0.255))));
}

TEST_CASE("SM-2 is the published rule") {
  using enum Grade;
  CHECK(sm2_waits({good, good, good, good, good}) == std::vector<int>{1, 6, 15, 38, 95});
  // Easy adds 0.1 to the ease, Hard takes 0.14; intervals are rounded up.
  CHECK(sm2_waits({easy, easy, easy}) == std::vector<int>{1, 6, 17});
  CHECK(sm2_waits({hard, hard, hard}) == std::vector<int>{1, 6, 13});
  // What is forgotten begins anew and keeps its ease.
  CHECK(sm2_waits({good, good, hard, again, good, good}) == std::vector<int>{1, 6, 15, 1, 6, 15});
  const std::vector<int> hardest = sm2_waits(std::vector<Grade>(20, hard));
  CHECK(hardest[19] == static_cast<int>(std::ceil(1.3 * hardest[18])));
  const auto scheduler = simulated::sm2(1);
  CHECK(scheduler->repeats(again));
  CHECK(scheduler->repeats(hard));
  CHECK(!scheduler->repeats(good));
}

TEST_CASE("learners keep their habits, and the same learner studies the same way again") {
  for (const simulated::Kind kind : simulated::kKinds) {
    const Learner learner = simulated::learner(kind, simulated::Theory::activation);
    const auto visits = learner.visits();
    int questions = 0, before = -1;
    for (const simulated::Visit& visit : visits) {
      CHECK(visit.day > before);
      CHECK(visit.day < learner.days);
      CHECK((visit.hour > 0 && visit.hour < 0.97));
      before = visit.day;
      questions += visit.new_questions;
    }
    INFO(simulated::name_of(kind));
    CHECK(questions == learner.questions);
    const auto days = static_cast<int>(visits.size());
    const bool daily = kind != simulated::Kind::irregular && kind != simulated::Kind::cramming;
    CHECK((days == learner.days) == daily);
    CHECK(days > (kind == simulated::Kind::cramming ? 60 : 150));
  }
  Learner learner = simulated::learner(simulated::Kind::irregular, simulated::Theory::scales);
  learner.questions = 40;
  learner.days = 120;
  const auto known = [&] {
    const auto scheduler = simulated::fsrs7(learner.questions, 0.9, simulated::Fitting::often);
    return simulated::study(learner, *scheduler).known;
  };
  const double first = known();
  CHECK(first > 0.5);
  CHECK(known() == first);
}

}  // namespace simulated_parts_test
