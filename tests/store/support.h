#pragma once
// Logs to test with.

#include <memory>
#include <string>
#include <vector>

#include "store/event_log.h"
#include "support/temporary_folder.h"
#include "support/test.h"

namespace test {

/// An answer that can be told from others by its number; `size` bytes of text make large rows.
learner::What answer(int number, std::size_t size = 0);

/// A folder with a log that can be opened again and again.
struct LogFolder {
  TemporaryFolder folder;
  base::FakeClock clock{base::TimePoint(std::chrono::sys_days(std::chrono::year(2026) / 1 / 31))};
  store::Opened opened;

  std::filesystem::path file() const { return folder.path() / "progress.db"; }
  std::filesystem::path beside(const std::string& ending) const { return file().string() + ending; }

  base::Result<std::unique_ptr<store::EventLog>> try_open() { return store::EventLog::open(file(), clock, &opened); }
  /// Fails the test when it cannot be opened.
  std::unique_ptr<store::EventLog> open();

  /// Opens, appends `count` answers, a minute apart, and closes.
  void fill(int count, std::size_t size = 0);
};

base::Result<learner::Event> append(store::EventLog& log, int number, std::size_t size = 0);

/// The events in full, as texts, for comparison.
std::vector<std::string> events_of(const store::EventLog& log, store::EventLog::ReadStats* stats = nullptr);
std::string describe(const learner::Event& event);

std::string bytes_of(const std::filesystem::path& file);
void write_bytes(const std::filesystem::path& file, const std::string& bytes);

}  // namespace test
