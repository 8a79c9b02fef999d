#pragma once
// The few things that the program does with files, bounded and with plain refusals.

#include <cstdint>
#include <filesystem>
#include <string>
#include <system_error>

#include "base/result.h"

namespace base {

/// The whole file. Refuses what is larger than `limit` bytes before reading it, and anything but a regular file.
Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t limit);

/// The first `bytes` bytes of a regular file, or all of a smaller one.
Result<std::string> read_start(const std::filesystem::path& path, std::uint64_t bytes);

/// The last `bytes` bytes of a regular file, or all of a smaller one.
Result<std::string> read_end(const std::filesystem::path& path, std::uint64_t bytes);

/// Writes beside the file, syncs, and renames over it: after a crash the old or the new content is there, whole.
Status write_file(const std::filesystem::path& path, const std::string& content);

/// Makes an empty file; false where there is something of that name already, which is left alone.
Result<bool> create_file(const std::filesystem::path& path);

/// `relative` inside `root`, symbolic links followed. Refuses (`outside`) absolute paths, `..` that leaves, and links that
/// lead out; `not_found` when there is no such file.
Result<std::filesystem::path> inside(const std::filesystem::path& root, const std::string& relative);

/// Turns errno into a Failure with `what` (usually a path) in its detail.
Failure failure_of_errno(int code, const std::string& what);
/// The same for what <filesystem> reports.
Status status_of(const std::error_code& error, const std::filesystem::path& path);

}  // namespace base
