#include "course/fix.h"

#include <algorithm>
#include <set>
#include <system_error>
#include <tuple>

#include "base/files.h"
#include "course/fixes/edit.h"
#include "course/questions/format.h"
#include "course/reading/session.h"

namespace course {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// A course being mended in memory, round by round: what is mended may show what else is to be mended.
class Mending {
 public:
  Mending(const fs::path& folder, const LoadOptions& options)
      : folder_(folder), options_(options), yaml_{options.limits.yaml_depth, options.limits.yaml_nodes} {
    options_.language.clear();
  }

  Fixes plan() {
    constexpr int most_rounds = 4;
    mend_indentation();
    for (int round = 0; round < most_rounds && mend_values(); ++round) {
    }
    std::stable_sort(fixes_.changes.begin(), fixes_.changes.end(), [](const Change& a, const Change& b) {
      return std::tie(a.file, a.line) < std::tie(b.file, b.line);
    });
    return std::move(fixes_);
  }

 private:
  void mend_indentation() {
    const Session session(folder_, options_, true);
    mend_tabs_of("course.yaml");
    for (const LessonId& lesson : session.files_in_lessons()) mend_tabs_of("lessons/" + lesson.str() + ".yaml");
  }

  void mend_tabs_of(const std::string& name) {
    const auto text = read(name);
    if (!text) return;
    if (auto edited = mend_tabs(SourceFile(name, *text), yaml_)) keep(name, std::move(*edited));
  }

  /// One reading of the course with what was mended so far; true when more was.
  bool mend_values() {
    WantedChanges wanted;
    Session session(folder_, options_, true);
    session.around().wanted = &wanted;
    session.read_instead(texts_);
    session.read_course_file();
    session.read_lessons(true);
    session.read_unlisted_lessons();
    std::set<std::string> ids = ids_of(session);
    bool mended = mend_file(session.course_yaml(), wanted, ids);
    for (const LessonFile& lesson : session.lessons()) mended = mend_file(lesson.file, wanted, ids) || mended;
    for (const auto& [name, changes] : wanted.files()) mended = mend_table(name, changes) || mended;
    return mended;
  }

  bool mend_table(const std::string& name, const std::vector<Wanted>& wanted) {
    if (name.ends_with(".yaml")) return false;
    const auto known = texts_.find(name);
    const auto text = known != texts_.end() ? std::optional(known->second) : read(name);
    if (!text) return false;
    Edited edited = mend_cells(SourceFile(name, *text), wanted, options_.limits);
    if (edited.changes.empty()) return false;
    keep(name, std::move(edited));
    return true;
  }

  bool mend_file(const ParsedFile& file, WantedChanges& wanted, std::set<std::string>& ids) {
    const auto found = wanted.files().find(file.source.name());
    if (found == wanted.files().end() || !file.tree) return false;
    for (Wanted& one : found->second) {
      if (one.kind == Wanted::Kind::id) one.with = unique(one.with, ids);
    }
    Edited edited = apply_changes(file.source, *file.tree, found->second, yaml_);
    if (edited.changes.empty()) return false;
    keep(file.source.name(), std::move(edited));
    return true;
  }

  /// Ids that are taken, those that steps without one are named by included: progress hangs on these as well.
  static std::set<std::string> ids_of(const Session& session) {
    std::set<std::string> ids;
    for (const LessonFile& lesson : session.lessons()) {
      for (const Step& step : lesson.lesson.steps) ids.insert(step.id.str());
      if (!lesson.file.tree) continue;
      for (const Node& step : items_of(lesson.file.tree->root().find("steps"))) {
        if (const Node* id = step.find("id")) ids.emplace(id->text());
      }
    }
    return ids;
  }

  static std::string unique(const std::string& wanted, std::set<std::string>& ids) {
    std::string id = wanted;
    for (int number = 2; !ids.insert(id).second; ++number) id = wanted + "-" + std::to_string(number);
    return id;
  }

  std::optional<std::string> read(const std::string& name) const {
    const auto path = base::inside(folder_, name);
    auto text = path ? base::read_file(*path, options_.limits.file_bytes)
                     : base::Result<std::string>(tl::unexpected(path.error()));
    return text ? std::optional(std::move(*text)) : std::nullopt;
  }

  void keep(const std::string& name, Edited edited) {
    if (fixes_.files.count(name) == 0) {
      auto before = read(name);
      if (!before) return;
      fixes_.files[name].before = std::move(*before);
    }
    Fixes::Text& text = fixes_.files[name];
    const bool marked = text.before.starts_with(byte_order_mark);
    text.after = (marked ? std::string(byte_order_mark) : std::string()) + edited.text;
    texts_[name] = text.after;
    std::move(edited.changes.begin(), edited.changes.end(), std::back_inserter(fixes_.changes));
  }

  fs::path folder_;
  LoadOptions options_;
  YamlLimits yaml_;
  Fixes fixes_;
  std::map<std::string, std::string> texts_;
};

base::Status write_one(const fs::path& folder, const std::string& name, const Fixes::Text& text) {
  const auto path = base::inside(folder, name);
  if (!path) return tl::unexpected(path.error());
  const auto now = base::read_file(*path, text.before.size());
  if (!now && now.error().refusal != base::Refusal::too_large) return tl::unexpected(now.error());
  if (!now || *now != text.before) return base::fail(base::Refusal::busy, name);
  std::error_code error;
  const fs::perms permissions = fs::status(*path, error).permissions();
  if (const auto status = base::write_file(*path, text.after); !status) return status;
  if (!error) fs::permissions(*path, permissions, error);
  return {};
}

}  // namespace

Fixes plan_fixes(const fs::path& folder, const LoadOptions& options) { return Mending(folder, options).plan(); }

base::Status write_fixes(const fs::path& folder, const Fixes& fixes) {
  for (const auto& [name, text] : fixes.files) {
    if (const auto status = write_one(folder, name, text); !status) return status;
  }
  return {};
}

}  // namespace course
