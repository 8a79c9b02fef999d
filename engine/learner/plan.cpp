#include "learner/plan.h"

#include <algorithm>
#include <set>

namespace learner {
namespace {

using course::ConceptId;
using course::LessonId;

/// The lessons of a course in order, and what of each is known about this learner.
class Plan {
 public:
  Plan(const course::Course& outline, const CourseProgress* progress) : outline_(outline), progress_(progress) {
    for (const course::Module& module : outline.modules) {
      lessons_.insert(lessons_.end(), module.lessons.begin(), module.lessons.end());
    }
    for (const course::Lesson& lesson : outline.lessons) {
      taught_.insert(lesson.teaches.begin(), lesson.teaches.end());
      if (is_complete(lesson.id)) known_.insert(lesson.teaches.begin(), lesson.teaches.end());
    }
  }

  const LessonProgress* of(const LessonId& id) const {
    if (progress_ == nullptr) return nullptr;
    const auto found = progress_->lessons.find(id);
    return found == progress_->lessons.end() ? nullptr : &found->second;
  }

  /// The lesson in progress that was touched last, among those the course still has.
  std::optional<LessonId> in_progress() const {
    std::optional<LessonId> latest;
    std::int64_t order = 0;
    for (const LessonId& id : lessons_) {
      const LessonProgress* lesson = of(id);
      if (lesson == nullptr || !lesson->in_progress() || lesson->order <= order) continue;
      order = lesson->order;
      latest = id;
    }
    return latest;
  }

  /// Lessons not complete, from the one that follows the lesson finished last to the end, then those skipped before it.
  std::vector<LessonId> open_lessons() const {
    std::size_t start = 0;
    std::int64_t order = 0;
    for (std::size_t i = 0; i < lessons_.size(); ++i) {
      const LessonProgress* lesson = of(lessons_[i]);
      if (lesson == nullptr || lesson->finished_order <= order) continue;
      order = lesson->finished_order;
      start = i + 1;
    }
    std::vector<LessonId> open;
    for (std::size_t i = 0; i < lessons_.size(); ++i) {
      const LessonId& id = lessons_[(start + i) % lessons_.size()];
      if (!is_complete(id)) open.push_back(id);
    }
    return open;
  }

  bool anything_finished() const {
    return std::any_of(lessons_.begin(), lessons_.end(), [&](const LessonId& id) { return is_complete(id); });
  }

  const std::vector<ConceptId>& needs(const LessonId& id) const {
    const course::Lesson* lesson = outline_.lesson(id);
    return lesson != nullptr ? lesson->needs : no_needs_;
  }

  bool is_ready(const LessonId& id) const {
    const auto& needed = needs(id);
    return std::all_of(needed.begin(), needed.end(),
                       [&](const ConceptId& need) { return known_.count(need) != 0 || taught_.count(need) == 0; });
  }

 private:
  bool is_complete(const LessonId& id) const {
    const LessonProgress* lesson = of(id);
    return lesson != nullptr && lesson->complete;
  }

  const course::Course& outline_;
  const CourseProgress* progress_;
  std::vector<LessonId> lessons_;
  std::set<ConceptId> known_;
  std::set<ConceptId> taught_;
  std::vector<ConceptId> no_needs_;
};

}  // namespace

std::optional<Suggestion> next_lesson(const course::Course& outline, const CourseProgress* progress) {
  const Plan plan(outline, progress);
  if (const auto begun = plan.in_progress()) return Suggestion{*begun, Reason::resume, {}};

  const std::vector<LessonId> open = plan.open_lessons();
  if (open.empty()) return std::nullopt;
  if (!plan.anything_finished()) return Suggestion{open.front(), Reason::first, {}};
  if (plan.is_ready(open.front())) return Suggestion{open.front(), Reason::next, {}};

  const auto ready = std::find_if(open.begin(), open.end(), [&](const LessonId& id) { return plan.is_ready(id); });
  if (ready == open.end()) return Suggestion{open.front(), Reason::next, {}};
  if (plan.needs(*ready).empty()) return Suggestion{*ready, Reason::next, {}};
  return Suggestion{*ready, Reason::stands_on, plan.needs(*ready)};
}

}  // namespace learner
