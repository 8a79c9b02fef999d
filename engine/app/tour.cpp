#include "app/tour.h"

#include <cstdio>
#include <memory>
#include <set>
#include <thread>

#include "app/made_up_past.h"
#include "app/program.h"
#include "base/scratch_folder.h"
#include "base/time.h"
#include "grading/grade.h"
#include "store/event_log.h"
#include "store/profiles.h"
#include "ui/capture.h"

namespace app {
namespace {

namespace fs = std::filesystem;
using screens::Go;
using screens::Place;
using screens::ScreenName;

/// A Sunday evening in November 2026: the same in every tour, so that pictures can be compared.
constexpr base::TimePoint kStart{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22} + std::chrono::hours(18)};

class Tour {
 public:
  Tour(const TourOptions& options, ui::Stage& stage, fs::path data_dir)
      : options_(options), stage_(stage), data_dir_(std::move(data_dir)), clock_(kStart) {}

  base::Status play();
  std::vector<fs::path> pictures() && { return std::move(pictures_); }

 private:
  using Status = base::Status;

  void open_program();
  void wait_for_courses();
  void settle();
  Status picture(const std::string& name);
  Status detail(const std::string& name) { return options_.essential ? Status() : picture(name); }
  Status stop_at(const std::string& name, const Place& place);
  const screens::lesson::State* lesson() const {
    return std::get_if<screens::lesson::State>(&program_->model().screen);
  }
  void answer(const course::Step& step, bool right);
  Status first_section();
  Status reopen();
  Status study_to_the_end();
  Status other_lessons();
  Status other_screens();
  Status a_quiz();
  Status days_later();
  void answer_review(bool right);
  Status live_half_a_year();
  Status half_a_year_later();

