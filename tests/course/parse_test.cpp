#include "course/yaml/parse.h"

#include <chrono>

#include "support/test.h"

namespace parse_test {

using course::Node;
using course::SourceFile;

namespace {

struct Parsed {
  explicit Parsed(std::string text, course::YamlLimits limits = {}) : file("a.yaml", std::move(text)) {
    tree = course::parse_yaml(file, limits, diagnostics);
  }
  const Node& root() const {
    REQUIRE(tree.has_value());
    return tree->root();
  }
  SourceFile file;
  base::Diagnostics diagnostics;
  std::optional<course::Tree> tree;
};

const base::Diagnostic& only(const Parsed& parsed) {
  REQUIRE(parsed.diagnostics.size() == 1);
  return parsed.diagnostics[0];
}

/// Visits all values and checks that places and texts lie inside of the file.
std::size_t visit(const Node& node, const SourceFile& file) {
  std::size_t count = 1;
  RC_ASSERT(node.offset() <= file.text().size());
  const base::Span span = file.value_span(node.offset(), node.text().size());
  RC_ASSERT(span.line >= 1);
  for (std::uint32_t i = 0; node.is_list() && i < node.size(); ++i) count += visit(node.item(i), file);
  for (std::uint32_t i = 0; node.is_map() && i < node.size(); ++i) {
    count += visit(node.key(i), file) + visit(node.value(i), file);
  }
  return count;
}

}  // namespace

TEST_CASE("a file becomes a tree with places") {
  const Parsed parsed("title: Tea\nsteps:\n  - text: |\n      One\n      two\n  - [1, \"2\", ~]\n");
  const Node& root = parsed.root();
  CHECK(parsed.diagnostics.empty());
  CHECK(root.size() == 2);
  CHECK(root.find("title")->text() == "Tea");
  CHECK(root.find("none") == nullptr);
  const Node& steps = *root.find("steps");
  REQUIRE(steps.is_list());
  CHECK(steps.item(0).find("text")->text() == "One\ntwo\n");
  const Node& list = steps.item(1);
  CHECK(list.size() == 3);
  CHECK(list.item(0).is_plain());
  CHECK_FALSE(list.item(1).is_plain());
  CHECK(list.item(2).is_null());
  CHECK(parsed.file.value_span(list.item(1).offset()) == base::Span{6, 9, 3});
  CHECK(parsed.file.value_span(steps.item(0).find("text")->offset()) == base::Span{4, 7, 3});
}

TEST_CASE("columns count characters, not bytes") {
  const Parsed parsed("é한: [à, ü]\n");
  const Node& list = parsed.root().value(0);
  CHECK(parsed.file.value_span(list.item(1).offset(), list.item(1).text().size()) == base::Span{1, 9, 1});
}

TEST_CASE("an empty file is nothing, without a complaint of its own") {
  CHECK(Parsed("").root().is_null());
  CHECK(Parsed("# a comment\n").root().is_null());
}

TEST_CASE("a byte order mark and carriage returns do no harm") {
  const Parsed parsed("\xEF\xBB\xBFtitle: Tea\r\nid: x\r\n");
  CHECK(parsed.root().find("title")->text() == "Tea");
  CHECK(parsed.root().find("id")->text() == "x");
  CHECK(parsed.file.value_span(parsed.root().find("id")->offset(), 1) == base::Span{2, 5, 1});
}

TEST_CASE("a key given twice shows both places, in small maps and large ones") {
  std::string large;
  for (int i = 0; i < 50; ++i) large += "k" + std::to_string(i) + ": 1\n";
  for (const std::string& text : {std::string("a: 1\nk7: 2\nk7: 3\n"), large + "k7: 2\n"}) {
    const Parsed parsed(text);
    CHECK(only(parsed).rule == "duplicate-key");
    CHECK(only(parsed).related.size() == 1);
    CHECK(only(parsed).related[0].span.line < only(parsed).span.line);
    CHECK(parsed.tree.has_value());
  }
}

TEST_CASE("aliases share what they stand for and count in full") {
  const Parsed parsed("a: &x [1, 2]\nb: [*x, *x]\n", {.depth = 8, .nodes = 20});
  CHECK(parsed.root().find("b")->item(1).item(1).text() == "2");
  CHECK(parsed.diagnostics.empty());
  CHECK(only(Parsed("a: &x [1, 2]\nb: [*x, *x, *x, *x, *x]\n", {.depth = 8, .nodes = 20})).rule == "too-many-values");
}

TEST_CASE("an alias bomb is told at once and costs nothing") {
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 30; ++i) {
    const std::string name = "*a" + std::to_string(i - 1) + ", ";
    std::string aliases;
    for (int j = 0; j < 9; ++j) aliases += name;
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + aliases + "]\n";
  }
  const auto start = std::chrono::steady_clock::now();
  const Parsed parsed(bomb);
  CHECK(only(parsed).rule == "too-many-values");
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::milliseconds(50));
}

TEST_CASE("nesting is bounded, far below the stack") {
  for (const char* open : {"[", "{a: ", "- "}) {
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += open;
    const Parsed parsed(deep);
    CHECK_FALSE(parsed.tree.has_value());
    CHECK_FALSE(parsed.diagnostics.empty());
  }
}

TEST_CASE("foreign bytes are refused with their place") {
  CHECK(only(Parsed("a: \xff\n")).span == base::Span{1, 4, 1});
  CHECK(only(Parsed(std::string("a: b\0c\n", 7))).span == base::Span{1, 5, 1});
  CHECK(only(Parsed("a: b\x04\nc: d\n")).rule == "encoding");
  const Parsed wide(
      std::string("\xFF\xFE"
                  "a\0",
                  4));
  CHECK(base::in_words(only(wide).message) == "the file is in UTF-16");
}

TEST_CASE("any text of YAML's pieces gives a tree or a complaint with a place") {
  const bool holds = rc::check([] {
    const auto piece = rc::gen::element<std::string>("a", "b: ", "- ", "\n", "  ", "\"", "'", "[", "]", "{", "}", ", ",
                                                     "|", ">", "&x ", "*x", "!t ", "#", "\t", "? ", ": ", "---\n",
                                                     "...\n", "%", "@", "~", "\\", "é", "한", "\r\n", "0", "<<: ");
    std::string text;
    for (const std::string& p : *rc::gen::container<std::vector<std::string>>(piece)) text += p;
    SourceFile file("a.yaml", text);
    base::Diagnostics diagnostics;
    const auto tree = course::parse_yaml(file, {}, diagnostics);
    RC_ASSERT(tree.has_value() || base::has_errors(diagnostics));
    for (const base::Diagnostic& d : diagnostics) {
      RC_ASSERT(d.span.line >= 1);
      RC_ASSERT_FALSE(d.message.empty());
    }
    if (tree) visit(tree->root(), file);
  });
  CHECK(holds);
}

}  // namespace parse_test
