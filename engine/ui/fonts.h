#pragma once
// Faces found through fontconfig and drawn into textures off the main thread. Only letters that texts ask for are drawn: the usual
// Latin ones at the start, others when first shown. Each batch gets a texture of its own, so that nothing is drawn twice.

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "ui/gpu.h"
#include "ui/metrics.h"

namespace ui {

/// Main thread, except where said. The constructor only starts the work.
class Fonts {
 public:
  struct Options {
    float scale = 1;         ///< screen pixels for one design pixel to begin with
    std::string extra = {};  ///< letters wanted from the start, UTF-8
    bool threads = true;     ///< false: every batch at once, for tests
  };

  Fonts();
  explicit Fonts(Options options);
  ~Fonts();
  Fonts(const Fonts&) = delete;
  Fonts& operator=(const Fonts&) = delete;

  /// Waits until nothing is left to draw.
  void wait();
  bool busy() const;
  /// Letters are being drawn on the other thread now: `wait` would take a moment.
  bool working() const;
  /// False when the system has no usable font at all.
  bool found();
  /// Asks for letters in running text before they are shown, such as those of a course just opened.
  void need(std::string_view utf8);

  struct Measures {
    double find_ms = 0;   ///< asking fontconfig and opening files, in the background
    double first_ms = 0;  ///< drawing the first batch, in the background
    int batches = 0, glyphs = 0, faces = 0;
    std::uint64_t texture_bytes = 0;
  };
  Measures measures() const;

  struct Impl;
  Impl& impl() { return *impl_; }

 private:
  std::unique_ptr<Impl> impl_;
};

}  // namespace ui
