#include "ui/renderer.h"

#include <glad/gl.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/library_keeps.h"
#include "ui/pictures/bitmap.h"

namespace ui {
namespace {

// Colours are multiplied by their opacity in the shader and in textures, so that a picture's edge does not take on the colour of
// what nobody sees.
constexpr const char* kVertexShader = R"(#version 330 core
layout(location = 0) in vec2 position;
layout(location = 1) in vec2 place;
layout(location = 2) in vec4 color;
uniform vec4 window;
out vec2 fragment_place;
out vec4 fragment_color;
void main() {
  fragment_place = place;
  fragment_color = vec4(color.rgb * color.a, color.a);
  gl_Position = vec4(position * window.xy + window.zw, 0, 1);
}
)";

constexpr const char* kFragmentShader = R"(#version 330 core
in vec2 fragment_place;
in vec4 fragment_color;
uniform sampler2D image;
out vec4 pixel;
void main() { pixel = fragment_color * texture(image, fragment_place); }
)";

/// Textures are numbers for us and pointers for Dear ImGui.
GLuint name_of(ImTextureID id) { return static_cast<GLuint>(reinterpret_cast<std::uintptr_t>(id)); }

}  // namespace

struct Renderer::Impl {
  GladGLContext gl{};
  GLuint program = 0, array = 0, vertices = 0, indices = 0, white = 0;
  GLint window = -1;
  GLint largest = 0;
  std::unordered_set<GLuint> textures;

  ~Impl();
  bool prepare(std::string& log);
  GLuint compile(GLenum kind, const char* source, std::string& log);
  bool link(std::string& log);
  void describe_vertices();
  GLuint make_texture(int width, int height, int channels, const std::uint8_t* pixels);
  void set_state(const ImDrawData& frame, int width, int height);
  void draw_list(const ImDrawData& frame, const ImDrawList& list, int width, int height);
  bool clip(const ImDrawData& frame, const ImVec4& box, int width, int height);
};

Renderer::Impl::~Impl() {
  if (gl.DeleteTextures == nullptr) return;
  for (GLuint texture : textures) gl.DeleteTextures(1, &texture);
  gl.DeleteTextures(1, &white);
  gl.DeleteBuffers(1, &vertices);
  gl.DeleteBuffers(1, &indices);
  gl.DeleteVertexArrays(1, &array);
  gl.DeleteProgram(program);
}

GLuint Renderer::Impl::compile(GLenum kind, const char* source, std::string& log) {
  const GLuint shader = gl.CreateShader(kind);
  gl.ShaderSource(shader, 1, &source, nullptr);
  gl.CompileShader(shader);
  GLint ok = 0;
  gl.GetShaderiv(shader, GL_COMPILE_STATUS, &ok);
  if (ok != 0) return shader;
  std::array<char, 1024> text{};
  gl.GetShaderInfoLog(shader, static_cast<GLsizei>(text.size()), nullptr, text.data());
  log = text.data();
  gl.DeleteShader(shader);
  return 0;
}

bool Renderer::Impl::link(std::string& log) {
  const GLuint vertex = compile(GL_VERTEX_SHADER, kVertexShader, log);
  const GLuint fragment = compile(GL_FRAGMENT_SHADER, kFragmentShader, log);
  if (vertex == 0 || fragment == 0) return false;
  program = gl.CreateProgram();
  gl.AttachShader(program, vertex);
  gl.AttachShader(program, fragment);
  gl.LinkProgram(program);
  gl.DeleteShader(vertex);
  gl.DeleteShader(fragment);
  GLint ok = 0;
  gl.GetProgramiv(program, GL_LINK_STATUS, &ok);
  if (ok != 0) return true;
  std::array<char, 1024> text{};
  gl.GetProgramInfoLog(program, static_cast<GLsizei>(text.size()), nullptr, text.data());
  log = text.data();
  return false;
}

