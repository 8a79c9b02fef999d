#include "views/explore.h"

#include <algorithm>
#include <cmath>

#include "text/catalogue.h"
#include "ui/chart.h"
#include "ui/plot.h"
#include "ui/widgets/controls.h"

namespace views {
namespace {

using namespace screens::explore;
using text::fill;
using Action = screens::explore::Action;
using Did = std::optional<Action>;

constexpr float kBeside = 720;       ///< column width from which the controls stand beside the plots
constexpr float kControls = 240;     ///< their width then
constexpr float kTwoPlots = 280;     ///< least width of each of two plots side by side
constexpr float kPlotShare = 0.52f;  ///< height by width
constexpr float kLowest = 210, kHighest = 340;

ui::PlotAxis axis_of(const explorable::Axis& axis) { return {axis.label, axis.unit, axis.from, axis.to, axis.log}; }

void add_lines(ui::PlotData& data, const explorable::Plot& plot, const explorable::PlotDrawing& drawing, bool kept) {
  std::size_t color = 0;
  for (const explorable::Line& line : drawing.lines) {
    data.lines.push_back({line.label, line.x, line.y, color, line.dashed, kept});
    ++color;
  }
  for (const explorable::Mark& dot : drawing.dots) data.dots.push_back({dot.x, dot.y, dot.label, kept});
  if (kept) return;
  for (const explorable::Band& band : drawing.bands)
    data.bands.push_back({band.label, band.x, band.low, band.high, color++});
  // Points of a table go with the first line, which is meant to meet them.
  color = plot.curves.size() == 1 ? 1 : color;
  for (const explorable::Cloud& cloud : drawing.clouds) data.clouds.push_back({cloud.label, cloud.x, cloud.y, color++});
}

/// Bars are a chart of categories; what was kept stands beside them.
void draw_bars(ui::Frame& f, const State& s, std::size_t index, float height) {
  const explorable::Plot& plot = s.model->plots[index];
  ui::ChartData data;
  data.kind = ui::ChartData::Kind::bar;
  data.y_label = plot.y.label;
  data.unit = plot.y.unit;
  data.from = plot.y.from;
  data.to = plot.y.to;
  data.log = plot.y.log;
  data.values_on_bars = true;
  for (const explorable::Bar& bar : plot.bars) data.categories.push_back(bar.label);
  data.series.push_back({.label = s.kept.empty() ? "" : f.tr("Now"), .y = s.drawing->plots[index].bars});
  for (std::size_t k = 0; k < s.kept.size(); ++k) {
    const std::string label =
        s.kept.size() == 1 ? f.tr("Kept") : fill(f.tr("Kept {n}"), {{"n", std::to_string(k + 1)}});
    data.series.push_back({.label = label, .y = s.kept[k]->plots[index].bars});
  }
  if (!plot.title.empty()) {
    ui::words(f, plot.title, ui::style::small_strong);
    f.space(ui::Space::xs);
  }
  constexpr float kWords = 36;  // the chart's height counts its titles, a plot's does not
  ui::chart(f, "plot", data, height + kWords);
}

void draw_plot(ui::Frame& f, const State& s, std::size_t index, ui::PlotHeads* heads) {
  const explorable::Plot& plot = s.model->plots[index];
  const float height = std::clamp(f.width() * kPlotShare, kLowest, kHighest);
  if (!plot.bars.empty()) return draw_bars(f, s, index, height);
  ui::PlotData data;
  data.title = plot.title;
  data.x = axis_of(plot.x);
  data.y = axis_of(plot.y);
  const auto& simulation = s.model->simulation;
  if (plot.over_time && simulation && s.drawing->time < simulation->to) data.now = s.drawing->time;
  for (const auto& kept : s.kept) add_lines(data, plot, kept->plots[index], true);
  add_lines(data, plot, s.drawing->plots[index], false);
  ui::plot(f, "plot", data, height, heads);
}

void plots(ui::Frame& f, const State& s) {
  const int count = static_cast<int>(s.model->plots.size());
  // Axes of plots that stand beside each other begin and end at the same height.
  const bool beside = count > 1 && f.width() >= 2 * kTwoPlots + ui::px(ui::Space::l);
  ui::PlotHeads heads{f.recall("plot-heads"), 0};
  const auto one = [&](int index) {
    f.scope(static_cast<std::uint64_t>(index),
            [&] { draw_plot(f, s, static_cast<std::size_t>(index), beside ? &heads : nullptr); });
  };
  if (count == 1) return one(0);
  f.grid(count, kTwoPlots, ui::Space::l, one);
  if (!beside || heads.seen == heads.highest) return;
  f.remember("plot-heads", heads.seen);
  f.redraw();
}

/// A logarithmic slider moves the logarithm.
Did slider(ui::Frame& f, const explorable::Input& input, std::size_t index, double value, bool enabled) {
  const std::string shown = input_words(input, value, f.words().language());
  ui::SliderOptions options{
      .label = input.label, .shown = shown, .from = input.from, .to = input.to, .step = input.step, .enabled = enabled};
  if (input.log) {
    options.from = std::log(input.from), options.to = std::log(input.to), options.step = 0;
    value = std::log(value);
  }
  const auto moved = ui::slider(f, "input", value, options);
  if (!moved) return std::nullopt;
  return SetInput{index, input.log ? std::exp(*moved) : *moved};
}

Did choice(ui::Frame& f, const explorable::Input& input, std::size_t index, double value, bool enabled) {
  std::vector<std::string> labels;
  int chosen = -1;
  for (const explorable::Option& option : input.options) {
    if (option.value == value) chosen = static_cast<int>(labels.size());
    labels.push_back(option.label);
  }
  ui::words(f, input.label, ui::style::small);
  f.space(ui::Space::xs);
  float widest = 0;
  for (const std::string& label : labels)
    widest = std::max(widest, f.paint().text_width(label, ui::style::small_strong));
  constexpr float kPadding = 30;
  const bool fits = (widest + kPadding) * static_cast<float>(labels.size()) <= f.width();
  const auto picked = fits ? ui::segmented(f, "input", labels, chosen, {.enabled = enabled})
                           : ui::picker(f, "input", labels, chosen, {.enabled = enabled, .small = true});
  if (!picked) return std::nullopt;
  return SetInput{index, input.options[static_cast<std::size_t>(*picked)].value};
}

Did input(ui::Frame& f, const State& s, std::size_t index, bool enabled) {
  const explorable::Input& one = s.model->inputs[index];
  const double value = s.setting.inputs[index];
  switch (one.kind) {
    case explorable::Input::Kind::toggle: {
      const auto on = ui::toggle(f, "input", one.label, value != 0);
      return on && enabled ? Did(SetInput{index, *on ? 1.0 : 0.0}) : std::nullopt;
    }
    case explorable::Input::Kind::choice: return choice(f, one, index, value, enabled);
    case explorable::Input::Kind::slider: break;
  }
  return slider(f, one, index, value, enabled);
}

void inputs(ui::Frame& f, const State& s, bool enabled, Did& did) {
  constexpr float kLeast = 210;
  const int count = static_cast<int>(s.model->inputs.size());
  if (count == 0) return;
  f.grid(count, kLeast, ui::Space::l, [&](int index) {
    f.scope(s.model->inputs[static_cast<std::size_t>(index)].name, [&] {
      if (const Did moved = input(f, s, static_cast<std::size_t>(index), enabled)) did = moved;
    });
  });
}

void time_slider(ui::Frame& f, const State& s, Did& did) {
  const explorable::Simulation& simulation = *s.model->simulation;
  const double range = simulation.to - simulation.from;
  const int decimals = std::clamp(static_cast<int>(std::ceil(2 - std::log10(range))), 0, 6);
  const std::string shown = number_words(s.drawing->time, decimals, simulation.time_unit, f.words().language());
  const std::string label = simulation.time_label.empty() ? f.tr("Time") : simulation.time_label;
  const auto moved =
      ui::slider(f, "time", s.drawing->time,
                 {.label = label, .shown = shown, .from = simulation.from, .to = simulation.to, .step = range / 1000});
  if (moved) did = SetTime{*moved};
}

void time_button(ui::Frame& f, const State& s, int which, Did& did) {
  const ui::ButtonOptions small{.kind = ui::ButtonOptions::Kind::quiet, .small = true};
  const ui::Icon icon = s.playing ? ui::Icon::pause : ui::Icon::play;
  if (which == 0 && ui::icon_button(f, "play", icon, s.playing ? f.tr("Pause") : f.tr("Play"), small))
    did = s.playing ? Action(Pause{}) : Action(Play{});
  if (which == 1 && ui::icon_button(f, "back", ui::Icon::chevron_left, f.tr("One step back"), small))
    did = StepTime{-1};
  if (which == 2 && ui::icon_button(f, "forward", ui::Icon::chevron_right, f.tr("One step on"), small))
    did = StepTime{1};
}

/// Play, pause, step and scrub; the slider above the buttons where it would be too short beside them.
void time_line(ui::Frame& f, const State& s, Did& did) {
  if (!s.model->simulation) return;
  f.space(ui::Space::m);
  constexpr float kButton = 32, kNarrow = 400;
  if (f.width() < kNarrow) {
    time_slider(f, s, did);
    f.flow(ui::Space::s, [&] {
      for (int which = 0; which < 3; ++which) time_button(f, s, which, did);
    });
    return;
  }
  f.row({ui::fixed(kButton), ui::fixed(kButton), ui::fixed(kButton), ui::share()},
        {.gap = ui::Space::s, .fit = ui::Fit::bottom}, [&](int cell) {
          if (cell == 3) return time_slider(f, s, did);
          time_button(f, s, cell, did);
        });
}

struct Labelled {
  std::string label, value;
};

/// Labels with values under them, as many in a row as fit.
void labelled(ui::Frame& f, const std::vector<Labelled>& all) {
  if (all.empty()) return;
  f.space(ui::Space::m);
  constexpr float kLeast = 130;
  f.grid(static_cast<int>(all.size()), kLeast, ui::Space::m, [&](int index) {
    const Labelled& one = all[static_cast<std::size_t>(index)];
    ui::words(f, one.label, ui::style::caption, ui::Tone::soft);
    ui::words(f, one.value, ui::style::strong);
  });
}

void readouts(ui::Frame& f, const State& s) {
  std::vector<Labelled> all;
  for (std::size_t i = 0; i < s.model->readouts.size(); ++i) {
    const explorable::Readout& readout = s.model->readouts[i];
    all.push_back({readout.label, readout_words(readout, s.drawing->readouts[i], f.words().language())});
  }
  labelled(f, all);
}

/// What inputs are set to, where they cannot be moved.
void set_values(ui::Frame& f, const State& s) {
  std::vector<Labelled> all;
  for (std::size_t i = 0; i < s.model->inputs.size(); ++i) {
    const explorable::Input& input = s.model->inputs[i];
    const double value = s.setting.inputs[i];
    const bool toggle = input.kind == explorable::Input::Kind::toggle;
    all.push_back({input.label,
                   toggle ? value != 0 ? f.tr("yes") : f.tr("no") : input_words(input, value, f.words().language())});
  }
  labelled(f, all);
}

void buttons(ui::Frame& f, const State& s, const ExploreOptions& options, Did& did) {
  const bool enabled = options.enabled;
  const ui::ButtonOptions small{.kind = ui::ButtonOptions::Kind::quiet, .small = true};
  const auto press = [&](std::string_view id, const std::string& label, const Action& action) {
    if (ui::button(f, id, label, small)) did = action;
  };
  f.space(ui::Space::m);
  f.flow(ui::Space::s, [&] {
    if (!s.model->plots.empty() && !s.model->inputs.empty() && enabled) press("keep", f.tr("Keep this one"), Keep{});
    if (!s.kept.empty()) press("clear", f.tr("Clear what was kept"), ClearKept{});
    const bool moved = s.setting.inputs != s.model->starts() || s.setting.time.has_value();
    if (moved && enabled) press("reset", f.tr("Reset"), Reset{});
    if (ui::button(f, "in-words", f.tr("In words"), small))
      f.remember("words-shown", f.recall("words-shown") > 0 ? 0.0f : 1.0f);
    else
      f.remember("words-shown", f.recall("words-shown"));
  });
  if (f.recall("words-shown") <= 0) return;
  f.space(ui::Space::s);
  if (!options.alt.empty()) ui::words(f, options.alt, ui::style::small, ui::Tone::soft);
  ui::words(f, describe(s, f.words().language()), ui::style::small, ui::Tone::soft);
}

void controls(ui::Frame& f, const State& s, const ExploreOptions& options, Did& did) {
  if (options.on_paper) {
    set_values(f, s);
    return readouts(f, s);
  }
  inputs(f, s, options.enabled, did);
  time_line(f, s, did);
  readouts(f, s);
  if (options.marked) buttons(f, s, options, did);
}

}  // namespace

std::optional<Action> explorable(ui::Frame& f, const State& state, const ExploreOptions& options) {
  Did did;
  if (state.model->trials && !options.on_paper) {
    did = trials(f, state);
    f.space(ui::Space::l);
  }
  if (state.drawing->exhausted) {
    ui::words(f, f.tr("With these values there is too much to compute; some of it is missing."), ui::style::small,
              ui::Tone::warn);
    f.space(ui::Space::s);
  }
  if (f.width() >= kBeside && !state.model->plots.empty()) {
    f.row({ui::share(), ui::fixed(kControls)}, {.gap = ui::Space::xl, .fit = ui::Fit::top}, [&](int cell) {
      if (cell == 0)
        plots(f, state);
      else
        controls(f, state, options, did);
    });
    return did;
  }
  plots(f, state);
  if (!state.model->plots.empty()) f.space(ui::Space::l);
  controls(f, state, options, did);
  return did;
}

}  // namespace views
