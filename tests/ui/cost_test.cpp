// What things cost: `test_ui "[cost]"` prints it. Not part of an ordinary run, as times depend on the machine.

#include <chrono>
#include <cstdio>

#include "support/test.h"
#include "ui/core.h"
#include "ui/gallery/pages.h"
#include "ui/layout/cache.h"
#include "ui/rich.h"

namespace cost_test {

namespace {

double ms(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

std::string long_page(int words) {
  std::string page = "# A long page\n\n";
  for (int i = 0; i < words; ++i) {
    page += i % 23 == 0 ? "**word** " : i % 31 == 0 ? "[link](concept:a) " : "ordinary ";
    if (i % 80 == 79) page += "\n\n";
  }
  return page;
}

const ui::FrameInfo kInfo{{1280, 800}, 1, 0, ui::ThemeName::light, {}, true};

}  // namespace

TEST_CASE("the cost of fonts", "[.][cost]") {
  const auto start = std::chrono::steady_clock::now();
  ui::Fonts fonts;
  fonts.wait();
  const double whole = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
  ui::NoGpu gpu;
  fonts.impl().update(gpu);
  const auto m = fonts.measures();
  std::printf("fonts: finding %.1f ms, drawing %d letters of %d faces %.1f ms, in all %.1f ms, texture %llu kB\n",
              m.find_ms, m.glyphs, m.faces, m.first_ms, whole, static_cast<unsigned long long>(m.texture_bytes / 1024));
  fonts.impl().drop_textures(gpu);
}

TEST_CASE("the cost of a long page", "[.][cost]") {
  ui::NoGpu gpu;
  ui::Fonts fonts({1, "", false});
  ui::Context context(gpu, fonts);
  const std::string page = long_page(3000);
  const text::Document document = [&] {
    ui::Frame& f = context.begin(kInfo);
    text::Document d = ui::parsed(f, page);
    context.end();
    return d;
  }();
  const auto frame = [&] {
    ui::Frame& f = context.begin(kInfo);
    f.scroll("page", {0, 0, 1280, 800}, [&] { f.centered(660, [&] { ui::rich(f, "text", document); }); });
    context.end();
  };
  const double first = ms(frame);
  frame();
  constexpr int kFrames = 500;
  const double all = ms([&] {
    for (int i = 0; i < kFrames; ++i) frame();
  });
  const double hash = ms([&] {
    for (int i = 0; i < kFrames; ++i) (void)ui::hash_of(document);
  });
  const double layout = ms([&] {
    for (int i = 0; i < 20; ++i)
      (void)ui::lay_out(context.core().fonts, document, 600 + static_cast<float>(i), {},
                        [](const std::string&) { return 1; });
  });
  std::printf("3,000 words: first frame %.2f ms, layout %.2f ms, frame %.3f ms, of that hashing %.3f ms\n", first,
              layout / 20, all / kFrames, hash / kFrames);
}

TEST_CASE("the cost of a screen", "[.][cost]") {
  for (const gallery::Page& page : gallery::pages()) {
    ui::NoGpu gpu;
    ui::Fonts fonts({1, "", false});
    ui::Context context(gpu, fonts);
    const auto frame = [&] {
      page.draw(context.begin(kInfo));
      context.end();
    };
    frame(), frame();
    constexpr int kFrames = 300;
    const double all = ms([&] {
      for (int i = 0; i < kFrames; ++i) frame();
    });
    std::printf("%-10s %.3f ms a frame\n", std::string(page.name).c_str(), all / kFrames);
  }
}

}  // namespace cost_test
