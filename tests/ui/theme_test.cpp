#include "ui/theme.h"
#include "support/test.h"

namespace theme_test {

TEST_CASE("text can be read on every ground in every theme") {
  for (const ui::ThemeName name : {ui::ThemeName::light, ui::ThemeName::dark, ui::ThemeName::contrast}) {
    const ui::Theme& t = ui::theme(name);
    for (const ui::Color ground : {t.paper, t.surface, t.sunken}) {
      for (const ui::Color words : {t.ink, t.soft, t.accent, t.good, t.warn, t.bad})
        CHECK(ui::contrast(words, ground) >= 4.5);
    }
    CHECK(ui::contrast(t.on_accent, t.accent) >= 4.5);
    CHECK(ui::contrast(t.accent, t.accent_soft) >= 4.5);
    CHECK(ui::contrast(t.good, t.good_soft) >= 4.5);
    CHECK(ui::contrast(t.warn, t.warn_soft) >= 4.5);
    CHECK(ui::contrast(t.bad, t.bad_soft) >= 4.5);
    for (const ui::Color soft : {t.accent_soft, t.good_soft, t.warn_soft, t.bad_soft})
      CHECK(ui::contrast(t.ink, soft) >= 4.5);
  }
}

TEST_CASE("contrast is that of WCAG") {
  CHECK(ui::contrast(ui::rgb(0x000000), ui::rgb(0xFFFFFF)) == Approx(21));
  CHECK(ui::contrast(ui::rgb(0x767676), ui::rgb(0xFFFFFF)) == Approx(4.54).margin(0.01));
}

}  // namespace theme_test
