#pragma once
// "Find anything" (Ctrl+K): lessons, concepts, quizzes and courses by a few letters.

#include <string>
#include <variant>
#include <vector>

#include "screens/place.h"
#include "screens/shared.h"

namespace screens::find {

struct State {
  std::string query;
  std::size_t chosen = 0;
  std::string glossary = {};  ///< what a glossary is called in the learner's language
  std::string progress = {};  ///< and the screen of that name
};

struct Type {
  std::string query;
  std::string glossary = {};
  std::string progress = {};
};
struct Move {
  int by = 1;
};
using Action = std::variant<Type, Move>;

struct Hit {
  enum class Kind { lesson, concept_of_course, course, quiz, quiz_me, glossary, screen };
  Kind kind = Kind::lesson;
  std::string title;
  std::string where;  ///< course or module it stands in
  Place place;
};

/// Best first: words that begin with what was typed, then those that contain it; case and accents do not count.
std::vector<Hit> hits(const State& state, const Shared& shared, std::size_t most = 8);

void update(State& state, const Action& action, const Shared& shared);

}  // namespace screens::find
