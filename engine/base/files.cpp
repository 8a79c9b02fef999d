#include "base/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace base {
namespace {

namespace fs = std::filesystem;

/// Without O_NONBLOCK, opening a named pipe waits for a writer.
constexpr int read_flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK;

/// Closes the descriptor when it goes out of scope.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  int get() const { return fd_; }
  bool open() const { return fd_ >= 0; }

 private:
  int fd_;
};

/// Reads until the end or until there are `most` bytes.
Result<std::string> read_bytes(int fd, std::uint64_t expected, std::uint64_t most, const std::string& name) {
  std::string content;
  content.resize(std::min(expected + 1, most));
  std::size_t size = 0;
  while (size < most) {
    if (size == content.size()) content.resize(std::min<std::uint64_t>(most, content.size() * 2));
    const ssize_t got = ::read(fd, content.data() + size, content.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return tl::unexpected(failure_of_errno(errno, name));
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
  }
  content.resize(size);
  return content;
}

/// The size of an opened file that must be a regular one.
Result<std::uint64_t> check_regular(const Descriptor& file, const fs::path& path) {
  if (!file.open()) return tl::unexpected(failure_of_errno(errno, path.string()));
  struct stat known {};
  if (::fstat(file.get(), &known) != 0) return tl::unexpected(failure_of_errno(errno, path.string()));
  if (!S_ISREG(known.st_mode)) return fail(Refusal::unsupported, path.string() + ": not a regular file");
  return static_cast<std::uint64_t>(known.st_size);
}

Status write_all(int fd, const std::string& content, const std::string& name) {
  std::size_t done = 0;
  while (done < content.size()) {
    const ssize_t wrote = ::write(fd, content.data() + done, content.size() - done);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) return tl::unexpected(failure_of_errno(errno, name));
    done += static_cast<std::size_t>(wrote);
  }
  if (::fsync(fd) != 0) return tl::unexpected(failure_of_errno(errno, name));
  return {};
}

/// A name beside `target` that nobody has; opens it for writing with the rights that `target` has, or the usual ones.
Result<std::pair<fs::path, int>> open_beside(const fs::path& target) {
  struct stat known {};
  const bool exists = ::stat(target.c_str(), &known) == 0;
  for (int attempt = 0; attempt < 100; ++attempt) {
    fs::path name = target;
    name += ".new-" + std::to_string(::getpid()) + "-" + std::to_string(attempt);
    const int fd = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd < 0 && errno == EEXIST) continue;
    if (fd < 0) return tl::unexpected(failure_of_errno(errno, target.string()));
    // Rights that cannot be copied (another owner's file) are no reason not to save.
    if (exists && ::fchmod(fd, known.st_mode & 07777) != 0) errno = 0;
    return std::pair(name, fd);
  }
  return fail(Refusal::busy, target.string());
}

bool starts_with(const fs::path& path, const fs::path& root) {
  const auto [at, end] = std::mismatch(root.begin(), root.end(), path.begin(), path.end());
  static_cast<void>(end);
  return at == root.end();
}

}  // namespace

Failure failure_of_errno(int code, const std::string& what) {
  const std::string detail = what + ": " + std::generic_category().message(code);
  switch (code) {
    case ENOENT:
    case ENOTDIR: return {Refusal::not_found, detail};
    case EACCES:
    case EPERM:
    case EROFS: return {Refusal::no_permission, detail};
    case ENOSPC:
    case EDQUOT: return {Refusal::disk_full, detail};
    case EBUSY:
    case EAGAIN:
    case ETXTBSY: return {Refusal::busy, detail};
    case EFBIG: return {Refusal::too_large, detail};
    default: return {Refusal::other, detail};
  }
}

Status status_of(const std::error_code& error, const std::filesystem::path& path) {
  if (!error) return {};
  return tl::unexpected(failure_of_errno(error.value(), path.string()));
}

Result<std::string> read_file(const fs::path& path, std::uint64_t limit) {
  const Descriptor file(::open(path.c_str(), read_flags));
  const auto size = check_regular(file, path);
  if (!size) return tl::unexpected(size.error());
  if (*size > limit) return fail(Refusal::too_large, path.string());
  // One byte more than allowed tells that the file has grown meanwhile.
  auto content = read_bytes(file.get(), *size, limit + 1, path.string());
  if (content && content->size() > limit) return fail(Refusal::too_large, path.string());
  return content;
}

Result<std::string> read_start(const fs::path& path, std::uint64_t bytes) {
  const Descriptor file(::open(path.c_str(), read_flags));
  const auto size = check_regular(file, path);
  if (!size) return tl::unexpected(size.error());
  return read_bytes(file.get(), std::min(*size, bytes), bytes, path.string());
}

Result<std::string> read_end(const fs::path& path, std::uint64_t bytes) {
  const Descriptor file(::open(path.c_str(), read_flags));
  const auto size = check_regular(file, path);
  if (!size) return tl::unexpected(size.error());
  const std::uint64_t count = std::min(*size, bytes);
  if (::lseek(file.get(), static_cast<off_t>(*size - count), SEEK_SET) < 0)
    return tl::unexpected(failure_of_errno(errno, path.string()));
  return read_bytes(file.get(), count, count, path.string());
}

Status write_file(const fs::path& path, const std::string& content) {
  std::error_code error;
  const fs::path target = fs::is_symlink(path, error) ? fs::weakly_canonical(path, error) : path;
  auto opened = open_beside(target);
  if (!opened) return tl::unexpected(opened.error());
  const auto& [name, fd] = *opened;
  Status status;
  {
    const Descriptor file(fd);
    status = write_all(fd, content, path.string());
  }
  if (status && ::rename(name.c_str(), target.c_str()) != 0) {
    status = tl::unexpected(failure_of_errno(errno, path.string()));
  }
  if (!status) {
    ::unlink(name.c_str());
    return status;
  }
  const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
  const Descriptor parent(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  // Some file systems cannot sync a folder; the rename has happened all the same.
  if (parent.open()) ::fsync(parent.get());
  return {};
}

Result<bool> create_file(const fs::path& path) {
  const Descriptor made(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  if (made.open()) return true;
  if (errno == EEXIST) return false;
  return tl::unexpected(failure_of_errno(errno, path.string()));
}

Result<fs::path> inside(const fs::path& root, const std::string& relative) {
  const fs::path path(relative);
  if (relative.empty() || relative.find('\0') != std::string::npos) return fail(Refusal::not_found, relative);
  if (path.is_absolute()) return fail(Refusal::outside, relative);
  const fs::path plain = path.lexically_normal();
  if (!plain.empty() && *plain.begin() == "..") return fail(Refusal::outside, relative);
  std::error_code error;
  const fs::path real_root = fs::canonical(root, error);
  if (error) return tl::unexpected(failure_of_errno(error.value(), root.string()));
  fs::path real = fs::canonical(real_root / path, error);
  if (error) return tl::unexpected(failure_of_errno(error.value(), relative));
  if (!starts_with(real, real_root)) return fail(Refusal::outside, relative);
  return real;
}

}  // namespace base
