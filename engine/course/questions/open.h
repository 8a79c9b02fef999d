#pragma once

#include <string>
#include <vector>

namespace course {

/// Free writing; then one compares with the rubric and grades oneself.
struct Open {
  std::vector<std::string> rubric;  ///< at least one point; each is met or not
  std::string model;                ///< Markdown; an example answer, may be empty
  int words = 0;                    ///< a suggestion, never a limit; 0 for none
};

}  // namespace course
