#pragma once
// Who uses a log: every open log holds its lock file shared; whoever creates, repairs or migrates holds it alone, so that
// nobody writes into a file that is being replaced.

#include <chrono>
#include <filesystem>

#include "base/result.h"

namespace store {

/// A lock on a small file beside the log (flock). Works between processes and between threads. Released when destroyed.
class FileLock {
 public:
  FileLock() = default;
  ~FileLock();
  FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  FileLock& operator=(FileLock&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
  }

  /// Opens (makes) the lock file without taking the lock.
  static base::Result<FileLock> on(const std::filesystem::path& file);

  /// Each waits up to `patience` and says whether it was granted. While waiting nothing is held.
  bool alone(std::chrono::milliseconds patience);
  bool shared(std::chrono::milliseconds patience);

 private:
  bool wait(int operation, std::chrono::milliseconds patience) const;

  int descriptor_ = -1;
};

}  // namespace store
