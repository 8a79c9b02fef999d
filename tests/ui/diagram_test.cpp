// Diagrams: no box on another, everything inside of the column, and never long on the window's thread.

#include "ui/diagram.h"

#include <set>

#include "support/test.h"
#include "ui/diagrams/places.h"
#include "ui/testing/robot.h"

namespace diagram_test {

namespace {

using ui::testing::Robot;

ui::PlaceRequest random_request() {
  ui::PlaceRequest request;
  request.right = *rc::gen::arbitrary<bool>();
  request.between = 20, request.ranks = 30, request.head = 8;
  const int boxes = *rc::gen::inRange(1, 15);
  const auto side = [](int least, int most) { return static_cast<float>(*rc::gen::inRange(least, most)); };
  for (int i = 0; i < boxes; ++i) request.boxes.push_back({side(20, 200), side(20, 90)});
  const int arrows = *rc::gen::inRange(0, 25);
  for (int i = 0; i < arrows; ++i) {
    ui::PlaceRequest::Arrow& arrow = request.arrows.emplace_back();
    arrow.from = *rc::gen::inRange(0, boxes), arrow.to = *rc::gen::inRange(0, boxes);
    arrow.both = *rc::gen::arbitrary<bool>();
    if (*rc::gen::arbitrary<bool>()) arrow.label = {side(10, 120), side(14, 40)};
  }
  return request;
}

ui::Rect box_of(const ui::PlaceRequest& request, const ui::Places& places, std::size_t i) {
  const ui::Vec middle = places.boxes[i], size = request.boxes[i];
  return {middle.x - size.x / 2, middle.y - size.y / 2, size.x, size.y};
}

/// Every box leads to the next and to some further on.
ui::PlaceRequest many(int boxes, int arrows) {
  ui::PlaceRequest request;
  request.between = 20, request.ranks = 30, request.head = 8;
  request.boxes.assign(static_cast<std::size_t>(boxes), {100, 40});
  for (int i = 0; i < arrows; ++i) request.arrows.push_back({(i * 7) % boxes, (i * 13 + i / boxes) % boxes, {60, 18}});
  return request;
}

ui::DiagramData tea() {
  ui::DiagramData data;
  data.boxes = {{"The leaf is picked"}, {"It oxidises", ui::Tone::accent, true}, {"Heat", ui::Tone::warn, true}};
  data.boxes.push_back({"Everything that can be made of it afterwards, green or black"});
  data.arrows = {{0, 1, "rolled, so that air gets in"}, {0, 2, "at once"}, {1, 3}, {2, 3}, {1, 2, "", true, true}};
  return data;
}

}  // namespace

TEST_CASE("boxes stand apart, inside of the whole, and every arrow has its way") {
  REQUIRE_FALSE(ui::find_places(many(2, 1)).failed);
  REQUIRE(rc::check("any graph", [] {
    const ui::PlaceRequest request = random_request();
    const ui::Places places = ui::find_places(request);
    RC_ASSERT(!places.failed);
    for (std::size_t i = 0; i < request.boxes.size(); ++i) {
      const ui::Rect box = box_of(request, places, i);
      RC_ASSERT(box.x > -1 && box.y > -1 && box.right() < places.size.x + 1 && box.bottom() < places.size.y + 1);
      for (std::size_t j = 0; j < i; ++j) RC_ASSERT(!box.inset(1).overlaps(box_of(request, places, j).inset(1)));
    }
    for (std::size_t i = 0; i < request.arrows.size(); ++i) {
      const ui::Places::Way& way = places.ways[i];
      RC_ASSERT(way.points.size() >= 4 && way.points.size() % 3 == 1);
      RC_ASSERT(way.has_end);
      RC_ASSERT(way.has_start == request.arrows[i].both);
    }
  }));
}

TEST_CASE("ranks go down, or to the right") {
  ui::PlaceRequest request = many(2, 0);
  request.arrows = {{0, 1}};
  ui::Places places = ui::find_places(request);
  CHECK(places.boxes[1].y > places.boxes[0].y + 40);
  CHECK(places.ways[0].end.y > places.ways[0].points[0].y);
  request.right = true;
  places = ui::find_places(request);
  CHECK(places.boxes[1].x > places.boxes[0].x + 100);
}

TEST_CASE("a chain runs straight, with room for the words of its arrows") {
  ui::PlaceRequest request;
  request.between = 26, request.ranks = 40, request.head = 9;
  request.boxes = {{100, 40}, {60, 70}, {120, 40}, {80, 40}};
  request.arrows = {{2, 0, {90, 18}}, {0, 3, {}}, {3, 1, {30, 18}, true}};
  for (const bool right : {false, true}) {
    request.right = right;
    const ui::Places places = ui::find_places(request);
    REQUIRE_FALSE(places.failed);
    const auto along = [&](ui::Vec v) { return right ? v.x : v.y; };
    const auto across = [&](ui::Vec v) { return right ? v.y : v.x; };
    for (const ui::Vec& box : places.boxes) CHECK(across(box) == across(places.boxes[0]));
    CHECK(along(places.boxes[2]) < along(places.boxes[0]));
    CHECK(along(places.boxes[3]) < along(places.boxes[1]));
    for (std::size_t i = 0; i < request.arrows.size(); ++i) {
      for (const ui::Vec& point : places.ways[i].points) CHECK(across(point) == across(places.boxes[0]));
      const ui::Vec label = places.ways[i].label, size = request.arrows[i].label;
      CHECK((size.x == 0 || (label.x - size.x / 2 >= 0 && label.x + size.x / 2 <= places.size.x)));
      CHECK((size.y == 0 || (label.y - size.y / 2 >= 0 && label.y + size.y / 2 <= places.size.y)));
    }
    CHECK(places.ways[2].has_start);
  }
  request.arrows[1] = {0, 1};  // a fork is none
  CHECK_FALSE(ui::chain_places(request));
  request.arrows = {{0, 1}, {1, 0}, {2, 3}};  // nor is a ring
  CHECK_FALSE(ui::chain_places(request));
}

TEST_CASE("an arrow to nowhere is refused, not followed") {
  ui::PlaceRequest request = many(2, 1);
  request.arrows[0].to = 2;
  CHECK(ui::find_places(request).failed);
}

TEST_CASE("the largest diagram is placed in the background, and woken for") {
  int woken = 0;
  ui::Placer placer([&] { ++woken; });
  const ui::PlaceRequest large = many(60, 200);
  CHECK(placer.get(large, 1) == nullptr);
  CHECK(placer.loading());
  CHECK(placer.get(large, 2) == nullptr);  // it is not asked for twice
  placer.wait();
  CHECK(woken == 1);
  const ui::Places* places = placer.get(large, 3);
  REQUIRE(places != nullptr);
  CHECK(places->boxes.size() == 60);
}

TEST_CASE("a diagram keeps to its column at every width") {
  for (const float width : {640.0f, 400.0f, 260.0f, 120.0f}) {
    INFO(width);
    Robot robot([&](ui::Frame& f) { f.within({20, 10, width, 0}, [&] { ui::diagram(f, "d", tea()); }); });
    REQUIRE(robot.settle());
    CHECK(robot.record().overlaps().empty());
    std::set<std::string> seen;
    for (const ui::DrawnText& text : robot.record().texts) {
      seen.insert(text.text);
      CHECK(text.box.x >= 20);
      CHECK(text.box.right() <= 20 + width + 1);
    }
    CHECK(seen.contains("Heat"));
  }
}

TEST_CASE("boxes that open are reached by Tab and arrows, and by the mouse") {
  int clicked = -1;
  ui::Rect area;
  Robot robot([&](ui::Frame& f) {
    f.within({20, 10, 640, 0}, [&] {
      const ui::DiagramEvent event = ui::diagram(f, "d", tea());
      if (event.clicked >= 0) clicked = event.clicked, area = event.area;
    });
  });
  robot.press(ui::Key::tab);
  CHECK(robot.focused() == "d/1");
  robot.press(ui::Key::enter);
  CHECK(clicked == 1);
  CHECK(area == *robot.record().find("d/1"));
  robot.press(ui::Key::right);
  CHECK(robot.focused() == "d/2");
  CHECK_FALSE(robot.has("d/0"));
  clicked = -1;
  robot.click("d/1");
  CHECK(clicked == 1);
}

}  // namespace diagram_test
