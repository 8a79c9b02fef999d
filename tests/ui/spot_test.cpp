// Points on pictures and charts: by mouse, by keys, and after checking.

#include "ui/spot.h"

#include <fstream>

#include "support/temporary_folder.h"
#include "support/test.h"
#include "ui/pictures.h"
#include "ui/testing/robot.h"

namespace spot_test {

namespace {

using ui::Frame;
using ui::Key;
using ui::Vec;
using ui::testing::Robot;

struct Pointing {
  explicit Pointing(std::size_t most, bool enabled = true)
      : file(test::source_dir() / "tests" / "data" / "courses" / "drawn" / "media" / "garden.svg"),
        robot([this](Frame& f) {
          f.within({100, 40, 600, 0}, [&] {
            if (auto next = ui::spot_picture(f, "spot", file, spots)) spots.points = *next;
          });
        }) {
    spots.most = most;
    spots.enabled = enabled;
    robot.settle();
    robot.context().pictures().wait();
    robot.settle();
  }
  ui::Rect area() const { return *robot.record().find("spot"); }
  Vec at(float x, float y) const { return {area().x + x * area().w, area().y + y * area().h}; }
  void click(float x, float y) {
    robot.info.now += 1;
    robot.context().input().move(at(x, y));
    robot.settle();
    robot.context().input().button(0, true);
    robot.frame();
    robot.context().input().button(0, false);
    robot.settle();
  }

  std::filesystem::path file;
  ui::PictureSpots spots;
  Robot robot;
};

struct PointingAtChart {
  explicit PointingAtChart(std::size_t most)
      : robot([this](Frame& f) {
          f.within({100, 40, 600, 0}, [&] {
            if (auto next = ui::spot_chart(f, "spot", data, spots)) spots.points = *next;
          });
        }) {
    data.x_is_year = true;
    data.series = {{"Green", {2, 5, 12}, {1990, 2000, 2010}}, {"Black", {12, 15, 11}, {1990, 2000, 2010}}};
    spots.most = most;
    robot.settle();
  }
  ui::ChartData data;
  ui::ChartSpots spots;
  Robot robot;
};

void check_near(Vec found, float x, float y) {
  CHECK(found.x == Approx(x).margin(0.01));
  CHECK(found.y == Approx(y).margin(0.01));
}

}  // namespace

TEST_CASE("points are set, moved and taken away by mouse") {
  Pointing p(2);
  p.click(0.25f, 0.5f);
  REQUIRE(p.spots.points.size() == 1);
  check_near(p.spots.points[0], 0.25f, 0.5f);
  p.click(0.75f, 0.5f);
  REQUIRE(p.spots.points.size() == 2);
  p.click(0.5f, 0.9f);  // no more than there are places
  CHECK(p.spots.points.size() == 2);
  // Dragged.
  p.robot.context().input().move(p.at(0.25f, 0.5f));
  p.robot.settle();
  p.robot.context().input().button(0, true);
  p.robot.frame();
  p.robot.context().input().move(p.at(0.4f, 0.2f));
  p.robot.frame();
  p.robot.frame();
  p.robot.context().input().button(0, false);
  p.robot.settle();
  REQUIRE(p.spots.points.size() == 2);
  check_near(p.spots.points[0], 0.4f, 0.2f);
  // Clicked again: gone.
  p.click(0.4f, 0.2f);
  REQUIRE(p.spots.points.size() == 1);
  check_near(p.spots.points[0], 0.75f, 0.5f);
}

TEST_CASE("a single point goes where one points next") {
  Pointing p(1);
  p.click(0.25f, 0.5f);
  p.click(0.75f, 0.25f);
  REQUIRE(p.spots.points.size() == 1);
  check_near(p.spots.points[0], 0.75f, 0.25f);
}

TEST_CASE("the cross goes by arrows, finer with Shift, and sets by Space and Enter") {
  Pointing p(2);
  p.robot.press(Key::tab);
  CHECK(p.robot.focused() == "spot");
  p.robot.press(Key::right);
  p.robot.press(Key::right);
  p.robot.press({Key::left, false, true});
  p.robot.press(Key::space);
  REQUIRE(p.spots.points.size() == 1);
  check_near(p.spots.points[0], 0.59f, 0.5f);
  for (int i = 0; i < 30; ++i) p.robot.press(Key::left);
  p.robot.press(Key::up);
  p.robot.press(Key::enter);
  REQUIRE(p.spots.points.size() == 2);
  CHECK(p.spots.points[1].x == 0);
  CHECK(p.spots.points[1].y < 0.5f);
  // All are set: Enter is the view's again, and Space takes the point under the cross away.
  p.robot.press(Key::enter);
  CHECK(p.spots.points.size() == 2);
  p.robot.press(Key::space);
  CHECK(p.spots.points.size() == 1);
}

TEST_CASE("after checking, points carry marks and places their numbers, and nothing moves") {
  Pointing p(2, false);
  p.spots.points = {{0.2f, 0.2f}, {0.9f, 0.9f}};
  p.spots.marks = {ui::Mark::right, ui::Mark::wrong};
  p.spots.places = {{false, {0.2f, 0.2f}, {0.05f, 0.05f}, true}, {true, {0.5f, 0.5f}, {0.2f, 0.2f}, false}};
  p.robot.settle();
  p.click(0.5f, 0.5f);
  CHECK(p.spots.points.size() == 2);
  CHECK(p.robot.shows("1"));
  CHECK(p.robot.shows("2"));
}

TEST_CASE("data points are picked by mouse and keys") {
  PointingAtChart p(2);
  const ui::Rect plot = p.robot.record().find("spot")->inset(6);
  p.robot.press(Key::tab);
  CHECK(p.robot.focused() == "spot");
  p.robot.press(Key::right);
  p.robot.press(Key::space);
  CHECK(p.spots.points == std::vector<ui::DataPoint>{{1, 0}});
  p.robot.press(Key::down);
  p.robot.press(Key::enter);
  CHECK(p.spots.points == std::vector<ui::DataPoint>{{1, 0}, {1, 1}});
  p.robot.press(Key::space);
  CHECK(p.spots.points == std::vector<ui::DataPoint>{{1, 0}});
  p.robot.press(Key::end);
  p.robot.press(Key::home);
  // The point at the lower left.
  p.robot.context().input().move({plot.x + 10, plot.y + plot.h * 0.86f});
  p.robot.settle();
  p.robot.context().input().button(0, true);
  p.robot.frame();
  p.robot.context().input().button(0, false);
  p.robot.settle();
  CHECK(p.spots.points == std::vector<ui::DataPoint>{{1, 0}, {0, 0}});
}

}  // namespace spot_test
