#pragma once
// What happens in a quiz. A try is known by its quiz and its number; a quiz of a course has at most one try that is running.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "course/draw.h"
#include "course/ids.h"
#include "course/quiz.h"
#include "learner/certainty.h"
#include "learner/review_event.h"

namespace learner {

/// A try begins, by the rules that hold to its end, however the course is edited meanwhile.
struct QuizStarted {
  course::QuizId quiz;
  int run = 1;             ///< number of the try, from 1
  std::uint64_t seed = 0;  ///< the questions were drawn by
  std::vector<course::Drawn> drawn;
  int minutes = 0;  ///< time limit, 0 for none
  course::Quiz::Feedback feedback = course::Quiz::Feedback::at_once;
  course::Quiz::Layout layout = course::Quiz::Layout::one_by_one;
  int tries = 0;    ///< for each question, 0: the question's own
  double pass = 0;  ///< share, 0–1; 0: nothing to pass
  bool operator==(const QuizStarted&) const = default;
};

/// An answer was put down, to be changed as long as the quiz runs, or, with feedback at once, checked.
struct QuizAnswered {
  course::QuizId quiz;
  int run = 1;
  course::QuestionId question;
  std::string response;  ///< JSON as grading::to_json writes it
  int attempt = 0;       ///< 0: put down; from 1: checked
  double credit = 0;     ///< 0–1, of a checked answer alone
  double earned = 0;     ///< 0–1, after tries
  bool last = false;     ///< no further try
  bool gave_up = false;  ///< the answer was asked for
  Certainty certainty = Certainty::unsaid;
  std::optional<double> marks;  ///< −6–3, certainty marks of a first try where they were at stake
  base::Duration took{0};       ///< from showing to here
  bool operator==(const QuizAnswered&) const = default;
};

/// "Come back to this one", or no more.
struct QuizFlagged {
  course::QuizId quiz;
  int run = 1;
  course::QuestionId question;
  bool on = true;
  bool operator==(const QuizFlagged&) const = default;
};

struct Points {
  double earned = 0;
  double possible = 0;
  double share() const { return possible > 0 ? earned / possible : 0; }
  bool operator==(const Points&) const = default;
};

/// How one question of a finished try was marked.
struct QuizResult {
  course::QuestionId question;
  double credit = 0;                 ///< 0–1, of the latest answer alone
  double earned = 0;                 ///< 0–1, after tries
  double points = 1;                 ///< what full credit is worth
  bool answered = false;             ///< something was answered
  bool marked = true;                ///< false: an opinion, which earns nothing and is not counted
  std::optional<double> marks;       ///< −6–3, certainty marks, where they were at stake; never part of credit
  std::optional<Return> comes_back;  ///< of an answered question that is marked
  bool operator==(const QuizResult&) const = default;
};

/// Handed in, with the marks of then: they stand, however the course is edited later.
struct QuizFinished {
  course::QuizId quiz;
  int run = 1;
  std::vector<QuizResult> results;  ///< in the order asked
  std::map<course::ConceptId, Points> concepts;
  bool time_up = false;    ///< handed in by the clock
  base::Duration took{0};  ///< from the beginning
  bool operator==(const QuizFinished&) const = default;
};

/// Given up without a result.
struct QuizAbandoned {
  course::QuizId quiz;
  int run = 1;
  bool operator==(const QuizAbandoned&) const = default;
};

}  // namespace learner
