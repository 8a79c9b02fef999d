#include "print/sheet.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "course/load.h"
#include "print/markup.h"
#include "print/write.h"
#include "support/temporary_folder.h"
#include "support/test.h"

namespace {

using pdf::Part;

std::vector<course::Question> questions(const std::string& language = {}) {
  course::LoadOptions options;
  options.language = language;
  const auto loaded = course::load(test::source_dir() / "tests" / "data" / "courses" / "whole", options);
  std::vector<course::Question> found;
  for (const course::Lesson& lesson : loaded.course->lessons) {
    for (const course::Step& step : lesson.steps) {
      if (step.question() != nullptr) found.push_back(*step.question());
    }
  }
  return found;
}

print::SheetOptions options(std::uint64_t seed = 1) {
  print::SheetOptions made;
  made.title = "Tea";
  made.language = "en";
  made.seed = seed;
  return made;
}

const print::Draw kNothing;

/// Markdown as one paragraph of markup.
std::string line(std::string_view markdown) {
  pdf::Document document;
  return print::Markup(kNothing, document).line(markdown);
}

std::vector<Part> parts_of(std::string_view markdown, pdf::Document& document, const print::Draw& draw = kNothing) {
  std::vector<Part> parts;
  print::Markup(draw, document).add(markdown, Part::Kind::words, parts);
  return parts;
}

/// Draws everything as one grey pixel, and remembers what.
print::Draw drawn(std::vector<print::Figure>& asked) {
  return [&](const print::Figure& figure) {
    asked.push_back(figure);
    return pdf::Picture{1, 1, {128, 128, 128, 255}, 10, 0, 0, false, "words under it"};
  };
}

std::string first_of(std::string_view markdown) {
  pdf::Document document;
  return parts_of(markdown, document).at(0).words;
}

std::string words_of(const pdf::Document& document) {
  std::string all;
  for (const pdf::Item& item : document.items) {
    for (const Part& part : item.parts) {
      all += part.words + "\n" + part.label + "\n";
      for (const std::string& words : part.left) all += words + "\n";
      for (const std::string& words : part.right) all += words + "\n";
    }
  }
  return all;
}

course::Question choices(std::size_t count) {
  course::Choices kind;
  for (std::size_t i = 0; i < count; ++i)
    kind.choices.push_back({i == 0, "choice " + std::to_string(i), "because " + std::to_string(i)});
  course::Question question;
  question.id = course::QuestionId("q");
  question.ask = "Which?";
  question.explain = "Explained.";
  question.kind = std::move(kind);
  return question;
}

/// The letter under which a choice stands on a sheet or its key.
std::string letter_of(const pdf::Document& document, const std::string& words) {
  for (const Part& part : document.items.at(0).parts) {
    if (part.words.find(words) != std::string::npos) return part.label;
  }
  return {};
}

}  // namespace

TEST_CASE("a sheet holds every question and no answer") {
  const auto all = questions();
  REQUIRE(all.size() >= 9);
  const pdf::Document sheet = print::sheet(all, options());
  REQUIRE(sheet.items.size() == all.size());
  const std::string words = words_of(sheet);
  for (std::size_t i = 0; i < all.size(); ++i) {
    CHECK(sheet.items[i].number == std::to_string(i + 1) + ".");
    CHECK(sheet.items[i].parts.at(0).words == first_of(all[i].ask));
    if (!all[i].explain.empty()) CHECK(words.find(line(all[i].explain)) == std::string::npos);
    for (const Part& part : sheet.items[i].parts) CHECK(part.mark != Part::Mark::cross);
    const auto* typed = std::get_if<course::Answers>(&all[i].kind);
    pdf::Document alone;
    alone.items = {sheet.items[i]};
    for (const auto& answer : typed != nullptr ? typed->accepted : std::vector<course::TypedAnswer>())
      CHECK((answer.text.empty() || words_of(alone).find(answer.text) == std::string::npos));
  }
}

TEST_CASE("the key names right answers by the letters of its sheet") {
  rc::check([](std::uint64_t seed) {
    const std::size_t count = *rc::gen::inRange<std::size_t>(2, 12);
    const std::vector<course::Question> one{choices(count)};
    const pdf::Document sheet = print::sheet(one, options(seed)), key = print::key(one, options(seed));
    for (std::size_t i = 0; i < count; ++i) {
      const std::string words = "choice " + std::to_string(i);
      RC_ASSERT(!letter_of(sheet, words).empty());
      RC_ASSERT(letter_of(sheet, words) == letter_of(key, words));
    }
    const auto& parts = key.items[0].parts;
    const auto ticked =
        std::find_if(parts.begin(), parts.end(), [](const Part& p) { return p.mark == Part::Mark::cross; });
    RC_ASSERT(ticked != parts.end());
    RC_ASSERT(ticked->words.find("choice 0") != std::string::npos);
    RC_ASSERT(parts.back().words == "Explained.");
  });
}

