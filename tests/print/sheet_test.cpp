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
    CHECK(sheet.items[i].parts.at(0).words == print::paragraphs(all[i].ask).at(0));
    if (!all[i].explain.empty()) CHECK(words.find(print::line(all[i].explain)) == std::string::npos);
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
  CHECK(print::line("a < b & **c** _d_ `e` $x^2$") == "a &lt; b &amp; <b>c</b> <i>d</i> <tt>e</tt> <i>x²</i>");
  CHECK(print::line("Said. [^note] More.") == "Said. More.");
  CHECK(print::paragraphs("- one\n- two").size() == 2);
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
        base::Refusal::no_permission);
}
