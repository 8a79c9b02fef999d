#pragma once
// Every question of the courses that are read, by its id, so that a review finds its own at once.

#include <memory>
#include <unordered_map>

#include "course/model.h"
#include "reviews/due.h"

namespace screens {

struct CourseEntry;

/// Where a question stands. The pointers live as long as `course`.
struct Placed {
  std::shared_ptr<const course::Course> course;
  const course::Lesson* lesson = nullptr;
  const course::Question* question = nullptr;
  explicit operator bool() const { return question != nullptr; }
};

class QuestionIndex {
 public:
  QuestionIndex() = default;
  /// Of the entries whose lessons are read; opinions, which nobody can know or forget, are left out.
  explicit QuestionIndex(const std::vector<CourseEntry>& courses);

  Placed find(const reviews::QuestionRef& ref) const;
  bool has(const reviews::QuestionRef& ref) const { return static_cast<bool>(find(ref)); }
  /// The same, as the list of what is due asks for it.
  reviews::Askable askable(const reviews::QuestionRef& ref) const;
  bool empty() const { return courses_.empty(); }

 private:
  struct Place {
    const course::Lesson* lesson;
    const course::Question* question;
  };
  struct Of {
    std::shared_ptr<const course::Course> course;
    std::unordered_map<course::QuestionId, Place> places;
  };
  std::unordered_map<course::CourseId, Of> courses_;
};

}  // namespace screens