  const TourOptions& options_;
  ui::Stage& stage_;
  fs::path data_dir_;
  base::FakeClock clock_;
  std::unique_ptr<Program> program_;
  std::vector<fs::path> pictures_;
  int asked_ = 0;
  std::set<std::string> seen_kinds_;  ///< of questions, already pictured
};

void Tour::open_program() {
  Options options;
  options.data_dir = data_dir_;
  options.shown_data_dir = "~/.local/share/resonance";  // the temporary folder has another name in each tour
  options.language = options_.language;
  if (!options_.course.empty()) {
    options.courses = {options_.course};
    options.only_these = true;
  }
  options.speech = false;  // or pictures would tell what is installed
  program_ = std::make_unique<Program>(options, clock_);
  program_->first_frame_shown();
  wait_for_courses();
}

void Tour::wait_for_courses() {
  const auto whole = [&] {
    for (const auto& entry : program_->model().shared.courses) {
      if (!entry.whole) return false;
    }
    return program_->model().shared.reviews_read;
  };
  while (!whole()) {
    if (!program_->advance()) std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
}

void Tour::settle() {
  clock_.advance(std::chrono::seconds(1));
  program_->advance();
  ui::FrameInfo info = stage_.info();
  info.theme = static_cast<ui::ThemeName>(options_.theme);
  info.words = program_->words();
  info.reduced_motion = true;
  stage_.settle(info, [&](ui::Frame& frame) { program_->draw(frame); });
}

base::Status Tour::picture(const std::string& name) {
  settle();
  char number[8];
  std::snprintf(number, sizeof number, "%02zu-", pictures_.size() + 1);
  const fs::path file = options_.out / (number + name + ".png");
  if (const auto written = ui::write_png(file, stage_.pixels()); !written) return written;
  pictures_.push_back(file);
  return {};
}

base::Status Tour::stop_at(const std::string& name, const Place& place) {
  program_->apply(Go{place});
  return picture(name);
}

/// A response that is not right, of the question's kind, where there is one.
grading::Response wrong_response(const course::Question& question) {
  grading::Response response = grading::right_response(question);
  if (auto* r = std::get_if<grading::ChoicesResponse>(&response)) {
    const auto& choices = std::get<course::Choices>(question.kind).choices;
    r->picked.clear();
    for (std::size_t i = 0; i < choices.size() && r->picked.empty(); ++i) {
      if (!choices[i].right) r->picked.push_back(i);
    }
  }
  if (auto* r = std::get_if<grading::NumberResponse>(&response)) r->typed = "0";
  if (auto* r = std::get_if<grading::AnswersResponse>(&response)) r->typed = "?";
  if (auto* r = std::get_if<grading::OrderResponse>(&response)) std::swap(r->order.front(), r->order.back());
  if (auto* r = std::get_if<grading::SortResponse>(&response)) r->bins.assign(r->bins.size(), 0);
  return response;
}

void Tour::answer(const course::Step& step, bool right) {
  using screens::lesson::Action;
  const course::Question& question = screens::as_asked(*step.question(), lesson()->questions.at(step.id));
  program_->apply(Action{screens::lesson::SetCertainty{step.id, learner::Certainty::fairly}});
  program_->apply(
      Action{screens::lesson::Edit{step.id, right ? grading::right_response(question) : wrong_response(question)}});
  program_->apply(Action{screens::lesson::Check{step.id}});
  if (std::holds_alternative<course::Open>(question.kind)) {
    program_->apply(Action{screens::lesson::Edit{step.id, grading::right_response(question)}});
    program_->apply(Action{screens::lesson::Check{step.id}});
  }
}

base::Status Tour::first_section() {
  using screens::lesson::Action;
  if (const auto done = picture("lesson-begins"); !done) return done;
  const course::Step* open = screens::lesson::open_question(*lesson());
  for (int guard = 0; !open && guard < 20; ++guard) {
    program_->apply(Action{screens::lesson::Continue{}});
    if (!lesson()) return {};  // it asked nothing, and is over
    open = screens::lesson::open_question(*lesson());
  }
  if (!open) return {};
  answer(*open, false);
  if (const auto done = picture("answered-wrong"); !done) return done;
  const course::StepId id = open->id;
  program_->apply(Action{screens::lesson::GiveUp{id}});
  program_->apply(Action{screens::lesson::Continue{}});
  return detail("lesson-goes-on");
}

/// Closes the program in the middle and opens it again: it must be where it was.
base::Status Tour::reopen() {
  const std::size_t frontier = lesson()->frontier;
  const Place place = program_->model().place;
  program_.reset();
  open_program();
  if (const auto done = detail("today-again"); !done) return done;
  program_->apply(Go{place});
  const bool same = lesson() && lesson()->frontier == frontier;
  if (!same) return base::fail(base::Refusal::other, "the lesson did not open again where it was left");
  return detail("lesson-again");
}

/// Answers three questions of four rightly. The first of each kind is pictured even on a short tour.
base::Status Tour::study_to_the_end() {
  using screens::lesson::Action;
  std::size_t section = lesson()->section;
  for (int guard = 0; lesson() && guard < 300; ++guard) {
    const course::Step* open = screens::lesson::open_question(*lesson());
    if (open) {
      const std::string kind = course::kind_name(open->question()->kind);
      if (const auto done = detail("asked-" + kind); !done) return done;
      const bool right = ++asked_ % 4 != 0;
      answer(*open, right);
      const bool first = seen_kinds_.insert(kind).second;
      if (const auto done = first ? picture("answered-" + kind) : detail("answered-" + kind); !done) return done;
      program_->apply(Action{screens::lesson::GiveUp{open->id}});
    } else if (lesson()->section != section) {
      section = lesson()->section;
      if (const auto done = detail("section"); !done) return done;
    }
    program_->apply(Action{screens::lesson::Continue{}});
  }
  return {};
}

base::Status Tour::other_lessons() {
  const auto course = program_->model().shared.courses.front().course;
  for (const course::Lesson& each : course->lessons) {
    const auto* progress = program_->model().shared.progress.lesson(course->id, each.id);
    if (progress && progress->complete) continue;
    program_->apply(Go{{ScreenName::lesson, course->id, each.id, {}}});
    if (!lesson()) return base::fail(base::Refusal::damaged, "the lesson “" + each.id.str() + "” does not open");
    if (const auto done = study_to_the_end(); !done) return done;
  }
  return {};
}

base::Status Tour::other_screens() {
  const course::CourseId course = program_->model().shared.courses.front().course->id;
  if (const auto done = stop_at("courses", {ScreenName::courses, {}, {}, {}}); !done) return done;
  if (const auto done = stop_at("course", {ScreenName::course, course, {}, {}}); !done) return done;
  program_->apply(screens::course_page::Action{screens::course_page::Show{screens::course_page::Tab::concepts}});
  if (const auto done = picture("concepts"); !done) return done;
  program_->apply(screens::course_page::Action{screens::course_page::Show{screens::course_page::Tab::glossary}});
  if (const auto done = picture("glossary"); !done) return done;
  if (const auto done = stop_at("settings", {ScreenName::settings, {}, {}, {}}); !done) return done;
  if (const auto done = stop_at("profiles", {ScreenName::profiles, {}, {}, {}}); !done) return done;
  program_->apply(screens::ShowOverlay{screens::Overlay::find});
  if (const auto done = picture("find"); !done) return done;
  program_->apply(screens::ShowOverlay{screens::Overlay::keys});
  return picture("keys");
}

/// The course's first quiz: every third answer is wrong, one question is flagged.
base::Status Tour::a_quiz() {
  namespace quiz = screens::quiz;
  const auto course = program_->model().shared.courses.front().course;
  if (course->quizzes.empty()) return {};
  if (const auto done = stop_at("quiz", {ScreenName::quiz, course->id, {}, {}, course->quizzes.front().id}); !done)
    return done;
  program_->apply(quiz::Action{quiz::Begin{}});
  const auto state = [&] { return std::get_if<quiz::State>(&program_->model().screen); };
  if (state() == nullptr || state()->page != quiz::Page::running)
    return base::fail(base::Refusal::other, "the quiz does not begin");
  const std::size_t count = state()->items.size();
  for (std::size_t i = 0; i < count; ++i) {
    const course::Question& question = state()->items[i].question;
    const grading::Response response = i % 3 == 1 ? wrong_response(question) : grading::right_response(question);
    program_->apply(quiz::Action{quiz::Show{i}});
    program_->apply(quiz::Action{quiz::SetCertainty{i, learner::Certainty::fairly}});
    program_->apply(quiz::Action{quiz::Edit{i, response}});
    if (i == 1) program_->apply(quiz::Action{quiz::Flag{i}});
    if (i == count / 2)
      if (const auto done = picture("quiz-question"); !done) return done;
  }
  program_->apply(quiz::Action{quiz::HandIn{true}});
  // What was written freely is compared with its rubric first.
  for (std::size_t i = 0; state()->page == quiz::Page::marking && i < count; ++i)
    program_->apply(quiz::Action{quiz::Edit{i, grading::right_response(state()->items[i].question)}});
  if (state()->page == quiz::Page::marking) program_->apply(quiz::Action{quiz::HandIn{true}});
  if (const auto done = picture("quiz-result"); !done) return done;
  const auto& items = state()->items;
  const auto missed = std::find_if(items.begin(), items.end(), [](const quiz::Item& item) {
    return item.answer.verdict.outcome != grading::Outcome::right;
  });
  program_->apply(
      quiz::Action{quiz::Review{missed == items.end() ? 0 : static_cast<std::size_t>(missed - items.begin())}});
  return picture("quiz-review");
}

/// Answers the question of a review that is on screen.
void Tour::answer_review(bool right) {
  namespace review = screens::review;
  const auto* state = std::get_if<review::State>(&program_->model().screen);
  if (!state || !state->card) return;
  const course::Question question = review::asked(*state->card);
  const auto answer = [&] { return right ? grading::right_response(question) : wrong_response(question); };
  clock_.advance(std::chrono::seconds(8));
  program_->apply(review::Action{review::SetCertainty{learner::Certainty::fairly}});
  program_->apply(review::Action{review::Edit{answer()}});
  program_->apply(review::Action{review::Check{}});
  if (!std::holds_alternative<course::Open>(question.kind)) return;
  program_->apply(review::Action{review::Edit{grading::right_response(question)}});
  program_->apply(review::Action{review::Check{}});
}

/// What was answered comes back: some of it is known, some is not, and one stops.
base::Status Tour::days_later() {
  namespace review = screens::review;
  clock_.advance(std::chrono::days(9));
  program_->apply(Go{{ScreenName::today, {}, {}, {}}});
  if (const auto done = picture("today-days-later"); !done) return done;
  if (const auto done = stop_at("review", {ScreenName::review, {}, {}, {}}); !done) return done;
  if (program_->model().shared.due.questions == 0) return {};
  program_->apply(review::Action{review::Begin{review::Length::twenty}});
  if (const auto done = picture("review-asked"); !done) return done;
  answer_review(true);
  if (const auto done = picture("review-answered"); !done) return done;
  program_->apply(review::Action{review::Next{}});
  answer_review(false);
  if (const auto done = picture("review-wrong"); !done) return done;
  for (int i = 0; i < 3; ++i) {
    program_->apply(review::Action{review::Next{}});
    answer_review(true);
  }
  program_->apply(review::Action{review::Stop{}});
  return picture("review-done");
}

/// Another learner, in a folder of its own, who has studied for half a year.
base::Status Tour::live_half_a_year() {
  const auto course = program_->model().shared.courses.front().course;
  program_.reset();
  data_dir_ /= "half-a-year";
  const store::Profiles profiles(data_dir_);
  const auto made = store::Profiles(data_dir_).create("Léa");
  if (!made) return tl::unexpected(made.error());
  const auto log = store::EventLog::open(profiles.log_file(made->id), clock_);
  if (!log) return tl::unexpected(log.error());
  const std::vector<learner::Event> past = made_up_past(*course, clock_.now());
  std::size_t next = 0;
  const auto written = (*log)->append_rows([&]() -> std::optional<store::Row> {
    if (next == past.size()) return std::nullopt;
    const learner::Event& event = past[next++];
    const std::int64_t at = event.at.time_since_epoch().count();
    return store::Row{.at = at,
                      .clock = at,
                      .course = event.course.str(),
                      .lesson = event.lesson.str(),
                      .event = learner::name_of(event.what),
                      .what = learner::to_json(event.what)};
  });
  if (!written) return tl::unexpected(written.error());
  return {};
}

base::Status Tour::half_a_year_later() {
  if (const auto done = live_half_a_year(); !done) return done;
  open_program();
  program_->apply(screens::settings::Action{screens::settings::SetLanguage{options_.language}});
  program_->apply(screens::settings::Action{screens::settings::SetTheme{options_.theme}});
  wait_for_courses();
  program_->apply(Go{{ScreenName::progress, {}, {}, {}}});
  // What a goal costs is worked out little by little.
  for (int step = 0; step < 100; ++step) program_->advance();
  if (const auto done = picture("progress"); !done) return done;
  // The page is long: all of it at once, in a window that is as high.
  constexpr int kHigh = 3700;
  stage_.resize(options_.width, kHigh, static_cast<float>(options_.text_scale));
  const auto done = picture("progress-whole");
  stage_.resize(options_.width, options_.height, static_cast<float>(options_.text_scale));
  return done;
}

base::Status Tour::play() {
  open_program();
  if (const auto done = picture("first-start"); !done) return done;
  program_->apply(screens::first_start::Action{screens::first_start::TypeName{"Léa"}});
  program_->apply(screens::first_start::Action{screens::first_start::Begin{}});
  if (!lesson()) return base::fail(base::Refusal::not_found, "the first start did not lead into a lesson");
  program_->apply(Go{{ScreenName::settings, {}, {}, {}}});
  program_->apply(screens::settings::Action{screens::settings::SetTheme{options_.theme}});
  program_->apply(screens::Back{});
  if (const auto done = first_section(); !done) return done;
  if (lesson()) {
    if (const auto done = reopen(); !done) return done;
    if (const auto done = study_to_the_end(); !done) return done;
  }
  if (const auto done = picture("summary"); !done) return done;
  if (const auto done = stop_at("today", {ScreenName::today, {}, {}, {}}); !done) return done;
  if (const auto done = other_lessons(); !done) return done;
  if (const auto done = other_screens(); !done) return done;
  if (const auto done = a_quiz(); !done) return done;
  if (const auto done = days_later(); !done) return done;
  return half_a_year_later();
}

}  // namespace

base::Result<std::vector<fs::path>> tour(const TourOptions& options) {
  std::error_code error;
  fs::create_directories(options.out, error);
  if (error) return base::fail(base::Refusal::no_permission, options.out.string() + ": " + error.message());
  const auto data = base::ScratchFolder::make();
  if (!data) return tl::unexpected(data.error());
  auto stage = ui::Stage::open(options.width, options.height, static_cast<float>(options.text_scale));
  if (!stage) return tl::unexpected(stage.error());
  Tour tour(options, **stage, data->path());
  if (const auto done = tour.play(); !done) return tl::unexpected(done.error());
  return std::move(tour).pictures();
}

}  // namespace app