void Renderer::Impl::describe_vertices() {
  gl.GenVertexArrays(1, &array);
  gl.GenBuffers(1, &vertices);
  gl.GenBuffers(1, &indices);
  gl.BindVertexArray(array);
  gl.BindBuffer(GL_ARRAY_BUFFER, vertices);
  gl.BindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices);
  const auto attribute = [&](GLuint at, GLint count, GLenum type, GLboolean normal, std::size_t offset) {
    gl.EnableVertexAttribArray(at);
    gl.VertexAttribPointer(at, count, type, normal, sizeof(ImDrawVert), reinterpret_cast<const void*>(offset));
  };
  attribute(0, 2, GL_FLOAT, GL_FALSE, offsetof(ImDrawVert, pos));
  attribute(1, 2, GL_FLOAT, GL_FALSE, offsetof(ImDrawVert, uv));
  attribute(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, offsetof(ImDrawVert, col));
}

bool Renderer::Impl::prepare(std::string& log) {
  if (!link(log)) return false;
  window = gl.GetUniformLocation(program, "window");
  gl.GetIntegerv(GL_MAX_TEXTURE_SIZE, &largest);
  describe_vertices();
  constexpr std::uint8_t kWhite = 255;
  white = make_texture(1, 1, 1, &kWhite);
  return true;
}

GLuint Renderer::Impl::make_texture(int width, int height, int channels, const std::uint8_t* pixels) {
  GLuint texture = 0;
  gl.GenTextures(1, &texture);
  gl.BindTexture(GL_TEXTURE_2D, texture);
  for (GLenum filter : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER})
    gl.TexParameteri(GL_TEXTURE_2D, filter, GL_LINEAR);
  for (GLenum wrap : {GL_TEXTURE_WRAP_S, GL_TEXTURE_WRAP_T}) gl.TexParameteri(GL_TEXTURE_2D, wrap, GL_CLAMP_TO_EDGE);
  gl.PixelStorei(GL_UNPACK_ALIGNMENT, 1);
  if (channels == 1) {
    // Coverage is white times coverage, as all colours here are multiplied.
    constexpr std::array<GLint, 4> kAll{GL_RED, GL_RED, GL_RED, GL_RED};
    gl.TexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, kAll.data());
    gl.TexImage2D(GL_TEXTURE_2D, 0, GL_R8, width, height, 0, GL_RED, GL_UNSIGNED_BYTE, pixels);
  } else {
    gl.TexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, pixels);
  }
  return texture;
}

void Renderer::Impl::set_state(const ImDrawData& frame, int width, int height) {
  gl.Viewport(0, 0, width, height);
  gl.Enable(GL_BLEND);
  gl.BlendEquation(GL_FUNC_ADD);
  gl.BlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  gl.Disable(GL_CULL_FACE);
  gl.Disable(GL_DEPTH_TEST);
  gl.Disable(GL_STENCIL_TEST);
  gl.Enable(GL_SCISSOR_TEST);
  gl.UseProgram(program);
  const ImVec2 size = frame.DisplaySize, at = frame.DisplayPos;
  gl.Uniform4f(window, 2 / size.x, -2 / size.y, -1 - 2 * at.x / size.x, 1 + 2 * at.y / size.y);
  gl.ActiveTexture(GL_TEXTURE0);
  gl.BindVertexArray(array);
  gl.BindBuffer(GL_ARRAY_BUFFER, vertices);
}

/// Cuts what follows to `box`; false when nothing is left of it.
bool Renderer::Impl::clip(const ImDrawData& frame, const ImVec4& box, int width, int height) {
  const ImVec2 at = frame.DisplayPos, scale = frame.FramebufferScale;
  const int left = std::max(0, static_cast<int>((box.x - at.x) * scale.x));
  const int top = std::max(0, static_cast<int>((box.y - at.y) * scale.y));
  const int right = std::min(width, static_cast<int>((box.z - at.x) * scale.x));
  const int bottom = std::min(height, static_cast<int>((box.w - at.y) * scale.y));
  if (right <= left || bottom <= top) return false;
  gl.Scissor(left, height - bottom, right - left, bottom - top);
  return true;
}

