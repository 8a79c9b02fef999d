#include "screens/summary.h"

#include <algorithm>

#include "course/variant.h"
#include "reviews/mastery.h"

namespace screens::summary {
namespace {

Row row_of(const course::Lesson& lesson, const course::QuestionId& id, const learner::LessonProgress& progress) {
  Row row;
  for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
    const course::Question* question = lesson.steps[i].question();
    if (!question || question->id != id) continue;
    row.question = question;
    row.ask = question->ask;
    for (std::size_t s = 0; s < lesson.sections.size(); ++s) {
      const course::Section& section = lesson.sections[s];
      if (i < section.first || i >= section.first + section.count) continue;
      row.section = s;
      row.section_title = section.title;
    }
  }
  if (const auto it = progress.questions.find(id); it != progress.questions.end()) {
    row.earned = it->second.earned;
    if (row.question) row.ask = course::ask_of(*row.question, it->second.seed);
  }
  return row;
}

/// Concepts that the lesson needs, with a lesson to look them up in.
std::vector<Basis> stands_on(const State& state, const Shared& shared) {
  const auto known = reviews::mastery(*state.course, shared.reviews, shared.now);
  std::vector<Basis> all;
  for (const course::ConceptId& id : state.lesson->needs) {
    Basis basis{state.course->concept_of(id), nullptr, std::nullopt};
    for (const course::Lesson& lesson : state.course->lessons) {
      const bool teaches = std::find(lesson.teaches.begin(), lesson.teaches.end(), id) != lesson.teaches.end();
      if (teaches && lesson.id != state.lesson->id && !basis.lesson) basis.lesson = &lesson;
    }
    if (const auto found = known.find(id); found != known.end()) basis.recall = found->second.recall;
    if (basis.about && basis.lesson) all.push_back(basis);
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Basis& a, const Basis& b) { return a.recall.value_or(0) < b.recall.value_or(0); });
  return all;
}

}  // namespace

Content content(const State& state, const Shared& shared) {
  Content content;
  const learner::LessonProgress* progress = shared.progress.lesson(state.course->id, state.lesson->id);
  if (!progress) return content;
  const learner::Score score = learner::score(*state.lesson, *progress);
  content.asks = score.possible > 0;
  content.earned = score.earned;
  content.possible = score.possible;
  content.certainty = score.certainty;
  for (const auto& id : score.right) content.right.push_back(row_of(*state.lesson, id, *progress));
  for (const auto& id : score.revisit) content.revisit.push_back(row_of(*state.lesson, id, *progress));
  for (const auto& id : state.lesson->teaches) {
    if (const course::Concept* known = state.course->concept_of(id)) content.concepts.push_back(known);
  }
  const CourseEntry* entry = shared.entry(state.course->id);
  const bool whole = entry && entry->course == state.course && entry->whole;
  content.next = learner::next_lesson(*state.course, shared.progress.course(state.course->id), whole);
  if (content.next) {
    const course::Lesson* next = state.course->lesson(content.next->lesson);
    content.next_title = next ? next->title : content.next->lesson.str();
  }
  if (progress->failed >= 2) content.stands_on = stands_on(state, shared);
  return content;
}

}  // namespace screens::summary
