#pragma once
// All terms of a course in alphabetical order, with where each is taught and what it belongs to.

#include <string>
#include <vector>

#include "course/model.h"

namespace screens::glossary {

struct Term {
  const course::Concept* entry = nullptr;
  std::vector<const course::Lesson*> taught;      ///< in the order of the course
  std::vector<const course::Concept*> needs;      ///< what it stands on
  std::vector<const course::Concept*> needed_by;  ///< what stands on it
  std::string letter;                             ///< its heading: "A", "É" is under "E", digits and signs under "#"
};

/// Those whose name holds what is looked for, else those whose definition does; case and accents do not count, neither for finding
/// nor for the order. All terms when nothing is looked for. Pointers are into `course`.
std::vector<Term> terms(const course::Course& course, const std::string& query);

}  // namespace screens::glossary
