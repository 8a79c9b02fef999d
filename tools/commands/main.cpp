// The program: without a command it opens its window; the commands serve authors and teachers.

#include <cstdio>

#include "app/run.h"
#include "command.h"

namespace {

int run(int argc, char** argv) {
  commands::Common common;
  app::Options window;
  int exit_code = 0;

  CLI::App program("Résonance: lessons that you keep. Without a command, opens the window.", "resonance");
  program.set_version_flag("--version", "resonance " RESONANCE_VERSION);
  program.add_option("--data-dir", common.data_dir, "Where progress is kept (default: the user's data folder)");
  program.add_option("--lang", common.language, "Language of a first start: en or fr (default: the system's)")
      ->check(CLI::IsMember({"en", "fr"}));
  program.add_option("--trace", window.trace, "Write when each frame was shown, as JSON lines");
  program.add_option("--course", window.courses, "A further course folder to show")->check(CLI::ExistingDirectory);
  commands::add_data(program, common, exit_code);
  commands::add_tour(program, common, exit_code);
  commands::add_check(program, exit_code);
  commands::add_print(program, exit_code);
  commands::add_grade(program, exit_code);
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
    std::fprintf(stderr, "resonance: stopped by an error it did not expect: %s\n", error.what());
    return 70;
  }
}
