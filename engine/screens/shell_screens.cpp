#include "screens/shell_screens.h"

namespace screens {
namespace {

std::shared_ptr<const course::Lesson> find_lesson(const CourseEntry& entry, const course::LessonId& id,
                                                  Services& services) {
  // A lesson of the whole course is shared with it: no copy, and it lives as long as the screen shows it.
  std::shared_ptr<const course::Lesson> lesson;
  if (const course::Lesson* known = entry.course->lesson(id))
    lesson = {entry.course, known};
  else if (!entry.whole)
    lesson = services.library.lesson(*entry.course, id);
  return lesson && lesson::can_open(*lesson) ? lesson : nullptr;
}

course_page::Tab tab_of(const Place& place) {
  if (place.glossary) return course_page::Tab::glossary;
  return place.concept_id.empty() ? course_page::Tab::lessons : course_page::Tab::concepts;
}

}  // namespace

Screen screen_for(Model& model, Place& place, Services& services) {
  Shared& shared = model.shared;
  const CourseEntry* entry = shared.entry(place.course);
  switch (place.screen) {
    case ScreenName::first_start:
      if (!shared.profile.id.empty()) break;
      return first_start::State{};
    case ScreenName::courses: return CoursesState{};
    case ScreenName::settings: return settings::State{};
    case ScreenName::profiles: return profiles::open(services);
    case ScreenName::progress: return progress::open(shared);
    case ScreenName::review: return review::open();
    case ScreenName::course:
      if (!entry) break;
      return course_page::State{place.course, tab_of(place), place.concept_id};
    case ScreenName::quiz: {
      if (!entry) break;
      if (auto state = quiz::open(*entry, place.quiz, shared, services)) return std::move(*state);
      place = {ScreenName::course, place.course, {}, {}, {}};
      return course_page::State{place.course, course_page::Tab::lessons, {}};
    }
    case ScreenName::lesson:
    case ScreenName::summary: {
      if (!entry) break;
      auto lesson = find_lesson(*entry, place.lesson, services);
      if (!lesson) {
        shared.notify({.kind = Notice::Kind::lesson_broken, .detail = place.lesson.str()});
        place = {ScreenName::course, place.course, {}, {}};
        return course_page::State{place.course, course_page::Tab::lessons, {}};
      }
      if (place.screen == ScreenName::summary) return summary::State{entry->course, std::move(lesson)};
      return lesson::open(entry->course, std::move(lesson), model.look, shared, services);
    }
    case ScreenName::today: break;
  }
  place = {ScreenName::today, {}, {}, {}};
  return TodayState{};
}

}  // namespace screens
