// Draws the gallery to PNG files: gallery FOLDER [page [variant]]. Needs a display; under a server, xvfb-run.

#include <cstdio>
#include <filesystem>
#include <string>

#include "ui/capture.h"
#include "ui/gallery/pages.h"

namespace {

constexpr float kWidth = 1280;

struct Variant {
  const char* name;
  ui::ThemeName theme;
  float scale;
  bool focus;
};
constexpr Variant kVariants[]{
    {"light", ui::ThemeName::light, 1, false},       {"dark", ui::ThemeName::dark, 1, false},
    {"contrast", ui::ThemeName::contrast, 1, false}, {"light-1.5", ui::ThemeName::light, 1.5f, false},
    {"light-2", ui::ThemeName::light, 2, false},     {"focus", ui::ThemeName::light, 1, true}};

bool draw(ui::Stage& stage, const gallery::Page& page, const Variant& v, const std::filesystem::path& folder) {
  stage.resize(static_cast<int>(kWidth * v.scale), static_cast<int>(page.height * v.scale), v.scale);
  ui::FrameInfo info = stage.info();
  info.theme = v.theme;
  info.reduced_motion = true;
  stage.settle(info, page.draw);
  if (v.focus) {
    stage.context().input().key({ui::Key::tab});
    stage.settle(info, page.draw);
  }
  const auto pixels = stage.pixels();
  stage.settle(info, [](ui::Frame& f) { f.blur(); });
  return ui::write_png(folder / (std::string(page.name) + "-" + v.name + ".png"), pixels).has_value();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return std::fprintf(stderr, "gallery FOLDER [page [variant]]\n"), 2;
  const std::filesystem::path folder = argv[1];
  std::filesystem::create_directories(folder);
  auto stage = ui::Stage::open(static_cast<int>(kWidth), 800, 1);
  if (!stage) return std::fprintf(stderr, "%s\n", stage.error().detail.c_str()), 1;
  for (const gallery::Page& page : gallery::pages()) {
    if (argc > 2 && page.name != argv[2]) continue;
    for (const Variant& v : kVariants) {
      if (argc > 3 && std::string(v.name) != argv[3]) continue;
      if (!draw(**stage, page, v, folder)) return 1;
    }
  }
  return 0;
}
