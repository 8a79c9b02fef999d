#pragma once
// A program under measurement: started, listened to line by line, looked at through /proc, ended.

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace bench {

using Milliseconds = std::chrono::duration<double, std::milli>;

class Child {
 public:
  /// Starts `command`; its standard output is read here, its errors pass through.
  explicit Child(const std::vector<std::string>& command);
  /// Ends the program, asking first.
  ~Child();
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  /// Reads lines until one contains `word`; the time from the start to that line, or nothing when the program ended or
  /// `within` has passed.
  std::optional<Milliseconds> wait_for(const std::string& word, std::chrono::seconds within);

  /// How many lines with `word` come in the time given.
  int count(const std::string& word, std::chrono::seconds during);

  /// CPU time so far, user and system.
  Milliseconds cpu() const;

  /// Proportional set size in MB: memory of its own plus its share of what it shares.
  double pss() const;

 private:
  /// Appends what comes until `deadline`; false when the program ended.
  bool read_until(std::chrono::steady_clock::time_point deadline);
  std::optional<std::string> next_line();

  pid_t pid_ = 0;
  int out_ = -1;
  std::string buffer_;
  std::chrono::steady_clock::time_point started_;
};

}  // namespace bench
