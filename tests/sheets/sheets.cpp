#include "sheets/sheets.h"

#include <algorithm>
#include <cstdio>

#include "app/words.h"
#include "ui/widgets/basic.h"

namespace test {
namespace {

constexpr float kWidth = 1096, kCell = 500, kGap = 24, kTall = 8000, kFirst = 1200;

/// Draws the cells; the height they take.
float draw(ui::Frame& f, const std::vector<Cell>& cells) {
  f.paint().fill({0, 0, kWidth, kTall}, f.theme().paper);
  float y = kGap;
  for (std::size_t i = 0; i < cells.size(); i += 2) {
    float height = 0;
    for (std::size_t column = 0; column < 2 && i + column < cells.size(); ++column) {
      const Cell& cell = cells[i + column];
      const ui::Rect place{kGap + static_cast<float>(column) * (kCell + 2 * kGap), y, kCell, 0};
      f.scope(cell.name, [&] {
        height = std::max(height, f.within(place, [&] {
          ui::words(f, cell.name, ui::style::caption, ui::Tone::soft);
          f.space(ui::Space::s);
          cell.draw(f);
        }));
      });
    }
    y += height + 2 * kGap;
  }
  return y;
}

}  // namespace

std::unique_ptr<Sheets> Sheets::open(const std::string& theme, const std::string& language) {
  auto stage = ui::Stage::open(static_cast<int>(kWidth), static_cast<int>(kFirst), 1);
  if (!stage) return std::fprintf(stderr, "%s\n", stage.error().detail.c_str()), nullptr;
  std::unique_ptr<Sheets> sheets(new Sheets(std::move(*stage)));
  sheets->look_.theme = theme == "dark" ? ui::ThemeName::dark : ui::ThemeName::light;
  sheets->look_.words = app::translator(language);
  return sheets;
}

void Sheets::settle(float height, ui::FunctionRef<void(ui::Frame&)> draw) {
  stage_->resize(static_cast<int>(kWidth), static_cast<int>(height), 1);
  ui::FrameInfo info = stage_->info();
  info.theme = look_.theme;
  info.words = look_.words;
  info.reduced_motion = true;
  stage_->settle(info, draw);
}

bool Sheets::write(const std::string& file, const std::vector<Cell>& cells) {
  float height = 0;
  const auto sheet = [&](ui::Frame& f) { height = draw(f, cells); };
  settle(kFirst, sheet);
  settle(height, sheet);
  const auto written = ui::write_png(file, stage_->pixels());
  if (!written) std::fprintf(stderr, "%s\n", written.error().detail.c_str());
  return written.has_value();
}

}  // namespace test
