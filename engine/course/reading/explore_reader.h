#pragma once
// Inside this folder: how an explorable is read, for blocks and for `goal` questions.

#include <memory>
#include <optional>
#include <set>
#include <string>

#include "course/reading/steps.h"
#include "explorable/model.h"

namespace course {

/// Reads the keys of an explorable (inputs, data, values, simulate, plot, readouts, trials) from a step. What does not fit is reported;
/// then nothing is given. Used once.
class ExploreReader {
 public:
  ExploreReader(StepContext& context, Object& step) : context_(context), reader_(context.reader), step_(step) {}

  std::shared_ptr<const explorable::Model> run();

 private:
  using Symbols = expression::Symbols;
  using Program = expression::Program;

  // explore.cpp
  void read_inputs();
  void read_input(const Node& name, const Node& node);
  void read_slider(Object& object, explorable::Input& input);
  void read_options(const Node& node, explorable::Input& input);
  void check_option(const Node& node, const explorable::Option& option, const explorable::Input& input);
  void read_data();
  void read_readouts();
  void read_trials();
  void check_start();

  // explore_formulas.cpp
  void read_simulation();
  void read_time(Object& object, explorable::Simulation& simulation);
  void name_states(const Node& states);
  void read_states(const Node& states, const Node* next, explorable::Simulation& simulation);
  void check_next(const Node& node, const Program& program);
  void read_values();
  /// One that has mistakes, which are told; it is not told again that what it would give is missing.
  bool has_broken_simulation() const { return !model_->simulation && step_.node().find("simulate") != nullptr; }
  bool varies(const Program& program) const;
  bool is_late(const Program& program) const;

  // explore_plots.cpp
  void read_plots();
  void read_plot(const Node& node);
  void read_x(Object& object, explorable::Plot& plot, Symbols& symbols);
  void read_curve(const Node& node, const explorable::Plot& plot, Symbols symbols,
                  std::vector<explorable::Curve>& into);
  void read_each(Object& object, explorable::Curve& curve, Symbols& symbols);
  void read_points(const Node& node, explorable::Plot& plot);
  void check_plot(const Node& node, const explorable::Plot& plot);

  /// Understands an expression; `word` lets it be a word.
  std::optional<Program> compile(const Key& key, const Node& node, const Symbols& symbols, bool word = false);
  /// The same for a key of an object; a required key that is missing is reported by the object.
  std::optional<Program> compile(Object& object, const Key& key, const Symbols& symbols);
  /// Declares a name; reports one that is no name or stands for something already.
  bool declare(const Node& name);
  void note_slots(const Symbols& symbols) { model_->slots = std::max(model_->slots, symbols.numbers()); }
  bool count(const Key& key, const Node& node, std::size_t most);

  StepContext& context_;
  Reader& reader_;
  Object& step_;
  std::shared_ptr<explorable::Model> model_ = std::make_shared<explorable::Model>();
  std::set<std::string, std::less<>> names_;
  std::vector<std::vector<expression::ColumnName>> columns_;  ///< by table
  std::set<std::size_t> moving_;                              ///< slots that follow the simulation
  std::set<std::size_t> late_;                                ///< slots known after it only
};

/// Reports the explorable or goal that a lesson has too many of: each may take a moment when the lesson is opened or checked.
void count_explorable(StepContext& context, const Node& key);

/// Reads the value of an input as authors name it (`value_of`).
void read_value(Reader& reader, const Key& key, const Node& node, const explorable::Input& input, double& into);

/// Reports what is wrong with an expression, at the letters that make it.
void report_expression(Reader& reader, const Node& node, const expression::Problem& problem);

/// A condition over an explorable, for a key of a question.
std::optional<expression::Program> read_condition(Reader& reader, const Key& key, const Node& node,
                                                  const explorable::Model& model);

}  // namespace course
