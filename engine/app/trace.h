#pragma once
// What was drawn when, as JSON lines, for benchmarks: `resonance --trace FILE`.

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string_view>

namespace app {

/// What a frame could show of the history.
struct Kept {
  std::string_view profile;  ///< its id, empty before anybody studies
  std::int64_t event = 0;    ///< number of the latest one
};

class Trace {
 public:
  /// Writes nothing when `file` is empty.
  explicit Trace(const std::filesystem::path& file);

  /// {"event":…,"monotonic_ns":…,"frame":…,"profile":…,"kept":…}: time of CLOCK_MONOTONIC, frames shown so far, and what the last
  /// of them could show.
  void event(std::string_view name, const Kept& kept = {});
  void frame_shown(const Kept& kept);
  std::uint64_t frames() const { return frames_; }

 private:
  std::ofstream out_;
  std::uint64_t frames_ = 0;
};

}  // namespace app
