#include <algorithm>
#include <unordered_set>

#include "course/checks/checks.h"
#include "course/questions/blanks.h"
#include "course/questions/format.h"
#include "course/reading/formulas.h"
#include "course/variants/variants.h"
#include "text/markdown.h"

namespace course {
namespace {

constexpr std::size_t most_listed = 3;

/// The texts of one file of the course.
struct FileTexts {
  const SourceFile* file;
  std::string context;
  const std::vector<TextUse>* texts;
};

std::vector<FileTexts> texts_of(const Session& session, CourseFile& course) {
  std::vector<FileTexts> files{{&session.course_yaml().source, "", &course.texts}};
  for (const LessonFile& lesson : session.lessons()) {
    if (lesson.file.tree) files.push_back({&lesson.file.source, lesson.lesson.id.str(), &lesson.texts});
  }
  return files;
}

/// Looks at one language.
class Translation {
 public:
  Translation(Session& session, const CatalogueFile& po, std::string language)
      : session_(session), po_(po), language_(std::move(language)) {}

  void check() {
    for (const FileTexts& file : texts_of(session_, session_.course_file())) check_file(file);
    report_fuzzy();
    if (all_parsed(session_)) report_left_over();
  }

 private:
  void check_file(const FileTexts& file) {
    std::unordered_set<std::string_view> seen;
    std::vector<TextUse> missing;
    for (const TextUse& use : *file.texts) {
      if (!seen.insert(use.text).second) continue;
      const text::Message* message = po_.catalogue.message(use.text, file.context);
      if (message != nullptr) used_.insert(message);
      const bool shown = message != nullptr && !message->fuzzy && !message->forms[0].empty();
      if (shown) {
        check_message(use, *message);
      } else if ((message == nullptr || !message->fuzzy) && use.form != Form::name) {
        missing.push_back(use);
      }
    }
    if (!missing.empty()) report_missing(*file.file, missing, seen.size());
  }

  void report_missing(const SourceFile& file, const std::vector<TextUse>& missing, std::size_t all) {
    const auto span = [&](const TextUse& use) { return file.value_span(use.offset, use.text.size()); };
    base::Diagnostic d{base::Severity::warning, "untranslated", file.name(), span(missing[0]), {}, {}, {}};
    d.message = msg("{count} of {all} texts of this file have no translation in {file}; the first is here",
                    {{"count", missing.size()}, {"all", all}, {"file", po_.source.name()}});
    d.remedy =
        msg("learners of “{language}” see them untranslated; add them to the catalogue", {{"language", language_}});
    for (std::size_t i = 1; i < std::min(missing.size(), most_listed); ++i) {
      d.related.push_back({file.name(), span(missing[i]), msg("another")});
    }
    session_.diagnostics().push_back(std::move(d));
  }

  /// One warning for several messages, with the places of the first.
  void report_messages(const char* rule, const std::vector<const text::Message*>& messages, base::Message message,
                       base::Message remedy) {
    if (messages.empty()) return;
    base::Diagnostic d{base::Severity::warning, rule, po_.source.name(), span(*messages[0]), std::move(message),
                       std::move(remedy),       {}};
    for (std::size_t i = 1; i < std::min(messages.size(), most_listed); ++i) {
      d.related.push_back({po_.source.name(), span(*messages[i]), msg("another")});
    }
    session_.diagnostics().push_back(std::move(d));
  }

  void report_fuzzy() {
    std::vector<const text::Message*> fuzzy;
    for (const text::Message& message : po_.catalogue.messages()) {
      if (message.fuzzy && used_.count(&message) != 0) fuzzy.push_back(&message);
    }
    report_messages("fuzzy", fuzzy,
                    msgn("{n} translation is marked fuzzy and so is not shown",
                         "{n} translations are marked fuzzy and so are not shown", fuzzy.size()),
                    msg("look through it and delete the mark “fuzzy”"));
  }

  void report_left_over() {
    // Texts of what has mistakes were not all read, and their translations are not to be deleted.
    const base::Diagnostics& found = session_.diagnostics();
    const bool broken = std::any_of(found.begin(), found.end(), [](const base::Diagnostic& d) {
      return d.severity == base::Severity::error && !d.file.ends_with(".po");
    });
    if (broken) return;
    std::vector<const text::Message*> left_over;
    for (const text::Message& message : po_.catalogue.messages()) {
      if (used_.count(&message) == 0) left_over.push_back(&message);
    }
    report_messages("left-over", left_over,
                    msgn("{n} translation belongs to no text of the course",
                         "{n} translations belong to no text of the course", left_over.size()),
                    msg("the text may have changed since: put its new words into msgid and look through the "
                        "translation, or delete it"));
  }

