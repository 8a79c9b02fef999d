// The rules themselves: each finds the fault that is planted for it, and nothing in a tree without one.

#include "support/temporary_folder.h"
#include "support/test.h"
#include "tidy/rules.h"

namespace {

/// A small project in a temporary folder: base, text above it, ui above both.
class Planted {
 public:
  Planted() {
    write("engine/README.md",
          "| folder | what | may use | third party |\n| --- | --- | --- | --- |\n"
          "| base | ids | – | – |\n| text | words | base | md4c |\n| course | values | text | – |\n");
    write("engine/base/id.h", "#pragma once\nnamespace base {\n}\n");
    write("engine/text/fold.h", "#pragma once\n#include \"base/id.h\"\nnamespace text {\n}\n");
    write("engine/course/load.h", "#pragma once\nnamespace course {\n}\n");
    write("engine/course/load.cpp",
          "#include \"course/load.h\"\n#include <vector>\n#include \"base/id.h\"\n#include \"text/fold.h\"\n");
    write("tools/commands/main.cpp", "#include \"course/load.h\"\n");
  }

  void write(const std::string& path, const std::string& text) const { folder_.write(path, text); }

  tidy::Tree tree() const { return tidy::read_tree(folder_.path()); }

  tidy::Findings includes() const {
    tidy::Findings findings;
    const tidy::Tree read = tree();
    const tidy::Folders folders = tidy::read_folders(read, findings);
    for (tidy::Finding& finding : tidy::check_includes(read, folders)) findings.push_back(std::move(finding));
    return findings;
  }

 private:
  test::TemporaryFolder folder_;
};

/// One finding, of this rule, in this file and line.
void require_one(const tidy::Findings& findings, const std::string& rule, const std::string& file, int line) {
  INFO(tidy::to_text(findings));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].rule == rule);
  CHECK(findings[0].file == file);
  CHECK(findings[0].line == line);
}

}  // namespace

TEST_CASE("a sound tree has no findings") {
  const Planted planted;
  CHECK(planted.includes().empty());
  CHECK(tidy::check_dead_headers(planted.tree()).empty());
  CHECK(tidy::check_statics(planted.tree()).empty());
  CHECK(tidy::check_words(planted.tree()).empty());
  CHECK(tidy::check_headers(planted.tree()).empty());
}

TEST_CASE("an arrow against the table is found") {
  const Planted planted;
  planted.write("engine/base/id.cpp", "#include \"base/id.h\"\n#include \"text/fold.h\"\n");
  require_one(planted.includes(), "arrow", "engine/base/id.cpp", 2);
}

TEST_CASE("a header that the build makes belongs to the folder that it names") {
  const Planted planted;
  planted.write("engine/text/words.cpp", "#include \"base/made.h\"\n#include \"course/made.h\"\n");
  require_one(planted.includes(), "arrow", "engine/text/words.cpp", 2);
}

TEST_CASE("an arrow from the engine to the tests is found") {
  const Planted planted;
  planted.write("tests/support/test.h", "#pragma once\n");
  planted.write("engine/base/id.cpp", "#include \"support/test.h\"\n");
  require_one(planted.includes(), "arrow", "engine/base/id.cpp", 1);
}

TEST_CASE("a row that points down, or nowhere, is found") {
  const Planted planted;
  planted.write("engine/README.md",
                "| base | ids | text | – |\n| text | words | base | md4c |\n| course | values | text | – |\n");
  require_one(planted.includes(), "table", "engine/README.md", 1);
}

TEST_CASE("a folder without a row is found") {
  const Planted planted;
  planted.write("engine/cloud/sync.cpp", "#include <string>\n");
  require_one(planted.includes(), "folder", "engine/cloud/sync.cpp", 0);
}

TEST_CASE("a library outside its folder is found, and inside it is not") {
  const Planted planted;
  planted.write("engine/text/markdown.cpp", "#include <md4c.h>\n");
  planted.write("engine/course/chart.cpp", "#include <string>\n#include <md4c.h>\n");
  require_one(planted.includes(), "library", "engine/course/chart.cpp", 2);
}

TEST_CASE("a header that nobody knows is found") {
  const Planted planted;
  planted.write("engine/text/markdown.cpp", "#include <boost/beast.hpp>\n");
  require_one(planted.includes(), "unknown-header", "engine/text/markdown.cpp", 1);
}

