#pragma once
// The names that an expression may use, and what they stand for while it is evaluated.

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace expression {

enum class Type : std::uint8_t { number, word };

/// A column of a data set, by the name that expressions call it.
struct ColumnName {
  std::string name;
  Type type = Type::number;
};

/// What names mean, by kind. Each kind counts its slots from 0 in the order of declaration; `Inputs` holds the values by slot.
class Symbols {
 public:
  enum class Kind : std::uint8_t { number, word, series, table };

  struct Symbol {
    Kind kind = Kind::number;
    std::size_t slot = 0;  ///< among the symbols of its kind
  };

  /// Declares a name and returns its slot. A name declared before stands for the new thing from now on; its slot stays taken.
  std::size_t add_number(std::string name);
  std::size_t add_word(std::string name);
  /// A curve over something, for `at(name, t)`.
  std::size_t add_series(std::string name);
  /// A data set, for `sum_over(name, …)`; its columns are names inside of that only.
  std::size_t add_table(std::string name, std::vector<ColumnName> columns);

  /// Calls the number in a slot by another name.
  void rename_number(std::size_t slot, std::string name);

  /// Numbers and series may share a name: where a series is wanted the series is meant, elsewhere the number.
  std::optional<Symbol> find(std::string_view name) const;
  std::optional<Symbol> find_series(std::string_view name) const;

  const std::vector<ColumnName>& columns(std::size_t table) const { return tables_[table]; }
  /// The data set that has a column of this name, or empty; for messages.
  std::string table_with(std::string_view column) const;
  std::vector<std::string> names() const;

  std::size_t numbers() const { return numbers_; }
  std::size_t words() const { return words_; }
  std::size_t series() const { return series_count_; }
  std::size_t tables() const { return tables_.size(); }

 private:
  std::map<std::string, Symbol, std::less<>> symbols_;
  std::map<std::string, std::size_t, std::less<>> series_;
  std::vector<std::vector<ColumnName>> tables_;
  std::size_t numbers_ = 0;
  std::size_t words_ = 0;
  std::size_t series_count_ = 0;
};

/// Points of a curve: y over rising x. Where `x` is empty they are evenly spaced: y[i] at from + i * step.
struct Series {
  std::span<const double> y;
  std::span<const double> x;
  double from = 0;
  double step = 1;
};

struct Column {
  std::span<const double> numbers;     ///< NaN where a number is missing
  std::span<const std::string> words;  ///< of a column of words
};

struct Table {
  std::size_t rows = 0;
  std::span<const Column> columns;  ///< each with `rows` values of its type
};

/// The values of all symbols, by kind and slot; what they point to must outlive the evaluation. May hold more than is
/// declared; what it lacks is NaN, "", and an empty series or table.
struct Inputs {
  std::span<const double> numbers;
  std::span<const std::string> words;
  std::span<const Series> series;
  std::span<const Table> tables;
  /// Steps that several evaluations share; each takes its own from it, and when none is left gives NaN. May be nullptr.
  std::int64_t* budget = nullptr;
};

/// y at x, linear between the points; NaN outside of them.
double value_at(const Series& series, double x);

/// The first x at which the curve has the level or passes it, linear between the points; NaN when it never does.
double first_reach(const Series& series, double level);

/// Other than 0 and NaN.
bool is_true(double number);

/// Whether a word can be the name of a symbol: a letter or "_", then letters, digits and "_" (letters of any script), at most
/// 80 bytes, and not one of the words of the language itself ("and", "or", "not", "true", "false").
bool is_name(std::string_view word);

}  // namespace expression
