#include "screens/shell.h"

#include <algorithm>

#include "base/utf8.h"
#include "screens/course_reviews.h"
#include "screens/shell_profile.h"
#include "screens/shell_screens.h"

namespace screens {
namespace {

constexpr std::size_t kBackLimit = 50;
/// As many as stand beside the week.
constexpr std::size_t kWeakConcepts = 4;

/// What is on screen is about to go: unfinished input is written, and where one was looking is kept.
void leave(Model& model, Services& services) {
  if (auto* quiz = std::get_if<quiz::State>(&model.screen)) return quiz::leave(*quiz, model.shared, services);
  if (auto* review = std::get_if<review::State>(&model.screen)) return review::leave(*review, model.shared, services);
  auto* lesson = std::get_if<lesson::State>(&model.screen);
  if (!lesson) return;
  lesson::save_drafts(*lesson, model.shared, services);
  model.look = lesson::look_of(*lesson);
}

void show(Model& model, Place place, Services& services) {
  leave(model, services);
  model.screen = screen_for(model, place, services);
  model.place = place;
  model.overlay = Overlay::none;
  model.shared.peek.reset();
  stop_reading(model.shared, services);
}

void go(Model& model, const Place& place, Services& services) {
  const Place from = model.place;
  const bool nobody = model.shared.profile.id.empty();
  if (from.screen == ScreenName::first_start && nobody) return;  // only "begin" leads on
  show(model, place, services);
  if (from == model.place || from.screen == ScreenName::first_start) return;
  model.back.push_back(from);
  if (model.back.size() > kBackLimit) model.back.erase(model.back.begin());
}

void go_back(Model& model, Services& services) {
  if (model.overlay != Overlay::none) {
    model.overlay = Overlay::none;
    return;
  }
  if (model.shared.peek) return model.shared.peek.reset();
  if (model.shared.reading) return stop_reading(model.shared, services);
  if (model.place.screen == ScreenName::first_start) return;
  Place to{ScreenName::today, {}, {}, {}};
  while (!model.back.empty()) {
    to = model.back.back();
    model.back.pop_back();
    if (to != model.place) break;  // a step back that shows the same again would seem to do nothing
  }
  if (to == model.place) to = {ScreenName::today, {}, {}, {}};
  show(model, to, services);
}

/// Reads the one lesson that Today speaks of, so that its title is right in the first frame.
void read_next_lesson(Shared& shared, Services& services) {
  const auto card = today::next_card(shared);
  if (!card) return;
  for (CourseEntry& entry : shared.courses) {
    if (entry.course.get() != card->course) continue;
    const auto lesson = services.library.lesson(*entry.course, card->lesson);
    if (!lesson) return;
    auto with_lesson = std::make_shared<course::Course>(*entry.course);
    with_lesson->lessons.push_back(*lesson);
    entry.course = std::move(with_lesson);
    return;
  }
}

void read_outlines(Model& model, Services& services) {
  model.shared.courses.clear();
  for (auto& outline : services.library.outlines(model.shared.settings.language)) {
    model.shared.courses.push_back({std::move(outline), false, 0, {}});
  }
  read_next_lesson(model.shared, services);
  services.library.read_all(model.shared.settings.language);
}

/// Makes a profile the one in use. `chosen`: settings that a new profile begins with. On a refusal nothing changes.
bool open_profile(Model& model, const learner::ProfileId& id, Services& services, const Settings* chosen = nullptr) {
  auto opened = services.accounts.open(id);
  Shared& shared = model.shared;
  if (!opened) {
    const bool too_new = opened.error().refusal == base::Refusal::too_new;
    shared.notify({.kind = too_new ? Notice::Kind::too_new : Notice::Kind::profile_failed,
                   .refusal = opened.error().refusal,
                   .detail = opened.error().detail});
    return false;
  }
  park_drafts(model);
  stop_fit(shared, services);
  shared.profile = opened->profile;
  shared.settings = chosen ? *chosen : opened->settings;
  shared.drafts = std::move(opened->drafts);
  shared.read_only = opened->read_only;
  unpark_drafts(model);
  shared.progress = std::move(opened->progress);
  shared.since_opened.clear();
  shared.reviews_read = opened->reviews.has_value();
  shared.reviews = shared.reviews_read ? std::move(*opened->reviews) : reviews::Reviews();
  shared.reviews.choose_model(shared.settings.model);
  find_changed_keys(shared);
  plan_fit(shared);
  tell_about_opening(shared, *opened);
  if (chosen) keep_settings(shared, services);
  model.look.reset();
  read_outlines(model, services);
  return true;
}

/// What is due is counted when something happened, and every minute.
void refresh_due(Model& model) {
  const DueSeen seen{std::chrono::floor<std::chrono::minutes>(model.shared.now),
                     model.shared.progress.last_event(),
                     model.shared.profile.id,
                     model.shared.courses_serial,
                     model.shared.reviews_read,
                     std::holds_alternative<TodayState>(model.screen)};
  if (seen == model.due_seen) return;
  model.due_seen = seen;
  model.shared.due = today::due_review(model.shared);
  auto* today = std::get_if<TodayState>(&model.screen);
  if (!today) return;
  today::find_reason(model.shared.due, model.shared);
  today->weak = today::weakest(model.shared, kWeakConcepts);
}

void refresh_time(Shared& shared, const Services& services) {
  shared.now = services.clock.now();
  shared.utc_offset = services.clock.utc_offset(shared.now);
}

/// The screen again, where it does not fit the courses as they are now: in another language, or gone.
void follow_courses(Model& model, Services& services) {
  const auto* lesson = std::get_if<lesson::State>(&model.screen);
  const CourseEntry* entry = model.shared.entry(lesson ? lesson->course->id : model.place.course);
  // A lesson on screen keeps what it holds unless its words are in another language now.
  const bool stays = lesson && (!entry || entry->course->language == lesson->course->language);
  const bool course_gone = std::holds_alternative<course_page::State>(model.screen) && !entry;
  const bool summary = std::holds_alternative<summary::State>(model.screen);
  // A quiz waits for its lessons, and changes its language; what it holds is written first.
  const auto* quiz = std::get_if<quiz::State>(&model.screen);
  // A question of a review is in the language in which it was shown; the next one is in the new.
  const bool quiz_changed = quiz && (!entry || !quiz->whole || entry->course->language != quiz->course->language);
  if (!(lesson && !stays) && !course_gone && !summary && !quiz_changed) return;
  const Overlay overlay = model.overlay;
  show(model, model.place, services);
  model.overlay = overlay;
}

void courses_read(Model& model, const CoursesRead& read, Services& services) {
  if (read.language != model.shared.settings.language) return;  // the language changed meanwhile; a newer answer comes
  model.shared.courses = read.courses;
  model.shared.questions = QuestionIndex(model.shared.courses);
  ++model.shared.courses_serial;
  find_changed_keys(model.shared);
  follow_courses(model, services);
}

void language_changed(Model& model, Services& services) {
  read_outlines(model, services);
  follow_courses(model, services);
}

void begin(Model& model, Services& services) {
  Shared& shared = model.shared;
  const Settings chosen = shared.settings;
  const auto made =
      services.accounts.create(std::string(base::trimmed(std::get<first_start::State>(model.screen).name)));
  if (!made) {
    shared.notify(
        {.kind = Notice::Kind::profile_failed, .refusal = made.error().refusal, .detail = made.error().detail});
    return;
  }
  if (!open_profile(model, made->id, services, &chosen)) {
    (void)services.accounts.remove(made->id);  // or the next attempt would leave two
    return;
  }
  const auto card = today::next_card(shared);
  if (card)
    go(model, {ScreenName::lesson, card->course->id, card->lesson, {}}, services);
  else
    go(model, {ScreenName::today, {}, {}, {}}, services);
  model.back.clear();
}

void switch_profile(Model& model, const learner::ProfileId& id, Services& services, const Settings* chosen = nullptr) {
  leave(model, services);
  if (!open_profile(model, id, services, chosen)) {
    if (auto* state = std::get_if<profiles::State>(&model.screen)) state->all = services.accounts.all();
    return;
  }
  model.screen = TodayState{};
  model.place = {ScreenName::today, {}, {}, {}};
  model.back.clear();
  model.overlay = Overlay::none;
}

void reviews_read(Model& model, const ReviewsRead& read, Services& services) {
  Shared& shared = model.shared;
  if (read.profile != shared.profile.id) return;  // left meanwhile
  if (!read.reviews) return switch_profile(model, read.profile, services);
  if (shared.reviews_read) return;
  shared.reviews = std::move(*read.reviews);
  shared.reviews.choose_model(shared.settings.model);
  for (const learner::Event& event : shared.since_opened) shared.reviews.apply(event);
  shared.since_opened.clear();
  shared.reviews_read = true;
  find_changed_keys(shared);
  plan_fit(shared);
  if (read.unreadable > shared.unreadable) tell_unreadable(shared, read.unreadable);
}

/// After the profile in use went to the trash: the first start, or the choice among those who are left.
void start_again(Model& model, Services& services) {
  const Settings settings = model.shared.settings;
  model = start(services, settings.language);
  if (model.place.screen == ScreenName::first_start)
    model.shared.settings = settings;
  else
    show(model, {ScreenName::profiles, {}, {}, {}}, services);
}

void settings_action(Model& model, const settings::Action& action, Services& services) {
  settings::State elsewhere;  // no deletion was asked for there
  auto* state = std::get_if<settings::State>(&model.screen);
  switch (settings::update(state ? *state : elsewhere, action, model.shared, services)) {
    case settings::Outcome::language_changed: return language_changed(model, services);
    case settings::Outcome::data_deleted: return start_again(model, services);
    case settings::Outcome::stay: return;
  }
}

void lesson_action(Model& model, const lesson::Action& action, Services& services) {
  auto* state = std::get_if<lesson::State>(&model.screen);
  if (!state || lesson::update(*state, action, model.shared, services) != lesson::Outcome::finished) return;
  // "Back" from the summary leads to where the lesson was opened from, not into the lesson again.
  show(model, {ScreenName::summary, model.place.course, model.place.lesson, {}}, services);
  model.look.reset();
}

/// A question of a review is on screen.
bool is_reviewing(const Model& model) {
  const auto* review = std::get_if<review::State>(&model.screen);
  return review != nullptr && review->page == review::Page::asking;
}

void tick(Model& model, Services& services) {
  Shared& shared = model.shared;
  begin_fit_when_due(shared, is_reviewing(model), services);
  auto* lesson = std::get_if<lesson::State>(&model.screen);
  if (lesson) lesson::advance(*lesson, shared);
  if (auto* quiz = std::get_if<quiz::State>(&model.screen)) quiz::tick(*quiz, shared, services);
  if (auto* review = std::get_if<review::State>(&model.screen)) review::tick(*review, shared, services);
  if (auto* progress = std::get_if<progress::State>(&model.screen)) progress::advance(*progress, shared);
  if (lesson && lesson->save_draft_at && shared.now >= *lesson->save_draft_at) {
    lesson::save_drafts(*lesson, shared, services);
  } else if (shared.save_again_at && shared.now >= *shared.save_again_at) {
    save_unsaved(shared, services);
  }
}

void quit(Model& model, Services& services) {
  const bool told = model.shared.unsaved_notice != 0;
  leave(model, services);
  const bool kept = model.shared.read_only || save_unsaved(model.shared, services);
  if (kept || told) services.desktop.quit();
}

void open_link(Model& model, const std::string& target, Services& services) {
  constexpr std::string_view kConcept = "concept:";
  if (target.starts_with(kConcept)) {
    const auto* lesson = std::get_if<lesson::State>(&model.screen);
    const course::CourseId course = lesson ? lesson->course->id : model.place.course;
    go(model, {ScreenName::course, course, {}, course::ConceptId(target.substr(kConcept.size()))}, services);
    return;
  }
  const bool web = target.starts_with("https://") || target.starts_with("http://");
  if (!web || !services.desktop.open(target)) {
    model.shared.notify({.kind = Notice::Kind::cannot_open, .detail = target});
  }
}

struct Updater {
  Model& model;
  Services& services;

