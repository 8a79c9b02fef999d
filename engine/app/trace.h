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

  /// {"event":…,"monotonic_ns":…,"frame":…}: time of CLOCK_MONOTONIC, frames shown so far.
  void event(std::string_view name);
  void frame_shown();
  std::uint64_t frames() const { return frames_; }

 private:
  std::ofstream out_;
  std::uint64_t frames_ = 0;
};

}  // namespace app
