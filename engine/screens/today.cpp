#include "screens/today.h"

#include <algorithm>

#include "learner/progress.h"

namespace screens::today {
namespace {

Card card_of(const Shared& shared, const course::Course& course, const learner::Suggestion& suggestion) {
  Card card{.course = &course, .lesson = suggestion.lesson, .title = suggestion.lesson.str(), .reason = suggestion.reason};
  const course::Lesson* lesson = course.lesson(suggestion.lesson);
  if (!lesson) return card;
  card.title = lesson->title;
  card.steps = lesson->steps.size();
  card.step = learner::resume_at(*lesson, shared.progress.lesson(course.id, lesson->id));
  const double left = card.steps == 0 ? 0 : 1.0 - static_cast<double>(card.step) / static_cast<double>(card.steps);
  card.minutes_left = std::max(1, static_cast<int>(lesson->minutes * left + 0.5));
  return card;
}

}  // namespace

std::optional<Card> next_card(const Shared& shared) {
  if (const auto latest = shared.progress.latest()) {
    if (const CourseEntry* entry = shared.entry(latest->first)) {
      return card_of(shared, *entry->course, {.lesson = latest->second, .reason = learner::Reason::resume});
    }
  }
  for (const CourseEntry& entry : shared.courses) {
    if (const auto next = learner::next_lesson(*entry.course, shared.progress.course(entry.course->id))) {
      return card_of(shared, *entry.course, *next);
    }
  }
  return std::nullopt;
}

std::vector<Card> later_cards(const Shared& shared, std::size_t most) {
  std::vector<Card> cards;
  const std::optional<Card> first = next_card(shared);
  for (const CourseEntry& entry : shared.courses) {
    const learner::CourseProgress* progress = shared.progress.course(entry.course->id);
    for (const course::Module& module : entry.course->modules) {
      for (const course::LessonId& id : module.lessons) {
        if (cards.size() >= most) return cards;
        if (first && first->course == entry.course.get() && first->lesson == id) continue;
        const learner::LessonProgress* lesson = shared.progress.lesson(entry.course->id, id);
        if (lesson && lesson->complete) continue;
        const bool begun = lesson && !lesson->finished.empty();
        const auto reason = begun ? learner::Reason::resume : progress ? learner::Reason::next : learner::Reason::first;
        cards.push_back(card_of(shared, *entry.course, {.lesson = id, .reason = reason}));
      }
    }
  }
  return cards;
}

std::vector<int> week(const Shared& shared) {
  std::vector<int> counts;
  const std::chrono::sys_days today{local_day(shared)};
  for (int back = 6; back >= 0; --back) {
    const auto it = shared.progress.days().find(today - std::chrono::days(back));
    counts.push_back(it == shared.progress.days().end() ? 0 : it->second);
  }
  return counts;
}

std::vector<WeakConcept> weakest(const Shared& shared, std::size_t most) {
  std::vector<WeakConcept> all;
  for (const CourseEntry& entry : shared.courses) {
    for (const auto& [id, share] : learner::mastery(*entry.course, shared.progress.course(entry.course->id))) {
      const course::Concept* known = entry.course->concept_of(id);
      if (known && share < 0.95) all.push_back({entry.course.get(), id, known->name, share});
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.share < b.share; });
  if (all.size() > most) all.resize(most);
  return all;
}

}  // namespace screens::today
