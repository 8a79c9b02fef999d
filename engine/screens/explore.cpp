#include "screens/explore.h"

#include <algorithm>
#include <cmath>

#include "screens/explore_trials.h"
#include "text/number.h"

namespace screens::explore {
namespace {

constexpr double kPlaySeconds = 8;  ///< for the whole of a simulation
constexpr base::Duration kFrame{33};
constexpr base::Duration kCalmFrame{500};  ///< under reduced motion: a new picture twice a second
constexpr int kFine = 100;                 ///< presses from the beginning to the end

void redraw(State& state) {
  state.drawing = std::make_shared<const explorable::Drawing>(explorable::draw(*state.model, state.setting));
}

base::Duration frame(bool reduced_motion) { return reduced_motion ? kCalmFrame : kFrame; }

void set_time(State& state, double time) {
  const auto& simulation = state.model->simulation;
  if (!simulation || std::isnan(time)) return;
  state.setting.time = std::clamp(time, simulation->from, simulation->to);
  redraw(state);
}

double time_of(const State& state) {
  const auto& simulation = state.model->simulation;
  return simulation ? state.setting.time.value_or(simulation->to) : 0;
}

void set_input(State& state, std::size_t index, double value) {
  if (index >= state.model->inputs.size()) return;
  state.setting.inputs[index] = state.model->inputs[index].fit(value);
  redraw(state);
}

void keep(State& state) {
  const bool same = !state.kept.empty() && state.kept.back()->setting.inputs == state.setting.inputs;
  if (same) return;
  if (state.kept.size() == most_kept) state.kept.erase(state.kept.begin());
  state.kept.push_back(state.drawing);
}

void play(State& state, base::TimePoint now) {
  const auto& simulation = state.model->simulation;
  if (!simulation) return;
  if (time_of(state) >= simulation->to) set_time(state, simulation->from);
  state.playing = true;
  state.moved_at = now;
}

void reset(State& state) {
  state.setting.inputs = state.model->starts();
  state.setting.time.reset();
  state.kept.clear();
  state.playing = false;
  redraw(state);
}

}  // namespace

State open(std::shared_ptr<const explorable::Model> model, const explorable::Setting& setting) {
  State state;
  state.model = std::move(model);
  state.setting = setting;
  state.setting.inputs.resize(state.model->inputs.size(), std::nan(""));
  for (std::size_t i = 0; i < state.model->inputs.size(); ++i)
    state.setting.inputs[i] = state.model->inputs[i].fit(state.setting.inputs[i]);
  if (!state.model->trials) state.setting.trials.clear();
  redraw(state);
  return state;
}

void set_inputs(State& state, const std::vector<double>& inputs) {
  for (std::size_t i = 0; i < state.setting.inputs.size() && i < inputs.size(); ++i)
    state.setting.inputs[i] = state.model->inputs[i].fit(inputs[i]);
  redraw(state);
}

void update(State& state, const Action& action, base::TimePoint now, bool reduced_motion) {
  struct Handler {
    State& s;
    base::TimePoint now;
    void operator()(const SetInput& a) { set_input(s, a.input, a.value); }
    void operator()(const SetTime& a) {
      s.playing = false;
      set_time(s, a.time);
    }
    void operator()(const Play&) { play(s, now); }
    void operator()(const Pause&) { s.playing = false; }
    void operator()(const StepTime& a) {
      const auto& simulation = s.model->simulation;
      s.playing = false;
      if (simulation) set_time(s, time_of(s) + a.by * (simulation->to - simulation->from) / kFine);
    }
    void operator()(const Keep&) { keep(s); }
    void operator()(const ClearKept&) { s.kept.clear(); }
    void operator()(const Reset&) { reset(s); }
    void operator()(const StartTrials&) {
      if (!s.model->trials) return;
      s.setting.trials.clear();
      redraw(s);
      start_trials(s.run, *s.model->trials, static_cast<std::uint64_t>(now.time_since_epoch().count()), now);
    }
    void operator()(const StopTrials&) { s.run = {}; }
    void operator()(const Respond& a) {
      if (!s.model->trials) return;
      if (const auto trial = respond(s.run, *s.model->trials, a.choice, now)) {
        s.setting.trials.push_back(*trial);
        redraw(s);
      }
    }
  };
  advance(state, now, reduced_motion);
  std::visit(Handler{state, now}, action);
}

void advance(State& state, base::TimePoint now, bool reduced_motion) {
  light(state.run, now);
  const auto& simulation = state.model->simulation;
  if (!state.playing || !simulation || now < state.moved_at + frame(reduced_motion)) return;
  // A clock that was set far forward, or a window that slept, goes on from where it was.
  const double seconds = std::min(1.0, std::chrono::duration<double>(now - state.moved_at).count());
  state.moved_at = now;
  set_time(state, time_of(state) + (simulation->to - simulation->from) * seconds / kPlaySeconds);
  if (time_of(state) >= simulation->to) state.playing = false;
}

std::optional<base::TimePoint> next_move(const State& state, bool reduced_motion) {
  if (state.run.phase == TrialRun::Phase::waiting) return state.run.show_at;
  if (!state.playing) return std::nullopt;
  return state.moved_at + frame(reduced_motion);
}

std::string number_words(double value, int decimals, const std::string& unit, std::string_view language) {
  if (!std::isfinite(value)) return "–";
  std::string words = text::format_number(value, decimals, language);
  // As many decimals as the author wants, so that a value does not jump in width while it is moved.
  const bool french = language.starts_with("fr");
  const char mark = french ? ',' : '.';
  if (decimals > 0) {
    std::size_t at = words.find(mark);
    if (at == std::string::npos) {
      at = words.size();
      words += mark;
    }
    words.append(static_cast<std::size_t>(decimals) -
                     std::min<std::size_t>(static_cast<std::size_t>(decimals), words.size() - at - 1),
                 '0');
  }
  if (unit.empty()) return words;
  return words + (unit == "%" && !french ? "" : "\u202f") + unit;
}

std::string input_words(const explorable::Input& input, double value, std::string_view language) {
  switch (input.kind) {
    case explorable::Input::Kind::toggle: return {};
    case explorable::Input::Kind::choice:
      for (const explorable::Option& option : input.options) {
        if (option.value == value) return option.label;
      }
      return {};
    case explorable::Input::Kind::slider: break;
  }
  int decimals = input.decimals;
  if (input.log && value > 0) decimals = std::clamp(2 - static_cast<int>(std::floor(std::log10(value))), 0, decimals);
  return number_words(value, decimals, input.unit, language);
}

std::string readout_words(const explorable::Readout& readout, const explorable::ReadoutValue& value,
                          std::string_view language) {
  if (value.is_word) return value.word;
  return number_words(value.number, readout.decimals, readout.unit, language);
}

std::string describe(const State& state, std::string_view language) {
  const auto list = [](const std::vector<std::string>& parts) {
    std::string all;
    for (const std::string& part : parts) all += (all.empty() ? "" : ", ") + part;
    return all;
  };
  std::vector<std::string> set, follows;
  for (std::size_t i = 0; i < state.model->inputs.size(); ++i) {
    const explorable::Input& input = state.model->inputs[i];
    const double value = state.setting.inputs[i];
    const bool toggle = input.kind == explorable::Input::Kind::toggle;
    if (!toggle || value != 0)
      set.push_back(toggle ? input.label : input.label + " " + input_words(input, value, language));
  }
  for (std::size_t i = 0; i < state.model->readouts.size(); ++i) {
    const explorable::Readout& readout = state.model->readouts[i];
    follows.push_back(readout.label + " " + readout_words(readout, state.drawing->readouts[i], language));
  }
  const std::string end = list(follows);
  return list(set) + (end.empty() || set.empty() ? "" : language.starts_with("fr") ? "\u00a0: " : ": ") + end;
}

}  // namespace screens::explore
