#include "store/lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <thread>

#include "base/files.h"

namespace store {

FileLock::~FileLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

base::Result<FileLock> FileLock::on(const std::filesystem::path& file) {
  FileLock lock;
  lock.descriptor_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (lock.descriptor_ < 0) return tl::unexpected(base::failure_of_errno(errno, file.string()));
  return lock;
}

bool FileLock::alone(std::chrono::milliseconds patience) { return wait(LOCK_EX, patience); }

bool FileLock::shared(std::chrono::milliseconds patience) { return wait(LOCK_SH, patience); }

bool FileLock::wait(int operation, std::chrono::milliseconds patience) const {
  constexpr auto pause = std::chrono::milliseconds(5);
  for (auto waited = std::chrono::milliseconds(0);; waited += pause) {
    if (::flock(descriptor_, operation | LOCK_NB) == 0) return true;
    if (errno != EWOULDBLOCK && errno != EINTR) return false;
    if (waited >= patience) return false;
    std::this_thread::sleep_for(pause);
  }
}

}  // namespace store
