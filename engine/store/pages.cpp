#include "store/pages.h"

#include <algorithm>

#include "base/files.h"

namespace store {
namespace {

constexpr std::uint64_t largest_file = std::uint64_t{2} << 30;
constexpr std::size_t wal_header_size = 32;
constexpr std::size_t frame_header_size = 24;
constexpr std::size_t longest_record = 16 << 20;

std::uint8_t byte(std::string_view bytes, std::size_t at) { return static_cast<std::uint8_t>(bytes[at]); }

std::uint32_t big_endian(std::string_view bytes, std::size_t at, std::size_t size = 4) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < size; ++i) value = value << 8 | byte(bytes, at + i);
  return value;
}

std::uint32_t little_endian(std::string_view bytes, std::size_t at) {
  return byte(bytes, at) | byte(bytes, at + 1) << 8 | byte(bytes, at + 2) << 16 |
         static_cast<std::uint32_t>(byte(bytes, at + 3)) << 24;
}

/// The running checksum of the write-ahead log.
struct WalSum {
  bool big = false;
  std::uint32_t first = 0;
  std::uint32_t second = 0;

  void add(std::string_view bytes) {
    for (std::size_t i = 0; i + 8 <= bytes.size(); i += 8) {
      first += (big ? big_endian(bytes, i) : little_endian(bytes, i)) + second;
      second += (big ? big_endian(bytes, i + 4) : little_endian(bytes, i + 4)) + first;
    }
  }
  bool is(std::string_view bytes, std::size_t at) const {
    return first == big_endian(bytes, at) && second == big_endian(bytes, at + 4);
  }
};

base::Result<std::string> read_or_empty(const std::filesystem::path& file) {
  auto bytes = base::read_file(file, largest_file);
  if (!bytes && bytes.error().refusal == base::Refusal::not_found) return std::string();
  return bytes;
}

/// SQLite's variable-length integer: up to nine bytes, big end first. Empty past the end.
std::optional<std::uint64_t> varint(std::string_view bytes, std::size_t& at) {
  std::uint64_t value = 0;
  for (int i = 0; i < 9; ++i) {
    if (at >= bytes.size()) return std::nullopt;
    const std::uint8_t next = byte(bytes, at++);
    if (i == 8) return value << 8 | next;
    value = value << 7 | (next & 0x7f);
    if (next < 0x80) break;
  }
  return value;
}

std::int64_t integer_of(std::string_view bytes) {
  std::uint64_t value = byte(bytes, 0) >= 0x80 ? ~std::uint64_t{0} : 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) value = value << 8 | byte(bytes, i);
  return static_cast<std::int64_t>(value);
}

/// Bytes of a record, from the cell and from its overflow pages.
std::optional<std::string> payload(const Pages& pages, std::string_view page, std::size_t at, std::size_t size) {
  constexpr std::size_t most = page_size - 35;
  constexpr std::size_t least = (page_size - 12) * 32 / 255 - 23;
  constexpr std::size_t per_page = page_size - 4;
  if (size > longest_record) return std::nullopt;
  if (size <= most) return at + size <= page.size() ? std::optional(std::string(page.substr(at, size))) : std::nullopt;

  const std::size_t fitting = least + (size - least) % per_page;
  const std::size_t local = fitting <= most ? fitting : least;
  if (at + local + 4 > page.size()) return std::nullopt;
  std::string bytes(page.substr(at, local));
  // Each turn adds a page, so a circle of overflow pages ends too.
  for (std::uint32_t next = big_endian(page, at + local); bytes.size() < size;) {
    const std::string_view overflow = pages.page(next);
    if (overflow.size() < page_size) return std::nullopt;
    next = big_endian(overflow, 0);
    bytes += overflow.substr(4, std::min(per_page, size - bytes.size()));
  }
  return bytes;
}

/// Decodes one value of the given serial type. False for types that our tables never hold.
bool read_value(std::uint64_t type, std::string_view bytes, std::size_t& at, Value& value) {
  constexpr std::size_t integer_sizes[] = {0, 1, 2, 3, 4, 6, 8};
  if (type == 0) return true;
  if (type == 8 || type == 9) {
    value = {Value::Kind::integer, static_cast<std::int64_t>(type - 8), {}};
    return true;
  }
  const bool is_text = type >= 13 && type % 2 == 1;
  if (type > 6 && !is_text) return false;
  const std::size_t size = is_text ? static_cast<std::size_t>((type - 13) / 2) : integer_sizes[type];
  if (size > bytes.size() - at) return false;
  const std::string_view raw = bytes.substr(at, size);
  value = is_text ? Value{Value::Kind::text, 0, std::string(raw)} : Value{Value::Kind::integer, integer_of(raw), {}};
  at += size;
  return true;
}

}  // namespace

