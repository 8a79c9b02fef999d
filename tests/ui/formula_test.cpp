#include <cmath>

#include "support/test.h"
#include "text/markdown.h"
#include "ui/core.h"
#include "ui/layout/layout.h"

namespace formula_test {

namespace {

using Mark = ui::FormulaBox::Mark;

struct Bench {
  ui::NoGpu gpu;
  ui::Fonts fonts{{1, "", false}};
  ui::Context context{gpu, fonts};

  Bench() {
    context.begin({{800, 600}, 1, 0, ui::ThemeName::light, {}, true});
    context.end();
  }
  ui::FormulaBox set(std::string_view tex, bool display = false) {
    const auto box = ui::set_formula(context.core().fonts, tex, ui::style::body, display);
    REQUIRE(box.has_value());
    return *box;
  }
  ui::Layout lay_out(std::string_view markdown, float width) {
    return ui::lay_out(context.core().fonts, text::parse_markdown(markdown), width, {},
                       [](const std::string&) { return 1; });
  }
};

const Mark& first(const ui::FormulaBox& box, Mark::Kind kind) {
  for (const Mark& mark : box.marks) {
    if (mark.kind == kind) return mark;
  }
  FAIL("no such mark");
  return box.marks.front();
}

}  // namespace

TEST_CASE("a face for formulas is installed") {
  Bench bench;
  CHECK(bench.context.core().fonts.math_table() != nullptr);
}

TEST_CASE("exponents stand above and are smaller, indices below") {
  Bench bench;
  const auto box = bench.set("x^2_1");
  REQUIRE(box.marks.size() == 3);
  CHECK(box.marks[1].y > 3);
  CHECK(box.marks[2].y < -1);
  CHECK(box.marks[1].em < 0.8f * box.marks[0].em);
  CHECK(bench.set("x^{y^z}").marks[2].em < bench.set("x^{y^z}").marks[1].em);
}

TEST_CASE("a fraction has its rule on the axis, at its parts' width") {
  Bench bench;
  const auto box = bench.set("\\frac{a+b}{c}", true);
  const Mark& rule = first(box, Mark::Kind::rule);
  CHECK(rule.y > 0);
  CHECK(rule.w < box.width);
  CHECK(rule.w > bench.set("a+b").width * 0.95f);
  CHECK(box.ascent > 12);
  CHECK(box.descent > 5);
  CHECK(bench.set("\\frac{a}{b}").ascent < box.ascent);
  CHECK(bench.set("\\dfrac{a}{b}").ascent == bench.set("\\frac{a}{b}", true).ascent);
}

TEST_CASE("brackets grow with what they hold") {
  Bench bench;
  const float plain = bench.set("\\left(x\\right)").ascent;
  CHECK(bench.set("\\left(\\dfrac{1}{2}\\right)").ascent > plain + 4);
  // Taller than any cut of the face: built from pieces.
  const std::string tower = "\\begin{matrix} a\\\\ a\\\\ a\\\\ a\\\\ a\\\\ a\\\\ a\\\\ a \\end{matrix}";
  const auto box = bench.set("\\left(" + tower + "\\right)", true), inside = bench.set(tower, true);
  CHECK(box.ascent + box.descent >= 0.9f * (inside.ascent + inside.descent));
  CHECK(box.marks.size() > inside.marks.size() + 4);
}

TEST_CASE("limits go above and below in display, beside in text") {
  Bench bench;
  CHECK(bench.set("\\sum_{i=1}^{n}", true).width < bench.set("\\sum_{i=1}^{n}", false).width);
  CHECK(bench.set("\\sum\\limits_{i=1}^{n}", false).width < bench.set("\\sum_{i=1}^{n}", false).width);
  CHECK(bench.set("\\lim_{x \\to 0}", true).descent > bench.set("\\lim_{x \\to 0}", false).descent);
}

TEST_CASE("operators have space, signs have none") {
  Bench bench;
  CHECK(bench.set("a-b").width > bench.set("a{-}b").width + 4);
  CHECK(bench.set("-b").width == Approx(bench.set("{-}b").width));
  CHECK(bench.set("a=b").width > bench.set("a{=}b").width + 5);
  CHECK(bench.set("x^{a-b}").width == Approx(bench.set("x^{a{-}b}").width));
  CHECK(bench.set("2,5").width < bench.set("2, 5").width);
}

TEST_CASE("a root covers what is under it") {
  Bench bench;
  const auto box = bench.set("\\sqrt{x^2+1}");
  const Mark &sign = first(box, Mark::Kind::radical), &rule = first(box, Mark::Kind::rule);
  CHECK(rule.x == Approx(sign.x + sign.w));
  CHECK(rule.y + rule.h == Approx(sign.y + sign.h));
  CHECK(rule.w >= bench.set("x^2+1").width);
}

TEST_CASE("lines grow where a formula needs it, and no other") {
  Bench bench;
  const auto plain = bench.lay_out("one\n\nand $x^2$ two", 400),
             tall = bench.lay_out("one\n\nand $\\dfrac{a}{b}$ two", 400);
  CHECK(plain.height == bench.lay_out("one\n\nand x two", 400).height);
  CHECK(tall.height > plain.height + 4);
  REQUIRE(tall.lines.size() == 2);
  CHECK(tall.lines[0].bottom - tall.lines[0].top < tall.lines[1].bottom - tall.lines[1].top);
  CHECK(tall.text == "oneand a/b two");
}

TEST_CASE("formulas are not broken, and become smaller before they leave the column") {
  Bench bench;
  const std::string wide = "a+b+c+d+e+f+g+h+i+j+k+l+m+n+o+p+q+r";
  for (const std::string dollars : {"$", "$$"}) {
    const auto layout = bench.lay_out("Words before. " + dollars + wide + dollars + " Words behind.", 120);
    CHECK(layout.formulas.size() == 1);
    for (const auto& line : layout.lines) CHECK(line.x + line.width <= 120.5f);
  }
}

TEST_CASE("a formula of its own line stands in the middle") {
  Bench bench;
  const auto layout = bench.lay_out("Before\n$$a=b$$\nbehind", 400);
  REQUIRE(layout.lines.size() == 3);
  const auto& line = layout.lines[1];
  CHECK(line.x == Approx((400 - line.width) / 2));
  CHECK(layout.lines[0].x == 0);
}

TEST_CASE("a wrong formula is shown as written") {
  Bench bench;
  const auto layout = bench.lay_out("See $\\fracc{1}{2}$.", 400);
  CHECK(layout.text == "See \\fracc{1}{2}.");
  CHECK(layout.formulas.empty());
}

TEST_CASE("boxes are finite and hold their marks, whatever the formula") {
  Bench bench;
  const std::vector<std::string> parts{"x",
                                       "1",
                                       "+",
                                       "=",
                                       "\\frac{a}{b}",
                                       "\\sqrt{y}",
                                       "^2",
                                       "_{i,j}",
                                       "\\sum_{i}^{n}",
                                       "\\left(z\\right)",
                                       "\\hat{a}",
                                       "\\text{if }",
                                       "\\ln",
                                       "\\begin{cases}a&b\\\\c\\end{cases}",
                                       "{u+v}",
                                       "\\alpha",
                                       "\\quad",
                                       "\\int_0^1"};
  rc::check([&](const std::vector<std::uint8_t>& picks, bool display) {
    std::string tex;
    for (const std::uint8_t pick : picks) tex += parts[pick % parts.size()] + " ";
    const auto box = ui::set_formula(bench.context.core().fonts, tex, ui::style::body, display);
    if (!box) return RC_ASSERT(text::parse_formula(tex).error.has_value());
    RC_ASSERT(std::isfinite(box->width) && box->width >= 0 && box->ascent < 1000 && box->descent < 1000);
    for (const Mark& mark : box->marks) {
      RC_ASSERT(mark.x > -6 && mark.x + mark.w <= box->width + 6);
      RC_ASSERT(mark.y <= box->ascent + 2 && mark.y >= -box->descent - 12);
    }
  });
}

}  // namespace formula_test