  void operator()(const Go& a) { go(model, a.place, services); }
  void operator()(const Back&) { go_back(model, services); }
  void operator()(const ShowOverlay& a) {
    model.overlay = a.overlay;
    model.shared.peek.reset();
    if (a.overlay == Overlay::find) model.find = {};
  }
  void operator()(const ShowPicture& a) {
    model.enlarged = a;
    model.overlay = Overlay::picture;
    model.shared.peek.reset();
  }
  void operator()(const ShowPeek& a) { model.shared.peek = a.peek; }
  void operator()(const ReadAloud& a) { read_aloud(model.shared, a, services); }
  void operator()(const SpeechHeard& a) { heard(model.shared, a); }
  void operator()(const HidePeek&) { model.shared.peek.reset(); }
  void operator()(const DismissNotice& a) {
    std::erase_if(model.shared.notices, [&](const Notice& notice) { return notice.serial == a.serial; });
  }
  void operator()(const OpenNoticed& a) { open_noticed(model.shared, a.serial, services); }
  void operator()(const Printed& a) { printed(model.shared, a); }
  void operator()(const SwitchProfile& a) { switch_profile(model, a.id, services); }
  void operator()(const CoursesRead& a) { courses_read(model, a, services); }
  void operator()(const ReviewsRead& a) { reviews_read(model, a, services); }
  void operator()(const FitDone& a) { fit_done(model.shared, a, services); }
  void operator()(const Tick&) { tick(model, services); }
  void operator()(const Refresh&) {
    const bool follows =
        std::holds_alternative<lesson::State>(model.screen) || std::holds_alternative<quiz::State>(model.screen);
    if (!catch_up(model.shared, services) || !follows) return;
    const Overlay overlay = model.overlay;
    show(model, model.place, services);
    model.overlay = overlay;
  }
  void operator()(const OpenLink& a) { open_link(model, a.target, services); }
  void operator()(const BringBack& a) {
    (void)course_page::bring_back(a.course, a.question, model.shared, services);  // a refusal is told of by a notice
  }
  void operator()(const Quit&) { quit(model, services); }
  void operator()(const first_start::Action& a) {
    auto* state = std::get_if<first_start::State>(&model.screen);
    if (!state) return;
    switch (first_start::update(*state, a, model.shared)) {
      case first_start::Outcome::begin: begin(model, services); break;
      case first_start::Outcome::language_changed: read_outlines(model, services); break;
      case first_start::Outcome::stay: break;
    }
  }
  void operator()(const course_page::Action& a) {
    if (auto* state = std::get_if<course_page::State>(&model.screen)) course_page::update(*state, a);
  }
  void operator()(const lesson::Action& a) { lesson_action(model, a, services); }
  void operator()(const quiz::Action& a) {
    if (auto* state = std::get_if<quiz::State>(&model.screen)) quiz::update(*state, a, model.shared, services);
  }
  void operator()(const review::Action& a) {
    if (auto* state = std::get_if<review::State>(&model.screen)) review::update(*state, a, model.shared, services);
  }
  void operator()(const settings::Action& a) { settings_action(model, a, services); }
  void operator()(const profiles::Action& a) {
    auto* state = std::get_if<profiles::State>(&model.screen);
    if (!state) return;
    const Settings chosen = model.shared.settings;  // someone new begins with what is on screen, the language above all
    if (const auto made = profiles::update(*state, a, model.shared, services))
      switch_profile(model, *made, services, &chosen);
  }
  void operator()(const progress::Action& a) {
    if (auto* state = std::get_if<progress::State>(&model.screen)) progress::update(*state, a, model.shared, services);
  }
  void operator()(const find::Action& a) { find::update(model.find, a, model.shared); }
};

}  // namespace

Model start(Services& services, const std::string& language) {
  Model model;
  refresh_time(model.shared, services);
  model.shared.settings.language = language;
  model.shared.data_dir = services.accounts.data_dir().string();
  model.shared.can_speak = services.speech && services.speech->available();
  const std::vector<ProfileName> all = services.accounts.all();
  // accounts.all() puts the profile used last first.
  if (!all.empty()) {
    model.place = {ScreenName::today, {}, {}, {}};
    if (open_profile(model, all.front().id, services)) return model;
    model.screen = profiles::open(services);
    model.place = {ScreenName::profiles, {}, {}, {}};
    read_outlines(model, services);
    return model;
  }
  model.screen = first_start::State{};
  model.place = {ScreenName::first_start, {}, {}, {}};
  read_outlines(model, services);
  return model;
}

void update(Model& model, const Action& action, Services& services) {
  refresh_time(model.shared, services);
  std::visit(Updater{model, services}, action);
  refresh_due(model);
  if (auto* progress = std::get_if<progress::State>(&model.screen)) progress::refresh(*progress, model.shared);
}

std::optional<base::TimePoint> next_deadline(const Model& model) {
  const auto* lesson = std::get_if<lesson::State>(&model.screen);
  std::optional<base::TimePoint> next = model.shared.save_again_at;
  const auto sooner = [&](const std::optional<base::TimePoint>& at) {
    if (at && (!next || *at < *next)) next = at;
  };
  sooner(next_fit(model.shared, is_reviewing(model)));
  if (lesson) sooner(lesson->save_draft_at);
  if (lesson) sooner(lesson::next_move(*lesson, model.shared));
  if (const auto* quiz = std::get_if<quiz::State>(&model.screen)) sooner(quiz::next_deadline(*quiz));
  if (const auto* review = std::get_if<review::State>(&model.screen))
    sooner(review::next_deadline(*review, model.shared));
  if (const auto* progress = std::get_if<progress::State>(&model.screen))
    sooner(progress::next_deadline(*progress, model.shared));
  return next;
}

}  // namespace screens
