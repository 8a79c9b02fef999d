#pragma once
// One reading of a course's folder: its files, what they declare, and all that was found wrong.

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "course/load.h"
#include "course/reading/ahead.h"
#include "course/reading/assets.h"
#include "course/reading/course_file.h"
#include "course/reading/lesson_file.h"
#include "course/yaml/tree.h"
#include "text/catalogue.h"

namespace course {

/// A lesson's file and what came of it.
struct LessonFile {
  ParsedFile file;
  Lesson lesson;
  bool good = false;
  bool listed = true;
  std::vector<TextUse> texts;  ///< kept for `check` alone
};

/// A translation with its text, for places in it.
struct CatalogueFile {
  SourceFile source;
  text::Catalogue catalogue;
};

class Session {
 public:
  Session(const std::filesystem::path& folder, const LoadOptions& options, bool thorough);

  /// Texts that take the place of files, by name; outlives the session.
  void read_instead(const std::map<std::string, std::string>& texts) { around_.instead = &texts; }

  /// Reads course.yaml and, where a translation is asked for, its catalogue.
  void read_course_file();
  /// Takes what course.yaml declares from a course that is known already.
  void know(const Course& outline);

  /// Reads the lessons that the modules list, or, when course.yaml is broken, every file in lessons/. `keep`: with their trees.
  void read_lessons(bool keep);
  /// Reads one lesson; its file must not be in the session yet.
  LessonFile read_lesson_file(const LessonId& id);

  /// Reads the files in lessons/ that no module lists, with their trees, behind the others.
  void read_unlisted_lessons();

  /// Ids of the files in lessons/, sorted.
  std::vector<LessonId> files_in_lessons() const;

  /// The catalogue of a language. Empty when it cannot be read, which is reported, or when there is none, which is not: then
  /// `missing` becomes true.
  std::optional<CatalogueFile> read_catalogue(const std::string& language, bool& missing);

  CourseFile& course_file() { return course_file_; }
  const ParsedFile& course_yaml() const { return course_yaml_; }
  std::deque<LessonFile>& lessons() { return lessons_; }
  const std::deque<LessonFile>& lessons() const { return lessons_; }
  Surroundings& around() { return around_; }
  const Surroundings& around() const { return around_; }
  base::Diagnostics& diagnostics() { return diagnostics_; }

  /// All diagnostics, sorted, each once.
  base::Diagnostics take_diagnostics();

 private:
  std::optional<std::string> read_text(const std::string& name, base::Template missing,
                                       base::Diagnostics& diagnostics) const;
  /// Touches nothing but its file: several threads may call it.
  ParsedLesson parse_lesson(const LessonId& id) const;
  LessonFile make_lesson(const LessonId& id, ParsedLesson parsed);
  void choose_translation(const std::string& first);
  void report_missing_lesson(const ListedLesson& listed);
  void report(std::string rule, std::string file, base::Message message, base::Message remedy);

  LoadOptions options_;
  Surroundings around_;
  base::Diagnostics diagnostics_;
  ParsedFile course_yaml_;
  CourseFile course_file_;
  std::optional<CatalogueFile> translation_;
  Assets assets_;
  IdSet questions_;
  std::deque<LessonFile> lessons_;
};

}  // namespace course
