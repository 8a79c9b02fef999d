#pragma once
// A log that is open in this program, read once more through a connection of its own, so that another thread can read for
// seconds while the first appends.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

#include "base/result.h"
#include "store/event_log.h"

namespace store {

/// Belongs to one thread.
class LogReader {
 public:
  /// `file`: EventLog::file_read of an open log. The lock is held like an open log's, so that nobody repairs under it.
  static base::Result<LogReader> open(const std::filesystem::path& file);
  ~LogReader();
  LogReader(LogReader&&) noexcept;
  LogReader& operator=(LogReader&&) noexcept;

  /// The greatest number in the log, 0 where it is empty.
  base::Result<std::int64_t> last_number() const;
  /// As the row of this number has it; empty where there is none or the checksum does not hold.
  std::optional<std::int64_t> checksum_at(std::int64_t number) const;
  /// As EventLog::read_rows; ends between two rows when `stop` asks.
  base::Result<EventLog::ReadStats> read_rows(std::int64_t after, const std::function<void(const Row&)>& each,
                                              const std::stop_token& stop) const;
  /// False where the structure of the file is damaged: open the log again with Check::whole to have it repaired.
  base::Result<bool> is_whole(const std::stop_token& stop) const;

 private:
  struct Parts;
  explicit LogReader(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace store
