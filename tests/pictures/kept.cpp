#include "pictures/kept.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>

#include "pictures/picture.h"
#include "support/test.h"

namespace test {
namespace {

namespace fs = std::filesystem;

/// How much of a picture may differ: a line of text moved by a pixel is more than this.
constexpr double kTolerance = 0.002;

fs::path expected_dir() { return test::source_dir() / "tests" / "pictures" / "expected"; }

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

void compare(const std::string& group, const std::string& name, const fs::path& actual_file,
             const fs::path& expected_file) {
  INFO(name);
  const auto actual = test::read_picture(actual_file);
  const auto expected = test::read_picture(expected_file);
  REQUIRE(actual.has_value());
  REQUIRE(expected.has_value());
  const double share = test::difference(*expected, *actual);
  if (share > kTolerance) {
    const fs::path stem = pictures_dir() / ("failed-" + group) / name;
    fs::create_directories(stem.parent_path());
    fs::copy_file(expected_file, stem.string() + ".expected.png", fs::copy_options::overwrite_existing);
    fs::copy_file(actual_file, stem.string() + ".actual.png", fs::copy_options::overwrite_existing);
    test::write_picture(stem.string() + ".difference.png", test::shown_difference(*expected, *actual));
  }
  CHECK(share <= kTolerance);
}

void keep(const fs::path& folder, const std::map<std::string, fs::path>& pictures) {
  fs::remove_all(folder);
  fs::create_directories(folder);
  for (const auto& [name, file] : pictures) fs::copy_file(file, folder / name);
  std::ofstream(expected_dir() / "type-version.txt") << type_version() << "\n";
}

}  // namespace

fs::path pictures_dir() { return binary_dir() / "pictures"; }

void forget_failures(const std::string& group) { fs::remove_all(pictures_dir() / ("failed-" + group)); }

void keep_or_compare(const std::string& group, const std::string& look,
                     const std::map<std::string, fs::path>& pictures) {
  const fs::path folder = expected_dir() / look;
  if (keeping()) return keep(folder, pictures);
  if (type_version() != kept_type_version()) {
    std::cout << "The type here is “" << type_version() << "”, the kept pictures show “" << kept_type_version()
              << "”: " << look << " is drawn, not compared.\n";
    return;
  }
  if (!fs::exists(folder)) {
    std::cout << "Nothing is kept of " << look << " yet: it is drawn, not compared. tools/pictures keeps it.\n";
    return;
  }
  for (const auto& [name, file] : pictures) compare(group, look + "/" + name, file, folder / name);
  for (const auto& entry : fs::directory_iterator(folder)) {
    INFO(look << "/" << entry.path().filename().string() << " is kept and no longer drawn");
    CHECK(pictures.count(entry.path().filename().string()) == 1);
  }
}

}  // namespace test
