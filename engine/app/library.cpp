#include "app/library.h"

#include <algorithm>
#include <utility>

#include "course/load.h"

namespace app {
namespace {

constexpr std::size_t kFindingsShown = 20;

}  // namespace

Library::Library(std::vector<std::filesystem::path> folders, std::function<void(screens::CoursesRead)> deliver)
    : folders_(std::move(folders)), deliver_(std::move(deliver)) {}

Library::~Library() = default;

std::shared_ptr<const course::Lesson> Library::lesson(const course::Course& outline, const course::LessonId& id) {
  return course::load_lesson(outline, id, {.language = outline.language}).lesson;
}

std::vector<std::shared_ptr<const course::Course>> Library::outlines(const std::string& language) {
  std::vector<std::shared_ptr<const course::Course>> outlines;
  for (const auto& folder : folders_) {
    auto loaded = course::load(folder, {.language = language, .outline_only = true});
    if (loaded.course) outlines.push_back(std::move(loaded.course));
  }
  return outlines;
}

void Library::read_all(const std::string& language) {
  if (released_)
    begin(language);
  else
    waiting_ = language;
}

void Library::release() {
  released_ = true;
  if (waiting_) begin(*std::exchange(waiting_, std::nullopt));
}

void Library::begin(const std::string& language) {
  // Assigning stops and joins the reading before: at most one course is read in vain.
  reader_ = std::jthread([this, language](const std::stop_token& stop) {
    std::vector<screens::CourseEntry> entries = read_courses(folders_, language, stop);
    if (!stop.stop_requested()) deliver_({language, std::move(entries)});
  });
}

std::vector<screens::CourseEntry> read_courses(const std::vector<std::filesystem::path>& folders,
                                               const std::string& language, const std::stop_token& stop) {
  std::vector<screens::CourseEntry> entries;
  for (const auto& folder : folders) {
    if (stop.stop_requested()) break;
    auto loaded = course::load(folder, {.language = language});
    if (!loaded.course) continue;
    screens::CourseEntry& entry = entries.emplace_back();
    entry.course = std::move(loaded.course);
    entry.whole = true;
    std::erase_if(loaded.diagnostics, [](const auto& d) { return d.severity != base::Severity::error; });
    entry.errors = static_cast<int>(loaded.diagnostics.size());
    if (loaded.diagnostics.size() > kFindingsShown) loaded.diagnostics.resize(kFindingsShown);
    entry.findings = std::move(loaded.diagnostics);
  }
  return entries;
}

}  // namespace app
