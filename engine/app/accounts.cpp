#include "app/accounts.h"

#include <algorithm>
#include <fstream>

#include "base/files.h"
#include "store/transfer.h"

namespace app {
namespace {

tl::unexpected<base::Failure> nobody() { return base::fail(base::Refusal::not_found, "no profile is open"); }

/// "2026-01-31-1405", local time, for names of files.
std::string stamp(const base::Clock& clock) {
  const base::TimePoint now = clock.now();
  const auto local = now + clock.utc_offset(now);
  const std::chrono::year_month_day day = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::hh_mm_ss time(local - std::chrono::floor<std::chrono::days>(local));
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u-%02d%02d", int(day.year()), unsigned(day.month()),
                unsigned(day.day()), int(time.hours().count()), int(time.minutes().count()));
  return text;
}

}  // namespace

Accounts::Accounts(std::filesystem::path data_dir, const base::Clock& clock,
                   std::function<void(screens::ReviewsRead)> deliver)
    : profiles_(std::move(data_dir)),
      clock_(clock),
      reader_([this, deliver = std::move(deliver)](screens::ReviewsRead read) {
        suspect_ = !read.reviews;
        if (read.reviews || !reopened_) deliver(std::move(read));
      }) {}

std::vector<screens::ProfileName> Accounts::all() {
  std::vector<screens::ProfileName> names;
  for (const store::Profile& profile : profiles_.all()) names.push_back({profile.id, profile.name});
  const learner::ProfileId last = profiles_.last();
  std::stable_partition(names.begin(), names.end(), [&](const auto& name) { return name.id == last; });
  return names;
}

base::Result<screens::ProfileName> Accounts::create(const std::string& name) {
  return profiles_.create(name).map([](const store::Profile& made) {
    return screens::ProfileName{made.id, made.name};
  });
}

base::Status Accounts::rename(const learner::ProfileId& id, const std::string& name) {
  return profiles_.rename(id, name);
}

base::Status Accounts::remove(const learner::ProfileId& id) {
  if (id == open_) {
    reader_.stop();
    log_.reset();  // the file is closed before its folder moves
    open_ = {};
  }
  return profiles_.remove(id);
}

base::Status Accounts::restore(const learner::ProfileId& id) { return profiles_.restore(id); }

base::Result<screens::OpenedProfile> Accounts::open(const learner::ProfileId& id) {
  const bool again = suspect_ && id == open_;
  if (again) {
    // It can only be repaired while nobody has it open.
    reader_.stop();
    log_.reset();
  }
  store::Opened opened;
  auto log =
      store::EventLog::open(profiles_.log_file(id), clock_, &opened, again ? store::Check::whole : store::Check::quick);
  if (!log) return tl::unexpected(log.error());
  screens::OpenedProfile result;
  const auto stats = (*log)->read_first([&](const learner::Event& event) { result.progress.apply(event); });
  if (!stats) return tl::unexpected(stats.error());
  result.progress.skip_to(stats->last);
  result.profile.id = id;
  for (const auto& name : all()) {
    if (name.id == id) result.profile = name;
  }
  result.settings = screens::settings_from((*log)->settings());
  result.drafts = (*log)->drafts();
  result.unreadable = stats->unreadable;
  result.read_only = opened.read_only;
  result.damaged = opened.damaged;
  result.salvaged = opened.salvaged;
  reader_.stop();
  log_ = std::move(*log);
  open_ = id;
  suspect_ = false;
  reopened_ = again;
  HistorySource source{id, log_->file(), log_->file_read(), result.settings.model};
  if (auto few = read_few_reviews(source)) {
    result.reviews = std::move(*few->reviews);
    result.unreadable = std::max(result.unreadable, few->unreadable);
  } else {
    reader_.read(std::move(source));
  }
  (void)profiles_.set_last(id);  // only a convenience of the next start; a full disk is told of when an answer is lost
  return result;
}

base::Result<learner::Event> Accounts::append(const course::CourseId& course, const course::LessonId& lesson,
                                              const learner::What& what) {
  if (!log_) return nobody();
  return log_->append(course, lesson, what);
}

std::vector<learner::Event> Accounts::written_elsewhere(std::int64_t after) {
  std::vector<learner::Event> events;
  if (!log_ || !log_->changed_elsewhere()) return events;
  // What cannot be read now is read at the next start, which tells of it.
  (void)log_->read(after, [&](const learner::Event& event) { events.push_back(event); });
  return events;
}

base::Status Accounts::save_draft(const std::string& key, const std::string& json) {
  if (!log_) return nobody();
  return log_->save_draft(key, json);
}

base::Status Accounts::drop_draft(const std::string& key) {
  if (!log_) return nobody();
  return log_->drop_draft(key);
}

base::Status Accounts::save_settings(const screens::Settings& settings) {
  if (!log_) return nobody();
  for (const auto& [name, value] : screens::to_stored(settings)) {
    if (const auto saved = log_->set_setting(name, value); !saved) return saved;
  }
  return {};
}

base::Result<std::filesystem::path> Accounts::export_file(const std::string& rest) const {
  const std::filesystem::path folder = profiles_.data_dir() / "exports";
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return tl::unexpected(base::failure_of_errno(error.value(), folder.string()));
  return folder / ("resonance-" + open_.str() + "-" + stamp(clock_) + rest);
}

base::Result<Accounts::Export> Accounts::export_all() {
  if (!log_) return nobody();
  auto file = export_file(".jsonl");
  if (!file) return tl::unexpected(file.error());
  Export done{std::move(*file), 0};
  std::ofstream out(done.file, std::ios::binary);
  if (!out) return base::fail(base::Refusal::no_permission, done.file.string());
  const auto count = store::export_events(*log_, out);
  if (!count) return tl::unexpected(count.error());
  out.close();
  if (!out) return base::fail(base::Refusal::disk_full, done.file.string());
  done.events = count->written;
  return done;
}

base::Result<std::filesystem::path> Accounts::export_table(const std::string& name, const std::string& csv) {
  if (!log_) return nobody();
  auto file = export_file("-" + name + ".csv");
  if (!file) return file;
  std::ofstream out(*file, std::ios::binary);
  if (!out) return base::fail(base::Refusal::no_permission, file->string());
  out << csv;
  out.close();
  if (!out) return base::fail(base::Refusal::disk_full, file->string());
  return file;
}

}  // namespace app
