// Pictures of every screen in both themes, both languages and three sizes, compared with the ones that were looked at and kept.
//
// A picture that differs is left in build/…/pictures/ as NAME.expected.png, NAME.actual.png and NAME.difference.png.
// tools/pictures keeps new ones, after somebody has looked at them.

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>

#include "pictures/picture.h"
#include "support/test.h"

namespace {

namespace fs = std::filesystem;

/// How much of a picture may differ: a line of text moved by a pixel is more than this.
constexpr double kTolerance = 0.002;

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

fs::path expected_dir() { return test::source_dir() / "tests" / "pictures" / "expected"; }
fs::path actual_dir() { return test::binary_dir() / "pictures"; }

bool keeping() {
  const char* keep = std::getenv("RESONANCE_KEEP_PICTURES");
  return keep && std::string(keep) == "1";
}

/// The version of the type the pictures were made with: another one draws every word a little differently.
std::string type_version() {
  std::string version;
  if (FILE* pipe = popen("fc-match -f '%{family[0]} %{fontversion}' 'Inter:style=Regular'", "r")) {
    char buffer[128];
    if (fgets(buffer, sizeof buffer, pipe)) version = buffer;
    pclose(pipe);
  }
  return version;
}

std::string kept_type_version() {
  std::ifstream in(expected_dir() / "type-version.txt");
  std::string version;
  std::getline(in, version);
  return version;
}

/// Plays the tour in this look; the pictures by their names.
std::map<std::string, fs::path> play(const Look& look) {
  const fs::path out = actual_dir() / look.name();
  fs::remove_all(out);
  const std::string command = std::string("xvfb-run -a -s '-screen 0 1920x1200x24' ") + RESONANCE_PROGRAM + " --lang " +
                              look.language + " tour --essential --theme " + look.theme + " --size " + look.size +
                              " --out " + out.string() + " > /dev/null";
  REQUIRE(std::system(command.c_str()) == 0);
  std::map<std::string, fs::path> pictures;
  for (const auto& entry : fs::directory_iterator(out)) pictures[entry.path().filename().string()] = entry.path();
  return pictures;
}

void compare(const std::string& name, const fs::path& actual_file, const fs::path& expected_file) {
  INFO(name);
  const auto actual = test::read_picture(actual_file);
  const auto expected = test::read_picture(expected_file);
  REQUIRE(actual.has_value());
  REQUIRE(expected.has_value());
  const double share = test::difference(*expected, *actual);
  if (share > kTolerance) {
    const fs::path stem = actual_dir() / "failed" / name;
    fs::create_directories(stem.parent_path());
    fs::copy_file(expected_file, stem.string() + ".expected.png", fs::copy_options::overwrite_existing);
    fs::copy_file(actual_file, stem.string() + ".actual.png", fs::copy_options::overwrite_existing);
    test::write_picture(stem.string() + ".difference.png", test::shown_difference(*expected, *actual));
  }
  CHECK(share <= kTolerance);
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
  const bool comparable = type_version() == kept_type_version();
  if (!comparable && !keeping()) {
    std::cout << "The type here is “" << type_version() << "”, the kept pictures show “" << kept_type_version()
              << "”: the tours are played, their pictures are not compared.\n";
  }
  fs::remove_all(actual_dir() / "failed");
  for (const Look& look : kLooks) {
    const auto pictures = play(look);
    CHECK(pictures.size() >= 10);
    if (keeping()) {
      fs::remove_all(expected_dir() / look.name());
      fs::create_directories(expected_dir() / look.name());
      for (const auto& [name, file] : pictures) fs::copy_file(file, expected_dir() / look.name() / name);
    } else if (comparable) {
      for (const auto& [name, file] : pictures)
        compare(look.name() + "/" + name, file, expected_dir() / look.name() / name);
    }
  }
  if (keeping()) std::ofstream(expected_dir() / "type-version.txt") << type_version() << "\n";
}

}  // namespace
