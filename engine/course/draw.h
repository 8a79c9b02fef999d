#pragma once
// From a quiz and a seed to the questions of one try. Pure: the same on every machine for the same course and seed.

#include <cstdint>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "course/model.h"

namespace course {

/// One question of a try.
struct Drawn {
  QuestionId question;
  std::uint64_t seed = 0;  ///< of its variant and of the order that its choices are shown in; below 2^63
  double points = 1;       ///< what full credit is worth here

  bool operator==(const Drawn&) const = default;
};

/// Draws each question at most once: the fixed ones first, then pool by pool. A pool's questions stand in the order of the
/// course unless the quiz shuffles. What the course does not have is left out; `check` reports it. Needs the lessons loaded.
/// Takes time in proportion to the course's questions times the quiz's pools.
std::vector<Drawn> draw(const Quiz& quiz, const Course& course, std::uint64_t seed);

/// These as they are asked: the variants drawn, each with the points it is worth there. What the course does not have is left out.
std::vector<Question> questions_of(const std::vector<Drawn>& drawn, const Course& course);

/// The questions that a pool is drawn from, in the order of `lessons`. Pretests and opinions are left out unless the pool names them.
std::vector<const Question*> questions_in(const QuizPool& pool, const std::vector<Module>& modules,
                                          const std::vector<const Lesson*>& lessons);

/// A question of a course and the lesson it stands in.
struct AskedIn {
  const Lesson* lesson = nullptr;
  const Question* question = nullptr;
  explicit operator bool() const { return question != nullptr; }
};
AskedIn find_question(const Course& course, const QuestionId& id);

/// True when marks can be earned with it: not with an opinion.
bool is_marked(const Question& question);

/// "Quiz me" on a lesson, a module or a concept is a quiz like others, with an id such as "lesson:first", which no quiz in a
/// file can have: at most `quiz_me_count` questions, drawn anew each time, feedback at once.
inline constexpr int quiz_me_count = 10;
QuizId quiz_me(const LessonId& lesson);
QuizId quiz_me(const ModuleId& module);
QuizId quiz_me(const ConceptId& about);

/// The quiz of this id, one of the file or a "quiz me" with the title of what it is about. Empty when there is none.
std::optional<Quiz> quiz_of(const Course& course, const QuizId& id);

/// What a "quiz me" would find questions about.
struct AskedAbout {
  std::set<LessonId> lessons;
  std::set<ModuleId> modules;
  std::set<ConceptId> concepts;
};
AskedAbout asked_about(const Course& course);

/// True for a "quiz me".
bool is_quiz_me(const QuizId& id);

}  // namespace course
