// Draws every block that docs/format.md has an example of: block_sheets FOLDER THEME LANGUAGE. Needs a display; under a server,
// xvfb-run. One picture a kind of block, FOLDER/KIND.png.

#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include "app/format_page.h"
#include "course/load.h"
#include "sheets/sheets.h"
#include "support/temporary_folder.h"
#include "views/blocks.h"

namespace {

/// In the order of the variant course::Step::content.
constexpr std::array kKinds{"text",   "callout", "quote",   "picture",  "chart",   "reveal",
                            "worked", "diagram", "compare", "timeline", "explore", "question"};
static_assert(kKinds.size() == std::variant_size_v<decltype(course::Step::content)>);

/// A lesson whose blocks show all they have.
screens::lesson::State uncovered(std::shared_ptr<const course::Course> course, const course::Lesson& lesson) {
  screens::lesson::State state;
  state.course = std::move(course);
  state.lesson = std::shared_ptr<const course::Lesson>(state.course, &lesson);
  for (const course::Step& step : lesson.steps) {
    state.revealed.insert(step.id);
    if (const auto* worked = std::get_if<course::Worked>(&step.content))
      state.worked[step.id] = static_cast<int>(worked->steps.size()) - 1;
    if (const auto* explore = std::get_if<course::Explore>(&step.content))
      state.explorables[step.id] = screens::explore::open(explore->model, {});
  }
  return state;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return std::fprintf(stderr, "block_sheets FOLDER THEME LANGUAGE\n"), 2;
  const std::string folder = argv[1];
  const test::TemporaryFolder page;
  test::write_course(test::examples_of(test::read_format_page()), page.path());
  const std::shared_ptr<const course::Course> course = course::load(page.path()).course;
  if (course == nullptr) return std::fprintf(stderr, "docs/format.md gives no course\n"), 1;
  std::filesystem::create_directories(folder);
  const auto sheets = test::Sheets::open(argv[2], argv[3]);
  if (sheets == nullptr) return 1;
  std::map<std::string, std::vector<test::Cell>> cells;
  for (const course::Lesson& lesson : course->lessons) {
    const auto state = std::make_shared<const screens::lesson::State>(uncovered(course, lesson));
    for (const course::Step& step : lesson.steps) {
      if (step.question() != nullptr) continue;
      cells[kKinds[step.content.index()]].push_back(
          {step.id.str(), [state, &step](ui::Frame& f) {
             views::block(f, step, {*state, false, [](std::string_view) { return 1; }});
           }});
    }
  }
  for (const auto& [kind, examples] : cells) {
    if (!sheets->write(folder + "/" + kind + ".png", examples)) return 1;
  }
  return 0;
}
