#pragma once
// One evaluation of an expression.

#include <algorithm>
#include <array>
#include <string>

#include "expression/code.h"

namespace expression {

class Evaluation {
 public:
  Evaluation(const Code& code, const Inputs& inputs)
      : code_(code),
        inputs_(inputs),
        all_(inputs.budget == nullptr ? code.limits.steps : std::min(code.limits.steps, *inputs.budget)),
        left_(all_) {}
  Evaluation(const Evaluation&) = delete;
  Evaluation& operator=(const Evaluation&) = delete;
  ~Evaluation() {
    if (inputs_.budget != nullptr) *inputs_.budget -= all_ - left_;
  }

  /// NaN when it took more steps than allowed.
  double number();
  std::string word();

 private:
  double number_of(std::uint32_t node);
  double less(double a, double b, bool or_equal) const;
  double loop(const Node& node);
  double over(const Node& node);
  double of_series(const Node& node);
  double column(const Node& node) const;
  std::string word_of(std::uint32_t node);
  bool condition(std::uint32_t node) { return is_true(number_of(node)); }

  struct Row {
    const Table* table = nullptr;
    std::size_t row = 0;
  };

  const Code& code_;
  const Inputs& inputs_;
  const std::int64_t all_;
  std::int64_t left_;
  std::array<double, most_loops> locals_{};
  std::array<Row, most_loops> rows_;
};

}  // namespace expression
