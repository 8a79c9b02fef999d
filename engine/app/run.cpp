#include "app/run.h"

#include <imgui.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <future>

#include "app/program.h"
#include "app/trace.h"
#include "app/window.h"
#include "ui/renderer.h"

namespace app {
namespace {

double seconds_now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

void explain(const base::Failure& failure) {
  if (failure.refusal == base::Refusal::not_found) {
    std::fputs("resonance: there is no display to open a window on. “resonance --help” lists what works without one.\n",
               stderr);
  } else {
    std::fprintf(stderr, "resonance: the window could not be opened: %s\n", failure.detail.c_str());
  }
}

/// Everything that lives as long as the window.
class Session {
 public:
  Session(Window& window, ui::Renderer& renderer, ui::Fonts& fonts, Program& program, Trace& trace)
      : window_(window), renderer_(renderer), program_(program), trace_(trace), context_(renderer, fonts) {
    window_.feed(context_.input());
    context_.on_wake(Window::wake);
    program_.on_delivery(Window::wake);
  }

  void loop() {
    while (!window_.should_close() && !program_.quitting()) {
      const bool acted = step();
      const double wait = acted ? 0 : std::min(context_.wait_seconds(), program_.wait_seconds());
      window_.wait(wait);
    }
    program_.apply(screens::Quit{});  // closed by its cross: unfinished input is written all the same
  }

 private:
  ui::FrameInfo info() {
    ui::FrameInfo info;
    info.screen_size = window_.framebuffer();
    info.scale = window_.monitor_scale() * static_cast<float>(program_.model().shared.settings.text_scale);
    info.now = seconds_now();
    info.theme = program_.theme();
    info.words = program_.words();
    info.reduced_motion = program_.model().shared.settings.reduced_motion;
    return info;
  }

  /// One frame; true when something happened that wants another at once.
  bool step() {
    if (window_.take_focus()) program_.apply(screens::Refresh{});
    const bool advanced = program_.advance();
    const ui::FrameInfo now = info();
    if (now.screen_size.x < 1 || now.screen_size.y < 1) return false;  // minimised
    ui::Frame& frame = context_.begin(now);
    const bool acted = program_.draw(frame);
    context_.end();
    window_.set_cursor(context_.cursor());
    const bool damaged = window_.take_damage();
    if (damaged || !context_.same_as_last()) {
      renderer_.draw(*ImGui::GetDrawData(), static_cast<int>(now.screen_size.x), static_cast<int>(now.screen_size.y),
                     ui::theme(now.theme).paper);
      window_.swap();
      const screens::Shared& shared = program_.model().shared;
      trace_.frame_shown({shared.profile.id.str(), shared.progress.last_event()});
      if (trace_.frames() == 1) program_.first_frame_shown();
    }
    return advanced || acted;
  }

  Window& window_;
  ui::Renderer& renderer_;
  Program& program_;
  Trace& trace_;
  ui::Context context_;
};

}  // namespace

int run(const Options& options) {
  const base::SystemClock clock;
  Trace trace(options.trace);
  trace.event("start");
  const auto display = Display::connect();
  if (!display) {
    explain(display.error());
    return 1;
  }
  // Three things take their time and do not need each other: the window, the letters, and what is on disk.
  auto starting = std::async(std::launch::async, [&] { return std::make_unique<Program>(options, clock); });
  ui::Fonts fonts;
  auto window = Window::open(**display, {.title = "Résonance"});
  if (!window) {
    explain(window.error());
    return 1;
  }
  auto renderer = ui::Renderer::create(&gl_loader);
  if (!renderer) {
    explain(renderer.error());
    return 1;
  }
  trace.event("window");
  const std::unique_ptr<Program> program = starting.get();
  trace.event("program");
  Session(**window, **renderer, fonts, *program, trace).loop();
  trace.event("end");
  return 0;
}

}  // namespace app
