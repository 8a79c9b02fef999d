#pragma once
// A folder for the moment, in the system's place for such folders.

#include <filesystem>
#include <system_error>
#include <utility>

#include "base/result.h"

namespace base {

/// Removed with all that is in it when this is gone. One that was not made has an empty path.
class ScratchFolder {
 public:
  static Result<ScratchFolder> make();

  ScratchFolder() = default;
  ScratchFolder(ScratchFolder&& other) noexcept { std::swap(path_, other.path_); }
  ScratchFolder& operator=(ScratchFolder&& other) noexcept {
    std::swap(path_, other.path_);
    return *this;
  }
  ~ScratchFolder() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  }

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace base