TEST_CASE("the key says why foreseen numbers are wrong, and shows an answer where there are patterns alone") {
  course::Question number = choices(2);
  number.kind = course::Number{
      .is = 12, .low = 10, .high = 14, .wrong = {{120, 120, "Ten times too *much*."}, {1, 3, "One cup."}}};
  course::Question typed = choices(2);
  course::Answers patterns;
  patterns.accepted = {{"", course::Pattern("h(eat|igh).*"), 1, ""}};
  patterns.example = "high temperature";
  typed.kind = patterns;
  const std::string key = words_of(print::key(std::vector{number, typed}, options()));
  CHECK(key.find("<b>120</b>  Ten times too <i>much</i>.") != std::string::npos);
  CHECK(key.find("<b>1 to 3</b>  One cup.") != std::string::npos);
  CHECK(key.find("<b>high temperature</b>") != std::string::npos);
}

TEST_CASE("the last choice stays last where it should; nothing moves where nothing may") {
  course::Question question = choices(5);
  std::get<course::Choices>(question.kind).keep_last = true;
  for (std::uint64_t seed = 0; seed < 20; ++seed)
    CHECK(letter_of(print::sheet({question}, options(seed)), "choice 4") == "E");
  question.shuffle = false;
  CHECK(letter_of(print::sheet({question}, options(7)), "choice 0") == "A");
}

TEST_CASE("an order is never shown solved") {
  course::Question question = choices(2);
  question.kind = course::Order{{"first", "second", "third"}};
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    const pdf::Document sheet = print::sheet({question}, options(seed));
    CHECK(sheet.items[0].parts.back().left != std::vector<std::string>{"first", "second", "third"});
  }
}

TEST_CASE("matching sheets and keys agree") {
  course::Question question = choices(2);
  question.kind = course::Match{{{"Sencha", "Japan"}, {"Assam", "India"}, {"Pu-erh", "China"}}, {"Brazil"}};
  const pdf::Document sheet = print::sheet({question}, options(5)), key = print::key({question}, options(5));
  const auto& right = sheet.items[0].parts.back().right;
  REQUIRE(right.size() == 4);
  for (const std::string& words : right) {
    if (words.find("India") == std::string::npos) continue;
    const std::string letter = words.substr(3, 1);
    CHECK(words_of(key).find("Assam → <b>" + letter + "</b>  India") != std::string::npos);
  }
}

TEST_CASE("Markdown becomes markup that cannot break out") {
  CHECK(line("a < b & **c** _d_ `e` $x^2$") == "a &lt; b &amp; <b>c</b> <i>d</i> <tt>e</tt> <i>x²</i>");
  CHECK(line("Said. [^note] More.") == "Said. More.");
  pdf::Document document;
  CHECK(parts_of("- one\n- two", document).size() == 2);
  CHECK(print::escaped(std::string("a\x01z", 3)) == "az");
}

TEST_CASE("points are shown, opinions have none") {
  course::Question question = choices(2);
  question.points = 2.5;
  CHECK(print::sheet({question}, options()).items[0].points == "2.5 points");
  question.kind = course::Scale{};
  CHECK(print::sheet({question}, options()).items[0].points.empty());
}

TEST_CASE("a document of any length is written, its pages counted") {
  const test::TemporaryFolder folder;
  std::vector<course::Question> many(60, choices(6));
  const auto file = folder.path() / "many.pdf";
  const auto pages = print::write(print::sheet(many, options()), file);
  REQUIRE(pages.has_value());
  CHECK(*pages >= 8);
  CHECK(*pages <= 20);
  course::Question long_one = choices(2);
  for (int i = 0; i < 400; ++i) long_one.ask += "\n\nA paragraph of a question that is longer than a page.";
  const auto more = print::write(print::sheet({long_one}, options()), file);
  REQUIRE(more.has_value());
  CHECK(*more > 5);
  CHECK(print::write(print::sheet(many, options()), folder.path() / "no" / "such" / "folder.pdf").error().refusal ==
        base::Refusal::not_found);
}

