#pragma once
// A course as immutable values, in one language. Made by load.h, shared between threads by shared_ptr<const Course>.

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "course/chart.h"
#include "course/compare.h"
#include "course/diagram.h"
#include "course/explore.h"
#include "course/ids.h"
#include "course/question.h"
#include "course/quiz.h"

namespace course {

struct TextBlock {
  std::string markdown;
};

struct Callout {
  enum class Kind : std::uint8_t { note, tip, warning, example };
  Kind kind = Kind::note;
  std::string title;
  std::string markdown;
};

struct Quote {
  std::string markdown;
  std::string by;
  SourceId source;
};

struct Picture {
  std::filesystem::path file;  ///< absolute, known to lie inside the course folder
  std::string alt;
  std::string caption;
  SourceId source;
  double width = 1;  ///< share of the column, 0.1–1
};

struct Reveal {
  std::string button;
  std::string markdown;
};

struct WorkedStep {
  std::string markdown;
  std::string why;
  std::string ask;  ///< Markdown, asked before the step is shown; empty: it is only shown
};

struct Worked {
  std::string title;
  std::vector<WorkedStep> steps;
  bool fade = false;  ///< with each round of the lesson one more step, from the end, is asked before it is shown
};

/// Something that happened, at a moment or from one to another.
struct TimelineEvent {
  Moment at;
  std::optional<Moment> to;
  std::string markdown;
  SourceId source;
};

/// Events in the order of time.
struct Timeline {
  std::string title;
  std::vector<TimelineEvent> events;
};

struct Step {
  StepId id;  ///< given, or made from the text; stable while the text's first words are
  std::variant<TextBlock, Callout, Quote, Picture, Chart, Reveal, Worked, Diagram, Compare, Timeline, Explore, Question>
      content;

  const Question* question() const { return std::get_if<Question>(&content); }
};

/// A stretch of steps under one heading, as the outline shows it.
struct Section {
  std::string title;      ///< the heading's words; the lesson's title for steps before the first heading
  std::size_t first = 0;  ///< index of its first step
  std::size_t count = 0;
};

struct Lesson {
  LessonId id;
  std::string title;
  std::string summary;
  int minutes = 0;
  std::vector<ConceptId> teaches;
  std::vector<ConceptId> needs;
  std::vector<Step> steps;
  std::vector<Section> sections;
  std::vector<SourceId> sources;  ///< in order of first mention: their numbers in the lesson
};

/// Something the course teaches, and what it stands on.
struct Concept {
  ConceptId id;
  std::string name;
  std::string definition;  ///< Markdown
  ModuleId module;         ///< may be empty
  std::vector<ConceptId> needs;
};

struct Module {
  ModuleId id;
  std::string title;
  std::string summary;
  std::vector<std::string> objectives;
  std::vector<LessonId> lessons;
};

struct Source {
  SourceId id;
  std::string title;
  std::string author;
  std::string year;
  std::string url;
  std::string note;
};

struct Course {
  CourseId id;
  std::filesystem::path folder;
  std::string language;                ///< the one its texts are in now
  std::vector<std::string> languages;  ///< all it has; the first is the one it is written in
  std::string title;
  std::string summary;
  std::vector<std::string> authors;
  std::string licence;
  std::vector<Module> modules;
  std::vector<Concept> concepts;
  std::map<SourceId, Source> sources;
  std::vector<Quiz> quizzes;
  std::vector<Lesson> lessons;  ///< in the order of the modules; empty when only the outline was read

  const Lesson* lesson(const LessonId& id) const;
  const Concept* concept_of(const ConceptId& id) const;
  const Source* source(const SourceId& id) const;
  /// The module a lesson stands in, or nullptr.
  const Module* module_of(const LessonId& id) const;
};

}  // namespace course
