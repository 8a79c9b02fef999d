// Kills a program that appends, at random moments, and checks that whatever it had acknowledged is there.

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <set>
#include <thread>

#include "base/random.h"
#include "reviews/reviews.h"
#include "store/event_log.h"
#include "support/temporary_folder.h"
#include "support/test.h"

namespace {

/// A running writer and the pipe it prints to.
struct Writer {
  pid_t process = -1;
  int out = -1;

  explicit Writer(const std::filesystem::path& file) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return;
    process = ::fork();
    if (process == 0) {
      ::dup2(ends[1], STDOUT_FILENO);
      ::execl(RESONANCE_CRASH_WRITER, "crash_writer", file.c_str(), nullptr);
      ::_exit(127);
    }
    ::close(ends[1]);
    out = ends[0];
  }
  ~Writer() { ::close(out); }

  /// Waits until it says more. False when it has ended.
  bool listen() {
    char buffer[4096];
    const ssize_t size = ::read(out, buffer, sizeof buffer);
    if (size > 0) said.append(buffer, static_cast<std::size_t>(size));
    return size > 0;
  }

  /// Kills it and gives all it had said; a number that was cut off in the middle was not said.
  std::vector<std::int64_t> kill_and_listen() {
    ::kill(process, SIGKILL);
    while (listen()) {
    }
    int status = 0;
    ::waitpid(process, &status, 0);
    killed = WIFSIGNALED(status);
    std::vector<std::int64_t> numbers;
    for (std::size_t at = 0, end = 0; (end = said.find('\n', at)) != std::string::npos; at = end + 1) {
      numbers.push_back(std::stoll(said.substr(at, end - at)));
    }
    return numbers;
  }

  std::string said;
  bool killed = false;
};

}  // namespace

TEST_CASE("killed 250 times, it never loses what it acknowledged") {
  test::TemporaryFolder folder;
  const auto file = folder.path() / "progress.db";
  const base::SystemClock clock;
  base::Random random(20260131);
  std::int64_t last = 0, acknowledged = 0, rounds_that_wrote = 0;
  reviews::Reviews reviews;
  std::int64_t answers = 0, interrupted = 0;
  for (int round = 0; round < 250; ++round) {
    CAPTURE(round);
    std::vector<std::int64_t> numbers;
    {
      Writer writer(file);
      // Every other time while it may still be opening the file, else in the midst of its commits.
      if (round % 2 == 1) REQUIRE(writer.listen());
      std::this_thread::sleep_for(std::chrono::microseconds(random.below(round % 2 == 1 ? 15'000 : 8'000)));
      numbers = writer.kill_and_listen();
      REQUIRE(writer.killed);  // it never ended by itself, with an error
    }
    store::Opened opened;
    const auto log = store::EventLog::open(file, clock, &opened);
    if (!log) FAIL(log.error().detail);
    REQUIRE(opened.damaged.empty());
    REQUIRE_FALSE(opened.torn);
    std::set<std::int64_t> there;
    std::optional<course::QuestionId> unanswered;
    const auto stats = (*log)->read(last, [&](const learner::Event& event) {
      there.insert(event.number);
      reviews.apply(event);
      const auto* foretold = std::get_if<learner::Foretold>(&event.what);
      unanswered = foretold ? std::optional(foretold->question) : std::nullopt;
      answers += std::holds_alternative<learner::Answered>(event.what) ||
                 std::holds_alternative<learner::Reviewed>(event.what);
    });
    REQUIRE(stats);
    REQUIRE(stats->unreadable + stats->missing == 0);
    for (const std::int64_t number : numbers) REQUIRE(there.count(number) == 1);
    // At most one event was written and not yet said.
    REQUIRE(there.size() <= numbers.size() + 1);
    // Every answer is a review, and a question that was shown and not answered is there to go on with.
    REQUIRE(reviews.count() == answers);
    if (unanswered) {
      REQUIRE(reviews.waiting());
      REQUIRE(reviews.waiting()->question.question == *unanswered);
      ++interrupted;
    }
    acknowledged += static_cast<std::int64_t>(numbers.size());
    rounds_that_wrote += !numbers.empty();
    if (!there.empty()) last = *there.rbegin();
    if (round % 25 == 24) REQUIRE((*log)->verify().empty());
  }
  CHECK(rounds_that_wrote >= 125);  // else the moments were ill chosen
  CHECK(interrupted > 10);
  WARN(acknowledged << " events acknowledged in " << rounds_that_wrote << " of 250 rounds, " << last << " there");
}
