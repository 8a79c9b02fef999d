#include "expression/evaluate.h"

#include <cmath>
#include <limits>

namespace expression {
namespace {

/// Sums, counts and extremes as values come in.
class Folder {
 public:
  explicit Folder(Fold fold) : fold_(fold), value_(fold == Fold::product ? 1 : 0) {}

  void take(double value) {
    switch (fold_) {
      case Fold::sum:
      case Fold::mean: value_ += value; break;
      case Fold::product: value_ *= value; break;
      case Fold::count: value_ += is_true(value); break;
      // A NaN stays: nothing is less than it, and what is not less does not replace it.
      case Fold::least: value_ = count_ == 0 || std::isnan(value) || value < value_ ? value : value_; break;
      case Fold::greatest: value_ = count_ == 0 || std::isnan(value) || value > value_ ? value : value_; break;
    }
    ++count_;
  }

  double result() const {
    if (fold_ == Fold::mean) return count_ == 0 ? none : value_ / static_cast<double>(count_);
    const bool extreme = fold_ == Fold::least || fold_ == Fold::greatest;
    return extreme && count_ == 0 ? none : value_;
  }

 private:
  Fold fold_;
  double value_;
  std::int64_t count_ = 0;
};

}  // namespace

bool is_true(double number) { return number != 0 && !std::isnan(number); }

double Evaluation::number() {
  if (code_.nodes[code_.root].type == Type::word) return none;
  const double value = number_of(code_.root);
  return left_ > 0 ? value : none;
}

std::string Evaluation::word() {
  std::string value = word_of(code_.root);
  return left_ > 0 ? value : std::string();
}

double Evaluation::number_of(std::uint32_t index) {
  if (left_ <= 0) return none;
  --left_;
  const Node& node = code_.nodes[index];
  const auto first = [&] { return number_of(node.of[0]); };
  const auto second = [&] { return number_of(node.of[1]); };
  switch (node.op) {
    case Op::constant: return node.number;
    case Op::number: return node.slot < inputs_.numbers.size() ? inputs_.numbers[node.slot] : none;
    case Op::local: return locals_[node.slot];
    case Op::column: return column(node);
    case Op::minus: return -first();
    case Op::negate: return !condition(node.of[0]);
    case Op::add: return first() + second();
    case Op::subtract: return first() - second();
    case Op::multiply: return first() * second();
    case Op::divide: return first() / second();
    case Op::remainder: return remainder(first(), second());
    case Op::power: return std::pow(first(), second());
    case Op::less: return less(first(), second(), false);
    case Op::less_equal: return less(first(), second(), true);
    case Op::equal: return near(first(), second());
    case Op::unequal: {
      const double a = first(), b = second();
      return !std::isnan(a) && !std::isnan(b) && !near(a, b);
    }
    case Op::word_equal:
    case Op::word_unequal: return (word_of(node.of[0]) == word_of(node.of[1])) == (node.op == Op::word_equal);
    case Op::both: return condition(node.of[0]) && condition(node.of[1]);
    case Op::either: return condition(node.of[0]) || condition(node.of[1]);
    case Op::choose: return number_of(condition(node.of[0]) ? node.of[1] : node.of[2]);
    case Op::call1: return node.function->one(first());
    case Op::call2: {
      const double a = first();
      return node.function->two(a, second());
    }
    case Op::call3: {
      const double a = first(), b = second();
      return node.function->three(a, b, number_of(node.of[2]));
    }
    case Op::loop: return loop(node);
    case Op::over: return over(node);
    case Op::at:
    case Op::last:
    case Op::highest:
    case Op::lowest:
    case Op::reached: return of_series(node);
    default: return none;  // a word, which the types keep from here
  }
}

double Evaluation::less(double a, double b, bool or_equal) const {
  if (near(a, b)) return or_equal;
  return a < b;
}

double Evaluation::column(const Node& node) const {
  const Row& at = rows_[node.level];
  if (node.slot >= at.table->columns.size()) return none;
  const auto& numbers = at.table->columns[node.slot].numbers;
  return at.row < numbers.size() ? numbers[at.row] : none;
}

double Evaluation::loop(const Node& node) {
  const double from = number_of(node.of[0]), to = number_of(node.of[1]);
  const double rounds = std::floor(to - from + 1e-9) + 1;
  if (!(rounds <= static_cast<double>(code_.limits.rounds))) return none;
  Folder folder(node.fold);
  for (std::int64_t i = 0; i < static_cast<std::int64_t>(rounds) && left_ > 0; ++i) {
    locals_[node.slot] = from + static_cast<double>(i);
    folder.take(number_of(node.of[2]));
  }
  return folder.result();
}

double Evaluation::over(const Node& node) {
  Folder folder(node.fold);
  if (node.slot >= inputs_.tables.size()) return folder.result();
  const Table& table = inputs_.tables[node.slot];
  for (std::size_t row = 0; row < table.rows && left_ > 0; ++row) {
    rows_[node.level] = {&table, row};
    const double value = number_of(node.of[0]);
    if (!std::isnan(value)) folder.take(value);
  }
  return folder.result();
}

double Evaluation::of_series(const Node& node) {
  const Series series = node.slot < inputs_.series.size() ? inputs_.series[node.slot] : Series{};
  switch (node.op) {
    case Op::at: return value_at(series, number_of(node.of[0]));
    case Op::last: return series.y.empty() ? none : series.y.back();
    case Op::reached:
      left_ -= static_cast<std::int64_t>(series.y.size());
      return first_reach(series, number_of(node.of[0]));
    default: break;
  }
  left_ -= static_cast<std::int64_t>(series.y.size());
  Folder folder(node.op == Op::highest ? Fold::greatest : Fold::least);
  for (const double y : series.y) {
    if (!std::isnan(y)) folder.take(y);
  }
  return folder.result();
}

std::string Evaluation::word_of(std::uint32_t index) {
  if (left_ <= 0) return {};
  --left_;
  const Node& node = code_.nodes[index];
  switch (node.op) {
    case Op::word_constant:
      left_ -= static_cast<std::int64_t>(code_.words[node.slot].size() / 32);
      return code_.words[node.slot];
    case Op::word: return node.slot < inputs_.words.size() ? inputs_.words[node.slot] : std::string();
    case Op::word_column: {
      const Row& at = rows_[node.level];
      if (node.slot >= at.table->columns.size() || at.row >= at.table->columns[node.slot].words.size()) return {};
      return at.table->columns[node.slot].words[at.row];
    }
    case Op::choose: return word_of(condition(node.of[0]) ? node.of[1] : node.of[2]);
    case Op::join: {
      std::string left = word_of(node.of[0]);
      left += word_of(node.of[1]);
      return left;
    }
    case Op::word_of: return to_word(number_of(node.of[0]));
    case Op::fixed: {
      const double number = number_of(node.of[0]), decimals = number_of(node.of[1]);
      return fixed_word(number, decimals >= 0 && decimals <= 15 ? static_cast<int>(decimals) : 0);
    }
    default: return {};
  }
}

}  // namespace expression
