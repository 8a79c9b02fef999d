// Printing a quiz in the whole program: by its button, into the person's documents, and where it is refused.

#include <fstream>

#include "app/places.h"
#include "app/player.h"
#include "app/printer.h"
#include "base/files.h"

namespace {

namespace fs = std::filesystem;
using screens::Notice;
using screens::ScreenName;
using test::Player;
using ui::Key;

const course::CourseId kKinds("kinds");

/// Before a quiz on a lesson with every kind of question.
void begin_quiz(Player& player) {
  player.type("Léa");
  player.press(Key::enter);
  player.wait_for_courses();
  player.go({ScreenName::quiz, kKinds, {}, {}, course::quiz_me(course::LessonId("kinds"))});
  REQUIRE(std::holds_alternative<screens::quiz::State>(player.model().screen));
}

std::vector<fs::path> with_kinds() { return {test::source_dir() / "tests" / "data" / "kinds"}; }

/// Until what is printed has been told of.
const Notice& wait_for_notice(Player& player) {
  const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(120);
  while (player.model().shared.printing && std::chrono::steady_clock::now() < patience) {
    player.settle();
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  REQUIRE_FALSE(player.model().shared.notices.empty());
  return player.model().shared.notices.back();
}

std::vector<std::string> files_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

std::string start_of(const fs::path& file) { return base::read_start(file, 5).value_or(""); }

/// A variable of the environment, as it was again at the end.
class Variable {
 public:
  Variable(const char* name, const std::string& value) : name_(name) {
    if (const char* before = std::getenv(name)) before_ = before;
    value.empty() ? ::unsetenv(name) : ::setenv(name, value.c_str(), 1);
  }
  ~Variable() { before_ ? ::setenv(name_, before_->c_str(), 1) : ::unsetenv(name_); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  const char* name_;
  std::optional<std::string> before_;
};

TEST_CASE("the button writes a sheet and its key beside what is there, and goes on while that is done") {
  Player player("en", {1280, 800}, 1, with_kinds());
  begin_quiz(player);
  fs::create_directories(player.documents());
  std::ofstream(player.documents() / "Every kind.pdf") << "mine";
  player.press({.key = Key::p, .ctrl = true});
  CHECK(player.model().shared.printing);
  CHECK(player.robot().shows("Printing…"));
  const Notice& notice = wait_for_notice(player);
  CHECK(notice.kind == Notice::Kind::printed);
  CHECK(fs::path(notice.detail) == player.documents() / "Every kind 2.pdf");
  CHECK(files_in(player.documents()) ==
        std::vector<std::string>{"Every kind 2 (key).pdf", "Every kind 2.pdf", "Every kind.pdf"});
  CHECK(start_of(player.documents() / "Every kind.pdf") == "mine");
  CHECK(start_of(player.documents() / "Every kind 2.pdf") == "%PDF-");
  CHECK(start_of(player.documents() / "Every kind 2 (key).pdf") == "%PDF-");
  player.settle();
  CHECK(player.robot().shows("and its key lie in"));
  CHECK(player.robot().shows("Print with its key"));
}

TEST_CASE("French names for French sheets") {
  Player player("fr", {1280, 800}, 1, with_kinds());
  begin_quiz(player);
  fs::create_directories(player.documents());
  player.press({.key = Key::p, .ctrl = true});
  CHECK(wait_for_notice(player).kind == Notice::Kind::printed);
  const auto names = files_in(player.documents());
  REQUIRE(names.size() == 2);
  CHECK(names[0].ends_with(" (corrigé).pdf"));
}

TEST_CASE("where nothing can be written, that is said and nothing is left") {
  Player player("en", {1280, 800}, 1, with_kinds());
  begin_quiz(player);
  player.press({.key = Key::p, .ctrl = true});
  const Notice& notice = wait_for_notice(player);
  CHECK(notice.kind == Notice::Kind::print_failed);
  CHECK(notice.refusal == base::Refusal::not_found);
  CHECK_FALSE(fs::exists(player.documents()));
  player.settle();
  CHECK(player.robot().shows("The sheet could not be written."));
}

TEST_CASE("file names bear what every file system bears, and take nobody's place") {
  const test::TemporaryFolder folder;
  const auto reserved = [&](const std::string& title) {
    const auto files = app::reserve_files(folder.path(), title, {});
    REQUIRE(files.has_value());
    CHECK(fs::exists(files->sheet));
    CHECK(fs::exists(files->key));
    return files->sheet.filename().string();
  };
  CHECK(reserved("Tea") == "Tea.pdf");
  CHECK(reserved("Tea") == "Tea 2.pdf");
  CHECK(reserved("a/b\\c: <d>?\n") == "a-b-c- d.pdf");
  CHECK(reserved("../../etc") == "-..-etc.pdf");
  CHECK(reserved("...") == "Quiz.pdf");
  CHECK(reserved("") == "Quiz 2.pdf");
  CHECK(reserved("Thé : l’été") == "Thé - l’été.pdf");
  std::string longest;
  for (int i = 0; i < 200; ++i) longest += "차";
  CHECK(reserved(longest).size() == 66 * 3 + 4);
  // The key's name alone is taken: both get the next number.
  std::ofstream(folder.path() / "One (key).pdf") << "mine";
  CHECK(reserved("One") == "One 2.pdf");
  CHECK_FALSE(fs::exists(folder.path() / "One.pdf"));
}

TEST_CASE("documents lie where the desktop says, else in the home folder") {
  const test::TemporaryFolder home;
  const Variable home_is("HOME", home.path().string()), config("XDG_CONFIG_HOME", ""), own("XDG_DOCUMENTS_DIR", "");
  CHECK(app::documents_dir() == home.path());
  fs::create_directories(home.path() / "Documents");
  CHECK(app::documents_dir() == home.path() / "Documents");
  fs::create_directories(home.path() / ".config");
  const auto desktop_says = [&](const std::string& words) {
    std::ofstream(home.path() / ".config" / "user-dirs.dirs") << words;
  };
  desktop_says("# comment\nXDG_MUSIC_DIR=\"$HOME/Musique\"\n XDG_DOCUMENTS_DIR=\"$HOME/Mes documents\"\n");
  CHECK(app::documents_dir() == home.path() / "Documents");  // there is no such folder
  fs::create_directories(home.path() / "Mes documents");
  CHECK(app::documents_dir() == home.path() / "Mes documents");
  desktop_says("XDG_DOCUMENTS_DIR=\"\nXDG_DOCUMENTS_DIR=\"relative\"\n");
  CHECK(app::documents_dir() == home.path() / "Documents");
  const test::TemporaryFolder elsewhere;
  const Variable said("XDG_DOCUMENTS_DIR", elsewhere.path().string());
  CHECK(app::documents_dir() == elsewhere.path());
}

}  // namespace
