#pragma once

#include <string>
#include <vector>

namespace course {

struct Pair {
  std::string left;
  std::string right;
};

/// Pair two columns: two to 12 pairs. Equal right sides are interchangeable.
struct Match {
  std::vector<Pair> pairs;
  std::vector<std::string> extra;  ///< right sides that belong to nothing

  /// The right sides without repetition, in the order of the file, `extra` last.
  std::vector<std::string> rights() const {
    std::vector<std::string> all;
    const auto add = [&](const std::string& text) {
      for (const std::string& known : all) {
        if (known == text) return;
      }
      all.push_back(text);
    };
    for (const Pair& pair : pairs) add(pair.right);
    for (const std::string& text : extra) add(text);
    return all;
  }
};

}  // namespace course
