#pragma once
// The world as the screens see it, in memory: it can refuse anything at any call, and counts what it is asked for.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "screens/services.h"
#include "screens/shell.h"
#include "support/test.h"

namespace test {

/// Whether one kind of call is refused now.
class Gate {
 public:
  void refuse(base::Refusal why, int calls = 1'000'000) {
    why_ = why;
    left_ = calls;
  }
  void accept() { left_ = 0; }
  int calls() const { return calls_; }
  int refused() const { return refused_; }

  /// Counts a call; false when it is to be refused.
  bool open() {
    ++calls_;
    if (left_ == 0) return true;
    --left_;
    ++refused_;
    return false;
  }
  tl::unexpected<base::Failure> failure() const { return base::fail(why_, "refused by the test"); }

 private:
  base::Refusal why_ = base::Refusal::other;
  int left_ = 0;
  int calls_ = 0;
  int refused_ = 0;
};

/// What stays when the program is closed.
struct Disk {
  struct Profile {
    std::string name;
    screens::Settings settings;
    std::map<std::string, std::string> drafts;
    std::vector<learner::Event> events;
    bool in_trash = false;
    bool read_only = false;
  };
  std::map<learner::ProfileId, Profile> profiles;
  learner::ProfileId last;
  std::int64_t number = 0;
  int made = 0;
};

class FakeHistory final : public screens::History {
 public:
  FakeHistory(Disk& disk, const base::Clock& clock) : disk_(disk), clock_(clock) {}
  base::Result<learner::Event> append(const course::CourseId&, const course::LessonId&, const learner::What&) override;
  base::Status save_draft(const std::string& key, const std::string& json) override;
  base::Status drop_draft(const std::string& key) override;
  base::Status save_settings(const screens::Settings& settings) override;
  base::Result<Export> export_all() override;
  base::Result<std::filesystem::path> export_table(const std::string& name, const std::string& csv) override;

  learner::ProfileId profile;  ///< the one written to
  Gate appends, drafts, drops, settings, exports;
  std::map<std::string, std::string> tables;  ///< exported, by name

 private:
  /// The profile written to when the gate is open and somebody studies.
  base::Result<Disk::Profile*> pass(Gate& gate);
  Disk& disk_;
  const base::Clock& clock_;
};

class FakeAccounts final : public screens::Accounts {
 public:
  FakeAccounts(Disk& disk, FakeHistory& history) : disk_(disk), history_(history) {}
  std::vector<screens::ProfileName> all() override;
  base::Result<screens::ProfileName> create(const std::string& name) override;
  base::Status rename(const learner::ProfileId& id, const std::string& name) override;
  base::Status remove(const learner::ProfileId& id) override;
  base::Status restore(const learner::ProfileId& id) override;
  base::Result<screens::OpenedProfile> open(const learner::ProfileId& id) override;
  std::filesystem::path data_dir() override { return "/data"; }

  Gate creates, renames, removes, restores, opens;
  bool slow = false;          ///< reviews are not there when a profile is opened
  screens::ReviewsRead read;  ///< then: what is to be delivered later

 private:
  Disk& disk_;
  FakeHistory& history_;
};

class FakeLibrary final : public screens::Library {
 public:
  std::shared_ptr<const course::Lesson> lesson(const course::Course& outline, const course::LessonId& id) override;
  void read_all(const std::string& language) override { asked.push_back(language); }
  std::vector<std::shared_ptr<const course::Course>> outlines(const std::string& language) override;

  /// What the reading of all courses delivers in the end.
  screens::CoursesRead read(const std::string& language) const;

  std::set<course::LessonId> broken;  ///< lessons with mistakes in their files
  std::vector<std::string> asked;     ///< languages given to read_all
  bool empty = false;                 ///< no course on this machine

 private:
  std::vector<course::Course> courses(const std::string& language) const;
};

class FakeDesktop final : public screens::Desktop {
 public:
  base::Status open(const std::string& target) override;
  void quit() override { ++quits; }

  Gate opens;
  std::vector<std::string> opened;
  int quits = 0;
};

/// Says nothing, and remembers what it was asked to say.
class FakeSpeech final : public screens::Speech {
 public:
  bool available() override { return there; }
  void say(std::uint64_t reading, std::vector<std::string> sentences, const std::string& language, int rate) override {
    said.push_back({reading, std::move(sentences), language, rate});
  }
  void stop() override { ++stops; }

  struct Said {
    std::uint64_t reading = 0;
    std::vector<std::string> sentences;
    std::string language;
    int rate = 0;
  };
  bool there = true;
  std::vector<Said> said;
  int stops = 0;
};

/// Prints nothing, and remembers what it was asked for.
class FakePrinter final : public screens::Printer {
 public:
  void print(screens::Printout what) override { asked.push_back(std::move(what)); }
  std::vector<screens::Printout> asked;
};

/// Fits nothing, and remembers what it was asked for.
class FakeFitter final : public screens::Fitter {
 public:
  void fit(const learner::ProfileId&, reviews::FitTask task) override { asked.push_back(std::move(task)); }
  void stop() override { ++stops; }
  std::vector<reviews::FitTask> asked;
  int stops = 0;
};

/// A program without a window, on a disk of its own or on a copy of another's.
struct World {
  World();
  explicit World(Disk stored);
  World(const World&) = delete;  // its parts know each other
  World& operator=(const World&) = delete;
  ~World();

  /// As at the start of the program: outlines first, then all courses.
  void start(const std::string& language = "en");
  /// Anna, who studies the first lesson.
  void start_lesson();
  void act(const screens::Action& action) { screens::update(model, action, services); }
  void go(screens::ScreenName screen, const char* course = "", const char* lesson = "", const char* about = "");
  void wait(base::Duration time);  ///< lets it pass, with the Tick that becomes due

  screens::lesson::State& lesson() { return std::get<screens::lesson::State>(model.screen); }
  const screens::QuestionState& answer(const char* step) { return lesson().questions.at(course::StepId(step)); }
  bool in_lesson() const { return std::holds_alternative<screens::lesson::State>(model.screen); }
  const std::vector<learner::Event>& events() const { return disk.profiles.at(history.profile).events; }
  const screens::Notice* notice(screens::Notice::Kind kind) const;

  Disk disk;
  base::FakeClock clock;
  FakeHistory history{disk, clock};
  FakeAccounts accounts{disk, history};
  FakeLibrary library;
  FakeDesktop desktop;
  FakeSpeech speech;
  FakePrinter printer;
  FakeFitter fitter;
  screens::Services services{clock, history, accounts, library, desktop, &speech, &printer, &fitter};
  screens::Model model;
};

/// The screen and the place tell of the same.
bool agree(const screens::Model& model);

template <class What>
int count(const std::vector<learner::Event>& events) {
  int n = 0;
  for (const learner::Event& event : events) n += std::holds_alternative<What>(event.what);
  return n;
}

}  // namespace test
