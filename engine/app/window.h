#pragma once
// The window on the desktop: GLFW's callbacks turned into ui::Input, and nothing more.

#include <map>
#include <memory>
#include <string>

#include "base/result.h"
#include "ui/context.h"
#include "ui/geometry.h"

struct GLFWcursor;
struct GLFWwindow;

namespace app {

struct WindowOptions {
  std::string title;
  int width = 1280;  ///< design pixels, before the monitor's scale
  int height = 800;
  bool visible = true;
};

/// The way to the display: one at a time, before the window and after it; main thread only.
class Display {
 public:
  /// `not_found` when there is none. To be called before the first thread is started: Xlib reads its tables of composed letters one
  /// byte at a time, and once there is a second thread the C library takes a lock for each.
  static base::Result<std::unique_ptr<Display>> connect();
  ~Display();
  Display(const Display&) = delete;
  Display& operator=(const Display&) = delete;

 private:
  Display() = default;
};

/// One window with an OpenGL 3.3 context that is current on this thread. One at a time; main thread only.
class Window {
 public:
  /// `unsupported` when OpenGL 3.3 cannot be had. `display` must outlive it.
  static base::Result<std::unique_ptr<Window>> open(Display& display, const WindowOptions& options);
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  /// Sends what happens in the window to this input from now on.
  void feed(ui::Input& input);

  ui::Vec framebuffer() const;  ///< screen pixels
  float monitor_scale() const;
  bool should_close() const;
  void swap();
  void resize(int width, int height);
  void set_cursor(ui::Cursor cursor);
  /// True once after the system asked for the window to be drawn again (uncovered, resized).
  bool take_damage();
  /// True once after the window got the keyboard back from another one.
  bool take_focus();

  /// Waits for something to happen: for ever when `seconds` is infinite, not at all when it is 0.
  void wait(double seconds);
  /// Ends `wait` from any thread.
  static void wake();

  struct Callbacks;

 private:
  Window() = default;

  GLFWwindow* window_ = nullptr;
  ui::Input* input_ = nullptr;
  bool damaged_ = true;
  bool focused_ = false;
  ui::Cursor cursor_ = ui::Cursor::arrow;
  std::map<ui::Cursor, GLFWcursor*> cursors_;  ///< made when first wanted; GLFW frees them when it ends
};

/// How GL functions are found, for ui::Renderer.
void (*gl_loader(const char* name))();

}  // namespace app
