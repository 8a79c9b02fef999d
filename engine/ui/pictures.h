#pragma once
// PNG, JPEG and SVG files as textures: read and decoded off the main thread, bounded, kept while used.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ui/frame.h"
#include "ui/gpu.h"

namespace ui {

/// Pixels of a decoded picture, RGBA, top row first, not premultiplied.
struct Bitmap {
  int width = 0, height = 0;
  std::vector<std::uint8_t> pixels;
};

inline constexpr std::uint64_t kPictureBytes = 32ull << 20;   ///< largest file read
inline constexpr int kPictureSide = 8192;                     ///< largest side, before decoding
inline constexpr std::uint64_t kPicturePixels = 24ull << 20;  ///< largest area, before decoding

/// PNG or JPEG by content. Any thread. Refuses what is too large before decoding.
base::Result<Bitmap> decode_picture(std::string_view bytes);
/// SVG drawn `width` pixels wide. Any thread. Loads the SVG library when first called; `unsupported` where it is not installed.
base::Result<Bitmap> draw_svg(std::string_view bytes, int width);
/// Natural size in design pixels without decoding.
base::Result<Vec> picture_size(std::string_view bytes);

class Pictures {
 public:
  explicit Pictures(Gpu& gpu, std::function<void()> wake = {});
  ~Pictures();
  Pictures(const Pictures&) = delete;
  Pictures& operator=(const Pictures&) = delete;

  struct View {
    enum class State : std::uint8_t { loading, ready, failed } state = State::loading;
    TextureId texture = 0;
    Vec natural;            ///< known soon after the first call; 0 before
    bool scalable = false;  ///< SVG: drawn anew at any width
    base::Refusal refusal{};
  };
  /// `screen_width` is how wide it will be shown, for SVG and for shrinking large photographs. Main thread.
  View get(const std::filesystem::path& file, int screen_width);
  /// After all that a frame shows was asked for: what is shown smaller than it was is made anew.
  void end_frame();
  /// What is known of it so far, without asking for it.
  View known(const std::filesystem::path& file) const;
  /// Between frames: uploads what is decoded, drops what was not asked for in a while.
  void update();
  void wait();  ///< for tests and pictures of screens: until nothing is loading
  bool loading() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

struct PictureOptions {
  float width_share = 1;     ///< of the column
  std::string_view alt;      ///< shown when it cannot be, and to screen readers
  std::string_view caption;  ///< under an enlarged picture
};
/// Height for a width, while the file is not yet read.
inline constexpr float kPictureShape = 9.0f / 16;
/// The picture alone, drawn at its size in the column; gives where. Nothing when it cannot be shown, which is then said.
std::optional<Rect> bare_picture(Frame& f, const std::filesystem::path& file, const PictureOptions& options);
/// Over the whole window, as large as it is sharp. True when clicked, to close it.
bool enlarged_picture(Frame& f, std::string_view id, const std::filesystem::path& file, const PictureOptions& options);
/// True when clicked, or opened by a key (to enlarge).
bool picture(Frame& f, std::string_view id, const std::filesystem::path& file, const PictureOptions& options);

}  // namespace ui
