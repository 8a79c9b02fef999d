#include "base/scratch_folder.h"

#include <cerrno>
#include <cstdlib>
#include <string>

#include "base/files.h"

namespace base {

Result<ScratchFolder> ScratchFolder::make() {
  std::error_code error;
  const std::filesystem::path root = std::filesystem::temp_directory_path(error);
  std::string name = ((error ? std::filesystem::path("/tmp") : root) / "resonance-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) return tl::unexpected(failure_of_errno(errno, name));
  ScratchFolder folder;
  folder.path_ = name;
  return folder;
}

}  // namespace base
