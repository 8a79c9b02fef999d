#include "screens/course_reviews.h"

#include <array>
#include <charconv>
#include <cstdio>

#include "course/draw.h"
#include "text/markdown.h"

namespace screens::course_page {

std::optional<std::chrono::sys_days> read_day(std::string_view typed) {
  std::array<int, 3> parts{};
  std::size_t count = 0;
  const char* at = typed.data();
  const char* const end = at + typed.size();
  while (at != end && *at == ' ') ++at;
  while (count < parts.size()) {
    const auto [next, error] = std::from_chars(at, end, parts[count]);
    if (error != std::errc() || parts[count] < 0) return std::nullopt;
    ++count;
    at = next;
    if (count == parts.size()) break;
    if (at == end || (*at != '-' && *at != '.' && *at != '/')) return std::nullopt;
    ++at;
  }
  while (at != end && *at == ' ') ++at;
  if (at != end) return std::nullopt;
  const bool year_first = parts[0] > 31;
  const std::chrono::year_month_day day{std::chrono::year(year_first ? parts[0] : parts[2]),
                                        std::chrono::month(static_cast<unsigned>(parts[1])),
                                        std::chrono::day(static_cast<unsigned>(year_first ? parts[2] : parts[0]))};
  const int year = static_cast<int>(day.year());
  if (!day.ok() || year < 1970 || year > 9999) return std::nullopt;
  return std::chrono::sys_days(day);
}

std::string written_day(std::chrono::sys_days day) {
  const std::chrono::year_month_day date(day);
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text.data();
}

ReviewsOf reviews_of(const CourseEntry& entry, const Shared& shared) {
  ReviewsOf of;
  const course::CourseId& id = entry.course->id;
  if (const auto exam = shared.settings.exams.find(id.str()); exam != shared.settings.exams.end()) {
    of.exam = exam->second;
    of.days_left = static_cast<int>((exam->second - std::chrono::sys_days(local_day(shared))).count());
  }
  for (const course::Lesson& lesson : entry.course->lessons) {
    for (const course::Step& step : lesson.steps) {
      const course::Question* question = step.question();
      if (question == nullptr || !course::is_marked(*question)) continue;
      ++of.questions;
      const reviews::CardIndex index = shared.reviews.find({id, question->id});
      if (index == reviews::kNone) continue;
      const reviews::Card& card = shared.reviews.card(index);
      const bool answered = card.latest != reviews::kNone;
      of.answered += answered;
      of.due += reviews::is_due(card, shared.now, shared.now);
      if (card.standing != learner::Standing::asked)
        of.aside.push_back({question->id, text::plain_text(question->ask), lesson.title, card.standing});
    }
  }
  if (!entry.whole) return of;
  for (reviews::CardIndex i = 0; i < shared.reviews.size(); ++i) {
    const reviews::QuestionRef& ref = shared.reviews.question(i);
    if (ref.course != id || shared.reviews.card(i).latest == reviews::kNone) continue;
    const reviews::Askable askable = shared.questions.askable(ref);
    of.archived += !askable.there;
    of.changed += reviews::key_changed(shared.reviews.card(i), askable);
  }
  return of;
}

bool bring_back(const course::CourseId& course, const course::QuestionId& question, Shared& shared,
                Services& services) {
  return record(shared, services, course, {}, learner::StandingChanged{question, learner::Standing::asked, shared.now});
}

}  // namespace screens::course_page
