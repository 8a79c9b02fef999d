#include "text/markdown.h"

#include <chrono>

#include "support/test.h"

using text::Block;
using text::Document;
using text::Style;

namespace {

const Block& first(const Document& document) {
  REQUIRE_FALSE(document.blocks.empty());
  return document.blocks.front();
}

std::size_t depth(const text::Blocks& blocks) {
  std::size_t deepest = 0;
  for (const Block& block : blocks) deepest = std::max(deepest, 1 + depth(block.children));
  return deepest;
}

}  // namespace

TEST_CASE("styles nest and end") {
  const Document document = text::parse_markdown("a **b *c* d** `e` ~~f~~");
  const text::Runs& runs = first(document).runs;
  REQUIRE(runs.size() == 8);
  CHECK(runs[1] == text::Run{"b ", Style::bold, "", ""});
  CHECK(runs[2] == text::Run{"c", Style::bold | Style::italic, "", ""});
  CHECK(runs[3].style == Style::bold);
  CHECK(runs[5] == text::Run{"e", Style::code, "", ""});
  CHECK(runs[7] == text::Run{"f", Style::strike, "", ""});
}

TEST_CASE("links, concepts and source notes are told apart") {
  const Document document = text::parse_markdown("See [tea](concept:tea), <https://a.org> and this.[^smith-2010][^b]");
  const text::Runs& runs = first(document).runs;
  REQUIRE(runs.size() == 7);
  CHECK(runs[1].link == "concept:tea");
  CHECK(runs[3].link == "https://a.org");
  CHECK(runs[5].footnote == "smith-2010");
  CHECK(runs[5].text.empty());
  CHECK(runs[6].footnote == "b");
}

TEST_CASE("what looks like a note in code, or is none, stays text") {
  CHECK(text::plain_text("`[^a]` [^] [^a b]") == "[^a] [^] [^a b]");
}

TEST_CASE("formulas and money") {
  const Document document = text::parse_markdown("$a^2 + b_1$ costs 5 $ or $ 6");
  const text::Runs& runs = first(document).runs;
  REQUIRE(runs.size() == 2);
  CHECK(runs[0] == text::Run{"a^2 + b_1", Style::formula, "", ""});
  CHECK(text::plain_text("US$5 and US$10 or $5 and $10") == "US$5 and US$10 or $5 and $10");
}

TEST_CASE("lists hold items that hold blocks, tight or loose") {
  for (const char* markdown : {"3. one\n4. two\n   - deep\n", "3. one\n\n4. two\n\n   - deep\n"}) {
    const Document document = text::parse_markdown(markdown);
    const Block& list = first(document);
    CHECK(list.kind == Block::Kind::list);
    CHECK(list.ordered);
    CHECK(list.start == 3);
    REQUIRE(list.children.size() == 2);
    REQUIRE(list.children[1].children.size() == 2);
    CHECK(list.children[1].children[0].runs[0].text == "two");
    CHECK(list.children[1].children[1].kind == Block::Kind::list);
  }
}

TEST_CASE("tables have a header, alignments and styled cells") {
  const Document document = text::parse_markdown("| a | b | c |\n|---|:-:|--:|\n| **x** | y |\n");
  const Block& table = first(document);
  REQUIRE(table.kind == Block::Kind::table);
  CHECK(table.columns == std::vector{text::Align::left, text::Align::center, text::Align::right});
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[1].cells.size() == 3);
  CHECK(table.rows[1].cells[0][0].style == Style::bold);
  CHECK(table.rows[1].cells[2].empty());
}

TEST_CASE("headings, quotes, code and rules") {
  const Document document = text::parse_markdown("## Two *words*\n\n> quoted\n\n```c\nint a;\nint b;\n```\n\n---\n");
  REQUIRE(document.blocks.size() == 4);
  CHECK(document.blocks[0].kind == Block::Kind::heading);
  CHECK(document.blocks[0].level == 2);
  CHECK(document.blocks[1].children.at(0).runs.at(0).text == "quoted");
  REQUIRE(document.blocks[2].runs.size() == 1);
  CHECK(document.blocks[2].runs[0].text == "int a;\nint b;");
  CHECK(document.blocks[3].kind == Block::Kind::rule);
}

TEST_CASE("hard breaks are runs, soft ones spaces") {
  const Document document = text::parse_markdown("a\nb  \nc");
  const text::Runs& runs = first(document).runs;
  REQUIRE(runs.size() == 3);
  CHECK(runs[0].text == "a b");
  CHECK(runs[1].text == "\n");
}

