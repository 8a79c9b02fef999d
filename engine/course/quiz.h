#pragma once
// A quiz: which questions of the course it asks, and by which rules. draw.h makes the list of one try from it.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "course/ids.h"

namespace course {

/// Where some of a quiz's questions are drawn from.
struct QuizPool {
  /// Ids of lessons, modules, concepts and questions, and tags. A name that several of them bear means all of them; a word
  /// before it ("lesson:", "module:", "concept:", "tag:", "question:") says which.
  std::vector<std::string> from;
  int count = 1;                 ///< 1–200
  std::optional<double> weight;  ///< points for each question; empty: the question's own
};

struct Quiz {
  enum class Feedback : std::uint8_t {
    at_once,  ///< after each answer, with the tries that are left
    end,      ///< when all is handed in; until then every answer can be changed
  };
  enum class Layout : std::uint8_t { one_by_one, page };

  QuizId id;
  std::string title;
  std::string summary;                ///< Markdown
  std::vector<QuestionId> questions;  ///< asked every time, in this order
  std::vector<QuizPool> pools;        ///< drawn after them
  int minutes = 0;                    ///< time limit, 0 for none
  Feedback feedback = Feedback::at_once;
  Layout layout = Layout::one_by_one;
  bool shuffle = false;               ///< the order of the questions
  int tries = 0;                      ///< for each question, with feedback at once; 0: the question's own
  double pass = 0;                    ///< share of the points, 0–1; 0: nothing to pass
  std::optional<std::uint64_t> seed;  ///< the same draw for everybody, every time
};

}  // namespace course
