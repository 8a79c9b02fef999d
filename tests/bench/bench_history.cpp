// A learner of years: 200,000 questions and two million reviews. What the start waits for, what is read after it, and what
// each card of a review costs then.
//
//   bench_history FOLDER [QUESTIONS REVIEWS]     makes the data folder FOLDER where it is not there yet, and keeps it
//   bench_history --empty FOLDER                 makes one of somebody who has not begun

#include <algorithm>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <mutex>

#include "app/accounts.h"
#include "grading/grade.h"
#include "learner/progress.h"
#include "reviews/mastery.h"
#include "reviews/snapshot.h"
#include "screens/today.h"
#include "store/derived.h"
#include "support/made_history.h"

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

double since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// Milliseconds of each run.
template <class Call>
std::vector<double> timed(int runs, const Call& call) {
  std::vector<double> times;
  for (int i = 0; i < runs; ++i) {
    const auto start = Clock::now();
    call();
    times.push_back(since(start));
  }
  return times;
}

void print(const char* what, std::vector<double> times) {
  std::sort(times.begin(), times.end());
  std::printf("| %-64s | %9.2f ms | %9.2f ms |\n", what, times[times.size() / 2], times.back());
  std::fflush(stdout);
}

double resident_mb() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmRSS:")) return std::stod(line.substr(6)) / 1024;
  }
  return 0;
}

[[noreturn]] void give_up(const std::string& why) {
  std::fprintf(stderr, "%s\n", why.c_str());
  std::exit(1);
}

/// The courses of which the history tells: ten questions a lesson, ten lessons for a concept.
class MadeLibrary final : public screens::Library {
 public:
  explicit MadeLibrary(const test::MadeHistory& made) {
    const test::HistoryMaker names(made);
    for (std::uint32_t c = 0; c < made.courses; ++c) {
      auto course = std::make_shared<course::Course>();
      course->id = names.course(c);
      course->language = "en";
      course->title = course->id.str();
      course::Module& all = course->modules.emplace_back();
      for (std::uint32_t i = c, n = 0; i < made.questions; i += made.courses, ++n) {
        if (n % 100 == 0)
          course->concepts.push_back(
              {course::ConceptId("concept-" + std::to_string(n / 100)), "A concept", {}, {}, {}});
        if (n % 10 == 0) {
          course::Lesson& lesson = course->lessons.emplace_back();
          lesson.id = course::LessonId("lesson-" + std::to_string(n / 10));
          lesson.title = lesson.id.str();
          all.lessons.push_back(lesson.id);
        }
        course::Question question;
        question.id = names.question(i);
        question.key = 7 + std::uint64_t{i};
        question.ask = "Which?";
        question.concepts = {course->concepts.back().id};
        question.kind = course::Choices{{{true, "This", {}}, {false, "That", {}}, {false, "Neither", {}}}};
        course->lessons.back().steps.push_back({course::StepId("step-" + std::to_string(i)), question});
      }
      courses_.push_back({std::move(course), true, 0, {}});
    }
  }
  std::shared_ptr<const course::Lesson> lesson(const course::Course&, const course::LessonId&) override { return {}; }
  void read_all(const std::string&) override {}
  std::vector<std::shared_ptr<const course::Course>> outlines(const std::string&) override { return {}; }
  screens::CoursesRead read() const { return {"en", courses_}; }

 private:
  std::vector<screens::CourseEntry> courses_;
};

struct NoDesktop final : screens::Desktop {
  base::Status open(const std::string&) override { return {}; }
  void quit() override {}
};

/// The program on that history, without its window.
struct World {
  World(const fs::path& data, const test::MadeHistory& made, base::TimePoint now)
      : clock(now),
        accounts(data, clock,
                 [this](screens::ReviewsRead read) {
                   const std::lock_guard lock(mutex);
                   delivered = std::move(read);
                   changed.notify_one();
                 }),
        library(made) {}

  screens::ReviewsRead wait() {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return delivered.has_value(); });
    return *std::exchange(delivered, std::nullopt);
  }
  void act(const screens::Action& action) { screens::update(model, action, services); }
  screens::review::State& review() { return std::get<screens::review::State>(model.screen); }

  base::FakeClock clock;
  std::mutex mutex;
  std::condition_variable changed;
  std::optional<screens::ReviewsRead> delivered;
  app::Accounts accounts;
  MadeLibrary library;
  NoDesktop desktop;
  screens::Services services{clock, accounts, accounts, library, desktop};
  screens::Model model;
};

void measure_opening(const app::HistorySource& source, const base::Clock& clock) {
  std::size_t events = 0;
  print("opening the log, first events folded", timed(7, [&] {
          const auto log = store::EventLog::open(source.log, clock, nullptr, store::Check::quick);
          if (!log) give_up(log.error().detail);
          learner::Progress progress;
          events = 0;
          const auto stats = (*log)->read_first([&](const learner::Event& event) {
            progress.apply(event);
            ++events;
          });
          if (!stats) give_up(stats.error().detail);
        }));
  std::printf("  (%zu events)\n", events);
}

void measure_reading(const app::HistorySource& source) {
  const double before = resident_mb();
  std::optional<screens::ReviewsRead> read;
  store::remove_derived(source.log);
  print("reading the reviews from all events, and keeping them",
        timed(1, [&] { read = app::read_reviews(source, {}); }));
  if (!read || !read->reviews) give_up("the reviews could not be read");
  std::printf("  (%lld reviews of %zu questions; kept in %.1f MB; log %.1f MB; memory grew by %.1f MB)\n",
              static_cast<long long>(read->reviews->count()), read->reviews->size(),
              static_cast<double>(store::size_of_derived(source.log)) / 1e6,
              static_cast<double>(fs::file_size(source.log)) / 1e6, resident_mb() - before);
  read.reset();
  print("reading the reviews from what is kept", timed(3, [&] { read = app::read_reviews(source, {}); }));
  const std::string bytes = reviews::to_bytes(*read->reviews);
  print("  of which bytes to reviews", timed(3, [&] { (void)reviews::from_bytes(bytes); }));
}

