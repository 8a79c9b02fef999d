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
  Plan(const course::Course& outline, const CourseProgress* progress, bool whole)
      : outline_(outline), progress_(progress) {
    for (const course::Module& module : outline.modules) {
      for (const LessonId& id : module.lessons) {
        const bool listed = std::find(lessons_.begin(), lessons_.end(), id) != lessons_.end();
        if (!listed && (!whole || outline.lesson(id) != nullptr)) lessons_.push_back(id);
      }
    }
    for (const course::Lesson& lesson : outline.lessons) {
      taught_.insert(lesson.teaches.begin(), lesson.teaches.end());
      if (is_complete(lesson.id)) known_.insert(lesson.teaches.begin(), lesson.teaches.end());
    }
    anything_finished_ =
        std::any_of(lessons_.begin(), lessons_.end(), [&](const LessonId& id) { return is_complete(id); });
    left_ = open_lessons();
  }

  /// What to open next; then it counts as completed.
  std::optional<Suggestion> take() {
    std::optional<Suggestion> next = suggestion();
    if (!next) return next;
    std::erase(left_, next->lesson);
    anything_finished_ = true;
    if (const course::Lesson* lesson = outline_.lesson(next->lesson)) {
      known_.insert(lesson->teaches.begin(), lesson->teaches.end());
    }
    return next;
  }

 private:
  const LessonProgress* of(const LessonId& id) const {
    if (progress_ == nullptr) return nullptr;
    const auto found = progress_->lessons.find(id);
    return found == progress_->lessons.end() ? nullptr : &found->second;
  }

  bool is_complete(const LessonId& id) const {
    const LessonProgress* lesson = of(id);
    return lesson != nullptr && lesson->complete;
  }

  /// Lessons to be studied, from the one that follows the lesson finished last to the end, then those skipped before it.
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
      const LessonProgress* lesson = of(id);
      if (!is_complete(id) || lesson->in_progress()) open.push_back(id);
    }
    return open;
  }

  /// The lesson in progress that was touched last, among those left.
  std::optional<LessonId> in_progress() const {
    std::optional<LessonId> latest;
    std::int64_t order = 0;
    for (const LessonId& id : left_) {
      const LessonProgress* lesson = of(id);
      if (lesson == nullptr || !lesson->in_progress() || lesson->order <= order) continue;
      order = lesson->order;
      latest = id;
    }
    return latest;
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

  std::optional<Suggestion> suggestion() const {
    if (left_.empty()) return std::nullopt;
    if (const auto begun = in_progress()) return Suggestion{*begun, Reason::resume, {}};
    if (!anything_finished_) return Suggestion{left_.front(), Reason::first, {}};
    if (is_ready(left_.front())) return Suggestion{left_.front(), Reason::next, {}};

    const auto ready = std::find_if(left_.begin(), left_.end(), [&](const LessonId& id) { return is_ready(id); });
    if (ready == left_.end()) return Suggestion{left_.front(), Reason::next, {}};
    if (needs(*ready).empty()) return Suggestion{*ready, Reason::next, {}};
    return Suggestion{*ready, Reason::stands_on, needs(*ready)};
  }

  const course::Course& outline_;
  const CourseProgress* progress_;
  std::vector<LessonId> lessons_;
  std::vector<LessonId> left_;
  std::set<ConceptId> known_;
  std::set<ConceptId> taught_;
  std::vector<ConceptId> no_needs_;
  bool anything_finished_ = false;
};

}  // namespace

std::optional<Suggestion> next_lesson(const course::Course& outline, const CourseProgress* progress, bool whole) {
  return Plan(outline, progress, whole).take();
}

std::vector<Suggestion> next_lessons(const course::Course& outline, const CourseProgress* progress, bool whole,
                                     std::size_t most) {
  Plan plan(outline, progress, whole);
  std::vector<Suggestion> all;
  while (all.size() < most) {
    auto next = plan.take();
    if (!next) break;
    all.push_back(std::move(*next));
  }
  return all;
}

}  // namespace learner
