// The mistakes of a course on its page, in the language of the interface.
#include <memory>

#include "course/load.h"
#include "support/test.h"
#include "ui/testing/robot.h"
#include "views/views.h"

namespace {

text::Translator french() {
  base::Diagnostics diagnostics;
  const std::string po = test::read(test::source_dir() / "assets" / "i18n" / "fr.po");
  auto catalogue = std::make_shared<text::Catalogue>(text::Catalogue::parse(po, "fr.po", diagnostics));
  REQUIRE(diagnostics.empty());
  return {"fr", std::move(catalogue)};
}

screens::Shared with_broken_course() {
  screens::Shared shared;
  course::Loaded loaded = course::load(test::source_dir() / "tests" / "data" / "courses" / "broken-files", {});
  REQUIRE(loaded.course != nullptr);
  screens::CourseEntry entry{loaded.course, true, static_cast<int>(loaded.diagnostics.size()), {}};
  for (const base::Diagnostic& d : loaded.diagnostics) {
    if (d.rule == "missing-file") entry.findings.push_back(d);
  }
  REQUIRE(entry.findings.size() == 2);
  shared.courses.push_back(std::move(entry));
  return shared;
}

}  // namespace

TEST_CASE("findings are told in the language of the interface, and again when it changes") {
  const screens::Shared shared = with_broken_course();
  const screens::course_page::State state{shared.courses[0].course->id, screens::course_page::Tab::lessons, {}, {}};
  ui::testing::Robot robot([&](ui::Frame& f) {
    views::Actions actions;
    f.within({20, 20, 760, 0}, [&] { views::course_page(state, shared, f, actions); });
  });
  robot.settle();
  CHECK(robot.shows("the course has no file “data/sale.csv”"));
  CHECK(robot.shows("lessons/charts.yaml:11:11"));
  robot.info.words = french();
  robot.settle();
  CHECK(robot.shows("le cours n’a pas de fichier «\u202fdata/sale.csv\u202f»"));
  CHECK_FALSE(robot.shows("the course has no file"));
  CHECK(robot.shows("lessons/charts.yaml:11:11"));
}
