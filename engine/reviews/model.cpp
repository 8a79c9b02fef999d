#include "reviews/model.h"

#include "memory/many.h"

namespace reviews {
namespace {

std::variant<memory::Fsrs7, memory::Fsrs6> made(ModelKind kind, std::span<const double> parameters) {
  if (kind == ModelKind::fsrs6) {
    const auto read = memory::Fsrs6::read(parameters);
    return read ? memory::Fsrs6(*read) : memory::Fsrs6();
  }
  const auto read = memory::Fsrs7::read(parameters);
  return read ? memory::Fsrs7(*read) : memory::Fsrs7();
}

memory::Fsrs6::State short_of(const State& state) { return {state.stability, state.difficulty}; }
State long_of(const memory::Fsrs6::State& state) { return {state.stability, 0, state.difficulty}; }

}  // namespace

const char* name_of(ModelKind kind) { return kind == ModelKind::fsrs6 ? "fsrs6" : "fsrs7"; }

ModelKind model_kind(std::string_view name) { return name == "fsrs6" ? ModelKind::fsrs6 : ModelKind::fsrs7; }

Model::Model(ModelKind kind) : Model(kind, {}) {}

Model::Model(ModelKind kind, std::span<const double> parameters) : model_(made(kind, parameters)) {}

std::vector<double> Model::parameters() const {
  return std::visit(
      [](const auto& model) {
        const auto& w = model.parameters();
        return std::vector<double>(w.begin(), w.end());
      },
      model_);
}

State Model::first(memory::Grade grade) const {
  if (const auto* six = std::get_if<memory::Fsrs6>(&model_)) return long_of(six->first(grade));
  return std::get<memory::Fsrs7>(model_).first(grade);
}

State Model::next(const State& state, memory::Days elapsed, memory::Grade grade) const {
  if (const auto* six = std::get_if<memory::Fsrs6>(&model_)) return long_of(six->next(short_of(state), elapsed, grade));
  return std::get<memory::Fsrs7>(model_).next(state, elapsed, grade);
}

double Model::recall(const State& state, memory::Days elapsed) const {
  if (const auto* six = std::get_if<memory::Fsrs6>(&model_)) return six->recall(short_of(state), elapsed);
  return std::get<memory::Fsrs7>(model_).recall(state, elapsed);
}

memory::Days Model::interval(const State& state, double retention) const {
  if (const auto* six = std::get_if<memory::Fsrs6>(&model_)) return six->interval(short_of(state), retention);
  return std::get<memory::Fsrs7>(model_).interval(state, retention);
}

std::vector<double> Model::recall(std::span<const State> states, std::span<const double> days) const {
  std::vector<double> recall(states.size());
  if (const auto* six = std::get_if<memory::Fsrs6>(&model_)) {
    memory::ManyStates6 many;
    for (const State& state : states) {
      many.stability.push_back(state.stability);
      many.difficulty.push_back(state.difficulty);
    }
    memory::recall(*six, many, days, recall);
  } else {
    memory::ManyStates7 many;
    for (const State& state : states) {
      many.stability.push_back(state.stability);
      many.short_stability.push_back(state.short_stability);
      many.difficulty.push_back(state.difficulty);
    }
    memory::recall(std::get<memory::Fsrs7>(model_), many, days, recall);
  }
  return recall;
}

}  // namespace reviews
