#pragma once
// A database as pages on disk, read without SQLite, for files that SQLite refuses or would read only in part.
// The layout is that of https://www.sqlite.org/fileformat2.html. Private to store.

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace store {

/// What our logs are made with; salvage does not believe a damaged header.
constexpr std::size_t page_size = 4096;

/// One page that was written to the write-ahead log.
struct Frame {
  std::uint32_t page = 0;
  bool commits = false;     ///< the last of its transaction
  bool current = false;     ///< of the log's current round, not left over from before it was started again
  bool valid = false;       ///< its checksum, and those of all before it, hold: SQLite reads it
  std::uint64_t round = 0;  ///< the same for all frames written in one round
  std::string_view data;    ///< page_size bytes
};

/// The bytes of a log and of the write-ahead log beside it, whatever state they are in.
class Pages {
 public:
  /// Files that are missing count as empty. A Failure when they cannot be read or are larger than 2 GiB.
  static base::Result<Pages> read(const std::filesystem::path& file);

  const std::vector<Frame>& frames() const { return frames_; }
  /// Number of whole or begun pages in the main file.
  std::size_t main_count() const { return (main_.size() + page_size - 1) / page_size; }
  std::string_view main_page(std::size_t index) const;
  /// The page as SQLite would see it (number from 1), or empty.
  std::string_view page(std::uint32_t number) const;

 private:
  void find_frames();

  std::string main_;
  std::string wal_;
  std::vector<Frame> frames_;
  std::map<std::uint32_t, std::string_view> newest_;  ///< committed frames by page
};

/// A value of a record: NULL, a whole number or a text. Others end the decoding.
struct Value {
  enum class Kind : std::uint8_t { null, integer, text } kind = Kind::null;
  std::int64_t integer = 0;
  std::string text;
};

struct Record {
  std::int64_t row_id = 0;
  std::vector<Value> values;
};

/// The table row whose cell starts at byte `at` of a page, overflow pages followed; empty when there is none with `columns` columns.
std::optional<Record> record_at(const Pages& pages, std::string_view page, std::size_t at, std::size_t columns);

/// Where the cells of a leaf page of a table start, as its header says.
std::vector<std::size_t> cells_of(std::string_view page, bool first_page);

}  // namespace store
