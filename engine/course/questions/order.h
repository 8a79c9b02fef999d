#pragma once

#include <string>
#include <vector>

namespace course {

/// Put in order: `items` is the right order, top to bottom; two to 12 items.
struct Order {
  std::vector<std::string> items;  ///< Markdown without blocks
};

}  // namespace course
