#include "ui/layout/layout.h"
#include "support/test.h"
#include "text/markdown.h"
#include "ui/core.h"

namespace layout_test {

namespace {

struct Bench {
  ui::NoGpu gpu;
  ui::Fonts fonts{{1, "", false}};
  ui::Context context{gpu, fonts};

  ui::Layout lay_out(std::string_view markdown, float width, ui::LayoutOptions options = {}) {
    return ui::lay_out(context.core().fonts, text::parse_markdown(markdown), width, options,
                       [](const std::string&) { return 7; });
  }
  std::vector<std::string> lines(std::string_view markdown, float width) {
    const ui::Layout layout = lay_out(markdown, width);
    std::vector<std::string> out;
    for (const ui::Layout::Line& l : layout.lines) out.push_back(layout.text.substr(l.text, l.text_end - l.text));
    return out;
  }
  Bench() {
    context.begin({{800, 600}, 1, 0, ui::ThemeName::light, {}, true});
    context.end();
  }
};

}  // namespace

TEST_CASE("no line is wider than its column, whatever the text") {
  Bench bench;
  rc::check([&](const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& w : words) all += w + " ";
    const float width = 60 + static_cast<float>(*rc::gen::inRange(0, 400));
    const ui::Layout layout = bench.lay_out(all, width);
    for (const ui::Layout::Line& l : layout.lines) RC_ASSERT(l.x + l.width <= width + 0.5f);
  });
}

TEST_CASE("words are not lost when lines are broken") {
  Bench bench;
  const std::string words =
      "Push a swing at the wrong moment and little happens; push it in time and small efforts add up.";
  for (const float width : {90.0f, 200.0f, 5000.0f}) {
    std::string joined;
    for (const std::string& line : bench.lines(words, width)) joined += (joined.empty() ? "" : " ") + line;
    CHECK(joined == words);
  }
}

TEST_CASE("lines are made equal without breaking a word") {
  Bench bench;
  ui::LayoutOptions options;
  options.align = ui::Align::center;
  for (float width = 130; width < 260; width += 3) {
    const ui::Layout layout = bench.lay_out("Complements personalisation augmented", width, options);
    for (const ui::Layout::Line& l : layout.lines) {
      const std::string line = layout.text.substr(l.text, l.text_end - l.text);
      INFO(width << ": " << line);
      const std::size_t first = std::string("Complements personalisation augmented").find(line);
      CHECK((first == 0 || first == 12 || first == 28));
    }
  }
}

TEST_CASE("French punctuation stays with its word") {
  Bench bench;
  for (float width = 100; width < 300; width += 7) {
    for (const std::string& line :
         bench.lines("Est-ce possible\u202f? Oui\u00a0: «\u202fbien sûr\u202f» dit-elle\u202f!", width)) {
      CHECK(line.find_first_of("?:!") != 0);
      CHECK(line.rfind("»", 0) != 0);
    }
  }
}

TEST_CASE("Korean breaks between syllables when a word would leave a hole") {
  Bench bench;
  const auto lines = bench.lines("대한민국초고속인터넷보급률은세계에서가장높은편이다", 120);
  REQUIRE(lines.size() > 1);
  for (const std::string& line : lines) CHECK(line.size() % 3 == 0);
}

TEST_CASE("a source note stays on the line of its word") {
  Bench bench;
  for (float width = 80; width < 400; width += 11) {
    for (const std::string& line :
         bench.lines("Computers pay after years of change.[^a] Then they pay well.[^a]", width))
      CHECK(line.rfind("[7]", 0) != 0);
  }
}

TEST_CASE("the last line has company") {
  Bench bench;
  for (float width = 200; width < 420; width += 3) {
    const auto lines =
        bench.lines("Small efforts add up to much when each of them is made at the right time by us", width);
    if (lines.size() > 1) CHECK(lines.back().size() > 2);
  }
}

TEST_CASE("a table fits its column and keeps its cells apart") {
  Bench bench;
  const char* table =
      "| Country | Share of households online |\n| :-- | --: |\n| Korea | 99.5 % |\n| A country with a long name "
      "indeed | 61 % |\n";
  for (const float width : {140.0f, 260.0f, 600.0f}) {
    const ui::Layout layout = bench.lay_out(table, width);
    for (const ui::Layout::Line& l : layout.lines) CHECK(l.x + l.width <= width + 0.5f);
    CHECK(layout.height > 60);
  }
}

TEST_CASE("headings have lines of nearly equal length") {
  Bench bench;
  const ui::Layout layout = bench.lay_out("## A heading with enough words in it to need a second line here", 460);
  REQUIRE(layout.lines.size() == 2);
  CHECK(layout.lines[1].width > 0.7f * layout.lines[0].width);
}

TEST_CASE("links and notes are kept as targets") {
  Bench bench;
  const ui::Layout layout = bench.lay_out("See [this](concept:tail) and that.[^a]", 600);
  REQUIRE(layout.links.size() == 2);
  CHECK(layout.links[0].target == "concept:tail");
  CHECK(layout.links[1].note);
  CHECK(layout.links[1].number == 7);
}

TEST_CASE("deep and odd documents are laid out") {
  Bench bench;
  std::string deep;
  for (int i = 0; i < 60; ++i) deep += std::string(static_cast<std::size_t>(i) * 2, ' ') + "- item\n";
  CHECK(bench.lay_out(deep, 100).height > 0);
  CHECK(bench.lay_out("", 100).height == 0);
  CHECK(bench.lay_out("word", 0).lines.size() >= 1);
}

}  // namespace layout_test
