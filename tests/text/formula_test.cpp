#include "text/formula.h"

#include "support/test.h"
#include "text/markdown.h"

namespace {

using text::AtomRole;
using text::FormulaAtom;
using Kind = text::FormulaAtom::Kind;

text::FormulaRow row(std::string_view tex) {
  const text::Formula formula = text::parse_formula(tex);
  INFO(tex);
  if (formula.error) FAIL(base::in_words(formula.error->found));
  return formula.row;
}

text::FormulaError error(std::string_view tex) {
  const text::Formula formula = text::parse_formula(tex);
  INFO(tex);
  REQUIRE(formula.error.has_value());
  CHECK(formula.row.empty());
  return *formula.error;
}

std::string speech(std::string_view tex) { return text::formula_speech(tex, "en"); }
std::string parole(std::string_view tex) { return text::formula_speech(tex, "fr"); }

}  // namespace

TEST_CASE("letters, digits and signs") {
  const auto made = row("2x - \\alpha \\leq y");
  REQUIRE(made.size() == 6);
  CHECK(made[0].words == "2");
  CHECK(made[2].words == "−");
  CHECK(made[2].role == AtomRole::binary);
  CHECK(made[3].words == "α");
  CHECK(made[4].role == AtomRole::relation);
}

TEST_CASE("what is raised and lowered, once each, in any order") {
  for (const char* tex : {"x_i^2", "x^2_i", "x_{i}^{2}"}) {
    const auto made = row(tex);
    REQUIRE(made.size() == 1);
    CHECK(made[0].raised.at(0).words == "2");
    CHECK(made[0].lowered.at(0).words == "i");
  }
  CHECK(row("f''^2")[0].raised.size() == 3);
  CHECK(row("^{14}C")[0].kind == Kind::row);
  CHECK(row("x^\\frac12")[0].raised[0].kind == Kind::fraction);
}

TEST_CASE("fractions, roots, brackets") {
  CHECK(row("\\frac12")[0].parts[1][0].words == "2");
  CHECK(row("\\dfrac{a}{b}")[0].style == text::FormulaStyle::display);
  CHECK(row("\\sqrt[3]{x}")[0].parts.size() == 2);
  CHECK(row("\\sqrt x")[0].parts.size() == 1);
  const auto fenced = row("\\left[ x \\right.");
  CHECK(fenced[0].words == "[");
  CHECK(fenced[0].close.empty());
  CHECK(row("\\binom{n}{k}")[0].parts[0][0].bar == false);
}

TEST_CASE("tables have rows of equal length") {
  const auto cases = row("\\begin{cases} a & b \\\\ c \\\\ \\end{cases}");
  const FormulaAtom& grid = cases[0].parts[0][0];
  CHECK(grid.grid == FormulaAtom::Grid::cases);
  CHECK(grid.columns == 2);
  CHECK(grid.parts.size() == 4);
  CHECK(grid.parts[3].empty());
}

TEST_CASE("a comma between digits is a decimal mark") {
  CHECK(row("2,5")[1].role == AtomRole::ordinary);
  CHECK(row("2, 5")[1].role == AtomRole::punctuation);
  CHECK(row("f(x,5)")[3].role == AtomRole::punctuation);
}

TEST_CASE("mistakes have their place and their remedy") {
  struct Case {
    const char* tex;
    std::size_t offset, length;
    const char *found, *remedy;
  };
  const Case cases[]{
      {"1 + \\fracc{1}{2}", 4, 6, "no command", "“\\frac”"},
      {"\\alphax", 0, 7, "no command", "“\\alpha x”"},
      {"\\zzzzzz", 0, 7, "no command", "\\text{…}"},
      {"\\frac{1}", 0, 5, "lacks", "\\frac{…}{…}"},
      {"a + {b", 4, 1, "never closed", "add its “}”"},
      {"a}", 1, 1, "closes nothing", "delete it"},
      {"x^2^3", 3, 1, "second exponent", "{x^a}^b"},
      {"x_1_2", 3, 1, "second index", "x_{ab}"},
      {"x^", 1, 1, "lacks", "x^{2}"},
      {"\\left(x", 0, 5, "without its “\\right”", "\\right)"},
      {"x\\right)", 1, 6, "without its “\\left”", "\\left("},
      {"\\left x", 6, 1, "no bracket", "\\left("},
      {"a & b", 2, 1, "outside of a table", "\\&"},
      {"a \\\\ b", 2, 2, "outside of a table", "aligned"},
      {"\\begin{case}x\\end{case}", 0, 6, "no table", "cases"},
      {"\\begin{cases}x", 0, 6, "without its end", "\\end{cases}"},
      {"\\begin{cases}x\\end{matrix}", 14, 4, "ends what", "\\end{cases}"},
      {"\\text x", 0, 5, "lacks its words", "\\text{…}"},
      {"5 %", 2, 1, "something else", "\\%"},
      {"x \\limits", 2, 7, "nothing that has limits", "\\sum"},
      {"\\sqrt[3{x}", 5, 1, "never closed", "\\sqrt[3]{x}"},
      {"a\\", 1, 1, "at the end", "\\frac"},
  };
  for (const Case& c : cases) {
    const auto wrong = error(c.tex);
    INFO(c.tex << ": " << base::in_words(wrong.found) << " / " << base::in_words(wrong.remedy));
    CHECK(wrong.offset == c.offset);
    CHECK(wrong.length == c.length);
    CHECK(base::in_words(wrong.found).find(c.found) != std::string::npos);
    CHECK(base::in_words(wrong.remedy).find(c.remedy) != std::string::npos);
  }
}

