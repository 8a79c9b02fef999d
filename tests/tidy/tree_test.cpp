// The project itself, under its own rules.

#include <cstdio>

#include "support/test.h"
#include "tidy/rules.h"

namespace {

constexpr int kLongest = 450;

/// Files that may be longer. Empty is right.
const tidy::Allowed& allowed() {
  static const tidy::Allowed files = {};
  return files;
}

const tidy::Tree& project() {
  static const tidy::Tree tree = tidy::read_tree(test::source_dir());
  return tree;
}

/// What the build compiles: each file in quotes, also where several are compiled together.
std::string compile_commands() {
  std::string commands = test::read(test::binary_dir() / "compile_commands.json");
  constexpr std::string_view opens = "\"file\": \"";
  std::string together;
  for (std::size_t at = commands.find(opens); at != std::string::npos; at = commands.find(opens, at)) {
    at += opens.size();
    const std::filesystem::path file = commands.substr(at, commands.find('"', at) - at);
    if (file.parent_path().filename() == "Unity") together += test::read(file);
  }
  return commands + together;
}

void require_none(const tidy::Findings& findings) {
  std::fputs(tidy::to_text(findings).c_str(), stderr);  // Catch would break the lines
  REQUIRE(findings.empty());
}

}  // namespace

TEST_CASE("the table of engine/README.md is a table whose arrows point up") {
  tidy::Findings findings;
  const tidy::Folders folders = tidy::read_folders(project(), findings);
  require_none(findings);
  REQUIRE(folders.contains("base"));
  REQUIRE(folders.contains("course"));
}

TEST_CASE("includes follow the table, and libraries stay in their folders") {
  tidy::Findings findings;
  require_none(tidy::check_includes(project(), tidy::read_folders(project(), findings)));
}

TEST_CASE("every source is compiled") {
  REQUIRE_FALSE(compile_commands().empty());
  require_none(tidy::check_dead_sources(project(), compile_commands(), {"tests/bench/"}));
}

TEST_CASE("every header is included by somebody") { require_none(tidy::check_dead_headers(project())); }

TEST_CASE("no variable outlives its call") { require_none(tidy::check_statics(project())); }

TEST_CASE("no file is too long") { require_none(tidy::check_length(project(), kLongest, allowed())); }

TEST_CASE("nothing says that it is not done") { require_none(tidy::check_words(project())); }

TEST_CASE("headers begin as they should") { require_none(tidy::check_headers(project())); }

TEST_CASE("links in the documents lead somewhere") { require_none(tidy::check_links(project())); }
