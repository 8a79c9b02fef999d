// What Résonance's window costs: time to its first frame, frames and CPU while nobody does anything, memory with a course
// open; each beside a bare window with Dear ImGui, taken in turns in the same run.
//
//   bench_window BARE-WINDOW RESONANCE [ARGUMENT…]     ARGUMENTs open the course; --trace is added
//   bench_window --histories RESONANCE FOLDER FOLDER   the start alone, with the one data folder and with the other

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "bench/child.h"

namespace {

using Command = std::vector<std::string>;
using namespace std::chrono_literals;

constexpr int kRounds = 15;
constexpr auto kPatience = 20s;
constexpr auto kSettle = 5s;
constexpr auto kIdle = 20s;

bench::Milliseconds first_frame(bench::Child& child, const Command& command) {
  const auto time = child.wait_for(R"("event":"first-frame")", kPatience);
  if (time) return *time;
  std::fprintf(stderr, "%s drew no frame in %lld seconds\n", command[0].c_str(),
               static_cast<long long>(kPatience.count()));
  std::exit(1);
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

void print(const char* what, double bare, double ours, const char* unit) {
  std::printf("| %-34s | %8.1f %-2s | %8.1f %-2s | %5.2f |\n", what, bare, unit, ours, unit,
              bare > 0 ? ours / bare : 0);
}

void measure_start(const Command& bare, const Command& ours) {
  std::vector<double> bare_times;
  std::vector<double> our_times;
  for (int round = 0; round < kRounds; ++round) {
    bench::Child first(bare);
    bare_times.push_back(first_frame(first, bare).count());
    bench::Child second(ours);
    our_times.push_back(first_frame(second, ours).count());
  }
  print("start to first frame, median", median(bare_times), median(our_times), "ms");
  print("start to first frame, slowest", *std::max_element(bare_times.begin(), bare_times.end()),
        *std::max_element(our_times.begin(), our_times.end()), "ms");
}

struct Idle {
  double frames = 0;
  double cpu = 0;  ///< ms
  double pss = 0;  ///< MB
};

Idle measure_idle(const Command& command) {
  bench::Child child(command);
  first_frame(child, command);
  child.count("", kSettle);
  Idle idle;
  const auto before = child.cpu();
  idle.frames = child.count(R"("event":"frame")", kIdle);
  idle.cpu = (child.cpu() - before).count();
  idle.pss = child.pss();
  return idle;
}

/// The first frame with two data folders, in turns.
int compare(const std::string& program, const std::string& one, const std::string& other) {
  std::vector<double> times[2];
  for (int round = 0; round < kRounds; ++round) {
    for (const int which : {0, 1}) {
      const Command command{program, "--data-dir", which == 0 ? one : other, "--trace", "/dev/stdout"};
      bench::Child child(command);
      times[which].push_back(first_frame(child, command).count());
    }
  }
  print("start to first frame, median", median(times[0]), median(times[1]), "ms");
  print("start to first frame, slowest", *std::max_element(times[0].begin(), times[0].end()),
        *std::max_element(times[1].begin(), times[1].end()), "ms");
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 5 && std::string(argv[1]) == "--histories") return compare(argv[2], argv[3], argv[4]);
  if (argc < 3) {
    std::fputs("bench_window BARE-WINDOW RESONANCE [ARGUMENT…]\n", stderr);
    return 2;
  }
  Command ours(argv + 2, argv + argc);
  ours.insert(ours.end(), {"--trace", "/dev/stdout"});
  std::puts("| measured                           | bare window | Résonance   | ratio |");
  std::puts("| ---------------------------------- | ----------- | ----------- | ----- |");
  measure_start({argv[1]}, ours);
  const Idle bare = measure_idle({argv[1], "--stay"});
  const Idle our = measure_idle(ours);
  print("frames in 20 idle seconds", bare.frames, our.frames, "");
  print("CPU in 20 idle seconds", bare.cpu, our.cpu, "ms");
  print("memory (PSS)", bare.pss, our.pss, "MB");
  return 0;
}
