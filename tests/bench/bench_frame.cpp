// Building the frame of a lesson of 3,000 words, without a graphics card; its floor: Dear ImGui wrapping the same words once.

#include <benchmark/benchmark.h>
#include <imgui.h>

#include <memory>
#include <string>

#include "base/time.h"
#include "screens/shell.h"
#include "ui/context.h"
#include "views/views.h"

namespace {

constexpr int kParagraphs = 60;
constexpr int kWordsEach = 50;

std::string long_text() {
  const char* const words[] = {"memory", "is", "what",   "the", "**learner**", "keeps",
                               "after",  "a",  "lesson", "and", "*why* it",    "lasts"};
  std::string text = "## A long page\n\n";
  int count = 0;
  for (int p = 0; p < kParagraphs; ++p) {
    for (int w = 0; w < kWordsEach; ++w)
      text += std::string(words[(count++ * 7) % 12]) + (w + 1 == kWordsEach ? ".\n\n" : " ");
  }
  return text;
}

/// A lesson on screen with one long text, as the shell draws it.
screens::Model model_of(const std::string& markdown) {
  auto course = std::make_shared<course::Course>();
  course->id = course::CourseId("bench");
  course->title = "Bench";
  course->language = "en";
  course::Lesson& lesson = course->lessons.emplace_back();
  lesson.id = course::LessonId("long");
  lesson.title = "A long page";
  course::Step& step = lesson.steps.emplace_back();
  step.id = course::StepId("text");
  step.content = course::TextBlock{markdown};
  lesson.sections.push_back({"A long page", 0, 1});
  screens::Model model;
  screens::lesson::State state;
  state.course = course;
  state.lesson = {course, &course->lessons.front()};
  model.screen = state;
  model.place = {screens::ScreenName::lesson, course->id, lesson.id, {}};
  model.shared.courses.push_back({course, true, 0, {}});
  return model;
}

void lesson_of_3000_words(benchmark::State& state) {
  ui::NoGpu gpu;
  ui::Fonts fonts({.threads = false});
  ui::Context context(gpu, fonts);
  const screens::Model model = model_of(long_text());
  ui::FrameInfo info;
  info.screen_size = {1280, 800};
  for (auto _ : state) {
    info.now += 0.016;
    ui::Frame& frame = context.begin(info);
    views::Actions actions;
    views::draw(model, frame, actions);
    context.end();
  }
}
BENCHMARK(lesson_of_3000_words)->Unit(benchmark::kMicrosecond);

void bare_imgui_wrapping_3000_words(benchmark::State& state) {
  ImGuiContext* context = ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.DisplaySize = {1280, 800};
  io.DeltaTime = 0.016f;
  unsigned char* pixels = nullptr;
  int width = 0, height = 0;
  io.Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
  const std::string text = long_text();
  for (auto _ : state) {
    ImGui::NewFrame();
    ImGui::SetNextWindowSize({700, 800});
    ImGui::Begin("page");
    ImGui::TextWrapped("%s", text.c_str());
    ImGui::End();
    ImGui::Render();
  }
  ImGui::DestroyContext(context);
}
BENCHMARK(bare_imgui_wrapping_3000_words)->Unit(benchmark::kMicrosecond);

}  // namespace

BENCHMARK_MAIN();
