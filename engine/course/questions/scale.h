#pragma once

#include <string>

namespace course {

/// An opinion; nothing is right. Two to 11 steps.
struct Scale {
  int from = 1;
  int to = 5;
  std::string low;  ///< what the lowest step means
  std::string high;
};

}  // namespace course
