#include "app/trace.h"

#include <chrono>

namespace app {

Trace::Trace(const std::filesystem::path& file) {
  if (!file.empty()) out_.open(file, std::ios::trunc);
}

void Trace::event(std::string_view name, const Kept& kept) {
  if (!out_.is_open()) return;
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  out_ << R"({"event":")" << name << R"(","monotonic_ns":)"
       << std::chrono::duration_cast<std::chrono::nanoseconds>(now).count() << R"(,"frame":)" << frames_
       << R"(,"profile":")" << kept.profile << R"(","kept":)" << kept.event << "}\n"
       << std::flush;
}

void Trace::frame_shown(const Kept& kept) {
  ++frames_;
  event(frames_ == 1 ? "first-frame" : "frame", kept);
}

}  // namespace app
