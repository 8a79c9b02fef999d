#pragma once
// gettext catalogues in their text form (.po): read, looked up, plural forms. One reader for the program's own words and
// for courses. GNU's own library is GPL and is not used.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.h"

namespace text {

/// One language's translations; immutable once read, safe to share between threads.
class Catalogue {
 public:
  /// Reads a whole .po file. Mistakes are reported with their line and the rest is still read; fuzzy and obsolete entries are
  /// left out of look-ups (`fuzzy()` counts them). `file` names it in diagnostics.
  static Catalogue parse(std::string_view po, const std::string& file, base::Diagnostics& diagnostics);

  /// The translation of `source` in `context`, else of `source` without context, else nullptr. The pointer lives as long as the catalogue.
  const std::string* find(std::string_view source, std::string_view context = {}) const;

  /// The plural form for `count`, or nullptr.
  const std::string* find_plural(std::string_view source, std::uint64_t count) const;

  std::size_t size() const { return entries_.size(); }
  std::size_t fuzzy() const { return fuzzy_; }
  /// True when an entry exists for the source but is marked fuzzy (stale).
  bool is_fuzzy(std::string_view source, std::string_view context = {}) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
  };
  using Map = std::unordered_map<std::string, std::vector<std::string>, Hash, std::equal_to<>>;

  Map entries_;       ///< key: source, or context '\4' source
  Map fuzzy_entries_;
  std::size_t fuzzy_ = 0;
  std::string plural_rule_;  ///< the header's C expression in n
};

/// The program's words in the learner's language. Cheap to copy.
class Translator {
 public:
  Translator() = default;  ///< English: every text is its own translation
  Translator(std::string language, std::shared_ptr<const Catalogue> catalogue)
      : language_(std::move(language)), catalogue_(std::move(catalogue)) {}

  const std::string& language() const { return language_; }

  std::string tr(std::string_view source) const;
  /// For words that need telling apart: `trc("verb", "Check")`.
  std::string trc(std::string_view context, std::string_view source) const;
  /// `{n}` in the chosen form becomes the count in the language's digits grouping.
  std::string trn(std::string_view one, std::string_view many, std::uint64_t count) const;

 private:
  std::string language_ = "en";
  std::shared_ptr<const Catalogue> catalogue_;
};

/// Replaces `{name}` by its value; unknown names stay as they are, so that a wrong translation shows.
std::string fill(std::string text, std::initializer_list<std::pair<std::string_view, std::string>> values);

}  // namespace text
