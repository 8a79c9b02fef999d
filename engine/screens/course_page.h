#pragma once
// One course: modules with their lessons, what comes next and why, its concepts, and its reviews (course_reviews.h).

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "learner/plan.h"
#include "screens/shared.h"

namespace screens::course_page {

enum class Tab { lessons, concepts, glossary, reviews };

struct State {
  course::CourseId course;
  Tab tab = Tab::lessons;
  course::ConceptId chosen;               ///< concept whose definition is open; may be empty
  std::string query;                      ///< what is looked for in the glossary
  std::set<course::ModuleId> objectives;  ///< modules whose objectives are open
  std::string exam;                       ///< the day being typed for which the course is learned
};

struct Show {
  Tab tab;
};
struct Choose {
  course::ConceptId concept_id;
};  ///< again: closes it
struct ShowObjectives {
  course::ModuleId module_id;
};  ///< again: closes them

/// A term of the glossary.
struct ShowTerm {
  course::ConceptId concept_id;
};
struct TypeQuery {
  std::string query;
};

struct TypeExam {
  std::string typed;
};

using Action = std::variant<Show, Choose, ShowObjectives, ShowTerm, TypeQuery, TypeExam>;
void update(State& state, const Action& action);

enum class LessonMark { fresh, begun, complete, broken };
struct LessonRow {
  course::LessonId id;
  std::string title;
  std::string summary;
  int minutes = 0;
  LessonMark mark = LessonMark::fresh;
  double share = 0;   ///< of its steps, 0–1
  bool next = false;  ///< the plan's suggestion
};
struct ModuleRow {
  const course::Module* module = nullptr;
  bool asks = false;  ///< there is something to be quizzed about
  std::vector<LessonRow> lessons;
};
std::vector<ModuleRow> rows(const CourseEntry& entry, const Shared& shared);

/// A quiz of the course's file, with how it went last.
struct QuizRow {
  const course::Quiz* quiz = nullptr;
  std::optional<double> share;  ///< of the points of the latest result, 0–1
  bool running = false;         ///< begun and not handed in
};
std::vector<QuizRow> quiz_rows(const CourseEntry& entry, const Shared& shared);

/// What to open next in this course.
std::optional<learner::Suggestion> suggestion(const CourseEntry& entry, const Shared& shared);

}  // namespace screens::course_page
