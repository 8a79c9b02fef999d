// resonance check: every mistake of courses at once.
#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "against.h"
#include "base/diagnostic_format.h"
#include "base/files.h"
#include "command.h"
#include "course/fix.h"
#include "course/load.h"
#include "grading/proof.h"

namespace commands {
namespace {

namespace fs = std::filesystem;

struct CheckOptions {
  std::vector<fs::path> folders;
  std::string format = "text";  ///< text, json or sarif
  bool strict = false;          ///< warnings count as errors for the exit code
  bool colour = false;
  std::string language;                ///< only this translation; empty: all
  bool fix = false;                    ///< mend what is mechanical first
  bool dry_run = false;                ///< show what would be mended, write nothing
  std::string against;                 ///< a revision of git: tell what the edits since do to learners, check nothing
  base::InWords say = base::in_words;  ///< in the language of --lang before the command, else the system's
  base::InWords say_to_tools;          ///< in the language of --lang before the command, else English
};

/// "courses/tea/", or nothing for the current folder, so that a place can be opened from the terminal.
std::string prefix_of(const fs::path& folder) {
  std::string name = folder.lexically_normal().generic_string();
  if (name == "." || name == "./") return {};
  if (!name.empty() && name.back() != '/') name += '/';
  return name;
}

/// The findings of one course, with files named as the terminal names them.
base::Diagnostics check_course(const fs::path& folder, const CheckOptions& options) {
  course::LoadOptions load;
  load.language = options.language;
  std::vector<course::Claimed> claimed;
  base::Diagnostics found = course::check(folder, load, &claimed);
  for (const course::Claimed& one : claimed) {
    const base::Diagnostics proven = grading::prove(one.question, one.file, one.language);
    found.insert(found.end(), proven.begin(), proven.end());
  }
  base::sort(found);
  const std::string prefix = prefix_of(folder);
  for (base::Diagnostic& d : found) {
    d.file = prefix + d.file;
    for (base::Related& related : d.related) related.file = prefix + related.file;
  }
  return found;
}

std::optional<std::string> text_of(const std::string& file) {
  constexpr std::uint64_t most = 64 << 20;
  auto text = base::read_file(file, most);
  return text ? std::optional(std::move(*text)) : std::nullopt;
}

bool wants_colour() { return ::isatty(STDOUT_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr; }

/// "lessons/first.yaml:5: a question needs an id", with the lines before and after.
void show(const course::Change& change, const std::string& prefix, const base::InWords& say, std::ostream& out) {
  out << prefix << change.file << ':' << change.line << ": " << say(change.reason) << '\n';
  if (!change.removed.empty()) out << "  - " << change.removed << '\n';
  out << "  + " << change.added << '\n';
}

/// What hindered the mending.
base::Message reason_of(const base::Failure& failure) {
  if (failure.refusal == base::Refusal::busy) return msg("{file} was changed meanwhile", {{"file", failure.detail}});
  return msg("{said}", {{"said", failure.detail}});
}

/// Mends the courses and tells each change. False when a file could not be written.
bool mend(const CheckOptions& options, std::ostream& out) {
  bool written = true;
  std::size_t changes = 0;
  for (const fs::path& folder : options.folders) {
    const course::Fixes fixes = course::plan_fixes(folder);
    if (!options.dry_run) {
      if (const auto status = course::write_fixes(folder, fixes); !status) {
        std::cerr << "resonance check: " << options.say(msg("not mended: {why}", {{"why", reason_of(status.error())}}))
                  << '\n';
        written = false;
        continue;
      }
    }
    for (const course::Change& change : fixes.changes) show(change, prefix_of(folder), options.say, out);
    changes += fixes.changes.size();
  }
  out << options.say(options.dry_run ? msgn("{n} line would be mended", "{n} lines would be mended", changes)
                                     : msgn("{n} line mended", "{n} lines mended", changes))
      << '\n';
  return written;
}

/// Checks the courses and writes what it found to `out`. Returns 0 when there is nothing to mend, 1 when there is.
int run_check(const CheckOptions& options, std::ostream& out) {
  // What other programs read stays alone on standard output.
  const bool written = !options.fix || mend(options, options.format == "text" ? out : std::cerr);
  base::Diagnostics found;
  for (const fs::path& folder : options.folders) {
    base::Diagnostics more = check_course(folder, options);
    found.insert(found.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }
  if (options.format == "json") {
    out << base::format_json(found, {}, options.say_to_tools);
  } else if (options.format == "sarif") {
    out << base::format_sarif(found, RESONANCE_VERSION, {}, options.say_to_tools);
  } else {
    base::TextOptions text;
    text.colour = options.colour;
    text.in_words = options.say;
    out << base::format_text(found, text_of, text) << options.say(base::summary(found)) << '\n';
  }
  return !written || base::has_errors(found) || (options.strict && !found.empty()) ? 1 : 0;
}

}  // namespace

void add_check(CLI::App& program, const Common& common, int& exit_code) {
  const auto say = [&common](const base::Message& message) { return common.words.say(message); };
  CLI::App* command = program.add_subcommand("check", say(msg("Report every mistake of a course")));
  const auto options = std::make_shared<CheckOptions>();
  options->colour = wants_colour();
  options->say = say;
  options->say_to_tools = common.language.empty() ? base::InWords(base::in_words) : say;
  command->add_option("folder", options->folders, say(msg("Folders of courses, each with a course.yaml")))
      ->required()
      ->check(CLI::ExistingDirectory);
  command->add_option("--format", options->format, say(msg("text, json or sarif")))
      ->check(CLI::IsMember({"text", "json", "sarif"}));
  command->add_flag("--strict", options->strict, say(msg("Exit with 1 for warnings, too")));
  command->add_option("--lang", options->language, say(msg("Look at this translation of the course only")));
  CLI::Option* fix = command->add_flag(
      "--fix", options->fix, say(msg("Mend what is mechanical: ids, keys one letter off, decimal commas, tabs")));
  command->add_flag("--dry-run", options->dry_run, say(msg("With --fix: show it and write nothing")))->needs(fix);
  command
      ->add_option("--against", options->against,
                   say(msg("Tell instead what the edits since this revision of git do to learners")))
      ->excludes(fix);
  command->callback([options, &exit_code] {
    if (options->against.empty())
      exit_code = run_check(*options, std::cout);
    else
      exit_code = run_against({options->folders, options->against, options->format == "json", options->say}, std::cout);
  });
}

}  // namespace commands
