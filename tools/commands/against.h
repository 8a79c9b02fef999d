#pragma once
// What an edit would do to learners: a course against an earlier version of itself, out of git.

#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace commands {

struct AgainstOptions {
  std::vector<std::filesystem::path> folders;
  std::string revision;  ///< as git names it
  bool json = false;
  base::InWords say = base::in_words;
};

/// Tells it on `out`, what hinders it on the error output. 0 when all could be compared, else 1.
int run_against(const AgainstOptions& options, std::ostream& out);

}  // namespace commands
