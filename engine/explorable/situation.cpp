#include "explorable/situation.h"

#include <algorithm>
#include <cmath>

namespace explorable {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// How many operations one step of the numbers may take at least, so that a simulation without formulas ends too.
constexpr std::int64_t step_cost = 4;

}  // namespace

Fit fit_line(const std::vector<Trial>& trials) {
  double n = 0, x = 0, y = 0, xx = 0, xy = 0;
  for (const Trial& trial : trials) {
    n += 1, x += trial.bits, y += trial.seconds;
    xx += trial.bits * trial.bits, xy += trial.bits * trial.seconds;
  }
  const double spread = n * xx - x * x;
  if (n < 2 || spread <= 1e-9) return {none, none};
  const double b = (n * xy - x * y) / spread;
  return {(y - b * x) / n, b};
}

Situation::Situation(const Model& model, const Setting& setting, std::int64_t operations)
    : model_(model), left_(operations), numbers_(model.slots, none) {
  for (std::size_t i = 0; i < model.inputs.size(); ++i)
    numbers_[i] = i < setting.inputs.size() ? setting.inputs[i] : model.inputs[i].start;
  if (model.trials) {
    trials_.rows = setting.trials.size();
    trials_.numbers.resize(2);
    trials_.words.resize(2);
    for (const Trial& trial : setting.trials) {
      trials_.numbers[0].push_back(trial.bits);
      trials_.numbers[1].push_back(trial.seconds);
    }
    const Fit fit = fit_line(setting.trials);
    numbers_[model.trials->a_slot] = fit.a;
    numbers_[model.trials->b_slot] = fit.b;
  }
  columns_.resize(model.tables.size());
  for (std::size_t i = 0; i < model.tables.size(); ++i) {
    const Table& one = table(i);
    for (std::size_t c = 0; c < one.numbers.size(); ++c) columns_[i].push_back({one.numbers[c], one.words[c]});
    tables_.push_back({one.rows, columns_[i]});
  }
  compute(false, false);
  if (model.simulation) {
    const Simulation& s = *model.simulation;
    run_simulation();
    time_ = std::clamp(setting.time.value_or(s.to), s.from, s.to);
  }
  compute(true, false);
  go_to_time();
}

const Table& Situation::table(std::size_t index) const {
  return model_.trials && model_.trials->table == index ? trials_ : model_.tables[index];
}

expression::Inputs Situation::inputs() { return {numbers_, {}, series_, tables_, &left_}; }

double Situation::number(const Program& program) { return program.number(inputs()); }

std::string Situation::word(const Program& program) { return program.word(inputs()); }

void Situation::compute(bool late, bool varying) {
  for (const Value& value : model_.values) {
    if (value.late == late && value.varies == varying) numbers_[value.slot] = number(value.program);
  }
}

void Situation::set_states(const std::vector<double>& state, double time) {
  const Simulation& s = *model_.simulation;
  for (std::size_t i = 0; i < s.states.size(); ++i) numbers_[s.states[i].slot] = state[i];
  numbers_[s.time_slot] = time;
  compute(false, true);
}

void Situation::rates(const std::vector<double>& state, double time, std::vector<double>& out) {
  set_states(state, time);
  for (std::size_t i = 0; i < state.size(); ++i) out[i] = number(model_.simulation->states[i].next);
}

/// One step: the rule as it stands, or Runge and Kutta's four looks at the slope (Press et al., Numerical Recipes, 17.1).
void Situation::advance(std::vector<double>& state, double time) {
  const Simulation& s = *model_.simulation;
  const std::size_t n = state.size();
  std::vector<double> next(n);
  if (!s.rates) {
    rates(state, time, next);
    state.swap(next);
    return;
  }
  std::vector<double> k1(n), k2(n), k3(n), k4(n);
  const auto shifted = [&](const std::vector<double>& slope, double by) {
    for (std::size_t i = 0; i < n; ++i) next[i] = state[i] + slope[i] * by;
    return next;
  };
  rates(state, time, k1);
  rates(shifted(k1, s.dt / 2), time + s.dt / 2, k2);
  rates(shifted(k2, s.dt / 2), time + s.dt / 2, k3);
  rates(shifted(k3, s.dt), time + s.dt, k4);
  for (std::size_t i = 0; i < n; ++i) state[i] += s.dt / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
}

void Situation::run_simulation() {
  const Simulation& s = *model_.simulation;
  const std::size_t steps = s.steps();
  numbers_[s.dt_slot] = s.dt;
  std::vector<double> state;
  for (const StateVariable& one : s.states) state.push_back(number(one.start));
  curves_.assign(s.states.size(), {});
  for (auto& curve : curves_) curve.reserve(steps + 1);
  for (std::size_t step = 0;; ++step) {
    for (std::size_t i = 0; i < state.size(); ++i) curves_[i].push_back(state[i]);
    left_ -= step_cost;
    if (step == steps || left_ <= 0) break;
    advance(state, s.from + static_cast<double>(step) * s.dt);
  }
  series_.assign(s.states.size(), {});
  for (const StateVariable& one : s.states)
    series_[one.series] = {curves_[static_cast<std::size_t>(&one - s.states.data())], {}, s.from, s.dt};
}

double Situation::time_at(std::size_t point) const {
  return model_.simulation->from + static_cast<double>(point) * model_.simulation->dt;
}

void Situation::go_to(std::size_t point) {
  std::vector<double> state;
  for (const auto& curve : curves_) state.push_back(curve[point]);
  set_states(state, time_at(point));
  compute(true, true);
}

void Situation::go_to_time() {
  if (!model_.simulation) return;
  std::vector<double> state;
  for (const auto& curve : curves_)
    state.push_back(expression::value_at({curve, {}, model_.simulation->from, model_.simulation->dt}, time_));
  set_states(state, time_);
  compute(true, true);
}

}  // namespace explorable
