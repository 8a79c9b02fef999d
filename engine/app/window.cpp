#include "app/window.h"

#include <GLFW/glfw3.h>

#include <cmath>
#include <cstring>
#include <optional>
#include <utility>

namespace app {
namespace {

using ui::Key;

std::optional<Key> special_key(int key) {
  switch (key) {
    case GLFW_KEY_ENTER:
    case GLFW_KEY_KP_ENTER: return Key::enter;
    case GLFW_KEY_SPACE: return Key::space;
    case GLFW_KEY_ESCAPE: return Key::escape;
    case GLFW_KEY_TAB: return Key::tab;
    case GLFW_KEY_BACKSPACE: return Key::backspace;
    case GLFW_KEY_DELETE: return Key::del;
    case GLFW_KEY_LEFT: return Key::left;
    case GLFW_KEY_RIGHT: return Key::right;
    case GLFW_KEY_UP: return Key::up;
    case GLFW_KEY_DOWN: return Key::down;
    case GLFW_KEY_HOME: return Key::home;
    case GLFW_KEY_END: return Key::end;
    case GLFW_KEY_PAGE_UP: return Key::page_up;
    case GLFW_KEY_PAGE_DOWN: return Key::page_down;
    case GLFW_KEY_KP_ADD: return Key::plus;
    case GLFW_KEY_KP_SUBTRACT: return Key::minus;
    default: return std::nullopt;
  }
}

Key offset(Key first, int by) { return static_cast<Key>(static_cast<int>(first) + by); }

/// What the key prints without modifiers, so that A is A on an AZERTY keyboard; digits by place, where AZERTY prints signs.
Key key_of(int key, int scancode) {
  if (const auto special = special_key(key)) return *special;
  if (key >= GLFW_KEY_F1 && key <= GLFW_KEY_F12) return offset(Key::f1, key - GLFW_KEY_F1);
  if (key >= GLFW_KEY_0 && key <= GLFW_KEY_9) return offset(Key::d0, key - GLFW_KEY_0);
  if (key >= GLFW_KEY_KP_0 && key <= GLFW_KEY_KP_9) return offset(Key::d0, key - GLFW_KEY_KP_0);
  const char* name = glfwGetKeyName(key, scancode);
  if (name && std::strlen(name) == 1) {
    const char c = name[0];
    if (c >= 'a' && c <= 'z') return offset(Key::a, c - 'a');
    if (c == ',') return Key::comma;
    if (c == '+' || c == '=') return Key::plus;
    if (c == '-') return Key::minus;
  }
  if (!name && key >= GLFW_KEY_A && key <= GLFW_KEY_Z) return offset(Key::a, key - GLFW_KEY_A);
  return Key::none;
}

int glfw_cursor(ui::Cursor cursor) {
  switch (cursor) {
    case ui::Cursor::hand:
    case ui::Cursor::grab: return GLFW_HAND_CURSOR;
    case ui::Cursor::text: return GLFW_IBEAM_CURSOR;
    case ui::Cursor::resize: return GLFW_HRESIZE_CURSOR;
    case ui::Cursor::arrow: break;
  }
  return GLFW_ARROW_CURSOR;
}

}  // namespace

struct Window::Callbacks {
  static Window& self(GLFWwindow* window) { return *static_cast<Window*>(glfwGetWindowUserPointer(window)); }

