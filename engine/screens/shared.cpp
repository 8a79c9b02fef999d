#include "screens/shared.h"

#include <utility>

namespace screens {

const CourseEntry* Shared::entry(const course::CourseId& id) const {
  for (const CourseEntry& entry : courses) {
    if (entry.course->id == id) return &entry;
  }
  return nullptr;
}

void Shared::notify(Notice notice) {
  // The same trouble again (a disk that stays full) replaces its old notice.
  std::erase_if(notices, [&](const Notice& old) { return old.kind == notice.kind; });
  notice.serial = ++notice_serial;
  notices.push_back(std::move(notice));
}

DayPart day_part(const Shared& shared) {
  const auto local = shared.now + shared.utc_offset;
  const auto hour = std::chrono::floor<std::chrono::hours>(local) - std::chrono::floor<std::chrono::days>(local);
  if (hour < std::chrono::hours(12)) return hour < std::chrono::hours(4) ? DayPart::evening : DayPart::morning;
  return hour < std::chrono::hours(18) ? DayPart::afternoon : DayPart::evening;
}

std::chrono::year_month_day local_day(const Shared& shared) {
  return std::chrono::floor<std::chrono::days>(shared.now + shared.utc_offset);
}

bool record(Shared& shared, Services& services, const course::CourseId& course, const course::LessonId& lesson,
            const learner::What& what) {
  const auto event = services.history.append(course, lesson, what);
  if (!event) {
    shared.notify({.kind = Notice::Kind::not_saved, .refusal = event.error().refusal, .detail = event.error().detail});
    return false;
  }
  shared.progress.apply(*event);
  std::erase_if(shared.notices, [](const Notice& notice) { return notice.kind == Notice::Kind::not_saved; });
  return true;
}

}  // namespace screens