TEST_CASE("a header of ours in angle brackets is found") {
  const Planted planted;
  planted.write("engine/text/fold.cpp", "#include <text/fold.h>\n");
  require_one(planted.includes(), "quotes", "engine/text/fold.cpp", 1);
}

TEST_CASE("a header that only its own source includes is found") {
  const Planted planted;
  planted.write("engine/course/load.cpp",
                "#include \"course/load.h\"\n#include \"text/fold.h\"\n#include \"base/id.h\"\n");
  planted.write("engine/course/chart.h", "#pragma once\nnamespace course {\n}\n");
  require_one(tidy::check_dead_headers(planted.tree()), "dead-header", "engine/course/chart.h", 0);
}

TEST_CASE("a source that is not compiled is found") {
  const Planted planted;
  planted.write("engine/course/chart.cpp", "int chart();\n");
  const tidy::Tree tree = planted.tree();
  const std::string commands = "\"" + (tree.root / "engine/course/load.cpp").string() + "\" \"" +
                               (tree.root / "tools/commands/main.cpp").string() + "\"";
  require_one(tidy::check_dead_sources(tree, commands, {}), "dead-source", "engine/course/chart.cpp", 0);
  CHECK(tidy::check_dead_sources(tree, commands, {"engine/course/"}).empty());
}

TEST_CASE("statics and globals are found, constants and functions are not") {
  const Planted planted;
  SECTION("a static in a function") {
    planted.write("engine/base/id.cpp", "int next() {\n  static int count = 0;\n  return ++count;\n}\n");
    require_one(tidy::check_statics(planted.tree()), "static", "engine/base/id.cpp", 2);
  }
  SECTION("a global") {
    planted.write("engine/base/id.cpp", "namespace base {\nstd::vector<int> seen;\n}\n");
    require_one(tidy::check_statics(planted.tree()), "global", "engine/base/id.cpp", 2);
  }
  SECTION("what is neither") {
    planted.write("engine/base/id.cpp",
                  "constexpr int kMost = 3;\nstatic const char* const kName = \"static int x;\";\n// int old = 1;\n"
                  "using Map = int;\nstruct A {\n  static A make(int x = 0);\n  static constexpr int kTwo = 2;\n};\n"
                  "bool operator==(A, A);\nA& A::operator=(A);\nconst char* kSql = R\"(\nint x = 0;\n)\";\n");
    CHECK(tidy::to_text(tidy::check_statics(planted.tree())).empty());
  }
}

TEST_CASE("a long file is found, unless it is allowed") {
  const Planted planted;
  std::string text;
  for (int i = 0; i < 12; ++i) text += "//\n";
  planted.write("engine/base/long.cpp", text);
  require_one(tidy::check_length(planted.tree(), 11, {}), "length", "engine/base/long.cpp", 12);
  CHECK(tidy::check_length(planted.tree(), 12, {}).empty());
  CHECK(tidy::check_length(planted.tree(), 11, {"engine/base/long.cpp"}).empty());
}

TEST_CASE("a word that says it is not done is found") {
  const Planted planted;
  planted.write("docs/notes.md", std::string("# Notes\n\nTO") + "DO: more\n");
  require_one(tidy::check_words(planted.tree()), "word", "docs/notes.md", 3);
}

TEST_CASE("a header without its pragma or its namespace is found") {
  const Planted planted;
  SECTION("pragma") {
    planted.write("engine/base/other.h", "namespace base {\n}\n");
    require_one(tidy::check_headers(planted.tree()), "pragma", "engine/base/other.h", 1);
  }
  SECTION("namespace") {
    planted.write("engine/base/other.h", "#pragma once\nnamespace bass {\n}\n");
    require_one(tidy::check_headers(planted.tree()), "namespace", "engine/base/other.h", 0);
  }
}

TEST_CASE("a link that leads nowhere is found") {
  const Planted planted;
  planted.write("docs/a.md", "[b](b.md#part) [engine](../engine/README.md) [web](https://example.org/x)\n");
  require_one(tidy::check_links(planted.tree()), "link", "docs/a.md", 1);
}

TEST_CASE("literals and comments are blanked, code is not") {
  CHECK(tidy::blank("a = \"// x\"; // y") == "a = \"    \";     ");
  CHECK(tidy::blank("n = 1'000 + 'x' /* z */ + 1") == "n = 1'000 + ' '         + 1");
  CHECK(tidy::blank("\"\\\"\" + 1") == "\"  \" + 1");
}
