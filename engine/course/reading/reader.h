#pragma once
// Reads the values of one file: checks each against its key's shape, translates texts, and reports what does not fit.

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/diagnostic.h"
#include "base/id.h"
#include "course/ids.h"
#include "course/load.h"
#include "course/reading/key.h"
#include "course/reading/known.h"
#include "course/reading/words.h"
#include "course/yaml/source_file.h"
#include "course/yaml/tree.h"
#include "text/catalogue.h"

namespace course {

class WantedChanges;
class Variants;
struct Declared;
struct Filling;

/// What the readers of all files of a course share; outlives them.
struct Surroundings {
  std::filesystem::path folder;
  Limits limits;
  Known known;
  const text::Catalogue* translation = nullptr;                 ///< null: texts stay in the course's first language
  std::string language;                                         ///< that texts are shown in
  bool thorough = false;                                        ///< also look for what `check` alone reports
  const std::map<std::string, std::string>* instead = nullptr;  ///< texts that take the place of files, by name
  WantedChanges* wanted = nullptr;  ///< takes what can be mended without asking, where somebody wants to know
};

/// A text that learners see, as the file has it.
struct TextUse {
  std::string_view text;
  std::uint32_t offset = 0;
  Form form = Form::text;
  const Variants* variants = nullptr;  ///< of the question whose values stand in it
};

class Reader {
 public:
  /// `context` is what translations of this file's texts may be told apart by: the lesson's id.
  Reader(const SourceFile& file, const Surroundings& around, base::Diagnostics& diagnostics, std::string context = {});

  const SourceFile& file() const { return file_; }
  const Surroundings& around() const { return around_; }
  bool thorough() const { return around_.thorough; }
  int errors() const { return errors_; }
  base::Diagnostics& diagnostics() { return diagnostics_; }

  // Values. What does not fit is reported and leaves `into` as it was.
  void value(const Key& key, const Node& node, std::string& into);
  void value(const Key& key, const Node& node, int& into);
  void value(const Key& key, const Node& node, double& into);
  void value(const Key& key, const Node& node, std::optional<double>& into);
  void value(const Key& key, const Node& node, bool& into);
  void value(const Key& key, const Node& node, std::vector<std::string>& into);

  template <class Tag>
  void value(const Key& key, const Node& node, base::Id<Tag>& into) {
    if (const auto id = read_id(key, node)) into = base::Id<Tag>(*id);
  }
  template <class Tag>
  void value(const Key& key, const Node& node, std::vector<base::Id<Tag>>& into) {
    each(key, node, [&](const Node& item) {
      if (const auto id = read_id(key, item)) into.emplace_back(*id);
    });
  }
  /// An enumeration whose values stand in the order of the shape's words.
  template <class Enum>
  requires std::is_enum_v<Enum>
  void value(const Key& key, const Node& node, Enum& into) {
    if (const auto index = read_word(key, node)) into = static_cast<Enum>(*index);
  }

  /// Calls `read` with each item of a list, or with the value itself where it stands alone.
  template <class Read>
  void each(const Key& key, const Node& node, Read read) {
    if (node.is_null()) return wrong(key, node);
    if (!node.is_list()) return read(node);
    for (std::uint32_t i = 0; i < node.size(); ++i) read(node.item(i));
  }

  /// The words of a scalar that must not be empty; reports what else it is.
  std::optional<std::string_view> scalar(const Key& key, const Node& node);
  /// A number as files write them: digits, '.' as decimal mark, maybe an exponent.
  static std::optional<double> number(std::string_view words);
  /// A text in the learner's language. Markdown's links and notes are checked and noted. `read`: as in Shape.
  std::string shown(std::string_view words, const Node& node, Form form, double read = 1);
  /// The variant of a question that is read from now on, whose values stand in its texts; null for none.
  void set_filling(const Filling* filling) { filling_ = filling; }
  bool filling() const { return filling_ != nullptr; }
  /// Notes that a source is mentioned; lessons number sources in this order.
  void mention(std::string_view source);

  // Reports.
  base::Diagnostic& error(std::string rule, base::Span span, base::Message message, base::Message remedy = {});
  base::Diagnostic& warning(std::string rule, base::Span span, base::Message message, base::Message remedy = {});
  base::Diagnostic& error(std::string rule, const Node& node, base::Message message, base::Message remedy = {}) {
    return error(std::move(rule), span(node), std::move(message), std::move(remedy));
  }
  base::Diagnostic& warning(std::string rule, const Node& node, base::Message message, base::Message remedy = {}) {
    return warning(std::move(rule), span(node), std::move(message), std::move(remedy));
  }
  /// Notes a number with a decimal comma, which `check --fix` can mend.
  void note_comma(const Node& node);
  /// “key” should be …; found ….
  void wrong(const Key& key, const Node& node);
  base::Span span(const Node& node) const { return file_.value_span(node.offset(), node.text().size()); }
  base::Related place(const Node& node, base::Message message) const {
    return {file_.name(), span(node), std::move(message)};
  }

  // What reading has gathered.
  const std::vector<SourceId>& mentioned() const { return mentioned_; }
  const std::vector<TextUse>& texts() const { return texts_; }
  double text_bytes() const { return text_bytes_; }
  /// The heading that the Markdown read last opens with, or empty.
  const std::string& heading() const { return heading_; }

 private:
  std::optional<std::string_view> read_id(const Key& key, const Node& node);
  std::optional<std::size_t> read_word(const Key& key, const Node& node);
  std::optional<double> read_number(const Key& key, const Node& node);
  void check_known(const Declared& declared, std::string_view id, const Node& node, std::string_view written);
  void check_written(std::string_view words, const Node& node, Form form);
  void check_references(const std::string& markdown, bool translated, const Node& node);
  void check_link(const std::string& target, const Node& node);
  void check_formula(const std::string& tex, const Node& node);
  base::Diagnostic& report(base::Diagnostic diagnostic);

  const SourceFile& file_;
  const Surroundings& around_;
  base::Diagnostics& diagnostics_;
  std::string context_;
  int errors_ = 0;
  std::size_t reports_ = 0;
  base::Diagnostic surplus_;
  std::vector<SourceId> mentioned_;
  std::unordered_set<std::string> mentioned_set_;
  std::vector<TextUse> texts_;
  double text_bytes_ = 0;
  std::string heading_;
  const Filling* filling_ = nullptr;
};

}  // namespace course
