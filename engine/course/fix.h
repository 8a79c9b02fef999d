#pragma once
// Mends what is mechanical in the files of a course, and leaves every other byte as it is.
//
// Only what is certain: a question without an id gets one, a key that is one letter off gets its name, "2,6" where a number
// belongs becomes 2.6, tabs in front of a line become spaces. Each change is proven before it is proposed: the file parses to
// the same tree but for the change. What is not certain stays a finding.

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "course/load.h"

namespace course {

/// One change, line by line.
struct Change {
  std::string file;        ///< relative to the course folder
  std::uint32_t line = 0;  ///< from 1, where it stood when it was mended
  base::Message reason;    ///< one sentence
  std::string removed;     ///< the line as it was; empty where one was added
  std::string added;
};

/// What a course needs, before anything is written.
struct Fixes {
  struct Text {
    std::string before;  ///< all bytes of the file
    std::string after;
  };
  std::vector<Change> changes;  ///< in order of file, then of line
  std::map<std::string, Text> files;
};

/// Never throws, writes nothing. Applying it and planning again finds nothing more to do. Thread-safe.
Fixes plan_fixes(const std::filesystem::path& folder, const LoadOptions& options = {});

/// Writes the files, each whole or not at all, with the permissions they had. Refuses (`busy`, with its name) a file that changed since.
base::Status write_fixes(const std::filesystem::path& folder, const Fixes& fixes);

}  // namespace course
