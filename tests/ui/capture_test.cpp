// What reaches the screen, pixel by pixel. Needs a display (tools/test gives it one); without, there is nothing to look at.

#include "ui/capture.h"

#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "support/temporary_folder.h"
#include "support/test.h"

namespace capture_test {

namespace {

using Pixel = std::array<int, 3>;

Pixel pixel(const ui::Bitmap& bitmap, int x, int y) {
  const std::size_t at =
      (static_cast<std::size_t>(y) * static_cast<std::size_t>(bitmap.width) + static_cast<std::size_t>(x)) * 4;
  return {bitmap.pixels[at], bitmap.pixels[at + 1], bitmap.pixels[at + 2]};
}

Pixel parts(ui::Color color) {
  return {static_cast<int>(color & 0xff), static_cast<int>((color >> 8) & 0xff),
          static_cast<int>((color >> 16) & 0xff)};
}

bool near(Pixel a, Pixel b, int by = 2) {
  return std::abs(a[0] - b[0]) <= by && std::abs(a[1] - b[1]) <= by && std::abs(a[2] - b[2]) <= by;
}

void check_places(ui::Stage& stage) {
  const ui::Theme& theme = ui::theme(ui::ThemeName::light);
  stage.settle(stage.info(), [&](ui::Frame& f) {
    f.paint().fill({10, 10, 20, 20}, theme.accent);
    f.paint().fill({40, 10, 20, 20}, ui::fade(ui::rgb(0x000000), 0.5f));
    f.paint().push_clip({70, 10, 10, 20});
    f.paint().fill({60, 0, 40, 50}, theme.ink);
    f.paint().pop_clip();
  });
  const ui::Bitmap seen = stage.pixels();
  REQUIRE(seen.width == 200);
  REQUIRE(seen.height == 100);
  CHECK(pixel(seen, 2, 2) == parts(theme.paper));
  CHECK(pixel(seen, 20, 20) == parts(theme.accent));
  CHECK(pixel(seen, 59, 59) == parts(theme.accent));
  CHECK(pixel(seen, 60, 60) == parts(theme.paper));
  CHECK(near(pixel(seen, 90, 40), parts(ui::mix(theme.paper, ui::rgb(0), 0.5f))));
  CHECK(pixel(seen, 150, 40) == parts(theme.ink));
  CHECK(pixel(seen, 138, 40) == parts(theme.paper));
  CHECK(pixel(seen, 161, 40) == parts(theme.paper));
  CHECK(pixel(seen, 150, 62) == parts(theme.paper));

  stage.resize(50, 40, 1);
  stage.settle(stage.info(), [&](ui::Frame& f) { f.paint().fill({0, 0, 25, 40}, theme.ink); });
  const ui::Bitmap small = stage.pixels();
  REQUIRE(small.width == 50);
  CHECK(pixel(small, 24, 39) == parts(theme.ink));
  CHECK(pixel(small, 25, 39) == parts(theme.paper));
}

void check_pictures(ui::Stage& stage) {
  stage.resize(60, 60, 1);
  const test::TemporaryFolder folder;
  ui::Bitmap half{2, 2, {}};
  for (int i = 0; i < 4; ++i)
    half.pixels.insert(half.pixels.end(), {255, 0, 0, static_cast<std::uint8_t>(i % 2 == 0 ? 255 : 0)});
  const auto file = folder.path() / "half.png";
  ui::Pictures& pictures = stage.context().pictures();
  REQUIRE(ui::write_png(file, half));
  stage.settle(stage.info(), [&](ui::Frame& f) {
    const auto view = pictures.get(file, 2);
    if (view.texture == 0) return;
    f.paint().fill({0, 0, 60, 60}, ui::rgb(0xffffff));
    f.paint().image({0, 0, 60, 60}, view.texture);
  });
  const ui::Bitmap seen = stage.pixels();
  CHECK(near(pixel(seen, 5, 30), {255, 0, 0}));
  CHECK(near(pixel(seen, 55, 30), {255, 255, 255}));
  // Between the two, red over white, nothing darker.
  CHECK(pixel(seen, 30, 30)[0] >= 253);
}

}  // namespace

// One stage for all: a virtual display starts anew when its last window goes, and is not there meanwhile.
TEST_CASE("frames and pictures are drawn as they were asked for") {
  const auto stage = ui::Stage::open(200, 100, 2);
  if (!stage) {
    WARN("no display: " << stage.error().detail);
    return;
  }
  check_places(**stage);
  check_pictures(**stage);
}

TEST_CASE("what is written as PNG is read back the same") {
  const test::TemporaryFolder folder;
  ui::Bitmap bitmap{3, 2, {}};
  for (int i = 0; i < 3 * 2 * 4; ++i) bitmap.pixels.push_back(static_cast<std::uint8_t>(i * 10));
  const auto file = folder.path() / "a.png";
  REQUIRE(ui::write_png(file, bitmap));
  std::ifstream in(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  CHECK(ui::decode_picture(bytes)->pixels == bitmap.pixels);
  CHECK_FALSE(ui::write_png(folder.path() / "no" / "a.png", bitmap));
  CHECK_FALSE(ui::write_png(file, {}));
}

}  // namespace capture_test
