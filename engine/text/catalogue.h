#pragma once
// gettext catalogues in their text form (.po): read, looked up, plural forms. One reader for the program's own words and
// for courses. GNU's own library is GPL and is not used.

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/message.h"
#include "text/plural.h"

namespace text {

/// One message of a catalogue.
struct Message {
  std::string source;
  std::string context;             ///< may be empty
  std::vector<std::string> forms;  ///< the translation; several where the message counts something
  std::uint32_t line = 0;          ///< of its msgid
  bool fuzzy = false;              ///< stale, and not shown
};

/// One language's translations; immutable once read, safe to share between threads.
class Catalogue {
 public:
  /// Reads a whole .po file. Mistakes are reported with their line and the rest is still read; fuzzy, empty and obsolete messages are
  /// left out of look-ups. `file` names it in diagnostics.
  static Catalogue parse(std::string_view po, const std::string& file, base::Diagnostics& diagnostics);

  /// The translation of `source` in `context`, else of `source` without context, else nullptr. The pointer lives as long as the catalogue.
  const std::string* find(std::string_view source, std::string_view context = {}) const;

  /// The plural form for `count`, or nullptr.
  const std::string* find_plural(std::string_view source, std::uint64_t count) const;

  /// How many messages are translated, and how many are marked fuzzy.
  std::size_t size() const { return translated_; }
  std::size_t fuzzy() const { return fuzzy_; }

  /// The message for the source, whatever its state; first in the context, then without. nullptr when there is none.
  const Message* message(std::string_view source, std::string_view context = {}) const;
  /// True when there is a message for the source but it is marked fuzzy (stale).
  bool is_fuzzy(std::string_view source, std::string_view context = {}) const;

  /// All messages in the order of the file, without the header.
  const std::vector<Message>& messages() const { return messages_; }

 private:
  friend class CatalogueReader;

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
  };

  const Message* exactly(std::string_view key) const;

  std::vector<Message> messages_;
  std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> index_;  ///< key: source, or context '\4' source
  bool has_contexts_ = false;
  std::size_t translated_ = 0;
  std::size_t fuzzy_ = 0;
  PluralRule plural_;
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
  /// The form for `count`, in which `{n}` becomes the count with the language's grouping of digits.
  std::string trn(std::string_view one, std::string_view many, std::uint64_t count) const;
  /// A message in words: its template translated, then its values put in.
  std::string say(const base::Message& message) const;

 private:
  std::string language_ = "en";
  std::shared_ptr<const Catalogue> catalogue_;
};

/// Replaces `{name}` by its value; unknown names stay as they are, so that a wrong translation shows.
std::string fill(std::string_view text, std::initializer_list<std::pair<std::string_view, std::string>> values);

}  // namespace text
