// The real program in a real window, studied by a hasty person and killed at random moments: what a frame has shown as kept must be
// in the file, every time.

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <csignal>
#include <cstdio>
#include <cstdlib>

#include <array>
#include <chrono>
#include <fstream>
#include <random>
#include <regex>
#include <thread>
#include <vector>

#include "base/time.h"
#include "store/event_log.h"
#include "store/profiles.h"
#include "support/temporary_folder.h"
#include "support/test.h"

extern char** environ;

namespace {

using namespace std::chrono_literals;

pid_t start(const std::vector<std::string>& command, int keep_fd = -1) {
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  if (keep_fd >= 0) posix_spawn_file_actions_adddup2(&actions, keep_fd, 3);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = -1;
  if (posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ) != 0) child = -1;
  posix_spawn_file_actions_destroy(&actions);
  return child;
}

void end(pid_t child, int signal) {
  if (child <= 0) return;
  kill(child, signal);
  int status = 0;
  waitpid(child, &status, 0);
}

/// A virtual display of the test's own, with a number that nobody else has.
class Display {
 public:
  Display() {
    std::array<int, 2> pipe_ends{};
    REQUIRE(pipe(pipe_ends.data()) == 0);
    server_ =
        start({"Xvfb", "-displayfd", "3", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"}, pipe_ends[1]);
    close(pipe_ends[1]);
    std::string number;
    for (char c = 0; read(pipe_ends[0], &c, 1) == 1 && c != '\n';) number += c;
    close(pipe_ends[0]);
    REQUIRE_FALSE(number.empty());
    setenv("DISPLAY", (":" + number).c_str(), 1);
  }
  ~Display() { end(server_, SIGTERM); }
  Display(const Display&) = delete;
  Display& operator=(const Display&) = delete;

 private:
  pid_t server_ = -1;
};

/// What was shown as kept: whose history, and its latest event.
struct Shown {
  std::string profile;
  std::int64_t event = -1;  ///< -1 when no frame was shown
};

/// From the last whole line of the trace.
Shown last_shown(const std::filesystem::path& trace) {
  static const std::regex frame(R"re(frame",.*"profile":"([^"]*)","kept":([0-9]+)\})re");
  std::ifstream in(trace);
  Shown shown;
  std::smatch found;
  for (std::string line; std::getline(in, line);) {
    if (std::regex_search(line, found, frame)) shown = {found[1], std::stoll(found[2])};
  }
  return shown;
}

/// Waits for the first frame; how long it took, which tells how fast the machine is just now.
std::chrono::milliseconds wait_for_frame(const std::filesystem::path& trace) {
  const auto start = std::chrono::steady_clock::now();
  const auto passed = [&] {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
  };
  while (last_shown(trace).event < 0) {
    REQUIRE(passed() < 60s);
    std::this_thread::sleep_for(10ms);
  }
  return passed();
}

/// Keys as somebody in a hurry presses them; in the first round the name's field has the keyboard.
std::vector<std::string> random_keys(std::mt19937& random, bool in_a_quiz) {
  std::vector<std::string> command{"xdotool", "key", "--delay", "12"};
  if (in_a_quiz) {  // the last thing found is the quiz on it; Return begins it, or goes on in it
    for (const char* key : {"ctrl+k", "s", "o", "l", "o", "m", "o", "Up", "Return", "Return"}) command.push_back(key);
  }
  const std::array<const char*, 12> keys{"Return", "1",   "2",      "n", "h", "Return",
                                         "space",  "Tab", "Return", "n", "f", "alt+Right"};
  for (int i = 0; i < 60; ++i) command.push_back(keys[random() % keys.size()]);
  return command;
}

/// Number of the last event of the one who studied; those that were answered in a quiz are added to `in_quizzes`.
std::int64_t check_file(const std::filesystem::path& data_dir, const Shown& shown, int& in_quizzes) {
  const base::SystemClock clock;
  const store::Profiles profiles(data_dir);
  if (shown.profile.empty()) return 0;  // killed before the first profile was made, or while nobody was chosen
  const auto file = profiles.log_file(learner::ProfileId(shown.profile));
  store::Opened opened;
  auto log = store::EventLog::open(file, clock, &opened);
  REQUIRE(log.has_value());
  CHECK(opened.damaged.empty());
  CHECK((*log)->verify().empty());
  std::int64_t last = 0;
  const auto stats = (*log)->read(0, [&](const learner::Event& event) {
    last = event.number;
    in_quizzes += std::holds_alternative<learner::QuizAnswered>(event.what);
  });
  REQUIRE(stats.has_value());
  CHECK(stats->unreadable == 0);
  CHECK(last >= shown.event);
  return last;
}

TEST_CASE("killed at random moments, the program loses nothing that it has shown as kept") {
  constexpr int kKills = 200;
  const Display display;
  std::mt19937 random(20261122);
  std::int64_t most = 0;
  int with_answers = 0;
  int in_quizzes = 0;
  auto folder = std::make_unique<test::TemporaryFolder>();
  for (int round = 0; round < kKills; ++round) {
    INFO("round " << round);
    if (round % 40 == 0)
      folder = std::make_unique<test::TemporaryFolder>();  // a new person, before all lessons are finished
    const auto trace = folder->path() / "trace.jsonl";
    std::filesystem::remove(trace);
    const pid_t program = start({RESONANCE_PROGRAM, "--data-dir", (folder->path() / "data").string(), "--lang", "en",
                                 "--trace", trace.string()});
    REQUIRE(program > 0);
    const auto pace = wait_for_frame(trace);
    const pid_t keys = start(random_keys(random, round % 3 == 1));
    // Long enough for some keys, however busy the machine is.
    const auto longest = std::clamp<std::chrono::milliseconds>(3 * pace, 500ms, 10s);
    std::this_thread::sleep_for(longest * (random() % 1000) / 1000);
    end(program, SIGKILL);
    end(keys, SIGKILL);
    const Shown shown = last_shown(trace);
    const std::int64_t last = check_file(folder->path() / "data", shown, in_quizzes);
    most = std::max(most, last);
    with_answers += shown.event > 0;
  }
  // The test means something only if the person got somewhere.
  CHECK(most > 20);
  CHECK(with_answers > kKills / 2);
  CHECK(in_quizzes > 10);
}

}  // namespace