TEST_CASE("what is pointed at, drawn or moved is drawn, in the key with what is right") {
  const auto loaded = course::load(test::source_dir() / "tests" / "data" / "kinds");
  std::vector<course::Question> all;
  for (const course::Step& step : loaded.course->lessons.at(0).steps) {
    if (step.question() != nullptr) all.push_back(*step.question());
  }
  std::vector<print::Figure> asked;
  print::SheetOptions options = ::options();
  options.draw = drawn(asked);
  const pdf::Document sheet = print::sheet(all, options);
  CHECK(sheet.pictures.size() == 3);
  REQUIRE(asked.size() == 3);
  for (const print::Figure& figure : asked) CHECK(figure.kind == print::Figure::Kind::question);
  CHECK(words_of(sheet).find("answered on the screen") == std::string::npos);
  CHECK(words_of(sheet).find("The bush") == std::string::npos);
  // What one would set has room to be written down.
  CHECK(words_of(sheet).find("from 60 to 100\u202f°C") != std::string::npos);
  CHECK(words_of(sheet).find("yes / no") != std::string::npos);
  asked.clear();
  const pdf::Document key = print::key(all, options);
  CHECK(key.pictures.size() == 3);
  for (const print::Figure& figure : asked) CHECK(figure.kind == print::Figure::Kind::answer);
  CHECK(words_of(key).find("1. <b>The bush</b>  Leaves grow on it.") != std::string::npos);
  CHECK(print::figures(all, ::options()).size() == 6);
  // Without anybody who draws, they are left to the screen.
  const std::string plain = words_of(print::sheet(all, ::options()));
  CHECK(plain.find("answered on the screen") != std::string::npos);
  CHECK(plain.find("Mark 2 places") == std::string::npos);
}

TEST_CASE("a formula stands among words as a picture, or by itself where it has a line of its own") {
  std::vector<print::Figure> asked;
  const print::Draw draw = drawn(asked);
  pdf::Document document;
  const auto parts = parts_of("Where $x$ is $$x^2 = 2$$ and **not** $y$.", document, draw);
  REQUIRE(parts.size() == 3);
  CHECK(parts[0].words == "Where \U000f0001 is");
  CHECK(parts[1].kind == Part::Kind::picture);
  CHECK(parts[1].count == 0);
  CHECK(parts[1].centred);
  CHECK(parts[2].words == "and <b>not</b> \U000f0002.");
  REQUIRE(document.pictures.size() == 3);
  CHECK(asked[0].kind == print::Figure::Kind::formula);
  CHECK(asked[0].formula == "x^2 = 2");
  CHECK(asked[1].kind == print::Figure::Kind::inline_formula);
  // A list keeps its marks, and one paragraph stays one.
  CHECK(parts_of("- $x$\n- b", document, draw)[0].words.starts_with("• "));
  CHECK(print::Markup(draw, document).line("a $$b$$ c").find('\n') == std::string::npos);
}

TEST_CASE("no course can write the characters that stand for pictures") {
  CHECK(print::escaped("a\U000f0000b\U000ffffdc") == "abc");
  CHECK(print::escaped("\U0001f375 차") == "\U0001f375 차");
}

TEST_CASE("a table is a table") {
  pdf::Document document;
  const auto parts = parts_of("| a | b |\n| --- | ---: |\n| 1 | **2** |", document);
  REQUIRE(parts.size() == 1);
  CHECK(parts[0].kind == Part::Kind::table);
  CHECK(parts[0].sides == std::vector<Part::Side>{Part::Side::left, Part::Side::right});
  CHECK(parts[0].left == std::vector<std::string>{"a", "b", "1", "<b>2</b>"});
}

TEST_CASE("pictures of any size, and tables of any width, stay on the page") {
  const test::TemporaryFolder folder;
  pdf::Document document;
  document.page = "{page}";
  const auto picture = [&](int width, int height, double points) {
    pdf::Picture made;
    made.width = width;
    made.height = height;
    made.points = points;
    made.pixels.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4, 200);
    made.words = std::string(2000, 'w') + "\U000f0000";  // what stands for a picture means nothing here
    document.pictures.push_back(std::move(made));
  };
  picture(50, 4000, 5000);
  picture(4000, 50, 5000);
  picture(0, 0, 100);
  pdf::Item item;
  for (int i = -1; i < 4; ++i) {
    Part part{Part::Kind::picture};
    part.count = i;
    item.parts.push_back(part);
  }
  Part table{Part::Kind::table};
  table.sides.assign(12, Part::Side::middle);
  for (int i = 0; i < 36; ++i) table.left.push_back("a cell with many words in it");
  item.parts.push_back(table);
  Part broken{Part::Kind::table};
  broken.sides.assign(3, Part::Side::left);
  broken.left = {"one", "two", "three", "four"};
  item.parts.push_back(broken);
  item.parts.push_back({Part::Kind::words, "Among words: \U000f0001, and one that is not there: \U000f0777."});
  document.items = {item};
  const auto pages = print::write(document, folder.path() / "a.pdf");
  REQUIRE(pages.has_value());
  CHECK(*pages <= 4);
}