  /// What a translation must keep: its gaps, and links and notes that lead somewhere.
  void check_message(const TextUse& use, const text::Message& message) {
    const std::string& translated = message.forms[0];
    if (use.variants != nullptr) check_expressions(use, message);
    const bool braces = use.variants != nullptr && use.variants->marks(use.offset) == Marks::braces;
    const auto gaps = use.text.find("{{") == std::string_view::npos ? std::nullopt : count_gaps(use.text);
    if (!braces && gaps && count_gaps(translated) != gaps) {
      report(message, "{{", base::Severity::error, "translated-gaps",
             msgn("the text has {n} gap; its translation has others or breaks them",
                  "the text has {n} gaps; its translation has others or breaks them", *gaps),
             msg("translate inside of the braces and keep their number"));
    }
    if (use.form == Form::markdown) check_references(use, message);
  }

  /// A translation with an expression that cannot be used is not shown.
  void check_expressions(const TextUse& use, const text::Message& message) {
    const auto filled = FilledText::compile(message.forms[0], use.variants->marks(use.offset), use.variants->symbols());
    if (!filled) {
      const FilledText::Mistake& mistake = filled.error();
      report(message, std::string(mistake.expression), base::Severity::error, "translated-expression",
             mistake.problem.message, mistake.problem.remedy);
    } else if (!*filled) {
      report(message, "", base::Severity::warning, "translated-expression", msg("the translation lost its values"),
             msg("keep the expressions as the text has them"));
    }
  }

  void check_references(const TextUse& use, const text::Message& message) {
    const text::References source = text::references(use.text);
    const text::References target = text::references(message.forms[0]);
    const Known& known = session_.around().known;
    for (const std::string& id : target.footnotes) {
      if (!known.complete || known.sources.has(id)) continue;
      report(message, "[^" + id + "]", base::Severity::error, "unknown-source",
             msg("no source has the id {id}", {{"id", in_quotes(id)}}), did_you_mean(known.sources.nearest(id)));
    }
    for (const std::string& id : source.footnotes) {
      if (std::find(target.footnotes.begin(), target.footnotes.end(), id) != target.footnotes.end()) continue;
      report(message, "", base::Severity::warning, "translated-sources",
             msg("the translation lost the source [^{id}]", {{"id", id}}), msg("add it"));
    }
    for (const std::string& link : target.links) {
      const bool is_concept = link.starts_with("concept:");
      if (!is_concept || !known.complete || known.concepts.has(link.substr(8))) continue;
      report(message, link, base::Severity::error, "unknown-concept",
             msg("no concept has the id {id}", {{"id", in_quotes(link.substr(8))}}),
             did_you_mean(known.concepts.nearest(link.substr(8))));
    }
    for (const std::string& formula : target.formulas) {
      const auto wrong = formula_error(formula);
      if (wrong)
        report(message, formula.substr(wrong->offset, wrong->length), base::Severity::error, "formula",
               msg("in a formula: {found}", {{"found", wrong->found}}), wrong->remedy);
    }
  }

  base::Span span(const text::Message& message) const {
    return po_.source.value_span(po_.source.line_offset(message.line));
  }

  void report(const text::Message& message, const std::string& words, base::Severity severity, const char* rule,
              base::Message text, base::Message remedy) {
    const std::size_t at = po_.source.line_offset(message.line);
    const std::size_t translation = std::min(po_.source.text().find("msgstr", at), po_.source.text().size());
    const base::Span place = words.empty() ? span(message) : po_.source.words_span(translation, words);
    session_.diagnostics().push_back(
        {severity, rule, po_.source.name(), place, std::move(text), std::move(remedy), {}});
  }

  Session& session_;
  const CatalogueFile& po_;
  std::string language_;
  std::unordered_set<const text::Message*> used_;
};

}  // namespace

void check_translations(Session& session, const std::string& only) {
  if (!session.course_yaml().tree) return;
  const Node* list = session.course_yaml().tree->root().find("languages");
  const std::vector<std::string>& languages = session.course_file().course.languages;
  for (std::size_t i = 1; i < languages.size(); ++i) {
    const std::string& language = languages[i];
    if (!only.empty() && only != language) continue;
    bool missing = false;
    const auto po = session.read_catalogue(language, missing);
    if (po) Translation(session, *po, language).check();
    if (!missing) continue;
    const std::vector<Node> nodes = items_of(list);
    const auto node = std::find_if(nodes.begin(), nodes.end(), [&](const Node& n) { return n.text() == language; });
    add_finding(session.diagnostics(), base::Severity::warning, "missing-catalogue", session.course_yaml().source,
                *node,
                msg("there is no {file}, so nothing is shown in this language", {{"file", "i18n/" + language + ".po"}}),
                msg("write the catalogue, or take the language off the list"));
  }
}

}  // namespace course