TEST_CASE("a note has no words, and leaves no doubled space") {
  CHECK(text::plain_text("Tea is hot. [^a] It steeps [^b], and [^a] cools. [^b]") ==
        "Tea is hot. It steeps, and cools.");
  CHECK(text::plain_text("Twice [^a] [^b] over") == "Twice over");
}

TEST_CASE("HTML is text, pictures are their words, entities their characters") {
  CHECK(text::plain_text("<b onclick='x'>hi</b>") == "<b onclick='x'>hi</b>");
  CHECK(text::plain_text("<script>\nalert(1)\n</script>") == "<script> alert(1) </script>");
  CHECK(text::plain_text("![a *map*](x.png) here") == "a map here");
  CHECK(text::plain_text("a&nbsp;&#233;&eacute; &#0; &#xD800;") == "a\u00a0é&eacute; \uFFFD \uFFFD");
}

TEST_CASE("references are found without a document") {
  const text::References found = text::references("# The *long* tail[^a]\n\nSee [x](concept:y) and [^b] and [^a].");
  CHECK(found.heading == "The long tail");
  CHECK(found.links == std::vector<std::string>{"concept:y"});
  CHECK(found.footnotes == std::vector<std::string>{"a", "b"});
  CHECK(text::references("Title\n=====\n").heading == "Title");
  CHECK(text::references("words\n\n# later").heading.empty());
  CHECK(text::references("plain words").links.empty());
}

TEST_CASE("plain text puts blocks on lines") {
  CHECK(text::plain_text("# A\n\nb[^c]\n\n- d\n- e\n\n|f|g|\n|---|---|\n|h|i|\n") == "A\nb\nd\ne\nf g\nh i");
}

TEST_CASE("deep nesting is flattened") {
  const Document document = text::parse_markdown(std::string(500, '>') + " a");
  CHECK(depth(document.blocks) <= 34);
  CHECK(text::plain_text(document) == "a");
  std::string list;
  for (int i = 0; i < 200; ++i) list += std::string(static_cast<std::size_t>(i) * 2, ' ') + "- x\n";
  CHECK(depth(text::parse_markdown(list).blocks) <= 34);
}

TEST_CASE("hostile texts take bounded time") {
  const auto start = std::chrono::steady_clock::now();
  std::string columns = "|";
  std::string rule = "|";
  for (int i = 0; i < 20'000; ++i) {
    columns += "a|";
    rule += "-|";
  }
  std::string rows;
  for (int i = 0; i < 20'000; ++i) rows += "|\n";
  text::parse_markdown(columns + "\n" + rule + "\n" + rows);
  for (const char* piece : {"[", "*a _b ", "![", "[^", "`", "$", "<a", "> ", "- ", "|", "~~", "**", "&#"}) {
    std::string markdown;
    while (markdown.size() < 50'000) markdown += piece;
    text::parse_markdown(markdown);
    text::references(markdown);
  }
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
}

TEST_CASE("any bytes give a document whose words references agree with") {
  const bool holds = rc::check([] {
    const auto piece =
        rc::gen::element<std::string>("[", "]", "^", "a", "b-1", "(", ")", "*", "_", "`", "\n", "#", " ", "- ", "$",
                                      "|", "---", "\n\n", ">", "\xff", "&lt;", "~~", "concept:");
    std::string markdown;
    for (const std::string& p : *rc::gen::container<std::vector<std::string>>(piece)) markdown += p;
    const Document document = text::parse_markdown(markdown);
    const text::References found = text::references(markdown);
    if (!document.blocks.empty() && document.blocks[0].kind == Block::Kind::heading) {
      RC_ASSERT(found.heading == text::plain_text(Document{{document.blocks[0]}}));
    }
  });
  CHECK(holds);
}

TEST_CASE("the first words of a text are those of its first paragraph") {
  CHECK(text::first_words("What does `f(x)` give?\n\n```\nlet x = 1\n```\n\nThink.") == "What does f(x) give?");
  CHECK(text::first_words("## Part\n\nWhat *is* it?\n\n- a\n- b") == "What is it?");
  CHECK(text::first_words("- a\n- b") == "a\nb");
  CHECK(text::first_words("") == "");
}

TEST_CASE("a text without the heading it opens with") {
  CHECK(text::without_heading("## One\n\nTwo.") == "\nTwo.");
  CHECK(text::without_heading("\n# One\nTwo.") == "Two.");
  CHECK(text::without_heading("One\n===\nTwo.") == "Two.");
  CHECK(text::without_heading("## One") == "");
  CHECK(text::without_heading("One.\n\n## Two") == "One.\n\n## Two");
  CHECK(text::without_heading("") == "");
}
