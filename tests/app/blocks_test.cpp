// Blocks that one can touch, by mouse and by keyboard, in the whole program.

#include "app/player.h"

namespace {

using screens::ScreenName;
using test::Player;
using ui::Key;

const course::CourseId kBlocks("blocks");

class Blocks : public Player {
 public:
  explicit Blocks(ui::Vec size = {1280, 3000}, float scale = 1)
      : Player("en", size, scale, {test::source_dir() / "tests/data/courses/blocks"}) {
    type("Léa");
    press(Key::enter);
    wait_for_courses();
    go({ScreenName::lesson, kBlocks, course::LessonId("touch"), {}});
    REQUIRE(in_lesson());
  }
  bool shows(const char* words) { return robot().shows(words); }
  const screens::Peek* peek() const { return model().shared.peek ? &*model().shared.peek : nullptr; }
  /// The path of the item that ends so.
  std::string path(const std::string& end) {
    for (const auto& [id, path] : robot().record().paths) {
      if (path.ends_with(end)) return path;
    }
    return {};
  }
};

}  // namespace

TEST_CASE("a box opens its definition by the keyboard, Escape closes it, Enter leads on") {
  Blocks player;
  const std::string box = player.path("leaf-to-cup/diagram/2");
  REQUIRE_FALSE(box.empty());
  for (int i = 0; i < 30 && player.robot().focused() != box; ++i) player.press(Key::tab);
  REQUIRE(player.robot().focused() == box);
  player.press(Key::enter);
  REQUIRE(player.peek() != nullptr);
  CHECK(player.peek()->id == "oxidation");
  CHECK(player.peek()->stays);
  CHECK(player.robot().has("peek/content/open"));
  player.press(Key::escape);
  CHECK(player.peek() == nullptr);
  CHECK(player.in_lesson());
  CHECK(player.robot().focused() == box);
  player.press(Key::enter);
  player.press(Key::enter);
  CHECK(player.model().place.screen == ScreenName::course);
  CHECK(player.model().place.concept_id == course::ConceptId("oxidation"));
}

TEST_CASE("resting on a box shows its definition until the mouse leaves") {
  Blocks player;
  player.robot().hover(player.path("leaf-to-cup/diagram/2"));
  CHECK(player.peek() == nullptr);
  player.robot().advance(1);
  REQUIRE(player.peek() != nullptr);
  CHECK_FALSE(player.peek()->stays);
  CHECK(player.shows("Oxidation"));
  // Over to the card itself: it stays, and its own link leads to the next term.
  player.robot().hover("peek/content/open");
  CHECK(player.peek() != nullptr);
  player.click("peek/content/definition/0");
  REQUIRE(player.peek() != nullptr);
  CHECK(player.peek()->id == "enzyme");
  player.press(Key::escape);
  player.robot().hover("side/today");
  player.robot().advance(1);
  CHECK(player.peek() == nullptr);
}

TEST_CASE("a note of a source without an address shows the source's words") {
  Blocks player;
  player.click(player.path("leaf-to-cup/caption/0"));
  REQUIRE(player.peek() != nullptr);
  CHECK(player.peek()->kind == screens::Peek::Kind::source);
  CHECK(player.shows("A book of leaves"));
  CHECK(player.shows("A. Smith, 2010"));
  CHECK_FALSE(player.robot().has("peek/content/open"));
  player.press(Key::escape);
  CHECK(player.peek() == nullptr);
}

TEST_CASE("a diagram can be had in words") {
  Blocks player;
  CHECK_FALSE(player.shows("“The leaf is picked” leads to “Heat stops it”: at once."));
  player.click(player.path("leaf-to-cup/as-text"));
  CHECK(player.shows("“The leaf is picked” leads to “Heat stops it”: at once."));
  player.click(player.path("leaf-to-cup/as-text"));
  CHECK_FALSE(player.shows("“The leaf is picked” leads to “Heat stops it”: at once."));
}

TEST_CASE("a worked example asks before it shows, in the second round one step more") {
  Blocks player;
  player.apply(screens::lesson::Action{screens::lesson::ShowSection{1}});
  CHECK(player.shows("How many grams for 100 ml?"));
  CHECK_FALSE(player.shows("1 g for each 100 ml."));
  player.click(player.path("how-much/1/attempt"));
  player.type("two spoons");
  player.click(player.path("how-much/1/compare"));
  CHECK(player.shows("1 g for each 100 ml."));
  CHECK(player.shows("two spoons"));
  player.click(player.path("how-much/next"));
  CHECK(player.shows("So 2 g."));

  player.apply(screens::lesson::Action{screens::lesson::Restart{}});
  player.apply(screens::lesson::Action{screens::lesson::ShowSection{1}});
  CHECK_FALSE(player.shows("two spoons"));
  player.click(player.path("how-much/1/compare"));
  CHECK(player.shows("What comes next?"));
  CHECK_FALSE(player.shows("So 2 g."));
}

TEST_CASE("the glossary lists, finds and leads to where a term is taught") {
  Blocks player;
  player.press({.key = Key::k, .ctrl = true});
  player.type("glossary");
  player.press(Key::enter);
  CHECK(std::get<screens::course_page::State>(player.model().screen).tab == screens::course_page::Tab::glossary);
}

TEST_CASE("nothing overlaps in any width, and comparisons stand below each other where it is narrow") {
  for (const float width : {800.0f, 1280.0f}) {
    for (const float scale : {1.0f, 1.5f}) {
      INFO(width << " at " << scale);
      Blocks player({width, 4000}, scale);
      CHECK(player.robot().record().overlaps() == std::vector<std::string>{});
      CHECK(player.robot().record().clipped() == std::vector<std::string>{});
      player.go({ScreenName::course, kBlocks, {}, {}, {}, true});
      CHECK(player.robot().record().overlaps() == std::vector<std::string>{});
      CHECK(player.robot().record().clipped() == std::vector<std::string>{});
    }
  }
}
