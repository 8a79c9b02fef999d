#include "screens/shared.h"

#include <algorithm>
#include <utility>

#include "screens/refit.h"

namespace screens {
namespace {

constexpr base::Duration kSaveAgain{5000};

/// Writes until the first refusal; a full disk need not be asked about every draft.
base::Status write_unsaved(Shared& shared, Services& services) {
  while (!shared.unsaved.empty()) {
    const auto key = shared.unsaved.begin();
    if (auto saved = services.history.save_draft(*key, shared.drafts[*key]); !saved) return saved;
    shared.unsaved.erase(key);
  }
  return {};
}

void fold(Shared& shared, const learner::Event& event) {
  shared.progress.apply(event);
  if (!shared.reviews_read) {
    shared.since_opened.push_back(event);
    return;
  }
  const std::int64_t before = shared.reviews.count();
  shared.reviews.apply(event);
  if (shared.reviews.count() > before) plan_fit(shared);
}

void fold_own(Shared& shared, const learner::Event& event, Services& services) {
  // A gap in the numbers is what another window of this profile has written meanwhile.
  if (event.number > shared.progress.last_event() + 1) catch_up(shared, services);
  if (event.number > shared.progress.last_event()) fold(shared, event);
}

}  // namespace

reviews::Wishes wishes(const Shared& shared, const course::CourseId& course) {
  const Settings& settings = shared.settings;
  reviews::Wishes wishes{settings.retention, settings.day_shares, settings.balance, std::nullopt};
  const auto exam = settings.exams.find(course.str());
  if (exam != settings.exams.end()) wishes.exam = exam->second;
  return wishes;
}

std::vector<reviews::DueCard> due_cards(const Shared& shared, base::TimePoint until) {
  return reviews::due(
      shared.reviews, shared.now, until, [&](const reviews::QuestionRef& ref) { return shared.questions.askable(ref); },
      shared.changed_keys);
}

std::size_t count_due(Shared& shared) {
  const reviews::Reviews& all = shared.reviews;
  // Cards are only ever added.
  for (auto i = static_cast<reviews::CardIndex>(shared.askable.size()); i < all.size(); ++i)
    shared.askable.push_back(shared.questions.askable(all.question(i)));
  return reviews::count_due(all, shared.now, shared.askable, shared.changed_keys);
}

std::map<std::chrono::sys_days, int> days_of_study(const Shared& shared) {
  std::map<std::chrono::sys_days, int> days = shared.progress.days();
  for (const auto& [day, count] : shared.reviews.days()) days[day] += count;
  return days;
}

void find_changed_keys(Shared& shared) {
  shared.changed_keys.clear();
  shared.askable.clear();
  const reviews::Reviews& all = shared.reviews;
  for (reviews::CardIndex i = 0; i < all.size(); ++i) {
    shared.askable.push_back(shared.questions.askable(all.question(i)));
    if (reviews::key_changed(all.card(i), shared.askable.back())) shared.changed_keys.push_back(i);
  }
}

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

bool save_unsaved(Shared& shared, Services& services) {
  shared.save_again_at.reset();
  if (shared.read_only) return shared.unsaved.empty();
  if (const auto saved = write_unsaved(shared, services); !saved) {
    shared.save_again_at = shared.now + kSaveAgain;
    if (shared.unsaved_notice != 0) return false;
    shared.notify({.kind = Notice::Kind::not_saved, .refusal = saved.error().refusal, .detail = saved.error().detail});
    shared.unsaved_notice = shared.notice_serial;
    return false;
  }
  // A notice about a refused answer has another serial and stays until that answer is kept.
  std::erase_if(shared.notices, [&](const Notice& notice) { return notice.serial == shared.unsaved_notice; });
  shared.unsaved_notice = 0;
  return true;
}

void keep_settings(Shared& shared, Services& services) {
  if (shared.profile.id.empty()) return;
  if (const auto saved = services.history.save_settings(shared.settings); !saved) {
    shared.notify(
        {.kind = Notice::Kind::settings_not_saved, .refusal = saved.error().refusal, .detail = saved.error().detail});
  }
}

void drop_draft(Shared& shared, Services& services, const std::string& key) {
  shared.unsaved.erase(key);
  if (shared.drafts.erase(key) > 0) (void)services.history.drop_draft(key);
}

bool catch_up(Shared& shared, Services& services) {
  const auto events = services.history.written_elsewhere(shared.progress.last_event());
  for (const learner::Event& event : events) fold(shared, event);
  return !events.empty();
}

void read_aloud(Shared& shared, const ReadAloud& action, Services& services) {
  if (shared.reading) return stop_reading(shared, services);
  if (!services.speech || !shared.can_speak || action.sentences.empty()) return;
  shared.reading = Reading{++shared.last_reading, action.sentences, 0};
  std::vector<std::string> said;
  for (const Sentence& sentence : action.sentences) said.push_back(sentence.said);
  services.speech->say(shared.last_reading, std::move(said), action.language, shared.settings.speech_rate);
}

void stop_reading(Shared& shared, Services& services) {
  if (!shared.reading) return;
  shared.reading.reset();
  services.speech->stop();
}

void heard(Shared& shared, const SpeechHeard& what) {
  if (!shared.reading || shared.reading->number != what.reading) return;
  if (what.what == SpeechHeard::What::begins) {
    shared.reading->now = std::min(what.sentence, shared.reading->sentences.size() - 1);
    return;
  }
  shared.reading.reset();
  if (what.what == SpeechHeard::What::fails) shared.notify({.kind = Notice::Kind::cannot_speak});
}

bool record(Shared& shared, Services& services, const course::CourseId& course, const course::LessonId& lesson,
            const learner::What& what) {
  const auto event = services.history.append(course, lesson, what);
  if (!event) {
    shared.notify({.kind = Notice::Kind::not_saved, .refusal = event.error().refusal, .detail = event.error().detail});
    return false;
  }
  fold_own(shared, *event, services);
  std::erase_if(shared.notices, [](const Notice& notice) { return notice.kind == Notice::Kind::not_saved; });
  return true;
}

bool record_quietly(Shared& shared, Services& services, const course::CourseId& course, const course::LessonId& lesson,
                    const learner::What& what) {
  const auto event = services.history.append(course, lesson, what);
  if (event) fold_own(shared, *event, services);
  return event.has_value();
}

void open_noticed(Shared& shared, std::uint64_t serial, Services& services) {
  const auto found = std::find_if(shared.notices.begin(), shared.notices.end(),
                                  [&](const Notice& notice) { return notice.serial == serial; });
  if (found == shared.notices.end() || !opens(found->kind)) return;
  const std::string file = found->detail;
  shared.notices.erase(found);
  if (!services.desktop.open(file)) shared.notify({.kind = Notice::Kind::cannot_open, .detail = file});
}

void print(Shared& shared, Printout what, Services& services) {
  if (shared.printing || what.questions.empty()) return;
  if (!services.printer) return printed(shared, {base::fail(base::Refusal::unsupported, "no printer")});
  shared.printing = true;
  services.printer->print(std::move(what));
}

void printed(Shared& shared, const Printed& what) {
  shared.printing = false;
  if (what.sheet) return shared.notify({.kind = Notice::Kind::printed, .detail = what.sheet->string()});
  shared.notify(
      {.kind = Notice::Kind::print_failed, .refusal = what.sheet.error().refusal, .detail = what.sheet.error().detail});
}

}  // namespace screens