TEST_CASE("formulas have bounds") {
  CHECK(base::in_words(error(std::string(5000, 'x')).found).find("4096") != std::string::npos);
  CHECK(base::in_words(error(std::string(4000, 'x')).found).find("2000") != std::string::npos);
  CHECK(base::in_words(error(std::string(400, '{')).found).find("levels") != std::string::npos);
  std::string roots;
  for (int i = 0; i < 100; ++i) roots += "\\sqrt";
  CHECK(base::in_words(error(roots + "x").found).find("levels") != std::string::npos);
}

TEST_CASE("any bytes are a formula or wrong inside of it") {
  rc::check([](const std::string& tex) {
    const auto formula = text::parse_formula(tex);
    if (formula.error) RC_ASSERT(formula.error->offset + formula.error->length <= tex.size());
    text::formula_line(tex);
    text::formula_speech(tex, "fr");
  });
}

TEST_CASE("on one line") {
  CHECK(text::formula_line("x_{t+1} \\le \\alpha^2") == "xₜ₊₁ ≤ α²");
  CHECK(text::formula_line("\\frac{a+b}{2}") == "(a + b)/2");
  CHECK(text::formula_line("\\frac{1}{12}") == "1/12");
  CHECK(text::formula_line("\\sqrt{x+1}") == "√(x + 1)");
  CHECK(text::formula_line("\\sqrt[3]{x}") == "³√x");
  CHECK(text::formula_line("-b \\pm 2") == "−b ± 2");
  CHECK(text::formula_line("e^{-\\lambda t}") == "e^(−λt)");
  CHECK(text::formula_line("\\ln x + \\max(a, b)") == "ln x + max(a, b)");
  CHECK(text::formula_line("\\left(\\frac{1}{2}\\right)^n") == "(1/2)ⁿ");
  CHECK(text::formula_line("\\fracc") == "\\fracc");
  CHECK(text::plain_text("Mean $\\bar{x}$ of $x^2$") == "Mean x\u0304 of x²");
}

TEST_CASE("in English words") {
  CHECK(speech("\\sqrt{\\frac{x}{2}}") == "the square root of x over two");
  CHECK(speech("x^2 + y^3 = z_1") == "x squared plus y cubed equals z sub one");
  CHECK(speech("\\frac{a+b}{2}") == "the fraction a plus b, over two, end of fraction");
  CHECK(speech("e^{-x}") == "e to the power minus x, end of power");
  CHECK(speech("x^n") == "x to the power n");
  CHECK(speech("\\sum_{i=1}^{n} x_i") == "the sum from i equals one to n of x sub i");
  CHECK(speech("\\lim_{x \\to 0} f(x)") == "the limit as x tends to zero of f open parenthesis x close parenthesis");
  CHECK(speech("\\int_0^1 x\\,dx") == "the integral from zero to one of x d x");
  CHECK(speech("\\hat{y} \\approx 12.5") == "y hat is about 12.5");
  CHECK(speech("\\left|x\\right| \\geq 0") == "the absolute value of x, end of absolute value, is at least zero");
  CHECK(speech("\\binom{n}{k}") == "n choose k");
  CHECK(speech("\\sqrt[3]{8}") == "the cube root of eight");
  CHECK(speech("f'(x)") == "f prime open parenthesis x close parenthesis");
  CHECK(speech("\\ln 2") == "natural log of two");
  CHECK(speech("10^{21}") == "ten to the power 21");
  CHECK(speech("P(A \\mid B)") == "P open parenthesis A given B close parenthesis");
  CHECK(speech("\\begin{cases} 1 & x > 0 \\\\ 0 \\end{cases}") == "the cases; one, x is greater than zero; zero");
  CHECK(speech("\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}").find("the table; row one: a, b; row two: c, d") !=
        std::string::npos);
}

TEST_CASE("in French words") {
  CHECK(parole("\\sqrt{\\frac{x}{2}}") == "la racine carrée de x sur deux");
  CHECK(parole("x^2 \\leq \\beta_1") == "x au carré est inférieur ou égal à bêta indice un");
  CHECK(parole("\\sum_{i=1}^{n} x_i") == "la somme de i égale un à n de x indice i");
  CHECK(parole("\\lim_{x \\to \\infty} \\frac{1}{x}") == "la limite quand x tend vers l’infini de un sur x");
  CHECK(parole("\\binom{n}{k}") == "k parmi n");
  CHECK(parole("2,5") == "2,5");
  CHECK(parole("\\vec{F} = 16") == "vecteur F égale seize");
}
