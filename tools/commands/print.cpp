// resonance print: questions of a course as a PDF to hand out, and the key as another.

#include <cstdlib>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/figures.h"
#include "app/words.h"
#include "command.h"
#include "course/draw.h"
#include "course/load.h"
#include "course/variant.h"
#include "print/sheet.h"
#include "print/write.h"

namespace commands {
namespace {

namespace fs = std::filesystem;

struct PrintOptions {
  fs::path folder;
  std::vector<std::string> questions;
  std::string lesson;
  std::string quiz;
  fs::path out = "quiz.pdf";
  fs::path key;
  std::uint64_t seed = 1;
  std::string language;
  base::InWords say = base::in_words;
};

int refuse(const PrintOptions& options, const base::Message& why) {
  std::cerr << "resonance print: " << options.say(why) << '\n';
  return 1;
}

struct Chosen {
  std::string title;
  std::uint64_t seed = 1;  ///< of the orders, told at the foot: the quiz's own where it has one
  std::vector<course::Question> questions;
};

std::vector<course::Question> questions_of(const course::Lesson& lesson, std::uint64_t seed) {
  std::vector<course::Question> found;
  for (const course::Step& step : lesson.steps) {
    if (const course::Question* question = step.question()) found.push_back(course::variant(*question, seed));
  }
  return found;
}

/// The questions meant, in the order in which they were named; says on `problem` what there is not.
std::optional<Chosen> choose(const course::Course& course, const PrintOptions& options, base::Message& problem) {
  Chosen chosen{course.title, options.seed, {}};
  if (!options.lesson.empty()) {
    const course::Lesson* lesson = course.lesson(course::LessonId(options.lesson));
    if (lesson == nullptr) {
      problem = msg("no lesson has the id {id}, or it has errors; `resonance check` names them",
                    {{"id", base::quoted(options.lesson)}});
      return std::nullopt;
    }
    chosen.title = lesson->title;
    chosen.questions = questions_of(*lesson, options.seed);
  }
  if (!options.quiz.empty()) {
    const auto quiz = course::quiz_of(course, course::QuizId(options.quiz));
    if (!quiz) {
      problem = msg("no quiz has the id {id}", {{"id", base::quoted(options.quiz)}});
      return std::nullopt;
    }
    chosen.title = quiz->title;
    chosen.seed = quiz->seed.value_or(options.seed);
    const auto drawn = course::draw(*quiz, course, chosen.seed);
    for (course::Question& question : course::questions_of(drawn, course))
      chosen.questions.push_back(std::move(question));
  }
  for (const std::string& id : options.questions) {
    const course::Question* question = course::find_question(course, course::QuestionId(id)).question;
    if (question == nullptr) {
      problem = msg("no question has the id {id}", {{"id", base::quoted(id)}});
      return std::nullopt;
    }
    chosen.questions.push_back(course::variant(*question, options.seed));
  }
  if (!chosen.questions.empty()) return chosen;
  const bool named = !options.lesson.empty() || !options.quiz.empty();
  problem = named ? msg("there are no questions in it")
                  : msg("say which questions, a quiz with --quiz or a lesson with --lesson");
  return std::nullopt;
}

int write_pdf(const PrintOptions& options, const pdf::Document& document, const fs::path& file) {
  const auto pages = print::write(document, file);
  if (!pages) {
    const bool missing = pages.error().refusal == base::Refusal::unsupported;
    return refuse(options, missing ? msg("printing needs Pango, which is not installed (libpangocairo-1.0-0)")
                                   : msg("cannot write {file}", {{"file", file.string()}}));
  }
  std::cout << options.say(msgn("{file}: {n} page", "{file}: {n} pages", static_cast<std::uint64_t>(*pages),
                                {{"file", file.string()}}))
            << '\n';
  return 0;
}

int run_print(const PrintOptions& options) {
  course::LoadOptions load;
  load.language = options.language;
  const auto course = course::load(options.folder, load).course;
  if (!course) return refuse(options, msg("the course cannot be read; `resonance check` says why"));
  if (!options.language.empty() && course->language != options.language)
    return refuse(options,
                  msg("the course is not in the language {language}", {{"language", base::quoted(options.language)}}));
  base::Message problem;
  const auto chosen = choose(*course, options, problem);
  if (!chosen) return refuse(options, problem);
  print::SheetOptions sheet;
  sheet.title = chosen->title;
  sheet.course = course->title;
  sheet.words = app::translator(course->language);
  sheet.language = course->language;
  sheet.seed = chosen->seed;
  app::Figures figures(print::figures(chosen->questions, sheet), sheet.words);
  figures.finish();
  sheet.draw = figures.painter();
  const int code = write_pdf(options, print::sheet(chosen->questions, sheet), options.out);
  if (code != 0 || options.key.empty()) return code;
  return write_pdf(options, print::key(chosen->questions, sheet), options.key);
}

}  // namespace

void add_print(CLI::App& program, const Common& common, int& exit_code) {
  const auto say = [&common](const base::Message& message) { return common.words.say(message); };
  CLI::App* command = program.add_subcommand("print", say(msg("Questions as a PDF to hand out, and a key as another")));
  const auto options = std::make_shared<PrintOptions>();
  options->say = say;
  command->add_option("folder", options->folder, say(msg("Folder of a course")))
      ->required()
      ->check(CLI::ExistingDirectory);
  command->add_option("questions", options->questions, say(msg("Ids of questions, in the order wanted")));
  CLI::Option* lesson = command->add_option("--lesson", options->lesson, say(msg("All questions of this lesson")));
  command->add_option("--quiz", options->quiz, say(msg("A try of this quiz, drawn from the seed")))->excludes(lesson);
  command->add_option("--out", options->out, say(msg("The sheet (default: quiz.pdf)")));
  command->add_option("--key", options->key, say(msg("The key: right answers, reasons, points (default: none)")));
  command->add_option("--seed", options->seed, say(msg("Orders and variants follow from it (default: 1)")))
      ->check(CLI::Range(0, 999'999).description(""));
  command->add_option("--lang", options->language, say(msg("Language of the course to print in (default: its first)")));
  command->callback([options, &exit_code] { exit_code = run_print(*options); });
}

}  // namespace commands
