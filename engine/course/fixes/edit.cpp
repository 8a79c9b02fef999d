#include "course/fixes/edit.h"

#include <algorithm>
#include <unordered_map>

#include "course/fixes/shape.h"
#include "course/reading/tables.h"
#include "course/yaml/source_file.h"

namespace course {
namespace {

using base::msg;

constexpr auto npos = std::string_view::npos;

/// Bytes of the file that become others.
struct Patch {
  std::size_t at = 0;
  std::size_t bytes = 0;
  std::string with;
  const Wanted* wanted = nullptr;
};

std::size_t line_start(std::string_view text, std::size_t at) {
  const std::size_t before = at == 0 ? npos : text.rfind('\n', at - 1);
  return before == npos ? 0 : before + 1;
}

/// Where a line's words end: before its "\n" or "\r\n".
std::size_t line_end(std::string_view text, std::size_t at) {
  std::size_t end = std::min(text.find('\n', at), text.size());
  if (end > at && text[end - 1] == '\r') --end;
  return end;
}

/// The last line that belongs to a plain text or a block text beginning at `at`, in a map whose keys stand in `column`.
std::size_t last_line_of(std::string_view text, std::size_t at, std::size_t column, bool block) {
  std::size_t last = at;
  for (std::size_t next = text.find('\n', at); next != npos; next = text.find('\n', next)) {
    const std::size_t first = text.find_first_not_of(' ', ++next);
    if (first == npos) break;
    if (text[first] == '\n' || text[first] == '\r') continue;
    const bool comment = !block && text[first] == '#';
    if (first - next <= column || comment) break;
    last = next;
  }
  return last;
}

/// Where a line can be put behind the value that begins at `at`.
std::size_t end_of_value(std::string_view text, std::size_t at, std::size_t column) {
  const char first = text[at];
  if (first == '"' || first == '\'') return line_end(text, std::min(quote_end(text, at), text.size()));
  return line_end(text, last_line_of(text, at, column, first == '|' || first == '>'));
}

std::optional<Patch> patch_id(std::string_view text, const Node& step, const Wanted& wanted) {
  if (is_flow(text, step)) return Patch{wanted.offset, 0, "id: " + wanted.with + ", ", &wanted};
  const std::size_t start = line_start(text, wanted.offset);
  const std::size_t column = wanted.offset - start;
  const std::uint32_t value = step.find("ask")->offset();
  // A tab or a key in another notation before `ask`: the column is not known.
  if (text.substr(start, column).find_first_not_of(" -") != npos || value >= text.size()) return std::nullopt;
  const std::size_t end = end_of_value(text, value, column);
  const bool crlf = end < text.size() && text[end] == '\r';
  return Patch{end, 0, (crlf ? "\r\n" : "\n") + std::string(column, ' ') + "id: " + wanted.with, &wanted};
}

std::optional<Patch> patch_word(std::string_view text, const Wanted& wanted) {
  if (text.substr(std::min<std::size_t>(wanted.offset, text.size()), wanted.was.size()) != wanted.was)
    return std::nullopt;
  return Patch{wanted.offset, wanted.was.size(), wanted.with, &wanted};
}

/// The questions of a lesson, by the place of their key `ask`.
std::unordered_map<std::uint32_t, const Node*> steps_of(const Node& root) {
  std::unordered_map<std::uint32_t, const Node*> steps;
  const Node* list = root.find("steps");
  for (std::uint32_t i = 0; list != nullptr && list->is_list() && i < list->size(); ++i) {
    const Node& step = list->item(i);
    for (std::uint32_t k = 0; step.is_map() && k < step.size(); ++k) {
      if (step.key(k).text() == "ask") steps.emplace(step.key(k).offset(), &step);
    }
  }
  return steps;
}

std::vector<Patch> patches_of(std::string_view text, const Node& root, const std::vector<Wanted>& wanted) {
  const auto steps = steps_of(root);
  std::vector<Patch> patches;
  for (const Wanted& one : wanted) {
    const auto step = steps.find(one.offset);
    std::optional<Patch> patch;
    if (one.kind != Wanted::Kind::id) {
      patch = patch_word(text, one);
    } else if (step != steps.end() && !one.twice) {
      patch = patch_id(text, *step->second, one);
    }
    if (patch) patches.push_back(std::move(*patch));
  }
  std::sort(patches.begin(), patches.end(), [](const Patch& a, const Patch& b) { return a.at < b.at; });
  return patches;
}

std::string patched(std::string_view text, const std::vector<Patch>& patches) {
  std::string out;
  std::size_t from = 0;
  for (const Patch& patch : patches) {
    out += text.substr(from, patch.at - from);
    out += patch.with;
    from = patch.at + patch.bytes;
  }
  out += text.substr(from);
  return out;
}

std::optional<std::string> shape_of(const std::string& name, std::string text, const YamlLimits& limits) {
  base::Diagnostics findings;
  const SourceFile file(name, std::move(text));
  const auto tree = parse_yaml(file, limits, findings);
  if (!tree || base::has_errors(findings)) return std::nullopt;
  return shape_with(tree->root(), {});
}

std::vector<Change> changes_of(const SourceFile& file, const std::vector<Patch>& patches) {
  std::vector<Change> all;
  const std::string_view text = file.text();
  for (const Patch& patch : patches) {
    const std::size_t start = line_start(text, patch.at), end = line_end(text, patch.at);
    Change change{file.name(), file.span(patch.at, 1).line, patch.wanted->reason, {}, {}};
    if (patch.with.find('\n') != npos) {
      ++change.line;
      change.added = patch.with.substr(patch.with.find('\n') + 1);
    } else {
      change.removed = text.substr(start, end - start);
      change.added = change.removed;
      change.added.replace(patch.at - start, patch.bytes, patch.with);
    }
    all.push_back(std::move(change));
  }
  return all;
}

/// One file being mended.
class Editor {
 public:
  Editor(const SourceFile& file, const Tree& tree, const YamlLimits& limits)
      : file_(file), tree_(tree), limits_(limits) {}

