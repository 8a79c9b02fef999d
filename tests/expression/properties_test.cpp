// Expressions drawn at random, beside what the same tree is worth when the test works it out itself.

#include <cmath>

#include "expression/program.h"
#include "support/test.h"

namespace {

struct Drawn {
  std::string text;
  double value = 0;
};

bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

/// A tree with brackets around all of it, so that its text means what it is.
Drawn draw(int depth) {
  const int kind = depth <= 0 ? 0 : *rc::gen::inRange(0, 9);
  if (kind == 0) {
    const int whole = *rc::gen::inRange(0, 100);
    return {std::to_string(whole) + ".5", whole + 0.5};
  }
  const Drawn a = draw(depth - 1);
  if (kind == 1) return {"(-" + a.text + ")", -a.value};
  if (kind == 2) return {"sqrt(" + a.text + ")", std::sqrt(a.value)};
  const Drawn b = draw(depth - 1);
  switch (kind) {
    case 3: return {"(" + a.text + "+" + b.text + ")", a.value + b.value};
    case 4: return {"(" + a.text + " - " + b.text + ")", a.value - b.value};
    case 5: return {"(" + a.text + "*" + b.text + ")", a.value * b.value};
    case 6: return {"(" + a.text + "/" + b.text + ")", a.value / b.value};
    case 7: {
      const bool truth = a.value != 0 && !std::isnan(a.value);
      return {"if(" + a.text + "," + b.text + ",1.5)", truth ? b.value : 1.5};
    }
    default: {
      const bool none = std::isnan(a.value) || std::isnan(b.value);
      return {"min(" + a.text + ", " + b.text + ")", none ? std::nan("") : std::min(a.value, b.value)};
    }
  }
}

const std::vector<std::string>& pieces() {
  static const std::vector<std::string> all{"1",     "x",      "city",      "f",    "data", "a",    "(",   ")",
                                            ",",     "+",      "-",         "*",    "^",    "<",    "==",  "and ",
                                            "not ",  "?",      ":",         "sum(", "at(",  "max(", "if(", "\"w\"",
                                            "0.5e3", "fixed(", "sum_over(", "i",    "%",    " "};
  return all;
}

expression::Symbols symbols() {
  expression::Symbols all;
  all.add_number("x");
  all.add_word("city");
  all.add_series("f");
  all.add_table("data", {{"a", expression::Type::number}});
  return all;
}

/// Within its bounds whatever happens, and each problem has its place.
void try_out(const std::string& text) {
  expression::Limits limits;
  limits.steps = 20'000;
  const auto program = expression::compile(text, symbols(), limits);
  if (program) {
    program->word({});
    program->number({});
    return;
  }
  const expression::Problem& problem = program.error();
  RC_ASSERT(!problem.message.empty());
  RC_ASSERT(problem.offset <= text.size());
  RC_ASSERT(problem.length >= 1);
  RC_ASSERT(problem.offset == text.size() || problem.offset + problem.length <= text.size());
}

}  // namespace

TEST_CASE("any tree is worth what it is worth") {
  const bool holds = rc::check([] {
    const Drawn drawn = draw(5);
    const auto program = expression::compile(drawn.text, {});
    RC_ASSERT(program.has_value());
    RC_ASSERT(same(program->number({}), drawn.value));
  });
  CHECK(holds);
}

TEST_CASE("brackets that change nothing change nothing") {
  const bool holds = rc::check([] {
    // Without its brackets a text means what precedence says; with brackets around a product or a power it means the same.
    const double a = *rc::gen::inRange(1, 9), b = *rc::gen::inRange(1, 9), c = *rc::gen::inRange(1, 5);
    const std::string x = std::to_string(a), y = std::to_string(b), z = std::to_string(c);
    const auto value = [](const std::string& text) { return expression::compile(text, {})->number({}); };
    RC_ASSERT(value(x + "+" + y + "*" + z) == value(x + "+(" + y + "*" + z + ")"));
    RC_ASSERT(value("-" + x + "^" + z + "*" + y) == value("(-(" + x + "^" + z + "))*" + y));
    RC_ASSERT(value(x + "-" + y + "-" + z) == value("(" + x + "-" + y + ")-" + z));
    RC_ASSERT(value(x + "<" + y + " and " + y + "<" + z) == value(x + "<" + y + "<" + z));
  });
  CHECK(holds);
}

TEST_CASE("pieces in any order are an expression or a problem with its place") {
  const bool holds = rc::check([] {
    std::string text;
    for (const std::string& piece : *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces())))
      text += piece;
    try_out(text);
  });
  CHECK(holds);
}

TEST_CASE("any bytes are an expression or a problem with its place") {
  CHECK(rc::check([](const std::string& text) { try_out(text); }));
}

TEST_CASE("a number that is written is read back") {
  const bool holds = rc::check([](double number) {
    const std::string word = expression::to_word(std::fabs(number));
    const auto program = expression::compile(word, {});
    RC_ASSERT(program.has_value());
    RC_ASSERT(std::fabs(program->number({}) - std::fabs(number)) <= 1e-11 * std::fabs(number));
  });
  CHECK(holds);
}
