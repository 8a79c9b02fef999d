// Answers that are drawn and pointed at: by mouse, by keys, and after checking.

#include "ui/sketch.h"

#include <cmath>
#include <fstream>

#include "support/temporary_folder.h"
#include "support/test.h"
#include "ui/pictures.h"
#include "ui/spot.h"
#include "ui/testing/robot.h"

namespace sketch_test {

namespace {

using ui::Frame;
using ui::Key;
using ui::Vec;
using ui::testing::Robot;
using Values = std::vector<std::optional<double>>;

constexpr float kWidth = 600;

void in_column(Frame& f, ui::Body body) { f.within({100, 40, kWidth, 0}, body); }

ui::SketchData line() {
  ui::SketchData data;
  data.chart.title = "Cups";
  data.chart.unit = "cups";
  data.chart.from = 0;
  data.chart.to = 20;
  data.chart.x_is_year = true;
  data.chart.series = {{"", {2, 3, 5, 8, 12}, {1990, 1995, 2000, 2005, 2010}}};
  data.real = {2, 3, 5, 8, 12};
  data.given = {0, 1};
  data.asked = {2, 3, 4};
  data.values.resize(3);
  return data;
}

ui::SketchData years() {
  ui::SketchData data;
  data.shape = ui::SketchData::Shape::timeline;
  data.chart.from = 1800;
  data.chart.to = 2000;
  data.chart.categories = {"Ships", "Bags"};
  data.real = {1849, 1908};
  data.asked = {0, 1};
  data.values.resize(2);
  return data;
}

/// A robot in front of a sketch that keeps its answer.
struct Drawing {
  explicit Drawing(ui::SketchData start)
      : data(std::move(start)), robot([this](Frame& f) {
          in_column(f, [&] {
            if (auto next = ui::sketch(f, "sketch", data)) data.values = *next;
          });
        }) {
    robot.settle();
  }
  void move(Vec to) { robot.context().input().move(to); }
  void press_at(Vec at, std::initializer_list<Vec> then = {}) {
    move(at);
    robot.settle();
    robot.context().input().button(0, true);
    robot.frame();
    for (const Vec to : then) move(to), robot.frame(), robot.frame();
    robot.context().input().button(0, false);
    robot.settle();
  }
  ui::Rect plot() const { return robot.record().find("sketch")->inset(4); }

  ui::SketchData data;
  Robot robot;
};

}  // namespace

TEST_CASE("a curve is drawn with one drag, and no point is left out") {
  Drawing d(line());
  const ui::Rect plot = d.plot();
  // From the third point at half height to the last one at the top, in one jump.
  d.press_at({plot.x + plot.w * 0.5f, plot.center().y}, {{plot.right() - 9, plot.y}});
  REQUIRE(d.data.values[0].has_value());
  REQUIRE(d.data.values[1].has_value());
  REQUIRE(d.data.values[2].has_value());
  CHECK(*d.data.values[0] == Approx(10).margin(0.5));
  CHECK(*d.data.values[2] == Approx(20).margin(0.5));
  CHECK(*d.data.values[1] == Approx(15).margin(1));
  CHECK(d.robot.shows("3 of 3 set"));
  // Beyond the plot is its edge.
  d.press_at({plot.right() - 9, plot.bottom() - 2}, {{plot.right() - 9, plot.bottom() + 200}});
  CHECK(*d.data.values[2] == 0);
}

TEST_CASE("a curve is drawn with keys, each step said in words") {
  Drawing d(line());
  d.robot.press(Key::tab);
  CHECK(d.robot.focused() == "sketch");
  CHECK(d.robot.shows("2000: not set"));
  d.robot.press(Key::up);
  CHECK(d.data.values[0] == 3);  // begins where what is known ends
  CHECK(ui::sketch_step(d.data) == Approx(0.5));
  d.robot.press(Key::up);
  CHECK(*d.data.values[0] == Approx(3.5));
  CHECK(d.robot.shows("2000: 3.5\u00a0cups"));
  d.robot.press({Key::down, false, true});
  CHECK(*d.data.values[0] == Approx(3.45));
  d.robot.press(Key::right);
  d.robot.type("12.5");
  CHECK(*d.data.values[1] == Approx(12.5));
  CHECK(d.robot.shows("2 of 3 set"));
  d.robot.press(Key::end);
  d.robot.type("7");
  CHECK(d.data.values[2] == 7);
  d.robot.press(Key::backspace);
  CHECK_FALSE(d.data.values[2].has_value());
  d.robot.type("99");
  CHECK(d.data.values[2] == 20);  // the end of the range
  d.robot.press(Key::home);
  d.robot.press(Key::left);
  d.robot.type("4");
  CHECK(d.data.values[0] == 4);
}

TEST_CASE("events are placed in years, each on its own line") {
  Drawing d(years());
  const ui::Rect plot = d.plot();
  // The press takes the second line, and keeps it though the mouse goes up.
  d.press_at({plot.center().x, plot.y + plot.h * 0.75f}, {{plot.right() - 8, plot.y + 4}});
  CHECK_FALSE(d.data.values[0].has_value());
  CHECK(d.data.values[1] == 2000);
  d.robot.press(Key::left);
  d.robot.press(Key::up);
  CHECK(d.data.values[0] == 1900);
  d.robot.press(Key::down);
  CHECK(d.data.values[0] == 1899);
  CHECK(d.robot.shows("Ships: 1899"));
}

TEST_CASE("once checked nothing changes any more, and the real data are drawn") {
  for (ui::SketchData data : {line(), years()}) {
    data.values.assign(data.asked.size(), *data.chart.from + 1);
    data.marks.assign(data.asked.size(), ui::Mark::wrong);
    data.enabled = false;
    data.revealed = true;
    const Values before = data.values;
    Drawing d(data);
    const ui::Rect plot = d.plot();
    d.press_at({plot.center().x, plot.center().y}, {{plot.right(), plot.y}});
    d.robot.press(Key::tab);
    d.robot.press(Key::up);
    CHECK(d.data.values == before);
    CHECK(d.robot.settle());
  }
}

TEST_CASE("the data draw themselves over within half a second, and at once under reduced motion") {
  Drawing d(line());
  d.robot.info.reduced_motion = false;
  d.robot.settle();
  const auto changes_for = [&] {
    int frames = 0;
    while (frames < 200) {
      d.robot.info.now += 0.02;
      d.robot.frame();
      if (d.robot.context().same_as_last()) break;
      ++frames;
    }
    return frames;
  };
  d.data.enabled = false;
  d.data.revealed = true;
  d.robot.frame();
  const int moving = changes_for();
  CHECK(moving > 3);
  CHECK(moving * 0.02 <= 0.5);
  Drawing still(line());
  still.robot.info.reduced_motion = true;
  still.data.enabled = false;
  still.data.revealed = true;
  still.robot.frame();
  still.robot.frame();
  still.robot.info.now += 0.02;
  still.robot.frame();
  CHECK(still.robot.context().same_as_last());
}

}  // namespace sketch_test
