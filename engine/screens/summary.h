#pragma once
// The end of a lesson: what was right, what to revisit, what comes next.

#include <optional>
#include <string>
#include <vector>

#include "learner/plan.h"
#include "screens/shared.h"

namespace screens::summary {

struct State {
  std::shared_ptr<const course::Course> course;
  std::shared_ptr<const course::Lesson> lesson;
};

struct Row {
  const course::Question* question = nullptr;
  std::string ask;          ///< as it was asked: of its latest variant
  std::size_t section = 0;  ///< where to look again
  std::string section_title;
  double earned = 0;  ///< 0–1
};

/// Something that the lesson stands on, to go back to.
struct Basis {
  const course::Concept* about = nullptr;
  const course::Lesson* lesson = nullptr;  ///< that teaches it
  std::optional<double> recall;            ///< 0–1 today; empty where nothing of it was asked
};

struct Content {
  double earned = 0;
  double possible = 0;
  learner::CertaintyScore certainty;
  std::vector<Row> right;
  std::vector<Row> revisit;
  std::vector<const course::Concept*> concepts;
  bool asks = false;  ///< there is something to be quizzed about
  std::optional<learner::Suggestion> next;
  std::string next_title;
  std::vector<Basis> stands_on;  ///< of a lesson that failed twice, the least known first; else empty
};
Content content(const State& state, const Shared& shared);

}  // namespace screens::summary
