#pragma once
// An explorable as its author wrote it: what can be moved, what follows from it, and how that is shown. Immutable; made by course.
//
// Every number has a slot (expression/symbols.h): inputs first, then the fitted line of trials, states, time and its step, values,
// and at last what a plot runs over. Situation (situation.h) fills them.

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "expression/program.h"

namespace explorable {

using expression::Program;

inline constexpr std::size_t no_slot = std::numeric_limits<std::size_t>::max();

struct Option {
  std::string label;
  double value = 0;
  std::string written;  ///< the label as the file has it, whatever the language
};

/// Something that the learner moves.
struct Input {
  enum class Kind : std::uint8_t { slider, toggle, choice };
  Kind kind = Kind::slider;
  std::string name;  ///< in expressions
  std::string label;
  std::string unit;
  double from = 0, to = 1;
  double start = 0;    ///< within the range; of a toggle 0 or 1; of a choice one of its values
  double step = 0.01;  ///< > 0; of a logarithmic slider a hundredth of its way
  bool log = false;
  int decimals = 2;             ///< to show
  std::vector<Option> options;  ///< of a choice, 2 to 12

  /// The nearest value that it can have; NaN becomes the start.
  double fit(double value) const;
};

/// Numbers and words laid under the plots or folded in formulas.
struct Table {
  std::size_t rows = 0;
  std::vector<std::vector<double>> numbers;     ///< by column; empty for a column of words
  std::vector<std::vector<std::string>> words;  ///< by column; empty for a column of numbers
};

/// A named formula.
struct Value {
  Program program;
  std::size_t slot = 0;
  bool varies = false;  ///< follows the states or the time
  bool late = false;    ///< reads whole curves of the simulation, so it is known only after it
};

struct StateVariable {
  std::size_t slot = 0;
  std::size_t series = 0;
  Program start;
  Program next;  ///< the value one step on, or the rate of change
};

struct Simulation {
  std::vector<StateVariable> states;  ///< 1 to 16
  bool rates = false;                 ///< `next` are rates: fourth order Runge–Kutta
  double from = 0, to = 1, dt = 0.1;  ///< to > from, dt > 0
  std::size_t time_slot = 0, dt_slot = 0;
  std::string time_name;
  std::string time_label, time_unit;

  /// Steps from beginning to end, at most `most_steps`.
  std::size_t steps() const;
};
inline constexpr std::size_t most_steps = 100'000;

struct Axis {
  std::string label;
  std::string unit;
  std::optional<double> from, to;  ///< x always has both
  bool log = false;
};

struct Curve {
  Program y;
  std::optional<Program> x;  ///< of a parametric curve
  std::string label;         ///< `{k}` stands for the value of `each`
  bool dashed = false;
  std::size_t each_slot = no_slot;
  std::string each_name;
  std::vector<double> each;  ///< one curve for each value, at most 12
  double from = 0, to = 1;   ///< what a parametric curve without simulation runs over
};

/// Between two curves.
struct Area {
  Program from, to;
  std::string label;
};

struct Bar {
  std::string label;
  Program value;
};

struct Dot {
  Program x, y;
  std::string label;
};

/// The rows of a data set as points: each row's columns are in slots from `first_column` on.
struct Points {
  std::size_t table = 0;
  std::size_t first_column = 0;
  Program x, y;
  std::string label;
};

struct Plot {
  std::string title;
  Axis x, y;
  bool over_time = false;               ///< x is the time of the simulation
  std::size_t variable_slot = no_slot;  ///< what it runs over; no_slot: only bars
  std::vector<Curve> curves;
  std::vector<Area> areas;
  std::vector<Bar> bars;  ///< then there are no curves
  std::vector<Dot> dots;
  std::vector<Points> points;
};

struct Readout {
  std::string label;
  Program value;
  std::string unit;
  int decimals = 2;
};

/// Reaction or pointing times measured on oneself.
struct Trials {
  enum class Kind : std::uint8_t { reaction, pointing };
  Kind kind = Kind::reaction;
  int count = 40;                      ///< 10 to 60
  std::size_t table = 0;               ///< columns bits and seconds
  std::size_t a_slot = 0, b_slot = 0;  ///< the line seconds = a + b * bits
};

struct Model {
  std::vector<Input> inputs;
  std::vector<Table> tables;  ///< that of the trials is empty here
  std::vector<Value> values;  ///< in order: each uses those before it only
  std::optional<Simulation> simulation;
  std::optional<Trials> trials;
  std::vector<Plot> plots;
  std::vector<Readout> readouts;
  expression::Symbols symbols;  ///< what a condition over the explorable may name
  std::size_t slots = 0;        ///< numbers, of plots and rows included

  std::vector<double> starts() const;
};

/// A state to be reached.
struct Aim {
  Program reached;
  std::optional<Program> close;
  std::vector<double> at;  ///< inputs where it is reached, as the author gave them; may be empty
};

/// Operations of one computation of an explorable, whatever its author wrote: a tenth of a second or two.
inline constexpr std::int64_t most_operations = 20'000'000;

}  // namespace explorable
