#include <cstdio>

#include "app/tour.h"
#include "command.h"

namespace commands {

void add_tour(CLI::App& program, const Common& common, int& exit_code) {
  const auto say = [&common](const base::Message& message) { return common.words.say(message); };
  struct Arguments {
    std::filesystem::path course;
    std::filesystem::path out = "tour";
    std::string theme = "light";
    std::string size = "1280x800";
    double scale = 1;
    bool essential = false;
  };
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* tour = program.add_subcommand(
      "tour", say(msg("Plays a first lesson in a hidden window and keeps a picture of every screen")));
  tour->add_option("FOLDER", arguments->course,
                   say(msg("The course to play (default: the one that comes with the program)")))
      ->check(CLI::ExistingDirectory);
  tour->add_option("--out", arguments->out, say(msg("Folder for the pictures (made when missing)")))
      ->capture_default_str();
  tour->add_option("--theme", arguments->theme, say(msg("light, dark or contrast")))
      ->check(CLI::IsMember({"light", "dark", "contrast"}));
  tour->add_option("--size", arguments->size, say(msg("Window size in pixels, such as 800x600")));
  tour->add_option("--scale", arguments->scale, say(msg("Text scale")))->check(CLI::Range(0.8, 2.0));
  tour->add_flag("--essential", arguments->essential, say(msg("One picture of each screen, instead of every stop")));
  tour->fallthrough();  // --lang may stand behind the command, too
  tour->callback([arguments, say, &common, &exit_code] {
    app::TourOptions options;
    options.course = arguments->course;
    options.out = arguments->out;
    options.language = common.language.empty() ? "en" : common.language;
    options.theme = arguments->theme == "dark"       ? screens::ThemeChoice::dark
                    : arguments->theme == "contrast" ? screens::ThemeChoice::contrast
                                                     : screens::ThemeChoice::light;
    options.text_scale = arguments->scale;
    options.essential = arguments->essential;
    if (std::sscanf(arguments->size.c_str(), "%dx%d", &options.width, &options.height) != 2) {
      const std::string why =
          say(msg("{size} is not a size such as 1280x800", {{"size", base::quoted(arguments->size)}}));
      std::fprintf(stderr, "resonance tour: %s\n", why.c_str());
      exit_code = 2;
      return;
    }
    const auto pictures = app::tour(options);
    if (!pictures) {
      std::fprintf(stderr, "resonance tour: %s\n", pictures.error().detail.c_str());
      exit_code = 1;
      return;
    }
    for (const auto& picture : *pictures) std::printf("%s\n", picture.string().c_str());
  });
}

}  // namespace commands
