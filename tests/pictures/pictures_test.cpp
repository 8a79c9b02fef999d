// Pictures of every screen in both themes, both languages and three sizes, compared with the ones that were looked at and kept.
//
// A picture that differs is left in build/…/pictures/ as NAME.expected.png, NAME.actual.png and NAME.difference.png.
// tools/pictures keeps new ones, after somebody has looked at them.

#include <cstdlib>
#include <fstream>
#include <map>

#include "pictures/kept.h"
#include "pictures/picture.h"
#include "support/temporary_folder.h"
#include "support/test.h"

namespace {

namespace fs = std::filesystem;

struct Look {
  const char* theme;
  const char* language;
  const char* size;
  std::string name() const { return std::string(theme) + "-" + language + "-" + size; }
};

const Look kLooks[] = {
    {"light", "en", "800x600"}, {"light", "en", "1280x800"}, {"light", "en", "1920x1080"},
    {"light", "fr", "800x600"}, {"light", "fr", "1280x800"}, {"light", "fr", "1920x1080"},
    {"dark", "en", "800x600"},  {"dark", "en", "1280x800"},  {"dark", "en", "1920x1080"},
    {"dark", "fr", "800x600"},  {"dark", "fr", "1280x800"},  {"dark", "fr", "1920x1080"},
};

/// Plays the tour in this look; the pictures by their names.
std::map<std::string, fs::path> play(const Look& look) {
  const fs::path out = test::pictures_dir() / look.name();
  fs::remove_all(out);
  const std::string command = std::string("xvfb-run -a -s '-screen 0 1920x1200x24' ") + RESONANCE_PROGRAM + " --lang " +
                              look.language + " tour --essential --theme " + look.theme + " --size " + look.size +
                              " --out " + out.string() + " > /dev/null";
  REQUIRE(std::system(command.c_str()) == 0);
  std::map<std::string, fs::path> pictures;
  for (const auto& entry : fs::directory_iterator(out)) pictures[entry.path().filename().string()] = entry.path();
  return pictures;
}

TEST_CASE("two pictures are told apart by their pixels") {
  test::Picture a{4, 1, {0, 0, 0, 10, 10, 10, 255, 255, 255, 80, 80, 80}};
  test::Picture b = a;
  CHECK(test::difference(a, b) == 0);
  b.rgb[3] = 10 + test::kSameColour;
  CHECK(test::difference(a, b) == 0);
  b.rgb[3] = 11 + test::kSameColour;
  CHECK(test::difference(a, b) == 0.25);
  b.width = 2;
  CHECK(test::difference(a, b) == 1);
}

TEST_CASE("every screen looks as it did when it was last looked at") {
  test::forget_failures("screens");
  for (const Look& look : kLooks) {
    const auto pictures = play(look);
    CHECK(pictures.size() >= 10);
    test::keep_or_compare("screens", look.name(), pictures);
  }
}

TEST_CASE("a lesson may end with its first question, or ask nothing") {
  const test::TemporaryFolder folder;
  const auto write = [&](const char* file, const char* text) { std::ofstream(folder.path() / file) << text; };
  fs::create_directories(folder.path() / "lessons");
  write("course.yaml", "title: Short\nmodules:\n  - {id: a, title: A, lessons: [one]}\n");
  for (const char* steps : {"- {ask: Is it, id: q, answers: [yes it is]}", "- text: Nothing is asked.",
                            "- text: First.\n- {ask: Is it, id: q, scale: {from: 1, to: 3}}"}) {
    INFO(steps);
    write("lessons/one.yaml", (std::string("title: One\nsteps:\n") + steps + "\n").c_str());
    CHECK(std::system((std::string("xvfb-run -a ") + RESONANCE_PROGRAM + " tour --essential --out " +
                       (folder.path() / "out").string() + " " + folder.path().string() + " > /dev/null")
                          .c_str()) == 0);
    CHECK(fs::exists(folder.path() / "out/01-first-start.png"));
  }
}

}  // namespace
