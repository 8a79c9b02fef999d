#pragma once
// The memory model that a learner has chosen, with parameters of its own: FSRS-7, or FSRS-6 for who comes from Anki.

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "memory/fsrs6.h"
#include "memory/fsrs7.h"

namespace reviews {

enum class ModelKind : std::uint8_t { fsrs7, fsrs6 };

/// "fsrs7" and "fsrs6", as in the history and in settings.
const char* name_of(ModelKind kind);
/// FSRS-7 for any other name.
ModelKind model_kind(std::string_view name);

/// The state of one question, of either model; FSRS-6 has no short trace.
using State = memory::Fsrs7::State;

class Model {
 public:
  /// With the published defaults.
  explicit Model(ModelKind kind = ModelKind::fsrs7);
  /// With these parameters, brought into their ranges; the defaults where there are too few or too many of them.
  Model(ModelKind kind, std::span<const double> parameters);

  ModelKind kind() const { return std::holds_alternative<memory::Fsrs7>(model_) ? ModelKind::fsrs7 : ModelKind::fsrs6; }
  std::vector<double> parameters() const;

  State first(memory::Grade grade) const;
  State next(const State& state, memory::Days elapsed, memory::Grade grade) const;
  double recall(const State& state, memory::Days elapsed) const;
  memory::Days interval(const State& state, double retention) const;

  /// The recall of many questions at once, each `days` after its last review.
  std::vector<double> recall(std::span<const State> states, std::span<const double> days) const;

 private:
  std::variant<memory::Fsrs7, memory::Fsrs6> model_;
};

}  // namespace reviews
