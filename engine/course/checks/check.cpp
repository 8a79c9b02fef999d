#include <algorithm>
#include <system_error>

#include "course/checks/checks.h"
#include "course/load.h"

namespace course {

bool all_parsed(const Session& session) {
  return std::all_of(session.lessons().begin(), session.lessons().end(),
                     [](const LessonFile& lesson) { return lesson.file.tree.has_value(); });
}

base::Diagnostic& add_finding(base::Diagnostics& diagnostics, base::Severity severity, const char* rule,
                              const SourceFile& file, const Node& node, base::Message message, base::Message remedy) {
  diagnostics.push_back({severity,
                         rule,
                         file.name(),
                         file.value_span(node.offset(), node.text().size()),
                         std::move(message),
                         std::move(remedy),
                         {}});
  return diagnostics.back();
}

void check_sources(Session& session) {
  if (!session.course_yaml().tree || !all_parsed(session)) return;
  const Node* sources = session.course_yaml().tree->root().find("sources");
  std::vector<SourceId> used = session.course_file().mentioned;
  for (const LessonFile& lesson : session.lessons()) {
    used.insert(used.end(), lesson.lesson.sources.begin(), lesson.lesson.sources.end());
  }
  std::sort(used.begin(), used.end());
  for (std::uint32_t i = 0; sources != nullptr && sources->is_map() && i < sources->size(); ++i) {
    const Node& key = sources->key(i);
    if (std::binary_search(used.begin(), used.end(), SourceId(key.text()))) continue;
    add_finding(session.diagnostics(), base::Severity::warning, "unused-source", session.course_yaml().source, key,
                msg("nothing points at the source {id}", {{"id", in_quotes(key.text())}}),
                msg("point at it with [^{id}], or delete it", {{"id", key.text()}}));
  }
}

void check_files(Session& session) {
  namespace fs = std::filesystem;
  const auto warn = [&](const std::string& name, base::Message message, base::Message remedy) {
    session.diagnostics().push_back(
        {base::Severity::warning, "unlisted-lesson", "lessons/" + name, {}, std::move(message), std::move(remedy), {}});
  };
  for (const LessonFile& lesson : session.lessons()) {
    const std::string id = lesson.lesson.id.str();
    if (!lesson.listed)
      warn(id + ".yaml", msg("no module lists this lesson, so nobody sees it"),
           msg("add “{id}” to a module’s lessons in course.yaml", {{"id", id}}));
  }
  std::error_code error;
  for (fs::directory_iterator it(session.around().folder / "lessons", error), end; !error && it != end;
       it.increment(error)) {
    const fs::path& path = it->path();
    const std::string name = path.filename().string();
    if (path.extension() == ".yml")
      warn(name, msg("files of lessons end with .yaml, so this one is not read"), msg("rename it"));
    if (path.extension() != ".yaml" || is_id(path.stem().string())) continue;
    warn(name, msg("the name of this file is no id, so it is not read"),
         msg("rename it to {file}", {{"file", slug(path.stem().string()) + ".yaml"}}));
  }
}

base::Diagnostics check(const std::filesystem::path& folder, const LoadOptions& options,
                        std::vector<Claimed>* claimed) {
  LoadOptions source_language = options;
  source_language.language.clear();
  Session session(folder, source_language, true);
  session.read_course_file();
  session.read_lessons(true);
  session.read_unlisted_lessons();
  check_concepts(session);
  check_sources(session);
  check_quizzes(session);
  check_files(session);
  check_variants(session);
  if (claimed != nullptr) collect_claims(session, *claimed);
  check_translations(session, options.language);
  return session.take_diagnostics();
}

}  // namespace course
