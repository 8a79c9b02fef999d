#include "ui/raster.h"

#include <array>
#include <cmath>
#include <limits>

#include "support/test.h"
#include "ui/canvas.h"
#include "ui/capture.h"
#include "ui/lone_formula.h"
#include "ui/testing/robot.h"
#include "ui/widgets/basic.h"

namespace raster_test {

namespace {

using Pixel = std::array<int, 3>;
using ui::Shot;

Pixel pixel(const ui::Bitmap& bitmap, int x, int y) {
  const std::size_t at =
      (static_cast<std::size_t>(y) * static_cast<std::size_t>(bitmap.width) + static_cast<std::size_t>(x)) * 4;
  return {bitmap.pixels[at], bitmap.pixels[at + 1], bitmap.pixels[at + 2]};
}

constexpr Pixel kWhite{255, 255, 255}, kBlack{0, 0, 0};

/// A picture of `width` × `height` with these triangles, all in one piece.
Shot shot_of(int width, int height, std::vector<Shot::Vertex> corners) {
  Shot shot;
  shot.width = width;
  shot.height = height;
  for (const Shot::Vertex& corner : corners) {
    shot.corners.push_back(static_cast<std::uint32_t>(shot.vertices.size()));
    shot.vertices.push_back(corner);
  }
  shot.pieces.push_back({0, 0, width, height, nullptr, 0, shot.corners.size()});
  return shot;
}

/// Two triangles; `a` and `b` are opposite corners.
std::vector<Shot::Vertex> box(ui::Vec a, ui::Vec b, ui::Color color) {
  const Shot::Vertex one{a, {0, 0}, color}, two{{b.x, a.y}, {1, 0}, color}, three{b, {1, 1}, color},
      four{{a.x, b.y}, {0, 1}, color};
  return {one, two, three, one, three, four};
}

int black(const ui::Bitmap& picture) {
  int count = 0;
  for (std::size_t i = 0; i < picture.pixels.size(); i += 4) count += picture.pixels[i] == 0;
  return count;
}

}  // namespace

TEST_CASE("pixels are filled whose middles lie inside; edges belong to the shape at their right or below") {
  const ui::Bitmap picture = ui::paint(shot_of(8, 8, box({1.5f, 2.5f}, {4.5f, 6.5f}, ui::rgb(0))));
  CHECK(picture.width == 8);
  CHECK(picture.height == 8);
  for (int y = 0; y < 8; ++y) {
    for (int x = 0; x < 8; ++x) {
      CAPTURE(x, y);
      CHECK(pixel(picture, x, y) == (x >= 1 && x < 4 && y >= 2 && y < 6 ? kBlack : kWhite));
    }
  }
}

TEST_CASE("triangles that share edges fill each pixel once, whatever their place and turn") {
  rc::check([](std::uint64_t seed) {
    // A fan around a point inside a square: half transparent, so that a pixel filled twice or left out has another grey.
    constexpr int kSide = 24;
    std::uint64_t state = seed;
    const auto next = [&] {
      state = state * 6364136223846793005ull + 1442695040888963407ull;
      return static_cast<float>(state >> 40) / static_cast<float>(1 << 24);
    };
    const ui::Color half = 0x80000000u;
    const ui::Vec middle{4 + 16 * next(), 4 + 16 * next()};
    const std::array<ui::Vec, 8> ring{
        {{0, 0}, {24 * next(), 0}, {24, 0}, {24, 24 * next()}, {24, 24}, {24 * next(), 24}, {0, 24}, {0, 24 * next()}}};
    std::vector<Shot::Vertex> corners;
    for (std::size_t i = 0; i < ring.size(); ++i) {
      corners.push_back({middle, {}, half});
      corners.push_back({ring[i], {}, half});
      corners.push_back({ring[(i + 1) % ring.size()], {}, half});
      if (next() < 0.5f) std::swap(corners[corners.size() - 1], corners[corners.size() - 2]);  // turned the other way
    }
    const ui::Bitmap picture = ui::paint(shot_of(kSide, kSide, corners));
    for (int y = 0; y < kSide; ++y) {
      for (int x = 0; x < kSide; ++x) RC_ASSERT(pixel(picture, x, y) == (Pixel{127, 127, 127}));
    }
  });
}

TEST_CASE("nothing is drawn outside of a piece, nor of the picture") {
  Shot shot = shot_of(6, 6, box({-100, -100}, {100, 100}, ui::rgb(0)));
  shot.pieces[0].left = 2, shot.pieces[0].top = 1, shot.pieces[0].right = 5, shot.pieces[0].bottom = 3;
  const ui::Bitmap picture = ui::paint(shot);
  CHECK(black(picture) == 3 * 2);
  CHECK(pixel(picture, 2, 1) == kBlack);
  CHECK(pixel(picture, 4, 2) == kBlack);
  CHECK(pixel(picture, 5, 2) == kWhite);
}

TEST_CASE("colours go over from corner to corner, and are laid over what is there by their opacity") {
  auto corners = box({0, 0}, {4, 1}, ui::rgb(0x204060));
  for (Shot::Vertex& corner : corners) corner.color = corner.at.x > 0 ? ui::rgb(0) : ui::rgb(0xffffff);
  const ui::Bitmap ramp = ui::paint(shot_of(4, 1, corners));
  for (int x = 0; x < 4; ++x) CHECK(std::abs(pixel(ramp, x, 0)[0] - (255 - (255 * (2 * x + 1)) / 8)) <= 1);

  Shot shot = shot_of(2, 1, box({0, 0}, {2, 1}, 0x40000000u | (ui::rgb(0xff0000) & 0xffffffu)));
  shot.ground = ui::rgb(0x0000ff);
  const Pixel over = pixel(ui::paint(shot), 1, 0);
  CHECK(std::abs(over[0] - 64) <= 1);
  CHECK(over[1] == 0);
  CHECK(std::abs(over[2] - 191) <= 1);
}

TEST_CASE("textures: coverage tints, colours are mixed by their opacity, between texels lies a mixture") {
  Shot shot = shot_of(4, 1, box({0, 0}, {4, 1}, ui::rgb(0)));
  shot.pieces[0].texture = std::make_shared<ui::Texture>(ui::Texture{2, 1, 1, {255, 0}});
  const ui::Bitmap covered = ui::paint(shot);
  // Texel middles lie at a quarter and three quarters of the way: beyond them nothing changes.
  CHECK(pixel(covered, 0, 0) == kBlack);
  CHECK(std::abs(pixel(covered, 1, 0)[0] - 64) <= 1);
  CHECK(std::abs(pixel(covered, 2, 0)[0] - 191) <= 1);
  CHECK(pixel(covered, 3, 0) == kWhite);

  ui::Raster raster;
  const std::array<std::uint8_t, 8> red_and_nothing{255, 0, 0, 255, 0, 0, 0, 0};
  const ui::TextureId id = raster.upload(2, 1, 4, red_and_nothing);
  CHECK(id != 0);
  CHECK(raster.upload(2, 1, 3, red_and_nothing) == 0);
  CHECK(raster.upload(20, 1, 4, red_and_nothing) == 0);
}

TEST_CASE("shapes without area and corners that are no numbers draw nothing and harm nothing") {
  const float infinite = std::numeric_limits<float>::infinity(), no_number = std::nanf("");
  CHECK(black(ui::paint(shot_of(4, 4, box({2, 0}, {2, 4}, ui::rgb(0))))) == 0);
  (void)ui::paint(shot_of(4, 4, box({no_number, 0}, {infinite, -infinite}, ui::rgb(0))));
  CHECK(ui::paint(Shot()).pixels.empty());
}

namespace {

/// A bit of everything: words, lines, rounded corners, a formula, a clip.
ui::Rect everything(ui::Frame& f) {
  const ui::Rect page{0, 0, 300, 200};
  f.paint().fill(page, ui::rgb(0xffffff));
  const float height = f.within(page.inset(10), [&] {
    ui::words(f, "What the card draws, the raster draws", ui::style::title);
    ui::words(f, "and in small, too.", ui::style::caption, ui::Tone::soft);
    ui::lone_formula(f, "\\frac{a+b}{\\sqrt{x^2+1}}", ui::style::body, true, f.theme().ink);
  });
  f.paint().fill({20, height + 20, 80, 30}, f.theme().accent, 12);
  f.paint().border({110, height + 20, 80, 30}, {f.theme().bad, 2}, 8);
  f.paint().disc({220, height + 35}, 14, ui::fade(f.theme().good, 0.4f));
  f.paint().line({20, height + 60}, {270, height + 80}, {f.theme().ink, 1.5f, true});
  f.paint().push_clip({20, height + 70, 60, 20});
  f.paint().arc({50, height + 80}, 20, 0, 0.8f, {f.theme().warn, 4});
  f.paint().pop_clip();
  return page;
}

ui::Bitmap in_memory(float scale) {
  ui::Canvas canvas(scale);
  for (int i = 0; i < 1000; ++i) {
    if (const auto shot = canvas.step({}, {300, 200}, [](ui::Frame& f) { return everything(f); }))
      return ui::paint(*shot);
    canvas.wait();
  }
  FAIL("it never rests");
  return {};
}

/// The mean difference of all channels, and the share of channels that differ by more than a tenth.
std::pair<double, double> difference(const ui::Bitmap& a, const ui::Bitmap& b) {
  double sum = 0, far = 0;
  for (std::size_t i = 0; i < a.pixels.size(); ++i) {
    const int by = std::abs(static_cast<int>(a.pixels[i]) - static_cast<int>(b.pixels[i]));
    sum += by;
    far += by > 25;
  }
  const auto count = static_cast<double>(a.pixels.size());
  return {sum / count, far / count};
}

}  // namespace

TEST_CASE("a canvas draws words, formulas and shapes") {
  const ui::Bitmap picture = in_memory(2);
  CHECK(picture.width == 600);
  CHECK(picture.height == 400);
  CHECK(black(picture) < 600 * 400 / 2);
  std::size_t dark = 0;
  for (std::size_t i = 0; i < picture.pixels.size(); i += 4) dark += picture.pixels[i] < 100;
  CHECK(dark > 1500);
}

TEST_CASE("a canvas may draw in the middle of a window's frame") {
  ui::Canvas canvas(1);
  std::optional<ui::Shot> shot;
  ui::testing::Robot robot([&](ui::Frame& f) {
    ui::words(f, "before");
    canvas.wait();
    if (!shot) shot = canvas.step({}, {300, 200}, [](ui::Frame& page) { return everything(page); });
    ui::words(f, "behind");
    if (!shot) f.redraw();
  });
  CHECK(robot.settle());
  CHECK(robot.shows("before"));
  CHECK(robot.shows("behind"));
  REQUIRE(shot.has_value());
  CHECK(shot->pieces.size() > 3);
}

TEST_CASE("the raster's picture is that of the graphics card") {
  for (const float scale : {1.0f, 3.0f}) {
    const auto stage = ui::Stage::open(static_cast<int>(300 * scale), static_cast<int>(200 * scale), scale);
    if (!stage) {
      WARN("no display: " << stage.error().detail);
      return;
    }
    ui::FrameInfo info = (*stage)->info();
    info.reduced_motion = true;
    (*stage)->settle(info, [](ui::Frame& f) { everything(f); });
    const ui::Bitmap card = (*stage)->pixels(), memory = in_memory(scale);
    REQUIRE(card.pixels.size() == memory.pixels.size());
    const auto [mean, far] = difference(card, memory);
    CAPTURE(scale, mean, far);
    CHECK(mean < 0.1);
    CHECK(far < 0.0005);
  }
}

}  // namespace raster_test
