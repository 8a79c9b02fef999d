#include "screens/course_page.h"

#include "course/draw.h"
#include "learner/quiz_progress.h"

namespace screens::course_page {
namespace {

LessonRow row_of(const CourseEntry& entry, const Shared& shared, const course::LessonId& id) {
  LessonRow row{.id = id, .title = id.str()};
  const course::Lesson* lesson = entry.course->lesson(id);
  const learner::LessonProgress* progress = shared.progress.lesson(entry.course->id, id);
  if (lesson) {
    row.title = lesson->title;
    row.summary = lesson->summary;
    row.minutes = lesson->minutes;
    const double steps = static_cast<double>(lesson->steps.size());
    row.share = steps > 0 ? static_cast<double>(learner::resume_at(*lesson, progress)) / steps : 0;
  } else if (entry.whole) {
    row.mark = LessonMark::broken;
    return row;
  }
  if (!progress) return row;
  if (progress->complete)
    row.mark = LessonMark::complete;
  else if (!progress->finished.empty() || progress->opened)
    row.mark = LessonMark::begun;
  return row;
}

}  // namespace

void update(State& state, const Action& action) {
  if (const auto* show = std::get_if<Show>(&action)) state.tab = show->tab;
  if (const auto* choose = std::get_if<Choose>(&action)) {
    state.chosen = state.chosen == choose->concept_id ? course::ConceptId() : choose->concept_id;
    state.tab = Tab::concepts;
  }
  if (const auto* shown = std::get_if<ShowObjectives>(&action)) {
    if (state.objectives.erase(shown->module_id) == 0) state.objectives.insert(shown->module_id);
  }
  if (const auto* term = std::get_if<ShowTerm>(&action)) {
    state.tab = Tab::glossary;
    state.chosen = term->concept_id;
    state.query.clear();  // or it might not be in the list
  }
  if (const auto* type = std::get_if<TypeQuery>(&action)) state.query = type->query;
  if (const auto* type = std::get_if<TypeExam>(&action)) state.exam = type->typed;
}

std::vector<ModuleRow> rows(const CourseEntry& entry, const Shared& shared) {
  const auto next = suggestion(entry, shared);
  const course::AskedAbout asked = course::asked_about(*entry.course);
  std::vector<ModuleRow> rows;
  for (const course::Module& module : entry.course->modules) {
    ModuleRow& row = rows.emplace_back();
    row.module = &module;
    row.asks = entry.whole && asked.modules.contains(module.id);
    for (const course::LessonId& id : module.lessons) {
      row.lessons.push_back(row_of(entry, shared, id));
      row.lessons.back().next = next && next->lesson == id;
    }
  }
  return rows;
}

std::vector<QuizRow> quiz_rows(const CourseEntry& entry, const Shared& shared) {
  std::vector<QuizRow> rows;
  for (const course::Quiz& quiz : entry.course->quizzes) {
    QuizRow& row = rows.emplace_back();
    row.quiz = &quiz;
    const learner::QuizProgress* known = shared.progress.quiz(entry.course->id, quiz.id);
    if (!known) continue;
    row.running = known->running.has_value();
    if (!known->record.empty()) row.share = learner::score(known->record.back().finish).share();
  }
  return rows;
}

std::optional<learner::Suggestion> suggestion(const CourseEntry& entry, const Shared& shared) {
  return learner::next_lesson(*entry.course, shared.progress.course(entry.course->id), entry.whole);
}

}  // namespace screens::course_page
