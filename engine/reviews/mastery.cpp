#include "reviews/mastery.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>
#include <utility>

namespace reviews {
namespace {

/// Beyond this many steps along `needs` nothing is said any more: 0.3³ is 3 %.
constexpr int kMostSteps = 2;

struct Sum {
  double recall = 0;
  double weight = 0;
  void add(double value, double by) {
    recall += value * by;
    weight += by;
  }
};

using Needs = std::map<course::ConceptId, std::vector<course::ConceptId>>;

/// What `id` stands on, with the number of steps to it; each once, by the shortest way.
std::map<course::ConceptId, int> below(const course::ConceptId& id, const Needs& needs) {
  std::map<course::ConceptId, int> found;
  std::vector<course::ConceptId> edge{id};
  for (int steps = 1; steps <= kMostSteps; ++steps) {
    std::vector<course::ConceptId> next;
    for (const course::ConceptId& at : edge) {
      const auto below_it = needs.find(at);
      if (below_it == needs.end()) continue;
      for (const course::ConceptId& need : below_it->second) {
        if (need != id && found.try_emplace(need, steps).second) next.push_back(need);
      }
    }
    edge = std::move(next);
  }
  return found;
}

struct Tally {
  Mastery mastery;
  Sum own;
};

/// What the questions of each concept say of it. One look-up for each question, and one for each concept of it: there may be
/// hundreds of thousands.
std::unordered_map<course::ConceptId, Tally> tallies(const course::Course& course, const Reviews& reviews,
                                                     base::TimePoint now) {
  std::unordered_map<course::ConceptId, Tally> all;
  for (const course::Lesson& lesson : course.lessons) {
    for (const course::Step& step : lesson.steps) {
      const course::Question* question = step.question();
      if (question == nullptr || std::holds_alternative<course::Scale>(question->kind)) continue;
      const CardIndex card = reviews.find(course.id, question->id);
      const std::optional<double> recall = card == kNone ? std::nullopt : reviews.recall(card, now);
      for (const course::ConceptId& about : question->concepts) {
        Tally& tally = all[about];
        ++tally.mastery.questions;
        if (!recall) continue;
        ++tally.mastery.answered;
        tally.own.add(*recall, 1);
      }
    }
  }
  return all;
}

}  // namespace

std::map<course::ConceptId, Mastery> mastery(const course::Course& course, const Reviews& reviews,
                                             base::TimePoint now) {
  std::map<course::ConceptId, Mastery> all;
  std::map<course::ConceptId, Sum> own;
  for (const auto& [about, tally] : tallies(course, reviews, now)) {
    all.emplace(about, tally.mastery);
    if (tally.mastery.answered > 0) own.emplace(about, tally.own);
  }
  Needs needs;
  for (const course::Concept& each : course.concepts) needs[each.id] = each.needs;
  std::map<course::ConceptId, Sum> with_graph = own;
  for (const auto& [about, sum] : own) {
    for (const auto& [need, steps] : below(about, needs))
      with_graph[need].add(sum.recall / sum.weight, sum.weight * std::pow(kCreditThroughGraph, steps));
  }
  std::erase_if(all, [](const auto& each) { return each.second.answered == 0; });
  for (auto& [about, mastery] : all) {
    const double alone = own[about].recall / own[about].weight;
    mastery.recall = std::max(alone, with_graph[about].recall / with_graph[about].weight);
  }
  return all;
}

}  // namespace reviews
