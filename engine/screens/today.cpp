#include "screens/today.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "course/draw.h"
#include "learner/progress.h"
#include "reviews/due.h"
#include "reviews/mastery.h"

namespace screens::today {
namespace {

Card card_of(const Shared& shared, const course::Course& course, const learner::Suggestion& suggestion) {
  Card card{
      .course = &course, .lesson = suggestion.lesson, .title = suggestion.lesson.str(), .reason = suggestion.reason};
  const course::Lesson* lesson = course.lesson(suggestion.lesson);
  if (!lesson) return card;
  card.title = lesson->title;
  card.steps = lesson->steps.size();
  card.step = learner::resume_at(*lesson, shared.progress.lesson(course.id, lesson->id));
  const double left = card.steps == 0 ? 0 : 1.0 - static_cast<double>(card.step) / static_cast<double>(card.steps);
  card.minutes_left = std::max(1, static_cast<int>(std::lround(lesson->minutes * left)));
  return card;
}

/// When a course was last touched, as Progress counts; 0 for never.
std::int64_t last_touch(const learner::CourseProgress* progress) {
  std::int64_t order = 0;
  if (!progress) return order;
  for (const auto& [id, lesson] : progress->lessons) order = std::max(order, lesson.order);
  return order;
}

/// A course and what to open in it, in order.
struct Agenda {
  const CourseEntry* entry = nullptr;
  std::vector<learner::Suggestion> next;
  bool begun = false;        ///< its first suggestion is a lesson in progress
  std::int64_t touched = 0;  ///< when that lesson, or else the course, was touched last
};

Agenda agenda_of(const CourseEntry& entry, const Shared& shared, std::size_t most) {
  const learner::CourseProgress* progress = shared.progress.course(entry.course->id);
  Agenda agenda{&entry, learner::next_lessons(*entry.course, progress, entry.whole, most)};
  agenda.begun = !agenda.next.empty() && agenda.next.front().reason == learner::Reason::resume;
  agenda.touched =
      agenda.begun ? shared.progress.lesson(entry.course->id, agenda.next.front().lesson)->order : last_touch(progress);
  return agenda;
}

/// All courses with something to do: what is begun first, then the course studied last, then in their order.
std::vector<Agenda> agendas(const Shared& shared, std::size_t most) {
  std::vector<Agenda> all;
  for (const CourseEntry& entry : shared.courses) {
    Agenda agenda = agenda_of(entry, shared, most);
    if (!agenda.next.empty()) all.push_back(std::move(agenda));
  }
  std::stable_sort(all.begin(), all.end(), [](const Agenda& a, const Agenda& b) {
    return a.begun != b.begun ? a.begun : a.touched > b.touched;
  });
  return all;
}

/// What the cards are about, by course.
std::map<course::CourseId, std::set<course::ConceptId>> concepts_of(const std::vector<reviews::DueCard>& cards,
                                                                    const Shared& shared) {
  std::map<course::CourseId, std::set<course::ConceptId>> concepts;
  for (const reviews::DueCard& card : cards) {
    const Placed placed = shared.questions.find(shared.reviews.question(card.card));
    if (placed && !placed.question->concepts.empty())
      concepts[placed.course->id].insert(placed.question->concepts.begin(), placed.question->concepts.end());
  }
  return concepts;
}

}  // namespace

std::optional<Card> next_card(const Shared& shared) {
  const auto all = agendas(shared, 1);
  if (all.empty()) return std::nullopt;
  return card_of(shared, *all.front().entry->course, all.front().next.front());
}

std::vector<Card> later_cards(const Shared& shared, std::size_t most) {
  std::vector<Card> cards;
  const auto all = agendas(shared, most + 1);
  // In turn, so that one course does not hide the others. The very first is the card of now.
  for (std::size_t turn = 0; turn <= most; ++turn) {
    for (const Agenda& agenda : all) {
      if (turn >= agenda.next.size() || (turn == 0 && &agenda == &all.front())) continue;
      if (cards.size() >= most) return cards;
      cards.push_back(card_of(shared, *agenda.entry->course, agenda.next[turn]));
    }
  }
  return cards;
}

std::optional<WaitingQuiz> waiting_quiz(const Shared& shared) {
  std::optional<WaitingQuiz> waiting;
  base::TimePoint latest{};
  for (const CourseEntry& entry : shared.courses) {
    const learner::CourseProgress* progress = shared.progress.course(entry.course->id);
    if (!progress) continue;
    for (const auto& [id, known] : progress->quizzes) {
      const auto quiz = known.running ? course::quiz_of(*entry.course, id) : std::nullopt;
      if (!quiz || (waiting && known.running->at <= latest)) continue;
      const learner::QuizRun& run = *known.running;
      latest = run.at;
      waiting = WaitingQuiz{entry.course.get(), id, quiz->title, run.answers.size(), run.start.drawn.size(), {}};
      if (run.start.minutes == 0) continue;
      const auto left = run.at + std::chrono::minutes(run.start.minutes) - shared.now;
      const auto minutes = std::chrono::ceil<std::chrono::minutes>(left).count();
      waiting->minutes_left = static_cast<int>(std::clamp<std::int64_t>(minutes, 0, run.start.minutes));
    }
  }
  return waiting;
}

std::vector<int> week(const Shared& shared) {
  std::vector<int> counts;
  const auto days = days_of_study(shared);
  const std::chrono::sys_days today{local_day(shared)};
  for (int back = 6; back >= 0; --back) {
    const auto found = days.find(today - std::chrono::days(back));
    counts.push_back(found == days.end() ? 0 : found->second);
  }
  return counts;
}

DueReview due_review(Shared& shared) {
  DueReview due;
  due.questions = count_due(shared);
  if (due.questions == 0) return due;
  const auto usual = shared.reviews.usual_time(reviews::kNone);
  if (usual) {
    const double ms = static_cast<double>(usual->count()) * static_cast<double>(due.questions);
    due.minutes = std::max(1, static_cast<int>(std::lround(ms / 60'000)));
  }
  return due;
}

void find_reason(DueReview& due, const Shared& shared) {
  if (due.questions == 0) return;
  const auto concepts = concepts_of(due_cards(shared, shared.now), shared);
  const auto next = next_card(shared);
  for (const CourseEntry& entry : shared.courses) {
    const auto found = concepts.find(entry.course->id);
    if (found == concepts.end()) continue;
    const std::set<course::ConceptId>& asked = found->second;
    const course::Lesson* lesson =
        next && next->course == entry.course.get() ? entry.course->lesson(next->lesson) : nullptr;
    for (const auto& [id, mastery] : reviews::mastery(*entry.course, shared.reviews, shared.now)) {
      if (!asked.contains(id) || mastery.recall >= shared.settings.retention) continue;
      const bool needed = lesson && std::find(lesson->needs.begin(), lesson->needs.end(), id) != lesson->needs.end();
      const bool better = due.slipped.empty() || needed > due.stands_on.has_value() ||
                          (needed == due.stands_on.has_value() && mastery.recall < due.recall);
      if (!better) continue;
      due.course = entry.course->id;
      due.slipped = id;
      due.recall = mastery.recall;
      due.stands_on = needed ? std::optional(lesson->id) : std::nullopt;
    }
  }
}

std::vector<WeakConcept> weakest(const Shared& shared, std::size_t most) {
  std::vector<WeakConcept> all;
  const base::TimePoint tomorrow = shared.now + std::chrono::days(1);
  for (const CourseEntry& entry : shared.courses) {
    for (const auto& [id, mastery] : reviews::mastery(*entry.course, shared.reviews, tomorrow)) {
      const course::Concept* known = entry.course->concept_of(id);
      if (known && mastery.recall < shared.settings.retention)
        all.push_back({entry.course.get(), id, known->name, mastery.recall});
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.recall < b.recall; });
  if (all.size() > most) all.resize(most);
  return all;
}

}  // namespace screens::today
