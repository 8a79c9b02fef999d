// The least that a window with Dear ImGui can do: opens, draws one line of text, says so, and waits. What Résonance
// costs is measured against it.
//
//   bare_window [--stay]     --stay: wait for events until the window is closed, else leave after the first frame

#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <cstdio>
#include <string_view>

namespace {

GLFWwindow* open_window() {
  if (glfwInit() == 0) return nullptr;
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  GLFWwindow* window = glfwCreateWindow(1280, 800, "bare window", nullptr, nullptr);
  if (window != nullptr) glfwMakeContextCurrent(window);
  return window;
}

void draw_frame(GLFWwindow* window) {
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplGlfw_NewFrame();
  ImGui::NewFrame();
  ImGui::TextUnformatted("A bare window");
  ImGui::Render();
  glClearColor(1, 1, 1, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  glfwSwapBuffers(window);
}

}  // namespace

int main(int argc, char** argv) {
  const bool stay = argc > 1 && std::string_view(argv[1]) == "--stay";
  GLFWwindow* window = open_window();
  if (window == nullptr) {
    std::fputs("bare_window: no window\n", stderr);
    return 1;
  }
  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;
  ImGui_ImplGlfw_InitForOpenGL(window, true);
  ImGui_ImplOpenGL3_Init("#version 330 core");
  draw_frame(window);
  std::puts("{\"event\":\"first-frame\"}");
  std::fflush(stdout);
  while (stay && glfwWindowShouldClose(window) == 0) glfwWaitEvents();
  return 0;
}