  /// All at once where that works, else one by one.
  Edited apply(const std::vector<Wanted>& wanted) {
    std::vector<Patch> patches = patches_of(file_.text(), tree_.root(), wanted);
    if (!holds(patches)) patches = those_that_hold(patches);
    return {patched(file_.text(), patches), changes_of(file_, patches)};
  }

 private:
  /// True when the file then says what it said, but for the changes.
  bool holds(const std::vector<Patch>& patches) const {
    std::vector<Wanted> wanted;
    for (std::size_t i = 0; i < patches.size(); ++i) {
      if (i > 0 && patches[i].at < patches[i - 1].at + patches[i - 1].bytes) return false;
      wanted.push_back(*patches[i].wanted);
    }
    const auto shape = shape_of(file_.name(), patched(file_.text(), patches), limits_);
    return shape && *shape == shape_with(tree_.root(), wanted);
  }

  std::vector<Patch> those_that_hold(const std::vector<Patch>& patches) const {
    constexpr std::size_t most = 50;  // each costs a parse of the file
    std::vector<Patch> good;
    for (std::size_t i = 0; i < std::min(most, patches.size()); ++i) {
      good.push_back(patches[i]);
      if (!holds(good)) good.pop_back();
    }
    return good;
  }

  const SourceFile& file_;
  const Tree& tree_;
  const YamlLimits& limits_;
};

/// The text with `width` spaces for each tab in front of lines that begin with one; comments stay as they are.
Edited with_spaces(const SourceFile& file, std::size_t width) {
  Edited edited;
  const std::string_view text = file.text();
  std::uint32_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = std::min(text.find('\n', at), text.size() - 1) + 1;
    const std::string_view line = text.substr(at, next - at);
    const std::size_t words = std::min(line.find_first_not_of(" \t"), line.size());
    ++number;
    at = next;
    const bool empty = words == line.size() || std::string_view("\r\n#").find(line[words]) != npos;
    if (empty || line[0] != '\t') {
      edited.text += line;
      continue;
    }
    std::string spaces;
    for (const char c : line.substr(0, words)) spaces.append(c == '\t' ? width : 1, ' ');
    const std::size_t end = line_end(line, 0);
    edited.text += spaces + std::string(line.substr(words));
    edited.changes.push_back({file.name(), number, msg("a line is indented with spaces, not with tabs"),
                              std::string(line.substr(0, end)), spaces + std::string(line.substr(words, end - words))});
  }
  return edited;
}

}  // namespace

Edited apply_changes(const SourceFile& file, const Tree& tree, const std::vector<Wanted>& wanted,
                     const YamlLimits& limits) {
  return Editor(file, tree, limits).apply(wanted);
}

Edited mend_cells(const SourceFile& file, const std::vector<Wanted>& wanted, const Limits& limits) {
  std::vector<Patch> patches;
  for (const Wanted& one : wanted) {
    if (auto patch = patch_word(file.text(), one)) patches.push_back(std::move(*patch));
  }
  std::sort(patches.begin(), patches.end(), [](const Patch& a, const Patch& b) { return a.at < b.at; });
  const SourceFile mended(file.name(), patched(file.text(), patches));
  base::Diagnostics findings;
  const auto before = parse_csv(file, limits, findings), after = parse_csv(mended, limits, findings);
  if (!before || !after || before->offsets != after->offsets) return {};
  return {std::string(mended.text()), changes_of(file, patches)};
}

std::optional<Edited> mend_tabs(const SourceFile& file, const YamlLimits& limits) {
  if (!file.text().starts_with('\t') && file.text().find("\n\t") == npos) return std::nullopt;
  if (shape_of(file.name(), std::string(file.text()), limits)) return std::nullopt;
  std::optional<Edited> mended;
  std::string meaning;
  for (const std::size_t width : {2, 4, 8}) {
    Edited edited = with_spaces(file, width);
    const auto shape = shape_of(file.name(), edited.text, limits);
    if (!shape) continue;
    if (mended && *shape != meaning) return std::nullopt;
    if (mended) continue;
    meaning = *shape;
    mended = std::move(edited);
  }
  return mended && !mended->changes.empty() ? std::move(mended) : std::nullopt;
}

}  // namespace course
