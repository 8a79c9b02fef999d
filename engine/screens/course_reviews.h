#pragma once
// What the reviews of one course look like: the day for which it is learned, and what was put aside. A part of the course page.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "screens/shared.h"

namespace screens::course_page {

/// "2027-06-15", "15.6.2027" or "15/06/2027"; empty for anything else, and for days that no calendar has.
std::optional<std::chrono::sys_days> read_day(std::string_view typed);
/// As `read_day` reads it: "2027-06-15".
std::string written_day(std::chrono::sys_days day);

/// A question that is not asked, or only once more in months.
struct AsideRow {
  course::QuestionId question;
  std::string ask;  ///< plain words
  std::string lesson_title;
  learner::Standing standing = learner::Standing::known;
};

struct ReviewsOf {
  std::size_t answered = 0;   ///< questions in memory
  std::size_t questions = 0;  ///< of the course; opinions do not count
  std::size_t due = 0;        ///< now
  std::optional<std::chrono::sys_days> exam;
  int days_left = 0;            ///< to the exam; negative: it is over
  std::size_t changed = 0;      ///< whose right answer has changed since: asked at once
  std::size_t archived = 0;     ///< answered, and not in the course any more; their history is kept
  std::vector<AsideRow> aside;  ///< in the order of the course
};
ReviewsOf reviews_of(const CourseEntry& entry, const Shared& shared);

/// A question that was put aside is asked again, from now on.
bool bring_back(const course::CourseId& course, const course::QuestionId& question, Shared& shared, Services& services);

}  // namespace screens::course_page
