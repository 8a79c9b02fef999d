#pragma once
// How much is remembered today, and how much was studied when. Pure; the history comes in as `Reviews` has it.

#include <map>
#include <span>
#include <vector>

#include "reviews/reviews.h"

namespace reviews {

/// Memory today.
struct Recalled {
  double mean = 0;    ///< 0–1: the predicted recall of all in memory, each alike; 0 without questions
  int questions = 0;  ///< in memory
};
/// `recall`: as Reviews::recall_of_all gives it for now.
Recalled recalled(const Reviews& reviews, std::span<const double> recall);

/// What is known for longer than kLong.
struct KnownLong {
  int known = 0;
  int questions = 0;  ///< in memory
};
constexpr std::chrono::days kLong{21};  ///< what other programs call a mature card
/// A question is known for long when the model puts the fall of its recall to `retention` more than kLong after its latest
/// answer. That is asked of the model, not of the due date: a due date is drawn nearer by an exam or by a day with room, and
/// neither makes a question less known. Since recall falls all the time, it is the same as a recall above `retention` kLong
/// after the answer, which is worked out for all questions at once.
KnownLong known_long(const Reviews& reviews, double retention);

/// One local calendar day, from midnight to midnight.
struct StudyDay {
  std::chrono::sys_days day;
  base::Duration took{0};  ///< spent answering; reading is not measured, and answers of a quiz are not timed one by one
  int things = 0;          ///< answered or read
  bool studied() const { return things > 0 || took.count() > 0; }
};

constexpr int kCalendarWeeks = 26;

/// Whole weeks that begin on Monday, the last of them up to `today`; oldest first. `days`: on which something was done, by the local
/// time that held then. Times of the log are put on days by `utc_offset`: near midnight, a change of the clocks may move one.
std::vector<StudyDay> study_days(const Log& log, const std::map<std::chrono::sys_days, int>& days,
                                 std::chrono::sys_days today, std::chrono::minutes utc_offset,
                                 int weeks = kCalendarWeeks);

/// The seven days that end today.
struct StudyWeek {
  base::Duration took{0};
  int days = 0;  ///< with study, 0–7
};
StudyWeek study_week(std::span<const StudyDay> days);

/// How dark a day of the calendar is: 0 nothing, 1 to 3 by thirds of the longest day that is shown. A day on which was only read is 1.
int darkness(const StudyDay& day, base::Duration longest);

}  // namespace reviews
