#include "ui/capture.h"

#define GLFW_INCLUDE_NONE  // glad has the functions
#include <GLFW/glfw3.h>
#include <glad/gl.h>
#include <imgui.h>
#include <stb_image_write.h>

#include <algorithm>

#include "base/files.h"
#include "ui/fonts.h"
#include "ui/renderer.h"

namespace ui {
namespace {

/// Frames after which a screen that never rests is taken as it is.
constexpr int kMostFrames = 400;
constexpr double kFrameSeconds = 1.0 / 60;
constexpr double kTime = 1000;

void flip(Bitmap& bitmap) {
  const std::size_t row = static_cast<std::size_t>(bitmap.width) * 4;
  for (int top = 0, bottom = bitmap.height - 1; top < bottom; ++top, --bottom) {
    std::uint8_t* const data = bitmap.pixels.data();
    std::swap_ranges(data + row * static_cast<std::size_t>(top), data + row * static_cast<std::size_t>(top) + row,
                     data + row * static_cast<std::size_t>(bottom));
  }
}

template <class Function>
Function gl_function(const char* name) {
  return reinterpret_cast<Function>(glfwGetProcAddress(name));
}

GLFWwindow* open_hidden() {
  if (glfwInit() == GLFW_FALSE) return nullptr;
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
  glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
  constexpr int kAnySize = 64;
  GLFWwindow* const window = glfwCreateWindow(kAnySize, kAnySize, "", nullptr, nullptr);
  if (window != nullptr) glfwMakeContextCurrent(window);
  return window;
}

}  // namespace

Bitmap read_pixels(int width, int height) {
  Bitmap bitmap;
  const auto read = gl_function<PFNGLREADPIXELSPROC>("glReadPixels");
  const auto store = gl_function<PFNGLPIXELSTOREIPROC>("glPixelStorei");
  if (read == nullptr || store == nullptr || width <= 0 || height <= 0) return bitmap;
  bitmap.width = width;
  bitmap.height = height;
  bitmap.pixels.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
  store(GL_PACK_ALIGNMENT, 1);
  read(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, bitmap.pixels.data());
  for (std::size_t i = 3; i < bitmap.pixels.size(); i += 4) bitmap.pixels[i] = 255;
  flip(bitmap);
  return bitmap;
}

base::Status write_png(const std::filesystem::path& file, const Bitmap& bitmap) {
  std::string bytes;
  const auto append = [](void* to, void* data, int size) {
    static_cast<std::string*>(to)->append(static_cast<const char*>(data), static_cast<std::size_t>(size));
  };
  const int ok = bitmap.pixels.empty() ? 0
                                       : stbi_write_png_to_func(append, &bytes, bitmap.width, bitmap.height, 4,
                                                                bitmap.pixels.data(), bitmap.width * 4);
  if (ok == 0) return base::fail(base::Refusal::other, "no picture to write: " + file.string());
  return base::write_file(file, bytes);
}

/// Draws into a buffer of its own, as a hidden window's pixels need not exist and its size is the window system's to choose.
struct Stage::Impl {
  GLFWwindow* window = nullptr;
  GladGLContext gl{};
  GLuint buffer = 0, canvas = 0;
  int width = 0, height = 0;
  float scale = 1;
  std::unique_ptr<Renderer> renderer;
  std::unique_ptr<Fonts> fonts;
  std::unique_ptr<Context> context;

  ~Impl();
  bool make_canvas();
};

Stage::Impl::~Impl() {
  context.reset();
  fonts.reset();
  renderer.reset();
  if (window != nullptr) glfwDestroyWindow(window);
  glfwTerminate();
}

bool Stage::Impl::make_canvas() {
  if (canvas == 0) {
    gl.GenFramebuffers(1, &buffer);
    gl.GenRenderbuffers(1, &canvas);
  }
  gl.BindRenderbuffer(GL_RENDERBUFFER, canvas);
  gl.RenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
  gl.BindFramebuffer(GL_FRAMEBUFFER, buffer);
  gl.FramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, canvas);
  return gl.CheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
}

Stage::Stage() : impl_(std::make_unique<Impl>()) {}
Stage::~Stage() = default;

base::Result<std::unique_ptr<Stage>> Stage::open(int width, int height, float scale) {
  std::unique_ptr<Stage> stage(new Stage());
  Impl& impl = *stage->impl_;
  impl.window = open_hidden();
  if (impl.window == nullptr) return base::fail(base::Refusal::unsupported, "no window with OpenGL 3.3");
  if (gladLoadGLContext(&impl.gl, glfwGetProcAddress) == 0) return base::fail(base::Refusal::unsupported, "no OpenGL");
  impl.width = width;
  impl.height = height;
  impl.scale = scale;
  if (!impl.make_canvas()) return base::fail(base::Refusal::unsupported, "no canvas of this size");
  auto renderer = Renderer::create(glfwGetProcAddress);
  if (!renderer) return tl::unexpected(renderer.error());
  impl.renderer = std::move(*renderer);
  impl.fonts = std::make_unique<Fonts>(Fonts::Options{.scale = scale});
  impl.context = std::make_unique<Context>(*impl.renderer, *impl.fonts);
  return stage;
}

Context& Stage::context() { return *impl_->context; }

void Stage::settle(const FrameInfo& info, FunctionRef<void(Frame&)> draw) {
  Context& context = *impl_->context;
  FrameInfo now = info;
  for (int i = 0; i < kMostFrames; ++i) {
    draw(context.begin(now));
    context.end();
    const bool loading = context.loading();
    context.wait_for_loading();
    impl_->fonts->wait();
    if (i > 0 && !loading && context.wait_seconds() > 0) break;
    now.now += kFrameSeconds;
  }
  const Theme& look = theme(info.theme);
  impl_->renderer->draw(*ImGui::GetDrawData(), impl_->width, impl_->height, look.paper);
}

Bitmap Stage::pixels() { return read_pixels(impl_->width, impl_->height); }

void Stage::resize(int width, int height, float scale) {
  impl_->width = width;
  impl_->height = height;
  impl_->scale = scale;
  impl_->make_canvas();
}

FrameInfo Stage::info() const {
  FrameInfo info;
  info.screen_size = {static_cast<float>(impl_->width), static_cast<float>(impl_->height)};
  info.scale = impl_->scale;
  info.now = kTime;
  return info;
}

}  // namespace ui
