#pragma once
// What the simulation found, as the table of docs/memory.md.

#include <string>
#include <vector>

#include "memory/simulated/measures.h"

namespace simulated {

/// One scheduler with one kind of learner: means over several learners.
struct Row {
  std::string learner, scheduler;
  Measures measures;
  bool foretells = false;
};

Measures mean(const std::vector<Measures>& all);

/// Markdown, a line for each row.
std::string table(const std::vector<Row>& rows);

/// Where two tables differ by more than machines do: a fit computes in single precision, with the vectors that the machine
/// has, and a review that comes a day later changes all that follow. Empty: nowhere.
std::string differences(const std::string& expected, const std::string& found);

}  // namespace simulated