void Renderer::Impl::draw_list(const ImDrawData& frame, const ImDrawList& list, int width, int height) {
  gl.BufferData(GL_ARRAY_BUFFER, list.VtxBuffer.size_in_bytes(), list.VtxBuffer.Data, GL_STREAM_DRAW);
  gl.BufferData(GL_ELEMENT_ARRAY_BUFFER, list.IdxBuffer.size_in_bytes(), list.IdxBuffer.Data, GL_STREAM_DRAW);
  constexpr GLenum kIndex = sizeof(ImDrawIdx) == 2 ? GL_UNSIGNED_SHORT : GL_UNSIGNED_INT;
  for (const ImDrawCmd& command : list.CmdBuffer) {
    if (command.UserCallback != nullptr || command.ElemCount == 0) continue;
    if (!clip(frame, command.ClipRect, width, height)) continue;
    const GLuint texture = name_of(command.TextureId);
    gl.BindTexture(GL_TEXTURE_2D, texture != 0 ? texture : white);
    gl.DrawElementsBaseVertex(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount), kIndex,
                              reinterpret_cast<const void*>(command.IdxOffset * sizeof(ImDrawIdx)),
                              static_cast<GLint>(command.VtxOffset));
  }
}

Renderer::Renderer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Renderer::~Renderer() = default;

base::Result<std::unique_ptr<Renderer>> Renderer::create(Loader loader) {
  auto impl = std::make_unique<Impl>();
  const int version = gladLoadGLContext(&impl->gl, loader);
  if (version < GLAD_MAKE_VERSION(3, 3)) {
    impl->gl = {};
    return base::fail(base::Refusal::unsupported, "no OpenGL 3.3");
  }
  std::string log;
  if (!impl->prepare(log)) return base::fail(base::Refusal::unsupported, "shader: " + log);
  return std::unique_ptr<Renderer>(new Renderer(std::move(impl)));
}

TextureId Renderer::upload(int width, int height, int channels, std::span<const std::uint8_t> pixels) {
  const bool known = channels == 1 || channels == 4;
  if (!known || width <= 0 || height <= 0 || width > impl_->largest || height > impl_->largest) return 0;
  const std::size_t bytes =
      static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * static_cast<std::size_t>(channels);
  if (pixels.size() < bytes) return 0;
  std::vector<std::uint8_t> copy;
  if (channels == 4) copy = premultiplied(pixels.first(bytes));
  const GLuint texture = impl_->make_texture(width, height, channels, channels == 4 ? copy.data() : pixels.data());
  impl_->textures.insert(texture);
  return texture;
}

void Renderer::release(TextureId texture) {
  const auto name = static_cast<GLuint>(texture);
  if (impl_->textures.erase(name) != 0) impl_->gl.DeleteTextures(1, &name);
}

void Renderer::draw(const ImDrawData& frame, int width, int height, Color background) {
  if (width <= 0 || height <= 0) return;
  const auto part = [&](int shift) { return static_cast<float>((background >> shift) & 0xff) / 255; };
  GladGLContext& gl = impl_->gl;
  const base::LibraryKeeps keeps;  // Mesa's llvmpipe, when it first draws in a context
  gl.Disable(GL_SCISSOR_TEST);
  gl.ClearColor(part(0), part(8), part(16), 1);
  gl.Clear(GL_COLOR_BUFFER_BIT);
  if (frame.DisplaySize.x <= 0 || frame.DisplaySize.y <= 0) return;
  impl_->set_state(frame, width, height);
  for (int i = 0; i < frame.CmdListsCount; ++i) impl_->draw_list(frame, *frame.CmdLists[i], width, height);
  gl.Disable(GL_SCISSOR_TEST);
}

}  // namespace ui