  static void key(GLFWwindow* window, int key, int scancode, int action, int mods) {
    Window& w = self(window);
    if (!w.input_) return;
    w.input_->shift_held = (mods & GLFW_MOD_SHIFT) != 0;
    w.input_->ctrl_held = (mods & (GLFW_MOD_CONTROL | GLFW_MOD_SUPER)) != 0;
    if (action == GLFW_RELEASE) return;
    const Key mapped = key_of(key, scancode);
    if (mapped == Key::none) return;
    w.input_->key({mapped, w.input_->ctrl_held, w.input_->shift_held, (mods & GLFW_MOD_ALT) != 0});
  }
  static void character(GLFWwindow* window, unsigned int code) {
    Window& w = self(window);
    if (w.input_) w.input_->text(static_cast<char32_t>(code));
  }
  /// GLFW counts the mouse in window coordinates, which on some systems are not the pixels of the screen.
  static void move(GLFWwindow* window, double x, double y) {
    Window& w = self(window);
    int width = 0, height = 0;
    glfwGetWindowSize(window, &width, &height);
    const ui::Vec pixels = w.framebuffer();
    if (!w.input_ || width <= 0 || height <= 0) return;
    w.input_->move({static_cast<float>(x) * pixels.x / static_cast<float>(width),
                    static_cast<float>(y) * pixels.y / static_cast<float>(height)});
  }
  static void button(GLFWwindow* window, int which, int action, int) {
    Window& w = self(window);
    if (w.input_ && which < 3) w.input_->button(which, action == GLFW_PRESS);
  }
  static void wheel(GLFWwindow* window, double x, double y) {
    Window& w = self(window);
    if (w.input_) w.input_->wheel({static_cast<float>(x), static_cast<float>(y)});
  }
  static void refresh(GLFWwindow* window) { self(window).damaged_ = true; }
  static void resized(GLFWwindow* window, int, int) { self(window).damaged_ = true; }
  static void rescaled(GLFWwindow* window, float, float) { self(window).damaged_ = true; }
  static void focus(GLFWwindow* window, int focused) {
    if (focused) self(window).focused_ = true;
  }
  static void left(GLFWwindow* window, int entered) {
    Window& w = self(window);
    if (w.input_ && !entered) w.input_->move({-1, -1});
  }
};

base::Result<std::unique_ptr<Display>> Display::connect() {
  if (!glfwInit()) return base::fail(base::Refusal::not_found, "no display");
  return std::unique_ptr<Display>(new Display());
}

Display::~Display() { glfwTerminate(); }

base::Result<std::unique_ptr<Window>> Window::open(Display&, const WindowOptions& options) {
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
  glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
  glfwWindowHint(GLFW_DEPTH_BITS, 0);
  glfwWindowHint(GLFW_STENCIL_BITS, 0);
  glfwWindowHint(GLFW_VISIBLE, options.visible ? GLFW_TRUE : GLFW_FALSE);
  auto window = std::unique_ptr<Window>(new Window());
  window->window_ = glfwCreateWindow(options.width, options.height, options.title.c_str(), nullptr, nullptr);
  if (!window->window_) {
    const char* why = nullptr;
    glfwGetError(&why);
    return base::fail(base::Refusal::unsupported, why ? why : "no OpenGL 3.3");
  }
  constexpr int kSmallestWidth = 480, kSmallestHeight = 360;
  glfwSetWindowSizeLimits(window->window_, kSmallestWidth, kSmallestHeight, GLFW_DONT_CARE, GLFW_DONT_CARE);
  glfwMakeContextCurrent(window->window_);
  glfwSwapInterval(1);
  return window;
}

Window::~Window() {
  if (window_) glfwDestroyWindow(window_);
}

void Window::feed(ui::Input& input) {
  input_ = &input;
  input.clipboard = [] {
    const char* text = glfwGetClipboardString(nullptr);
    return std::string(text ? text : "");
  };
  input.set_clipboard = [](const std::string& text) { glfwSetClipboardString(nullptr, text.c_str()); };
  glfwSetWindowUserPointer(window_, this);
  glfwSetKeyCallback(window_, Callbacks::key);
  glfwSetCharCallback(window_, Callbacks::character);
  glfwSetCursorPosCallback(window_, Callbacks::move);
  glfwSetMouseButtonCallback(window_, Callbacks::button);
  glfwSetScrollCallback(window_, Callbacks::wheel);
  glfwSetWindowRefreshCallback(window_, Callbacks::refresh);
  glfwSetFramebufferSizeCallback(window_, Callbacks::resized);
  glfwSetWindowContentScaleCallback(window_, Callbacks::rescaled);
  glfwSetCursorEnterCallback(window_, Callbacks::left);
  glfwSetWindowFocusCallback(window_, Callbacks::focus);
}

ui::Vec Window::framebuffer() const {
  int width = 0, height = 0;
  glfwGetFramebufferSize(window_, &width, &height);
  return {static_cast<float>(width), static_cast<float>(height)};
}

float Window::monitor_scale() const {
  float x = 1, y = 1;
  glfwGetWindowContentScale(window_, &x, &y);
  return x > 0 ? x : 1;
}

bool Window::should_close() const { return glfwWindowShouldClose(window_) != 0; }

void Window::swap() { glfwSwapBuffers(window_); }

void Window::resize(int width, int height) { glfwSetWindowSize(window_, width, height); }

void Window::set_cursor(ui::Cursor cursor) {
  if (cursor == cursor_) return;
  cursor_ = cursor;
  if (cursor == ui::Cursor::arrow) return glfwSetCursor(window_, nullptr);
  GLFWcursor*& made = cursors_[cursor];
  if (!made) made = glfwCreateStandardCursor(glfw_cursor(cursor));
  glfwSetCursor(window_, made);
}

bool Window::take_damage() { return std::exchange(damaged_, false); }

bool Window::take_focus() { return std::exchange(focused_, false); }

void Window::wait(double seconds) {
  if (seconds <= 0)
    glfwPollEvents();
  else if (std::isinf(seconds))
    glfwWaitEvents();
  else
    glfwWaitEventsTimeout(seconds);
}

void Window::wake() { glfwPostEmptyEvent(); }

void (*gl_loader(const char* name))() { return glfwGetProcAddress(name); }

}  // namespace app
