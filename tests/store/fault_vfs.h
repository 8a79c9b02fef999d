#pragma once
// A disk that refuses, and one that loses power: a layer below SQLite, in the manner of leveldb's fault injection.

#include <sqlite3.h>

#include <atomic>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "base/random.h"

namespace test {

/// While it lives, every file that SQLite opens goes through it. Open logs after it was made and close them before it goes.
class FaultVfs {
 public:
  FaultVfs();
  ~FaultVfs();
  FaultVfs(const FaultVfs&) = delete;
  FaultVfs& operator=(const FaultVfs&) = delete;

  /// Result codes that the calls give instead of doing their work; SQLITE_OK: do it.
  std::atomic<int> on_write{SQLITE_OK};
  std::atomic<int> on_sync{SQLITE_OK};
  std::atomic<int> on_read{SQLITE_OK};
  /// The faults above begin after so many more calls.
  std::atomic<int> after{0};
  /// Files whose names begin so cannot be opened for writing; empty: all can. Not to be changed while others open files.
  std::string read_only_below;

  /// Writes into `folder` what a loss of power could leave of the files open now or before: what was synced, and of what was
  /// written since, each piece whole, in part, or not at all.
  void lose_power(const std::filesystem::path& folder, base::Random& random);

  // For the layer itself.
  struct Change {
    std::int64_t at = 0;
    std::string bytes;
    bool cuts = false;  ///< truncates to `at` instead
  };
  struct Image {
    std::string synced;
    std::vector<Change> since;
  };
  /// True when the call is to fail.
  bool strikes(const std::atomic<int>& code);
  void opened(const std::string& name);
  void changed(const std::string& name, Change change);
  void synced(const std::string& name);
  void deleted(const std::string& name);

 private:
  sqlite3_vfs* below_;
  sqlite3_vfs vfs_;
  std::mutex mutex_;
  std::map<std::string, Image> images_;
};

}  // namespace test
