#include <atomic>

#include "support/test.h"
#include "ui/core.h"
#include "ui/font/utf8.h"

namespace fonts_test {

TEST_CASE("faces are found, and letters that a face lacks come from another") {
  ui::NoGpu gpu;
  ui::Fonts fonts({1, "", false});
  REQUIRE(fonts.found());
  ui::Fonts::Impl& impl = fonts.impl();
  ui::Face& body = impl.face(ui::style::body);
  impl.update(gpu);
  CHECK(impl.glyph(body, U'é').state == ui::Glyph::State::drawn);
  CHECK(impl.glyph(body, U' ').state == ui::Glyph::State::blank);
  const ui::Glyph& hangul = impl.glyph(body, U'한');
  CHECK(hangul.state == ui::Glyph::State::asked);
  impl.update(gpu);
  CHECK(hangul.state == ui::Glyph::State::drawn);
  CHECK(hangul.page != impl.main_page);
  impl.drop_textures(gpu);
  CHECK(gpu.held == 0);
}

TEST_CASE("letters come from the background and wake the program") {
  ui::NoGpu gpu;
  std::atomic<int> woken = 0;
  ui::Fonts fonts;
  {
    ui::Context context(gpu, fonts);
    context.on_wake([&] { ++woken; });
    const ui::FrameInfo info{{800, 600}, 1, 0, ui::ThemeName::light, {}, true};
    int changed = 0;
    const auto frame = [&] {
      ui::Frame& f = context.begin(info);
      f.paint().text({10, 10}, "한국어", ui::style::display, f.theme().ink);
      context.end();
      changed += context.same_as_last() ? 0 : 1;
    };
    frame();  // asks; whether the second frame has the letters already is a matter of time
    for (int i = 0; i < 100 && (changed < 2 || context.wait_seconds() == 0); ++i) {
      fonts.wait();
      frame();
    }
    CHECK(changed == 2);
    CHECK(woken > 0);
    frame();
    CHECK(context.same_as_last());
    CHECK(context.wait_seconds() > 100);
  }
  CHECK(gpu.held == 0);
}

TEST_CASE("a change of scale draws every face again") {
  ui::NoGpu gpu;
  ui::Fonts fonts({1, "", false});
  ui::Context context(gpu, fonts);
  for (const float scale : {1.0f, 2.0f, 1.5f}) {
    ui::Frame& f = context.begin({{800, 600}, scale, 0, ui::ThemeName::light, {}, true});
    CHECK(f.paint().text_width("Résonance", ui::style::title) == Approx(107.3).margin(0.5));
    context.end();
  }
}

TEST_CASE("UTF-8 is read and written, and broken bytes do not stop it") {
  rc::check([](const std::string& bytes) {
    std::size_t at = 0;
    while (at < bytes.size()) {
      const std::size_t before = at;
      ui::next_code_point(bytes, at);
      RC_ASSERT(at > before);
      RC_ASSERT(at <= bytes.size());
    }
  });
  rc::check([] {
    const auto c = static_cast<char32_t>(*rc::gen::inRange(0x80, 0xd800));
    std::string s;
    ui::append_utf8(s, c);
    std::size_t at = 0;
    RC_ASSERT(ui::next_code_point(s, at) == c);
    RC_ASSERT(at == s.size());
  });
}

}  // namespace fonts_test
