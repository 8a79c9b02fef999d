#include "course/reading/reader.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/utf8.h"
#include "course/fixes/wanted.h"
#include "course/reading/formulas.h"
#include "course/variants/variants.h"
#include "text/markdown.h"

namespace course {
namespace {

constexpr std::size_t most_reports = 500;

constexpr base::Template keep_headings = msg("write | behind the key, and the text indented below it");

/// A line “## …” that YAML took for a comment: between a key and its value, which is plain or missing and begins at `at`, or below it.
std::optional<std::size_t> lost_heading(std::string_view file, std::size_t at) {
  const auto word_of = [&](std::size_t line) { return std::min(file.find_first_not_of(" -", line), file.size()); };
  at = std::min(at, file.size());
  std::size_t line = at == 0 ? 0 : file.rfind('\n', at - 1) + 1;
  // What begins on a line of its own has its key above, behind comments and empty lines.
  const bool own_line = file.find_first_not_of(' ', line) >= at;
  while (own_line && line > 0) {
    line = line < 2 ? 0 : file.rfind('\n', line - 2) + 1;
    const std::size_t word = word_of(line);
    if (word < file.size() && file[word] != '#' && file[word] != '\n') break;
  }
  const std::size_t column = word_of(line) - line;
  for (line = file.find('\n', line); line != std::string_view::npos; line = file.find('\n', line)) {
    const std::size_t word = file.find_first_not_of(' ', ++line);
    if (word == std::string_view::npos) break;
    if (file[word] == '\n' || file[word] == '\r') continue;
    if (word - line <= column) break;
    const std::size_t end = file.find_first_not_of('#', word);
    if (end != std::string_view::npos && end - word >= 2 && file[end] == ' ') return word;
  }
  return std::nullopt;
}

/// “60%” as the number that it is.
std::optional<double> share_of(std::string_view words) {
  if (!words.ends_with('%')) return std::nullopt;
  const auto percent = Reader::number(base::trimmed(words.substr(0, words.size() - 1)));
  return percent ? std::optional(*percent / 100) : std::nullopt;
}

}  // namespace

/// A kind of things that course.yaml declares, and what is said of one that it does not.
struct Declared {
  IdSet Known::*ids;
  const char* rule;
  base::Template missing;
  base::Template remedy;
};

namespace {

constexpr Declared concepts{&Known::concepts, "unknown-concept", msg("no concept has the id {id}"),
                            msg("declare it under concepts in course.yaml")};
constexpr Declared modules{&Known::modules, "unknown-module", msg("no module has the id {id}"),
                           msg("declare it under modules in course.yaml")};
constexpr Declared sources{&Known::sources, "unknown-source", msg("no source has the id {id}"),
                           msg("declare it under sources in course.yaml")};

}  // namespace

Reader::Reader(const SourceFile& file, const Surroundings& around, base::Diagnostics& diagnostics, std::string context)
    : file_(file), around_(around), diagnostics_(diagnostics), context_(std::move(context)) {}

base::Diagnostic& Reader::report(base::Diagnostic diagnostic) {
  errors_ += diagnostic.severity == base::Severity::error;
  // A file of something else entirely has a mistake in every line; nobody reads all of them.
  if (++reports_ > most_reports) return surplus_ = std::move(diagnostic);
  diagnostics_.push_back(std::move(diagnostic));
  return diagnostics_.back();
}

base::Diagnostic& Reader::error(std::string rule, base::Span span, base::Message message, base::Message remedy) {
  return report(
      {base::Severity::error, std::move(rule), file_.name(), span, std::move(message), std::move(remedy), {}});
}

base::Diagnostic& Reader::warning(std::string rule, base::Span span, base::Message message, base::Message remedy) {
  return report(
      {base::Severity::warning, std::move(rule), file_.name(), span, std::move(message), std::move(remedy), {}});
}

void Reader::note_comma(const Node& node) {
  if (around_.wanted != nullptr && node.is_scalar()) around_.wanted->write_point(file_, node);
}

void Reader::wrong(const Key& key, const Node& node) {
  base::Message remedy;
  const bool is_text = key.shape.form == Form::text || key.shape.form == Form::markdown;
  if (node.is_null()) remedy = msg("fill it in, or delete the key");
  if (node.is_null() && is_text && lost_heading(file_.text(), node.offset())) remedy = keep_headings;
  if (node.is_map() && is_text) remedy = msg("a text with a colon or a brace in it goes in quotes");
  if (key.shape.form == Form::whole || key.shape.form == Form::number) {
    const bool comma = node.text().find(',') != std::string_view::npos;
    if (comma) remedy = msg("write the decimal mark as a point, and no thousands marks");
    if (const auto share = share_of(node.text())) remedy = msg("write {words}", {{"words", number_words(*share)}});
  } else if (!with_point(node.text()).empty()) {
    remedy = msg("write the decimal mark as a point: {words}", {{"words", with_point(node.text())}});
  }
  if (key.shape.form == Form::number || key.shape.form == Form::other) note_comma(node);
  if (key.shape.form == Form::one_of && node.is_scalar()) {
    remedy = did_you_mean(base::nearest(node.text(), {key.shape.words.begin(), key.shape.words.end()}));
  }
  error("wrong-value", node,
        msg("{key} should be {expected}; found {found}",
            {{"key", in_quotes(key.name)}, {"expected", expected(key.shape)}, {"found", found(node)}}),
        std::move(remedy));
}

std::optional<std::string_view> Reader::scalar(const Key& key, const Node& node) {
  if (node.is_scalar() && !node.text().empty()) return node.text();
  wrong(key, node);
  return std::nullopt;
}

std::optional<double> Reader::number(std::string_view words) {
  if (words.starts_with('+')) words.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), value);
  if (error != std::errc() || end != words.data() + words.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::optional<double> Reader::read_number(const Key& key, const Node& node) {
  const auto value = node.is_scalar() ? number(node.text()) : std::nullopt;
  const bool fits = value && *value >= key.shape.least && *value <= key.shape.most &&
                    (key.shape.form != Form::whole || *value == std::floor(*value));
  if (fits) return value;
  wrong(key, node);
  return std::nullopt;
}

void Reader::value(const Key& key, const Node& node, int& into) {
  if (const auto number = read_number(key, node)) into = static_cast<int>(*number);
}

void Reader::value(const Key& key, const Node& node, double& into) {
  if (const auto number = read_number(key, node)) into = *number;
}

void Reader::value(const Key& key, const Node& node, std::optional<double>& into) {
  if (const auto number = read_number(key, node)) into = number;
}

void Reader::value(const Key& key, const Node& node, bool& into) {
  const std::string_view words = node.text();
  const bool yes = words == "true" || words == "yes";
  if (!yes && words != "false" && words != "no") return wrong(key, node);
  into = yes;
}

void Reader::value(const Key& key, const Node& node, std::string& into) {
  const auto words = scalar(key, node);
  if (!words) return;
  const Form form = key.shape.form;
  const bool is_shown = form == Form::text || form == Form::markdown || form == Form::name;
  into = is_shown ? shown(*words, node, form, key.shape.read) : std::string(*words);
}

void Reader::value(const Key& key, const Node& node, std::vector<std::string>& into) {
  each(key, node, [&](const Node& item) {
    std::string words;
    value(key, item, words);
    if (!words.empty()) into.push_back(std::move(words));
  });
}

std::optional<std::size_t> Reader::read_word(const Key& key, const Node& node) {
  const auto words = key.shape.words;
  const auto found = std::find(words.begin(), words.end(), node.text());
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  wrong(key, node);
  return std::nullopt;
}

std::optional<std::string_view> Reader::read_id(const Key& key, const Node& node) {
  const auto words = scalar(key, node);
  if (!words) return std::nullopt;
  if (!is_id(*words)) {
    error("id", node,
          msg("{words} is no id: ids are lower-case letters, digits, - and _, at most 80",
              {{"words", in_quotes(*words)}}),
          did_you_mean(slug(*words)));
    return std::nullopt;
  }
  switch (key.shape.form) {
    case Form::concept_id: check_known(concepts, *words, node, *words); break;
    case Form::module_id: check_known(modules, *words, node, *words); break;
    case Form::source_id:
      check_known(sources, *words, node, *words);
      mention(*words);
      break;
    default: break;
  }
  return words;
}

/// `written` is what stands for the id somewhere behind the beginning of `node`.
void Reader::check_known(const Declared& declared, std::string_view id, const Node& node, std::string_view written) {
  const IdSet& ids = around_.known.*declared.ids;
  if (!around_.known.complete || ids.has(id)) return;
  const std::string near = ids.nearest(id);
  error(declared.rule, file_.words_span(node.offset(), written), msg(declared.missing, {{"id", in_quotes(id)}}),
        near.empty() ? declared.remedy : did_you_mean(near));
}

void Reader::mention(std::string_view source) {
  if (around_.known.complete && !around_.known.sources.has(source)) return;
  if (mentioned_set_.emplace(source).second) mentioned_.emplace_back(source);
}

std::string Reader::shown(std::string_view words, const Node& node, Form form, double read) {
  // A block text (|) ends with a line end that nobody means; catalogues do without.
  while (words.ends_with('\n')) words.remove_suffix(1);
  const auto written = filling_ != nullptr ? filling_->variants.written(node.offset()) : std::nullopt;
  if (written) words = *written;
  text_bytes_ += static_cast<double>(words.size()) * read;
  if (thorough()) texts_.push_back({words, node.offset(), form, written ? &filling_->variants : nullptr});
  const std::string* translation =
      around_.translation != nullptr ? around_.translation->find(words, context_) : nullptr;
  std::string shown = translation != nullptr ? *translation : std::string(words);
  if (filling_ != nullptr) {
    if (translation != nullptr && filling_->translations != nullptr) {
      filling_->translations->translate(node.offset(), *translation);
    }
    if (written) {
      shown = filling_->variants.shown(node.offset(), filling_->values);
    } else if (const std::string* known = filling_->variants.translated(node.offset())) {
      shown = *known;
    }
  }
  if (thorough() && filling_ == nullptr) check_written(words, node, form);
  if (form == Form::markdown) check_references(shown, translation != nullptr, node);
  return shown;
}

/// What the file's own letters tell: a list's dash that YAML took for a letter, and formulas that lost a backslash to it.
void Reader::check_written(std::string_view words, const Node& node, Form form) {
  const std::string_view file = file_.text();
  const std::size_t at = std::min<std::size_t>(node.offset(), file.size());
  if (node.is_plain() && lacks_space(words)) {
    const std::size_t before = at == 0 ? std::string_view::npos : file.find_last_not_of(' ', at - 1);
    if (before == std::string_view::npos || file[before] == '\n')
      warning("dash", file_.span(at, 1), msg("a dash needs a space behind it"),
              msg("write “- {words}”", {{"words", base::shortened(words.substr(1), 30)}}));
  }
  const auto heading =
      node.is_plain() && form == Form::markdown && at < file.size() && file[at] != '|' && file[at] != '>'
          ? lost_heading(file, at)
          : std::nullopt;
  if (heading)
    warning("comment", file_.span(*heading, std::min(file.find('\n', *heading), file.size()) - *heading),
            msg("YAML takes this heading for a comment, so nobody sees it"), keep_headings);
  if (form != Form::markdown || at == file.size() || file[at] != '"') return;
  for (const LostCommand& lost : lost_commands(file.substr(at, std::min(quote_end(file, at), file.size()) - at))) {
    warning("escape", file_.span(at + lost.offset, lost.name.size() + 1),
            msg("in double quotes YAML makes a sign of its own of {escape}, so the formula loses {command}",
                {{"escape", "\\" + lost.name.substr(0, 1)}, {"command", "\\" + lost.name}}),
            msg("write \\\\{command}, or put the text in single quotes", {{"command", lost.name}}));
  }
}

void Reader::check_references(const std::string& markdown, bool translated, const Node& node) {
  const text::References references = text::references(markdown);
  heading_ = references.heading;
  for (const std::string& source : references.footnotes) {
    // A translation's own mistakes have no place in this file; `check` reports them in the catalogue.
    if (!translated) check_known(sources, source, node, "[^" + source + "]");
    mention(source);
  }
  if (translated) return;
  for (const std::string& target : references.links) check_link(target, node);
  for (const std::string& formula : references.formulas) check_formula(formula, node);
}

void Reader::check_formula(const std::string& tex, const Node& node) {
  const auto wrong = formula_error(tex);
  if (!wrong) return;
  // Over several lines, or with the backslashes of a quoted text doubled, the file has it in other bytes.
  const std::size_t at = file_.text().find(tex, node.offset());
  const base::Span place =
      at == std::string_view::npos
          ? file_.words_span(node.offset(), std::string_view(tex).substr(wrong->offset, wrong->length))
          : file_.span(at + wrong->offset, wrong->length);
  error("formula", place, msg("in a formula: {found}", {{"found", wrong->found}}), wrong->remedy);
}

void Reader::check_link(const std::string& target, const Node& node) {
  constexpr std::string_view prefix = "concept:";
  if (target.starts_with(prefix)) {
    return check_known(concepts, std::string_view(target).substr(prefix.size()), node, target);
  }
  if (target.starts_with("https://") || target.starts_with("http://") || target.starts_with("mailto:")) return;
  error("link", file_.words_span(node.offset(), target),
        msg("a link leads to {target}, which is no web address", {{"target", in_quotes(target)}}),
        msg("links are https://…, http://…, mailto:… or concept:id"));
}

}  // namespace course
