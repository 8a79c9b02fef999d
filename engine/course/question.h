#pragma once
// A question: what all kinds share, and one kind. Adding a kind: a file in course/questions, grading/questions and
// views/questions, and its name in `Kind` below; whatever then lacks a case does not compile.

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "course/given.h"
#include "course/ids.h"
#include "course/questions/answers.h"
#include "course/questions/blanks.h"
#include "course/questions/choices.h"
#include "course/questions/goal.h"
#include "course/questions/match.h"
#include "course/questions/number.h"
#include "course/questions/open.h"
#include "course/questions/order.h"
#include "course/questions/predict.h"
#include "course/questions/scale.h"
#include "course/questions/sort.h"
#include "course/questions/spot.h"

namespace course {

using Kind = std::variant<Choices, Number, Answers, Blanks, Order, Match, Sort, Scale, Open, Goal, Predict, Spot>;

/// Markdown, offered once that many tries went wrong. Hints are given one by one.
struct Hint {
  std::string text;
  int after = 0;  ///< 0–9, never less than that of the hint before it
};

class Variants;

/// Responses by which the author tests the marking; `grading/proof.h` runs them.
struct Claims {
  std::vector<Given> accept;  ///< must earn full credit
  std::vector<Given> reject;  ///< must earn none
};

struct Question {
  QuestionId id;
  std::uint64_t key =
      0;  ///< fingerprint of what is right (reading/fingerprint.h), the same in all languages; 0: made by hand
  std::string ask;  ///< Markdown
  std::vector<ConceptId> concepts;
  std::vector<Hint> hints;
  std::string explain;   ///< Markdown, may be empty
  int tries = 2;         ///< 1–10
  double points = 1;     ///< > 0
  bool pretest = false;  ///< a guess before teaching, never counted
  bool sure = false;     ///< ask how sure one is
  bool shuffle = true;
  std::vector<std::string> tags;
  std::vector<SourceId> sources;
  Kind kind;
  std::shared_ptr<const Variants>
      variants;                          ///< of a question with `vars`, which is itself the variant of seed 0; or null
  std::shared_ptr<const Claims> claims;  ///< read by `check` alone, else null
};

/// The key that tells the kind in a file: "choices", "number", …
const char* kind_name(const Kind& kind);

}  // namespace course
