#include "store/derived.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <string_view>

#include "base/files.h"

namespace store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view mark = "Resonance reviews 1\n";
constexpr std::size_t numbers = 3;
constexpr std::size_t header_size = mark.size() + numbers * sizeof(std::int64_t);
/// Twenty times what two million reviews take.
constexpr std::uint64_t largest_file = std::uint64_t{2} << 30;

fs::path file_of(fs::path log_file) { return log_file.replace_extension(".reviews"); }

void put(std::string& bytes, std::int64_t number) {
  for (int i = 0; i < 8; ++i) bytes += static_cast<char>(static_cast<std::uint64_t>(number) >> (8 * i));
}

std::int64_t number_at(std::string_view bytes, std::size_t at) {
  std::uint64_t number = 0;
  for (int i = 7; i >= 0; --i)
    number = number << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
  return static_cast<std::int64_t>(number);
}

}  // namespace

std::optional<Derived> read_derived(const fs::path& log_file) {
  auto bytes = base::read_file(file_of(log_file), largest_file);
  if (!bytes || bytes->size() < header_size || !bytes->starts_with(mark)) return std::nullopt;
  Derived derived{
      number_at(*bytes, mark.size()), number_at(*bytes, mark.size() + 8), number_at(*bytes, mark.size() + 16), {}};
  bytes->erase(0, header_size);
  derived.bytes = std::move(*bytes);
  return derived;
}

std::uintmax_t size_of_derived(const fs::path& log_file) {
  std::error_code error;
  const auto size = fs::file_size(file_of(log_file), error);
  return error ? 0 : size;
}

base::Status write_derived(const fs::path& log_file, const Derived& derived) {
  const fs::path file = file_of(log_file);
  const fs::path fresh = file.string() + ".new";
  std::string header(mark);
  for (const std::int64_t number : {derived.number, derived.checksum, derived.unreadable}) put(header, number);
  std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
  out.write(header.data(), static_cast<std::streamsize>(header.size()));
  out.write(derived.bytes.data(), static_cast<std::streamsize>(derived.bytes.size()));
  out.close();
  std::error_code error;
  if (!out) {
    const base::Failure failure = base::failure_of_errno(errno, fresh.string());
    fs::remove(fresh, error);
    return tl::unexpected(failure);
  }
  fs::rename(fresh, file, error);
  return base::status_of(error, file);
}

void remove_derived(const fs::path& log_file) {
  std::error_code ignored;
  fs::remove(file_of(log_file), ignored);
}

}  // namespace store
