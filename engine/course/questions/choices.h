#pragma once

#include <string>
#include <vector>

namespace course {

struct Choice {
  bool right = false;
  std::string text;     ///< Markdown
  std::string because;  ///< Markdown; why it is right or wrong, may be empty
};

/// Pick one, or several where more than one choice is right. Two to 26 choices, at least one right.
struct Choices {
  std::vector<Choice> choices;
  bool keep_last = false;  ///< when shuffled, the last one stays last ("none of these")

  bool several() const {
    int right = 0;
    for (const Choice& choice : choices) right += choice.right;
    return right > 1;
  }
};

}  // namespace course
