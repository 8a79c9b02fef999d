#include "course/reading/session.h"

#include <algorithm>
#include <iterator>
#include <system_error>

#include "base/files.h"
#include "course/yaml/parse.h"

namespace course {
namespace {

namespace fs = std::filesystem;

fs::path absolute_folder(const fs::path& folder) {
  std::error_code error;
  fs::path real = fs::canonical(folder, error);
  return error ? folder : real;
}

bool same(const base::Diagnostic& a, const base::Diagnostic& b) {
  return a.file == b.file && a.span == b.span && a.rule == b.rule && a.message == b.message;
}

base::Diagnostic file_error(std::string rule, std::string file, base::Message message, base::Message remedy) {
  return {base::Severity::error, std::move(rule), std::move(file), {}, std::move(message), std::move(remedy), {}};
}

}  // namespace

Session::Session(const fs::path& folder, const LoadOptions& options, bool thorough) : options_(options) {
  around_.folder = absolute_folder(folder);
  around_.limits = options.limits;
  around_.thorough = thorough;
}

void Session::report(std::string rule, std::string file, base::Message message, base::Message remedy) {
  diagnostics_.push_back(file_error(std::move(rule), std::move(file), std::move(message), std::move(remedy)));
}

std::optional<std::string> Session::read_text(const std::string& name, base::Template missing,
                                              base::Diagnostics& diagnostics) const {
  const auto refuse = [&](const char* rule, base::Message message, base::Message remedy) {
    diagnostics.push_back(file_error(rule, name, std::move(message), std::move(remedy)));
  };
  if (around_.instead != nullptr) {
    if (const auto found = around_.instead->find(name); found != around_.instead->end()) return found->second;
  }
  const auto path = base::inside(around_.folder, name);
  auto content = path ? base::read_file(*path, around_.limits.file_bytes)
                      : base::Result<std::string>(tl::unexpected(path.error()));
  if (content) return std::move(*content);
  switch (content.error().refusal) {
    case base::Refusal::not_found: refuse("missing-file", missing, msg("give the folder of a course")); break;
    case base::Refusal::outside:
      refuse("outside", msg("this leads out of the course’s folder"), msg("put the file itself here"));
      break;
    case base::Refusal::too_large:
      refuse("too-large", msg("the file is larger than {n} MB", {{"n", around_.limits.file_bytes >> 20}}),
             msg("split it"));
      break;
    default: refuse("unreadable", msg("the file cannot be read: {why}", {{"why", content.error().detail}}), {}); break;
  }
  return std::nullopt;
}

void Session::read_course_file() {
  auto text = read_text("course.yaml", msg("there is no course.yaml here"), diagnostics_);
  if (!text) return;
  course_yaml_.source = SourceFile("course.yaml", std::move(*text));
  const YamlLimits limits{around_.limits.yaml_depth, around_.limits.yaml_nodes};
  course_yaml_.tree = parse_yaml(course_yaml_.source, limits, diagnostics_);
  if (!course_yaml_.tree) return;
  const Node& root = course_yaml_.tree->root();
  const std::vector<std::string> languages = languages_of(root);
  const std::string first = languages.empty() ? "en" : languages.front();
  const bool has = std::find(languages.begin(), languages.end(), options_.language) != languages.end();
  if (has) choose_translation(first);
  around_.language = has ? options_.language : first;
  Reader reader(course_yaml_.source, around_, diagnostics_);
  collect_ids(reader, root, around_.known);
  course_file_ = read_course(reader, root);
  course_file_.mentioned = reader.mentioned();
  course_file_.texts = reader.texts();
  Course& course = course_file_.course;
  course.folder = around_.folder;
  if (has) course.language = options_.language;
  if (course.id.empty()) course.id = CourseId(slug(around_.folder.filename().string()));
}

void Session::choose_translation(const std::string& first) {
  if (options_.language.empty() || options_.language == first) return;
  bool missing = false;
  translation_ = read_catalogue(options_.language, missing);
  if (translation_) around_.translation = &translation_->catalogue;
}

std::optional<CatalogueFile> Session::read_catalogue(const std::string& language, bool& missing) {
  const std::string name = "i18n/" + language + ".po";
  const auto path = base::inside(around_.folder, name);
  missing = !path && path.error().refusal == base::Refusal::not_found;
  if (missing) return std::nullopt;
  auto text = read_text(name, msg("there is no catalogue here"), diagnostics_);
  if (!text) return std::nullopt;
  text::Catalogue catalogue = text::Catalogue::parse(*text, name, diagnostics_);
  return CatalogueFile{SourceFile(name, std::move(*text)), std::move(catalogue)};
}

void Session::know(const Course& outline) {
  for (const Concept& known : outline.concepts) around_.known.concepts.add(known.id.str(), "course.yaml", {});
  for (const Module& module : outline.modules) around_.known.modules.add(module.id.str(), "course.yaml", {});
  for (const auto& [id, source] : outline.sources) around_.known.sources.add(id.str(), "course.yaml", {});
  around_.known.complete = true;
  if (options_.language.empty()) options_.language = outline.language;
  const auto& languages = outline.languages;
  const bool has = std::find(languages.begin(), languages.end(), options_.language) != languages.end();
  if (has) choose_translation(languages.front());
  around_.language = outline.language;
  if (has) around_.language = options_.language;
}

ParsedLesson Session::parse_lesson(const LessonId& id) const {
  ParsedLesson parsed;
  const std::string name = "lessons/" + id.str() + ".yaml";
  auto text = read_text(name, msg("there is no lesson here"), parsed.diagnostics);
  if (!text) return parsed;
  parsed.file.source = SourceFile(name, std::move(*text));
  const YamlLimits limits{around_.limits.yaml_depth, around_.limits.yaml_nodes};
  parsed.file.tree = parse_yaml(parsed.file.source, limits, parsed.diagnostics);
  return parsed;
}

LessonFile Session::make_lesson(const LessonId& id, ParsedLesson parsed) {
  LessonFile result;
  result.lesson.id = id;
  result.file = std::move(parsed.file);
  const std::size_t before = diagnostics_.size();
  std::move(parsed.diagnostics.begin(), parsed.diagnostics.end(), std::back_inserter(diagnostics_));
  if (!result.file.tree) return result;
  Reader reader(result.file.source, around_, diagnostics_, id.str());
  result.lesson = read_lesson(reader, result.file.tree->root(), id, assets_, questions_);
  result.texts = reader.texts();
  result.good = std::none_of(diagnostics_.begin() + static_cast<std::ptrdiff_t>(before), diagnostics_.end(),
                             [](const base::Diagnostic& d) { return d.severity == base::Severity::error; });
  return result;
}

LessonFile Session::read_lesson_file(const LessonId& id) { return make_lesson(id, parse_lesson(id)); }

std::vector<LessonId> Session::files_in_lessons() const {
  std::vector<LessonId> ids;
  std::error_code error;
  for (fs::directory_iterator it(around_.folder / "lessons", error), end; !error && it != end; it.increment(error)) {
    if (it->path().extension() != ".yaml" || ids.size() >= around_.limits.lessons) continue;
    const std::string stem = it->path().stem().string();
    if (is_id(stem)) ids.emplace_back(stem);
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

void Session::report_missing_lesson(const ListedLesson& listed) {
  std::vector<std::string> names;
  for (const LessonId& id : files_in_lessons()) names.push_back(id.str());
  Reader reader(course_yaml_.source, around_, diagnostics_);
  const std::string near = base::nearest(listed.id.str(), names);
  reader.error(
      "missing-lesson", listed.node, msg("there is no {file}", {{"file", "lessons/" + listed.id.str() + ".yaml"}}),
      near.empty() ? msg("write it, or take it off the list; a module may stay without lessons") : did_you_mean(near));
}

void Session::read_lessons(bool keep) {
  std::vector<ListedLesson> wanted = course_file_.lessons;
  if (!course_yaml_.tree) {
    for (LessonId& id : files_in_lessons()) wanted.push_back({std::move(id), Node()});
  }
  if (wanted.size() > around_.limits.lessons) {
    report("too-many-lessons", "course.yaml",
           msg("the course has more than {most} lessons", {{"most", around_.limits.lessons}}),
           msg("make two courses of it"));
    wanted.resize(around_.limits.lessons);
  }
  std::erase_if(wanted, [&](const ListedLesson& listed) {
    std::error_code error;
    if (fs::exists(around_.folder / "lessons" / (listed.id.str() + ".yaml"), error)) return false;
    report_missing_lesson(listed);
    return true;
  });
  ReadAhead ahead(wanted.size(), [&](std::size_t index) { return parse_lesson(wanted[index].id); });
  for (const ListedLesson& listed : wanted) {
    LessonFile lesson = make_lesson(listed.id, ahead.take());
    if (!keep) lesson.file = {};
    lessons_.push_back(std::move(lesson));
  }
}

void Session::read_unlisted_lessons() {
  if (!course_yaml_.tree) return;
  for (const LessonId& id : files_in_lessons()) {
    const auto& listed = course_file_.lessons;
    if (std::any_of(listed.begin(), listed.end(), [&](const ListedLesson& l) { return l.id == id; })) continue;
    LessonFile lesson = read_lesson_file(id);
    lesson.listed = false;
    lessons_.push_back(std::move(lesson));
  }
}

base::Diagnostics Session::take_diagnostics() {
  base::sort(diagnostics_);
  diagnostics_.erase(std::unique(diagnostics_.begin(), diagnostics_.end(), same), diagnostics_.end());
  return std::move(diagnostics_);
}

}  // namespace course
