#pragma once
// A person for tests: clicks what has a name, presses keys, types; each act in frames of its own, with no window and no GL.

#include <functional>
#include <string_view>

#include "ui/context.h"

namespace ui::testing {

class Robot {
 public:
  using Draw = std::function<void(Frame&)>;

  /// `draw` is called for every frame until the robot is gone.
  explicit Robot(Draw draw, Vec size = {1280, 800}, float scale = 1);
  ~Robot();

  /// Draws until two frames are equal (at most 20). False when they never are.
  bool settle();
  void frame();                  ///< exactly one
  void advance(double seconds);  ///< the clock, then settles

  // By path, such as "lesson/choices/2"; false when there is no such item.
  bool hover(std::string_view path);
  bool click(std::string_view path);
  bool drag(std::string_view from, std::string_view to);
  bool drag(std::string_view from, Vec by);
  void press(Shortcut key);
  void press(Key key) { press(Shortcut{key}); }
  void type(std::string_view utf8);
  void wheel(Vec steps);

  bool has(std::string_view path) const;
  bool shows(std::string_view words) const;
  std::string focused() const;  ///< path of the focused item, or empty
  const Record& record() const;

  FrameInfo info;  ///< change theme, words or scale between frames
  Context& context() { return context_; }

 private:
  NoGpu gpu_;
  Fonts fonts_;
  Context context_;
  Draw draw_;
};

}  // namespace ui::testing
