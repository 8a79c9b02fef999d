// The program: without a command it opens its window; the commands serve authors and teachers.

#include <cstdio>

#include "app/places.h"
#include "app/run.h"
#include "app/words.h"
#include "command.h"
#include "command_line.h"

namespace {

using base::msg;

int run(int argc, char** argv) {
  commands::Common common;
  app::Options window;
  int exit_code = 0;
  common.language = commands::language_asked({argv, argv + argc});
  common.words = app::translator(common.language.empty() ? app::system_language() : common.language);
  const auto say = [&common](const base::Message& message) { return common.words.say(message); };

  CLI::App program(say(msg("Résonance: lessons that you keep. Without a command, opens the window.")), "resonance");
  commands::translate(program, say);
  program.set_version_flag("--version", "resonance " RESONANCE_VERSION,
                           say(msg("Display program version information and exit")));
  program.add_option("--data-dir", common.data_dir,
                     say(msg("Where progress is kept (default: the user's data folder)")));
  program
      .add_option("--lang", common.language,
                  say(msg("Language of the program’s words, and of a first start: en or fr (default: the system's)")))
      ->check(CLI::IsMember({"en", "fr"}));
  program.add_option("--trace", window.trace, say(msg("Write when each frame was shown, as JSON lines")));
  program.add_option("--course", window.courses, say(msg("A further course folder to show")))
      ->check(CLI::ExistingDirectory);
  commands::add_data(program, common, exit_code);
  commands::add_tour(program, common, exit_code);
  commands::add_check(program, common, exit_code);
  commands::add_print(program, common, exit_code);
  commands::add_grade(program, common, exit_code);
  commands::add_memory(program, common, exit_code);
  program.require_subcommand(0, 1);

  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    constexpr int kUsage = 2;
    return program.exit(error) == 0 ? 0 : kUsage;
  }
  if (!program.get_subcommands().empty()) return exit_code;
  window.data_dir = common.data_dir;
  window.language = common.language;
  return app::run(window);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    // Nothing in the engine throws across a folder; what arrives here is out of memory or a bug, and says so.
    const text::Translator words = app::translator(app::system_language());
    const std::string why =
        words.say(msg("stopped by an error it did not expect: {error}", {{"error", std::string(error.what())}}));
    std::fprintf(stderr, "resonance: %s\n", why.c_str());
    return 70;
  }
}
