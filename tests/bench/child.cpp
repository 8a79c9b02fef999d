#include "bench/child.h"

#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace bench {

using Clock = std::chrono::steady_clock;

Child::Child(const std::vector<std::string>& command) {
  std::array<int, 2> pipe_ends{};
  if (::pipe(pipe_ends.data()) != 0) std::abort();
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, pipe_ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_addclose(&actions, pipe_ends[0]);
  started_ = Clock::now();
  if (::posix_spawnp(&pid_, arguments[0], &actions, nullptr, arguments.data(), environ) != 0) {
    std::fprintf(stderr, "cannot start %s\n", arguments[0]);
    std::exit(1);
  }
  posix_spawn_file_actions_destroy(&actions);
  ::close(pipe_ends[1]);
  out_ = pipe_ends[0];
}

Child::~Child() {
  ::kill(pid_, SIGTERM);
  ::waitpid(pid_, nullptr, 0);
  ::close(out_);
}

bool Child::read_until(Clock::time_point deadline) {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
  pollfd poll_for{out_, POLLIN, 0};
  if (left.count() <= 0 || ::poll(&poll_for, 1, static_cast<int>(left.count())) <= 0) return true;
  std::array<char, 4096> chunk{};
  const ssize_t size = ::read(out_, chunk.data(), chunk.size());
  if (size > 0) buffer_.append(chunk.data(), static_cast<std::size_t>(size));
  return size > 0;
}

std::optional<std::string> Child::next_line() {
  const std::size_t end = buffer_.find('\n');
  if (end == std::string::npos) return std::nullopt;
  std::string line = buffer_.substr(0, end);
  buffer_.erase(0, end + 1);
  return line;
}

std::optional<Milliseconds> Child::wait_for(const std::string& word, std::chrono::seconds within) {
  const Clock::time_point deadline = started_ + within;
  while (Clock::now() < deadline) {
    while (const auto line = next_line()) {
      if (line->find(word) != std::string::npos) return Milliseconds(Clock::now() - started_);
    }
    if (!read_until(deadline)) return std::nullopt;
  }
  return std::nullopt;
}

int Child::count(const std::string& word, std::chrono::seconds during) {
  const Clock::time_point deadline = Clock::now() + during;
  bool running = true;
  while (running && Clock::now() < deadline) running = read_until(deadline);
  int found = 0;
  while (const auto line = next_line()) found += line->find(word) != std::string::npos ? 1 : 0;
  return found;
}

Milliseconds Child::cpu() const {
  std::ifstream in("/proc/" + std::to_string(pid_) + "/stat");
  std::string text;
  std::getline(in, text);
  std::istringstream fields(text.substr(text.rfind(')') + 2));  // the name before it may hold spaces
  std::string skipped;
  for (int i = 0; i < 11; ++i) fields >> skipped;
  long user = 0;
  long system = 0;
  fields >> user >> system;
  return Milliseconds(1000.0 * static_cast<double>(user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK)));
}

double Child::pss() const {
  std::ifstream in("/proc/" + std::to_string(pid_) + "/smaps_rollup");
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("Pss:")) return std::stod(line.substr(4)) / 1024;
  }
  return 0;
}

}  // namespace bench
