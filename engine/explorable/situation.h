#pragma once
// An explorable worked out for certain inputs: numbers for everything that it shows. Pure, deterministic, bounded.

#include <optional>
#include <string>
#include <vector>

#include "explorable/model.h"

namespace explorable {

/// One measured trial.
struct Trial {
  double bits = 0;
  double seconds = 0;
};

/// What the learner has chosen.
struct Setting {
  std::vector<double> inputs;
  std::optional<double> time;  ///< of the simulation; empty: its end
  std::vector<Trial> trials;
};

/// seconds = a + b * bits by least squares; NaN for both while there are not two different bits.
struct Fit {
  double a = 0, b = 0;
};
Fit fit_line(const std::vector<Trial>& trials);

/// Everything that can be asked about a setting. Leans on the model, which must outlive it.
class Situation {
 public:
  Situation(const Model& model, const Setting& setting, std::int64_t operations = most_operations);
  Situation(const Situation&) = delete;
  Situation& operator=(const Situation&) = delete;

  double number(const Program& program);
  std::string word(const Program& program);
  bool holds(const Program& program) { return expression::is_true(number(program)); }

  const Model& model() const { return model_; }
  double time() const { return time_; }
  /// Points of the simulation, the beginning included; 0 without one.
  std::size_t points() const { return curves_.empty() ? 0 : curves_.front().size(); }
  double time_at(std::size_t point) const;

  /// The number in a slot from now on, for what runs over it.
  void set(std::size_t slot, double value) { numbers_[slot] = value; }
  double get(std::size_t slot) const { return numbers_[slot]; }
  /// States, time and what follows from them, as at a point of the simulation, or at the time chosen.
  void go_to(std::size_t point);
  void go_to_time();
  const Table& table(std::size_t index) const;

  /// It took more operations than allowed: what is missing is NaN.
  bool exhausted() const { return left_ <= 0; }
  std::int64_t left() const { return left_; }

 private:
  void run_simulation();
  void advance(std::vector<double>& state, double time);
  void rates(const std::vector<double>& state, double time, std::vector<double>& out);
  void set_states(const std::vector<double>& state, double time);
  void compute(bool late, bool varying);
  expression::Inputs inputs();

  const Model& model_;
  std::int64_t left_;
  std::vector<double> numbers_;
  std::vector<std::vector<double>> curves_;  ///< of the states, by series
  std::vector<expression::Series> series_;
  Table trials_;
  std::vector<std::vector<expression::Column>> columns_;
  std::vector<expression::Table> tables_;
  double time_ = 0;
};

/// Inputs for which the aim is reached: the author's, else found by a bounded search (the same ones always), or nothing.
std::optional<std::vector<double>> find(const Model& model, const Aim& aim, int tries = 3'000);

}  // namespace explorable
