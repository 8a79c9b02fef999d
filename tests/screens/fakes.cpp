#include "screens/fakes.h"

#include <algorithm>

#include "screens/sample.h"

namespace test {

using namespace screens;

base::Result<Disk::Profile*> FakeHistory::pass(Gate& gate) {
  if (!gate.open()) return gate.failure();
  const auto found = disk_.profiles.find(profile);
  if (found == disk_.profiles.end()) return base::fail(base::Refusal::not_found, "nobody studies");
  if (found->second.read_only) return base::fail(base::Refusal::no_permission, "read-only");
  return &found->second;
}

base::Result<learner::Event> FakeHistory::append(const course::CourseId& course, const course::LessonId& lesson,
                                                 const learner::What& what) {
  const auto to = pass(appends);
  if (!to) return tl::unexpected(to.error());
  // Through JSON, as the log keeps it.
  const auto kept = learner::what_from_json(learner::name_of(what), learner::to_json(what));
  const base::TimePoint now = clock_.now();
  (*to)->events.push_back({++disk_.number, now, clock_.utc_offset(now), course, lesson, kept.value()});
  return (*to)->events.back();
}

base::Status FakeHistory::save_draft(const std::string& key, const std::string& json) {
  const auto to = pass(drafts);
  if (!to) return tl::unexpected(to.error());
  (*to)->drafts[key] = json;
  return {};
}

base::Status FakeHistory::drop_draft(const std::string& key) {
  const auto to = pass(drops);
  if (!to) return tl::unexpected(to.error());
  (*to)->drafts.erase(key);
  return {};
}

base::Status FakeHistory::save_settings(const Settings& chosen) {
  const auto to = pass(settings);
  if (!to) return tl::unexpected(to.error());
  (*to)->settings = chosen;
  return {};
}

base::Result<History::Export> FakeHistory::export_all() {
  const auto to = pass(exports);
  if (!to) return tl::unexpected(to.error());
  return Export{"/data/exports/all.jsonl", static_cast<std::int64_t>((*to)->events.size())};
}

base::Result<std::filesystem::path> FakeHistory::export_table(const std::string& name, const std::string& csv) {
  const auto to = pass(exports);
  if (!to) return tl::unexpected(to.error());
  tables[name] = csv;
  return "/data/exports/" + name + ".csv";
}

std::vector<ProfileName> FakeAccounts::all() {
  std::vector<ProfileName> names;
  for (const auto& [id, profile] : disk_.profiles) {
    if (!profile.in_trash) names.push_back({id, profile.name});
  }
  std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  std::stable_partition(names.begin(), names.end(), [&](const auto& name) { return name.id == disk_.last; });
  return names;
}

base::Result<ProfileName> FakeAccounts::create(const std::string& name) {
  if (!creates.open()) return creates.failure();
  const learner::ProfileId id("profile-" + std::to_string(++disk_.made));
  disk_.profiles[id].name = name;
  return ProfileName{id, name};
}

base::Status FakeAccounts::rename(const learner::ProfileId& id, const std::string& name) {
  if (!renames.open()) return renames.failure();
  disk_.profiles.at(id).name = name;
  return {};
}

base::Status FakeAccounts::remove(const learner::ProfileId& id) {
  if (!removes.open()) return removes.failure();
  disk_.profiles.at(id).in_trash = true;
  if (history_.profile == id) history_.profile = {};
  return {};
}

base::Status FakeAccounts::restore(const learner::ProfileId& id) {
  if (!restores.open()) return restores.failure();
  disk_.profiles.at(id).in_trash = false;
  return {};
}

namespace {

/// Those that a log leaves out of what the first screen is made from.
bool is_of_reviews(const learner::What& what) {
  return std::holds_alternative<learner::Foretold>(what) || std::holds_alternative<learner::Reviewed>(what) ||
         std::holds_alternative<learner::Regraded>(what) || std::holds_alternative<learner::ReviewUndone>(what) ||
         std::holds_alternative<learner::Buried>(what) || std::holds_alternative<learner::StandingChanged>(what) ||
         std::holds_alternative<learner::Fitted>(what);
}

}  // namespace

base::Result<OpenedProfile> FakeAccounts::open(const learner::ProfileId& id) {
  if (!opens.open()) return opens.failure();
  const auto found = disk_.profiles.find(id);
  if (found == disk_.profiles.end() || found->second.in_trash) return base::fail(base::Refusal::not_found, id.str());
  const Disk::Profile& profile = found->second;
  history_.profile = id;
  disk_.last = id;
  OpenedProfile opened;
  opened.profile = {id, profile.name};
  opened.settings = profile.settings;
  opened.drafts = profile.drafts;
  reviews::Reviews reviews(profile.settings.model);
  for (const learner::Event& event : profile.events) {
    if (!is_of_reviews(event.what)) opened.progress.apply(event);
    reviews.apply(event);
  }
  opened.progress.skip_to(disk_.number);
  if (slow)
    read = {id, std::make_shared<reviews::Reviews>(std::move(reviews)), 0};
  else
    opened.reviews = std::move(reviews);
  opened.read_only = profile.read_only;
  return opened;
}

std::vector<course::Course> FakeLibrary::courses(const std::string& language) const {
  if (empty) return {};
  std::vector<course::Course> all{tea_course(language), coffee_course()};
  for (course::Course& course : all) {
    std::erase_if(course.lessons, [&](const course::Lesson& lesson) { return broken.contains(lesson.id); });
  }
  return all;
}

std::shared_ptr<const course::Lesson> FakeLibrary::lesson(const course::Course& outline, const course::LessonId& id) {
  for (const course::Course& course : courses(outline.language)) {
    const course::Lesson* lesson = course.id == outline.id ? course.lesson(id) : nullptr;
    if (lesson) return std::make_shared<course::Lesson>(*lesson);
  }
  return nullptr;
}

std::vector<std::shared_ptr<const course::Course>> FakeLibrary::outlines(const std::string& language) {
  std::vector<std::shared_ptr<const course::Course>> outlines;
  for (course::Course& course : courses(language)) {
    course.lessons.clear();
    outlines.push_back(std::make_shared<course::Course>(std::move(course)));
  }
  return outlines;
}

CoursesRead FakeLibrary::read(const std::string& language) const {
  CoursesRead read{language, {}};
  for (course::Course& course : courses(language)) {
    read.courses.push_back({std::make_shared<course::Course>(std::move(course)), true, 0, {}});
  }
  return read;
}

base::Status FakeDesktop::open(const std::string& target) {
  if (!opens.open()) return opens.failure();
  opened.push_back(target);
  return {};
}

World::World() : World(Disk()) {}

World::World(Disk stored) : disk(std::move(stored)) { clock.set(base::TimePoint(std::chrono::hours(24 * 365 * 56))); }

World::~World() = default;

void World::start(const std::string& language) {
  model = screens::start(services, language);
  act(library.read(model.shared.settings.language));
}

void World::start_lesson() {
  start();
  act(first_start::Action{first_start::TypeName{"Anna"}});
  act(first_start::Action{first_start::Begin{}});
  act(library.read("en"));
}

void World::go(ScreenName screen, const char* course, const char* lesson, const char* about) {
  act(Go{{screen, course::CourseId(course), course::LessonId(lesson), course::ConceptId(about)}});
}

void World::wait(base::Duration time) {
  clock.advance(time);
  const auto due = next_deadline(model);
  if (due && clock.now() >= *due) act(Tick{});
}

bool agree(const Model& model) {
  const bool same[] = {std::holds_alternative<first_start::State>(model.screen),
                       std::holds_alternative<TodayState>(model.screen),
                       std::holds_alternative<CoursesState>(model.screen),
                       std::holds_alternative<course_page::State>(model.screen),
                       std::holds_alternative<lesson::State>(model.screen),
                       std::holds_alternative<summary::State>(model.screen),
                       std::holds_alternative<settings::State>(model.screen),
                       std::holds_alternative<profiles::State>(model.screen),
                       std::holds_alternative<quiz::State>(model.screen),
                       std::holds_alternative<review::State>(model.screen),
                       std::holds_alternative<progress::State>(model.screen)};
  return same[static_cast<std::size_t>(model.place.screen)];
}

const Notice* World::notice(Notice::Kind kind) const {
  for (const Notice& notice : model.shared.notices) {
    if (notice.kind == kind) return &notice;
  }
  return nullptr;
}

}  // namespace test
