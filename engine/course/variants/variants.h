#pragma once
// Inside course: what the variants of one question are made from.

#include <map>
#include <memory>
#include <memory_resource>
#include <optional>
#include <string>
#include <vector>

#include "course/reading/steps.h"
#include "course/variant.h"
#include "course/variants/filled_text.h"
#include "course/variants/variable.h"

namespace course {

/// Immutable once its question is read; shared by all copies of it. Owns a copy of the question's part of the file, so that a
/// variant is made by reading that again with values in it, whatever the question's kind.
class Variants {
 public:
  /// Reads `vars` and `where` of a question and all expressions in it. Null where something is wrong, which is reported.
  static std::shared_ptr<Variants> read(Reader& reader, const Node& step);

  const expression::Symbols& symbols() const { return symbols_; }
  const Surroundings& around() const { return around_; }
  const Node& where() const { return where_node_; }

  /// How many ways there are to draw, before `where`; at most 2^62.
  std::uint64_t combinations() const;
  /// The values that a seed draws: the first of at most 10,000 draws for which every condition holds; empty when none does.
  std::optional<Values> draw(std::uint64_t seed) const;
  /// `draw`, or where that finds nothing what seed 0 draws, which was found when the question was read.
  Values values(std::uint64_t seed) const;
  std::vector<DrawnValue> named(const Values& values) const;

  /// Reads the question with these values in it. What is wrong with it goes to the reader's diagnostics.
  Question make(Reader& reader, const Values& values) const;
  /// The same for the first time: notes how the texts are translated, for all times after.
  Question make_first(StepContext& context, const Values& values);

  /// The text of `ask` alone.
  std::string ask(const Values& values) const;

  // For the reader while it reads a variant; texts are told apart by where they begin in the file.

  /// What the file has there, where it has an expression; empty elsewhere.
  std::optional<std::string_view> written(std::uint32_t offset) const;
  Marks marks(std::uint32_t offset) const;
  std::string shown(std::uint32_t offset, const Values& values) const;
  /// The translation of a text without an expression, or nullptr.
  const std::string* translated(std::uint32_t offset) const;
  /// Takes a translation for the text there. One that cannot be used is passed over; `check` reports it.
  void translate(std::uint32_t offset, const std::string& translation);

 private:
  struct Text {
    std::string_view written;
    Marks marks = Marks::braces;
    Use use = Use::value;
    FilledText filled;
    std::optional<FilledText> translated;
  };

  Question read_with(StepContext& context, const Values& values, Variants* translations) const;
  Node copy(Reader& reader, const Node& node, Marks marks, Use use);
  Node fill(const Node& node, const Values& values, std::pmr::memory_resource& arena) const;
  std::string_view keep(std::string_view words);
  void read_vars(Reader& reader, const Node& vars);
  void read_where(Reader& reader, const Node& where);
  void copy_step(Reader& reader, const Node& step);
  void check_used(Reader& reader, const Node& vars) const;
  bool report_bad(Reader& reader, const Values& values) const;
  bool all_hold(const Values& values) const;

  std::pmr::monotonic_buffer_resource arena_;
  Surroundings around_;
  expression::Symbols symbols_;
  std::vector<Variable> variables_;
  std::map<std::string, std::string> shown_words_;
  std::vector<expression::Program> where_;
  Node where_node_;
  Node step_;
  decltype(StepContext::explorables) explorables_;  ///< that stand before the question
  std::string first_ask_;
  std::map<std::uint32_t, Text> texts_;              ///< those with an expression
  std::map<std::uint32_t, std::string> translated_;  ///< the others that the catalogue has
  Values first_;
};

/// A variant while it is read.
struct Filling {
  const Variants& variants;
  const Values& values;
  Variants* translations = nullptr;  ///< takes the translations that are found, the first time
};

}  // namespace course
