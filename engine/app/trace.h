#pragma once
// What was drawn when, as JSON lines, for benchmarks: `resonance --trace FILE`.

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string_view>

namespace app {

class Trace {
 public:
  /// Writes nothing when `file` is empty.
  explicit Trace(const std::filesystem::path& file);

  /// {"event":…,"monotonic_ns":…,"frame":…,"kept":…}: time of CLOCK_MONOTONIC, frames shown so far, and the number of the latest
  /// event of the history that they could show.
  void event(std::string_view name, std::int64_t kept = 0);
  void frame_shown(std::int64_t kept);
  std::uint64_t frames() const { return frames_; }

 private:
  std::ofstream out_;
  std::uint64_t frames_ = 0;
};

}  // namespace app
