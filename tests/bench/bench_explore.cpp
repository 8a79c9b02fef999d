// Dragging a slider: working out four curves of 500 points and building the frame, without a graphics card; beside it each of the two
// alone, and a simulation of 500 steps.

#include <benchmark/benchmark.h>

#include <memory>
#include <string>

#include "screens/explore.h"
#include "ui/context.h"
#include "views/explore.h"

namespace {

namespace explore = screens::explore;

expression::Program formula(const expression::Symbols& symbols, const std::string& text) {
  return *expression::compile(text, symbols);
}

/// The driven oscillator with its damping on a slider, and three more dampings beside it.
std::shared_ptr<const explorable::Model> oscillator() {
  auto model = std::make_shared<explorable::Model>();
  explorable::Input damping;
  damping.name = damping.label = "damping";
  damping.from = 0.05, damping.to = 1, damping.start = 0.2, damping.step = 0.001;
  model->symbols.add_number(damping.name);
  model->inputs.push_back(damping);
  expression::Symbols symbols = model->symbols;
  explorable::Plot plot;
  plot.variable_slot = symbols.add_number("w");
  plot.x.from = 0.1, plot.x.to = 2;
  plot.y.from = 0, plot.y.to = 10;
  for (const char* factor : {"1", "2", "3", "4"}) {
    const std::string lost = std::string("(") + factor + " * damping * w)^2";
    plot.curves.push_back({.y = formula(symbols, "1 / sqrt((1 - w^2)^2 + " + lost + ")"),
                           .x = {},
                           .label = std::string("times ") + factor});
  }
  model->slots = symbols.numbers();
  model->plots.push_back(plot);
  model->readouts.push_back({"Quality", formula(model->symbols, "1 / damping"), "", 1});
  return model;
}

struct Window {
  Window() { info.screen_size = {1280, 800}; }
  void frame(const explore::State& state) {
    info.now += 0.016;
    ui::Frame& f = context.begin(info);
    f.within({20, 20, 660, 0}, [&] { views::explorable(f, state); });
    context.end();
  }
  ui::NoGpu gpu;
  ui::Fonts fonts{{.threads = false}};
  ui::Context context{gpu, fonts};
  ui::FrameInfo info;
};

double next_value(int& turn) { return 0.05 + 0.001 * (++turn % 900); }

void dragging(benchmark::State& bench) {
  Window window;
  explore::State state = explore::open(oscillator(), {});
  int turn = 0;
  for (auto _ : bench) {
    explore::update(state, explore::SetInput{0, next_value(turn)}, {});
    window.frame(state);
  }
}
BENCHMARK(dragging)->Unit(benchmark::kMicrosecond);

void working_out(benchmark::State& bench) {
  explore::State state = explore::open(oscillator(), {});
  int turn = 0;
  for (auto _ : bench) explore::update(state, explore::SetInput{0, next_value(turn)}, {});
}
BENCHMARK(working_out)->Unit(benchmark::kMicrosecond);

void frame_alone(benchmark::State& bench) {
  Window window;
  const explore::State state = explore::open(oscillator(), {});
  for (auto _ : bench) window.frame(state);
}
BENCHMARK(frame_alone)->Unit(benchmark::kMicrosecond);

void simulation_of_500_steps(benchmark::State& bench) {
  explorable::Model model;
  explorable::Simulation s;
  s.rates = true;
  s.from = 0, s.to = 50, s.dt = 0.1;
  const std::size_t f = model.symbols.add_number("f"), series = model.symbols.add_series("f");
  s.time_slot = model.symbols.add_number("t");
  s.dt_slot = model.symbols.add_number("dt");
  s.states.push_back(
      {f, series, formula(model.symbols, "0.01"), formula(model.symbols, "(0.03 + 0.38 * f) * (1 - f)")});
  model.simulation = s;
  model.slots = model.symbols.numbers();
  for (auto _ : bench) {
    explorable::Situation situation(model, {});
    benchmark::DoNotOptimize(situation.points());
  }
}
BENCHMARK(simulation_of_500_steps)->Unit(benchmark::kMicrosecond);

}  // namespace

BENCHMARK_MAIN();
