// A course of 10 MB: YAML::Load of its files, which gives generic nodes and no check, beside course::load, which gives the model and
// every diagnostic. The same files, the same run; the CPU is that of all threads. "files" is what reading them from disk takes of both.

#include <benchmark/benchmark.h>
#include <yaml-cpp/yaml.h>

#include <functional>
#include <string>
#include <vector>

#include "base/files.h"
#include "bench/course_text.h"
#include "course/load.h"
#include "course/yaml/parse.h"
#include "support/temporary_folder.h"

namespace {

constexpr std::size_t bytes = 10'000'000;

/// Written once, gone with the program.
struct LargeCourse {
  LargeCourse() : text(bench::write_course(folder.path(), bytes, 1)) {
    files.push_back(folder.path() / "course.yaml");
    for (std::size_t i = 0; i < text.lessons; ++i) {
      files.push_back(folder.path() / "lessons" / ("lesson-" + std::to_string(i) + ".yaml"));
    }
  }
  test::TemporaryFolder folder;
  bench::CourseText text;
  std::vector<std::filesystem::path> files;
};

std::string read(const std::filesystem::path& file) { return base::read_file(file, 64 << 20).value_or(""); }

void files_alone(benchmark::State& state, const LargeCourse& course) {
  for (auto _ : state) {
    for (const auto& file : course.files) benchmark::DoNotOptimize(read(file));
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(course.text.bytes));
}

void yaml_load(benchmark::State& state, const LargeCourse& course) {
  for (auto _ : state) {
    for (const auto& file : course.files) benchmark::DoNotOptimize(YAML::Load(read(file)));
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(course.text.bytes));
}

void tree_alone(benchmark::State& state, const LargeCourse& course) {
  for (auto _ : state) {
    for (const auto& file : course.files) {
      const course::SourceFile source("lesson", read(file));
      base::Diagnostics diagnostics;
      benchmark::DoNotOptimize(course::parse_yaml(source, {}, diagnostics));
    }
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(course.text.bytes));
}

void course_load(benchmark::State& state, const LargeCourse& course) {
  for (auto _ : state) {
    const course::Loaded loaded = course::load(course.folder.path());
    if (!loaded.diagnostics.empty() || loaded.course == nullptr ||
        loaded.course->lessons.size() != course.text.lessons) {
      state.SkipWithError("the course is not read as it should be");
    }
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(course.text.bytes));
}

void course_check(benchmark::State& state, const LargeCourse& course) {
  for (auto _ : state) benchmark::DoNotOptimize(course::check(course.folder.path()));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(course.text.bytes));
}

}  // namespace

int main(int argc, char** argv) {
  const LargeCourse course;
  const auto measure = [&](const char* name, void (*run)(benchmark::State&, const LargeCourse&)) {
    benchmark::RegisterBenchmark(name, run, std::cref(course))
        ->Unit(benchmark::kMillisecond)
        ->UseRealTime()
        ->MeasureProcessCPUTime();
  };
  measure("files", files_alone);
  measure("YAML::Load", yaml_load);
  measure("tree", tree_alone);
  measure("course::load", course_load);
  measure("course::check", course_check);
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
