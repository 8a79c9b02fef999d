#pragma once
// The files of many lessons, read and parsed by a few threads ahead of the one that makes the model of them. Parsing YAML takes four
// fifths of loading a course and needs nothing of the other files; the rest has to go in order.

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "base/diagnostic.h"
#include "course/load.h"
#include "course/yaml/source_file.h"
#include "course/yaml/tree.h"

namespace course {

/// A file with its tree; the tree's texts and places lean on the file.
struct ParsedFile {
  SourceFile source;
  std::optional<Tree> tree;
};

/// What came of one file. Where there is no tree the diagnostics say why.
struct ParsedLesson {
  ParsedFile file;
  base::Diagnostics diagnostics;
};

class ReadAhead {
 public:
  using Parse = std::function<ParsedLesson(std::size_t index)>;

  /// Calls `parse` once with each index below `count`, from several threads. Few files are parsed by `take` alone: a thread
  /// takes longer to start than they do.
  ReadAhead(std::size_t count, Parse parse);
  /// Waits for the files that are being parsed.
  ~ReadAhead();
  ReadAhead(const ReadAhead&) = delete;
  ReadAhead& operator=(const ReadAhead&) = delete;

  /// The next file, in the order of the indices. At most `count` times, by one thread.
  ParsedLesson take();

 private:
  /// So many files may be parsed and not taken: what a large course holds in memory beyond its model.
  static constexpr std::size_t most_waiting = 32;

  void work();
  bool may_begin() const;
  /// Parses the next file that nobody has begun; the lock is open meanwhile.
  void parse_next(std::unique_lock<std::mutex>& lock);

  Parse parse_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::optional<ParsedLesson>> done_;
  std::size_t begun_ = 0;
  std::size_t taken_ = 0;
  bool stop_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace course
