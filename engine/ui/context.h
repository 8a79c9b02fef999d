#pragma once
// Everything ui keeps between frames. The app owns one; tests own their own.
//
//     ui::Context context(gpu, fonts);
//     loop: context.input().key(…);
//           ui::Frame& frame = context.begin(info);   draw(frame);   context.end();
//           renderer.draw(*ImGui::GetDrawData());      // only when !context.same_as_last()
//           wait for an event, at most context.wait_seconds()

#include <memory>
#include <string>
#include <vector>

#include "ui/fonts.h"
#include "ui/frame.h"
#include "ui/gpu.h"
#include "ui/input.h"
#include "ui/record.h"

namespace ui {

class Pictures;

struct FrameInfo {
  Vec screen_size;  ///< in screen pixels
  float scale = 1;  ///< the monitor's times the person's choice, 0.5–4
  double now = 0;   ///< seconds
  ThemeName theme = ThemeName::light;
  text::Translator words;
  bool reduced_motion = false;
};

class Context {
 public:
  /// Both must live longer. `fonts` may still be building: `begin` waits for its first atlas.
  Context(Gpu& gpu, Fonts& fonts);
  ~Context();
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;

  Input& input();
  Pictures& pictures();
  /// Pictures are being read, or diagrams placed, in the background.
  bool loading() const;
  void wait_for_loading();  ///< for tests and pictures of screens

  Frame& begin(const FrameInfo& info);
  void end();

  /// The frame looks exactly like the one before, so it need not be shown.
  bool same_as_last() const;
  /// How long to wait for an event: 0 while frames still change or input is left over, infinity when nothing is planned.
  double wait_seconds() const;
  Cursor cursor() const;
  bool typing() const;  ///< a text field has the keyboard (for on-screen keyboards, IME)
  Rect caret() const;   ///< where it is, in design pixels

  /// Called from any thread when work in the background is done and a frame is wanted (the app wakes its event loop).
  void on_wake(std::function<void()> wake);

  /// For tests: keeps what was drawn and where, by id.
  void record(bool on);
  const Record& recorded() const;

  Core& core() { return *core_; }

 private:
  std::unique_ptr<Core> core_;
};

}  // namespace ui