base::Result<Pages> Pages::read(const std::filesystem::path& file) {
  Pages pages;
  auto main = read_or_empty(file);
  if (!main) return tl::unexpected(main.error());
  auto wal = read_or_empty(file.string() + "-wal");
  if (!wal) return tl::unexpected(wal.error());
  pages.main_ = std::move(*main);
  pages.wal_ = std::move(*wal);
  pages.find_frames();
  return pages;
}

std::string_view Pages::main_page(std::size_t index) const {
  return std::string_view(main_).substr(std::min(main_.size(), index * page_size), page_size);
}

std::string_view Pages::page(std::uint32_t number) const {
  const auto found = newest_.find(number);
  if (found != newest_.end()) return found->second;
  return number == 0 ? std::string_view() : main_page(number - 1);
}

void Pages::find_frames() {
  const std::string_view wal = wal_;
  if (wal.size() < wal_header_size) return;
  WalSum sum{(byte(wal, 3) & 1) != 0};
  sum.add(wal.substr(0, 24));
  bool valid = (big_endian(wal, 0) & ~1u) == 0x377f0682 && big_endian(wal, 8) == page_size && sum.is(wal, 24);
  const bool header_valid = valid;
  constexpr std::size_t frame_size = frame_header_size + page_size;
  std::size_t committed = 0;
  for (std::size_t at = wal_header_size; at + frame_size <= wal.size(); at += frame_size) {
    Frame frame;
    frame.page = big_endian(wal, at);
    frame.commits = big_endian(wal, at + 4) != 0;
    frame.round = static_cast<std::uint64_t>(big_endian(wal, at + 8)) << 32 | big_endian(wal, at + 12);
    frame.current = !header_valid || wal.substr(at + 8, 8) == wal.substr(16, 8);
    frame.data = wal.substr(at + frame_header_size, page_size);
    sum.add(wal.substr(at, 8));
    sum.add(frame.data);
    valid = valid && frame.current && sum.is(wal, at + 16);
    frame.valid = valid;
    frames_.push_back(frame);
    if (valid && frame.commits) committed = frames_.size();
  }
  for (std::size_t i = 0; i < frames_.size(); ++i) {
    frames_[i].valid = i < committed;
    if (frames_[i].valid) newest_[frames_[i].page] = frames_[i].data;
  }
}

std::optional<Record> record_at(const Pages& pages, std::string_view page, std::size_t at, std::size_t columns) {
  const auto size = varint(page, at);
  if (!size || *size < columns + 1) return std::nullopt;
  const auto row_id = varint(page, at);
  // The record's header holds its own length and one type for each column; nearly every wrong offset fails here.
  if (!row_id || at >= page.size() || byte(page, at) < columns + 1 || byte(page, at) > 1 + 9 * columns)
    return std::nullopt;
  const auto bytes = payload(pages, page, at, static_cast<std::size_t>(*size));
  if (!bytes) return std::nullopt;

  std::size_t in_header = 0;
  const auto header_size = varint(*bytes, in_header);
  if (!header_size || *header_size > bytes->size()) return std::nullopt;
  const std::string_view header = std::string_view(*bytes).substr(0, static_cast<std::size_t>(*header_size));
  std::size_t in_body = header.size();
  Record record;
  record.row_id = static_cast<std::int64_t>(*row_id);
  while (in_header < header.size()) {
    const auto type = varint(header, in_header);
    Value value;
    if (!type || record.values.size() == columns || !read_value(*type, *bytes, in_body, value)) return std::nullopt;
    record.values.push_back(std::move(value));
  }
  if (record.values.size() != columns) return std::nullopt;
  return record;
}

std::vector<std::size_t> cells_of(std::string_view page, bool first_page) {
  constexpr std::uint8_t table_leaf = 0x0d;
  const std::size_t header = first_page ? 100 : 0;
  if (page.size() < page_size || byte(page, header) != table_leaf) return {};
  std::vector<std::size_t> cells;
  const std::size_t count = big_endian(page, header + 3, 2);
  for (std::size_t i = 0; i < count && header + 8 + 2 * i + 2 <= page.size(); ++i) {
    cells.push_back(big_endian(page, header + 8 + 2 * i, 2));
  }
  return cells;
}

}  // namespace store
