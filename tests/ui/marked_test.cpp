// Words that are read aloud are marked where they stand, over line ends and between other words.

#include "support/test.h"
#include "ui/rich.h"
#include "ui/testing/robot.h"

namespace marked_test {

namespace {

using ui::testing::Robot;

constexpr const char* kText = "Heat it first. Then **wait** for a while, and pour\u00a0it. At last, drink.";

std::vector<ui::Rect> marks(const char* words, float width, const char* text = kText) {
  Robot robot([&](ui::Frame& f) {
    f.within({0, 0, width, 0}, [&] {
      f.mark(words);
      ui::rich(f, "text", text);
      f.mark({});
      ui::rich(f, "other", text);  // what comes behind is not marked
    });
  });
  return robot.record().marks;
}

}  // namespace

TEST_CASE("a sentence is marked from its first letter to its last") {
  const auto whole = marks("Heat it first. Then wait for a while, and pour it. At last, drink.", 900);
  const auto first = marks("Heat it first.", 900), second = marks("Then wait for a while, and pour it.", 900);
  const auto third = marks("At last, drink.", 900);
  REQUIRE(whole.size() == 1);
  REQUIRE(first.size() == 1);
  REQUIRE(second.size() == 1);
  REQUIRE(third.size() == 1);
  CHECK(first[0].x == whole[0].x);
  CHECK(third[0].right() == whole[0].right());
  CHECK(first[0].w > 60);
  // Between two sentences is a space, and the marks reach three pixels out on either side.
  CHECK(second[0].x > first[0].right() - 6.5f);
  CHECK(second[0].x < first[0].right() + 2);
  CHECK(third[0].x > second[0].right() - 6.5f);
  CHECK(third[0].x < second[0].right() + 2);
}

TEST_CASE("over several lines there is a mark for each") {
  CHECK(marks("Then wait for a while, and pour it.", 130).size() >= 2);
  for (const ui::Rect& mark : marks("Then wait for a while, and pour it.", 130)) CHECK(mark.right() < 136);
}

TEST_CASE("the number of a note stands in a sentence and is not said") {
  const auto noted = marks("Heat, as one says , stops it.", 900, "Heat, as one says [^smith], stops it.");
  REQUIRE(noted.size() == 1);
  CHECK(noted[0].w > 150);
  const auto formula = marks("Half is 1/2.", 900, "Half is $1/2$. More.");
  REQUIRE(formula.size() == 1);
  CHECK(formula[0].w > 40);
}

TEST_CASE("words come into sight when they are read, and may be scrolled away") {
  std::string read;
  Robot robot([&](ui::Frame& f) {
    f.scroll("page", {0, 0, 800, 400}, [&] {
      f.mark(read);
      for (int i = 0; i < 60; ++i) ui::rich(f, "text-" + std::to_string(i), "Sentence " + std::to_string(i) + ".");
      f.mark({});
    });
  });
  const auto in_sight = [&] {
    const std::vector<ui::Rect>& marks = robot.record().marks;
    return marks.size() == 1 && marks[0].y > 0 && marks[0].bottom() < 400;
  };
  const auto reads = [&](const char* words) {
    read = words;
    robot.settle();
    return in_sight();
  };
  CHECK(reads("Sentence 50."));
  robot.context().input().move({400, 200});
  robot.wheel({0, 20});
  CHECK_FALSE(in_sight());
  CHECK(reads("Sentence 2."));
  CHECK(reads("Sentence 51."));
  reads("");
  robot.wheel({0, 20});
  CHECK(reads("Sentence 51."));  // read once more
}

TEST_CASE("words that are not there are not marked") {
  CHECK(marks("Something else.", 900).empty());
  CHECK(marks("", 900).empty());
  CHECK(marks("   ", 900).empty());
}

}  // namespace marked_test