void measure_questions(const reviews::Reviews& reviews, base::TimePoint now) {
  const auto all = [](const reviews::QuestionRef&) { return reviews::Askable{true, 0}; };
  std::size_t due = 0;
  print("due list after a day", timed(9, [&] { due = reviews::due(reviews, now, now, all).size(); }));
  std::printf("  (%zu due)\n", due);
  const base::TimePoint much_later = now + std::chrono::days(365);
  print("due list after a year", timed(9, [&] { due = reviews::due(reviews, much_later, much_later, all).size(); }));
  std::printf("  (%zu due)\n", due);
  print("load of 500 days", timed(9, [&] { (void)reviews::load_by_day(reviews, now, std::chrono::minutes(60), 500); }));
  print("next due", timed(9, [&] { (void)reviews::next_due(reviews, now); }));
  print("recall of all questions", timed(9, [&] { (void)reviews.recall_of_all(now); }));
  reviews::Reviews other = reviews;
  print("another model chosen: all states anew", timed(3, [&] {
          other.choose_model(other.model().kind() == reviews::ModelKind::fsrs7 ? reviews::ModelKind::fsrs6
                                                                               : reviews::ModelKind::fsrs7);
        }));
}

void measure_fit(const reviews::Reviews& reviews) {
  reviews::FitTask task;
  print("the fit's log, on the window's thread", timed(5, [&] { task = reviews::fit_task(reviews); }));
  std::optional<learner::Fitted> fitted;
  print("the fit, elsewhere", timed(1, [&] { fitted = reviews::run(task, {}); }));
  const reviews::Model model(reviews::ModelKind::fsrs7, fitted ? fitted->parameters : task.current);
  print("what the fit changes, on the window's thread",
        timed(5, [&] { (void)reviews::change_of_intervals(reviews, model, 0.9); }));
}

/// Cards of a review as somebody does them who picks an answer and goes on: the answer, and the grade that brings the next.
void measure_cards(World& w) {
  w.act(screens::Go{{screens::ScreenName::review, {}, {}, {}}});
  print("a review begins", timed(1, [&] { w.act(screens::review::Action{screens::review::Begin{}}); }));
  std::vector<double> answers, cards;
  constexpr int kCards = 300;
  for (int i = 0; i < kCards && w.review().card; ++i) {
    w.clock.advance(std::chrono::seconds(7));
    const auto right = grading::right_response(screens::review::asked(*w.review().card));
    const auto start = Clock::now();
    w.act(screens::review::Action{screens::review::Edit{right}});
    answers.push_back(since(start));
    w.clock.advance(std::chrono::seconds(2));
    const auto graded = Clock::now();
    w.act(screens::review::Action{screens::review::Grade{memory::Grade::hard}});
    cards.push_back(since(graded));
  }
  if (cards.empty()) give_up("nothing was due");
  print("an answer stored, its grade and its four dates known", answers);
  print("another grade stored and the next card shown", cards);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("bench_history FOLDER [QUESTIONS REVIEWS]\n", stderr);
    return 2;
  }
  if (argc == 3 && std::string(argv[1]) == "--empty")
    return store::Profiles(argv[2]).create("Anna").has_value() ? 0 : 1;
  test::MadeHistory made;
  if (argc > 3) {
    made.questions = static_cast<std::uint32_t>(std::atoi(argv[2]));
    made.reviews = std::atoll(argv[3]);
  }
  const fs::path data = argv[1];
  const base::SystemClock clock;
  store::Profiles profiles(data);
  if (profiles.all().empty()) {
    const auto profile = profiles.create("Anna");
    if (!profile) give_up(profile.error().detail);
    const auto log = store::EventLog::open(profiles.log_file(profile->id), clock);
    if (!log) give_up(log.error().detail);
    const auto start = Clock::now();
    if (const auto filled = test::fill(**log, made); !filled) give_up(filled.error().detail);
    std::printf("made in %.0f s\n", since(start) / 1000);
  }
  const learner::ProfileId profile = profiles.all().front().id;
  std::ifstream load("/proc/loadavg");
  std::string busy;
  std::getline(load, busy);
  std::printf("load of the machine: %s\n\n| measured | median | slowest |\n| --- | --- | --- |\n", busy.c_str());

  const fs::path file = profiles.log_file(profile);
  const app::HistorySource source{profile, file, file};
  measure_opening(source, clock);
  base::TimePoint now;
  {
    const auto log = store::EventLog::open(file, clock, nullptr, store::Check::quick);  // as the window has it
    if (!log) give_up(log.error().detail);
    measure_reading(source);
    const auto read = app::read_reviews(source, {});
    now = base::TimePoint(base::Duration(read->reviews->log().at.back())) + std::chrono::days(1);
    measure_questions(*read->reviews, now);
    measure_fit(*read->reviews);
  }
  World w(data, made, now);
  print("the program starts: profile opened, Today known",
        timed(1, [&] { w.model = screens::start(w.services, "en"); }));
  w.accounts.release();
  w.act(w.library.read());
  const auto read = w.wait();
  print("the reviews arrive on the window's thread", timed(1, [&] { w.act(read); }));
  measure_cards(w);
  std::printf("memory in the end, courses of the benchmark included: %.0f MB\n", resident_mb());
  return 0;
}
