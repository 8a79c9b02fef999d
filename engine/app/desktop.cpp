#include "app/desktop.h"

#include <spawn.h>

#include <array>

#include "base/files.h"

extern char** environ;

namespace app {

base::Status Desktop::open(const std::string& target) {
#ifdef __APPLE__
  const char* program = "open";
#else
  const char* program = "xdg-open";
#endif
  // A word that begins with '-' would be an option of that program.
  if (target.empty() || target.front() == '-') return base::fail(base::Refusal::unsupported, target);
  std::string word = target;
  std::array<char*, 3> arguments{const_cast<char*>(program), word.data(), nullptr};
  pid_t child = 0;
  const int code = posix_spawnp(&child, program, nullptr, nullptr, arguments.data(), environ);
  if (code != 0) return tl::unexpected(base::failure_of_errno(code, program));
  return {};
}

}  // namespace app
