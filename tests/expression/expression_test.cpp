#include <cmath>
#include <fstream>
#include <sstream>
#include <thread>

#include "expression/program.h"
#include "support/test.h"

using expression::Column;
using expression::compile;
using expression::Inputs;
using expression::Problem;
using expression::Program;
using expression::Series;
using expression::Symbols;
using expression::Table;
using expression::Type;

namespace {

/// A small world: numbers x, y, n; the word city; the curve f; the data set korea with year, share, name.
struct World {
  Symbols symbols;
  std::vector<double> numbers{0.7, -2.3, 12};
  std::vector<std::string> words{"Seoul"};
  std::vector<double> curve{0, 1, 4, 9};
  std::vector<double> years{0, 1, 2.5}, shares{0.5, std::nan(""), 6};
  std::vector<std::string> names{"a", "b", "c"};
  std::vector<Column> columns{{years, {}}, {shares, {}}, {{}, names}};
  std::vector<Series> series{{curve, {}, 0, 1}};
  std::vector<Table> tables{{3, columns}};

  World() {
    for (const char* name : {"x", "y", "n"}) symbols.add_number(name);
    symbols.add_word("city");
    symbols.add_series("f");
    symbols.add_table("korea", {{"year", Type::number}, {"share", Type::number}, {"name", Type::word}});
  }
  World(const World&) = delete;

  Inputs inputs() const { return {numbers, words, series, tables}; }

  Program program(const std::string& text) const {
    INFO(text);
    auto made = compile(text, symbols);
    if (!made) FAIL(text + ": " + base::in_words(made.error().message));
    return *made;
  }
  double number(const std::string& text) const { return program(text).number(inputs()); }
  std::string word(const std::string& text) const { return program(text).word(inputs()); }
  Problem problem(const std::string& text) const {
    auto made = compile(text, symbols);
    if (made) FAIL(text + " was understood");
    return made.error();
  }
};

/// The part of `text` that a problem points at.
std::string pointed(const std::string& text, const Problem& problem) {
  return text.substr(problem.offset, problem.length);
}

}  // namespace

TEST_CASE("expressions are worth what another implementation says") {
  const World world;
  std::ifstream known(test::source_dir() / "tests/data/expression/known.tsv");
  int lines = 0;
  for (std::string line; std::getline(known, line); ++lines) {
    const std::size_t tab = line.find('\t');
    const std::string text = line.substr(0, tab);
    const double expected = std::stod(line.substr(tab + 1)), got = world.number(text);
    INFO(text << " is " << got << ", expected " << expected);
    CHECK(std::fabs(got - expected) <= 2e-11 * std::max(1e-15, std::fabs(expected)));
  }
  CHECK(lines > 50);
}

TEST_CASE("signs bind as people read them") {
  const World world;
  CHECK(world.number("not 1 == 2") == 1);
  CHECK(world.number("!0 + 1") == 2);
  CHECK(world.number("1 < 2 and 2 < 3 or 0") == 1);
  CHECK(world.number("0 and 0 or 1") == 1);
  CHECK(world.number("0 && (0 || 1)") == 0);
  CHECK(world.number("0 < x < 1") == 1);
  CHECK(world.number("1 > x > 0.8") == 0);
  CHECK(world.number("x > 1 ? 1 : x > 0.5 ? 2 : 3") == 2);
  CHECK(world.number("if(x > 1, 1, 5)") == 5);
  CHECK(world.number("3 − 2 × 2 ÷ 4") == 2);
  CHECK(world.number("2 ≤ 2 and 2 ≥ 2 and 2 ≠ 3 and 1 <> 2") == 1);
  CHECK(world.number("true + false") == 1);
  CHECK(world.number("- - 2") == 2);
}

TEST_CASE("equality allows for the last digits") {
  const World world;
  CHECK(world.number("0.1 + 0.2 == 0.3") == 1);
  CHECK(world.number("0.1 + 0.2 <= 0.3") == 1);
  CHECK(world.number("0.1 + 0.2 > 0.3") == 0);
  CHECK(world.number("0.1 + 0.2 != 0.3") == 0);
  CHECK(world.number("1 == 1.0000001") == 0);
}

TEST_CASE("what is not a number stays none, and is no reason to act") {
  const World world;
  CHECK(std::isnan(world.number("sqrt(-1) + 1")));
  CHECK(std::isnan(world.number("min(1, sqrt(-1))")));
  CHECK(std::isnan(world.number("min_of(i, 0, 2, sqrt(1 - i))")));
  CHECK(world.number("sqrt(-1) == sqrt(-1)") == 0);
  CHECK(world.number("sqrt(-1) != 1") == 0);
  CHECK(world.number("sqrt(-1) < 1 or sqrt(-1) >= 1") == 0);
  CHECK(world.number("if(sqrt(-1), 1, 2)") == 2);
  CHECK(world.number("not sqrt(-1)") == 1);
  CHECK(std::isinf(world.number("1 / 0")));
  CHECK(std::isnan(world.number("5 % 0")));
}

TEST_CASE("words are compared, chosen and made") {
  const World world;
  CHECK(world.number("city == \"Seoul\"") == 1);
  CHECK(world.number("city != 'Busan'") == 1);
  CHECK(world.number("city == “Seoul”") == 1);
  CHECK(world.word("if(x > 0, \"up\", \"down\")") == "up");
  CHECK(world.word("city + \", \" + fixed(n / 7, 2)") == "Seoul, 1.71");
  CHECK(world.word("fixed(1.005, 2)") == "1.01");
  CHECK(world.word("fixed(-0.001, 1)") == "0.0");
  CHECK(world.word("word(1 / 3)") == "0.333333333333");
  CHECK(world.word("0.1 + 0.2") == "0.3");
  CHECK(world.word("1e6 * 3") == "3000000");
  CHECK(world.word("123456789012345") == "123456789012345");
  CHECK(world.word("0.000012") == "0.000012");
  CHECK(std::isnan(world.number("city")));
  CHECK(world.program("city").type() == Type::word);
  CHECK(std::get<std::string>(world.program("city").value(world.inputs())) == "Seoul");
}

TEST_CASE("numbers are rounded as their decimals read") {
  const World world;
  CHECK(world.number("round(2.5)") == 3);
  CHECK(world.number("round(-2.5)") == -3);
  CHECK(world.number("round(1.005, 2)") == 1.01);
  CHECK(world.number("round(2.675, 2)") == 2.68);
  CHECK(world.number("round(1234.567, 0)") == 1235);
  CHECK(world.number("round(1e300, 2)") == 1e300);
  CHECK(std::isnan(world.number("round(1, 16)")));
}

TEST_CASE("loops have bounds of their own") {
  const World world;
  CHECK(world.number("sum(i, 1, 0, i)") == 0);
  CHECK(world.number("product(i, 1, 0, i)") == 1);
  CHECK(std::isnan(world.number("max_of(i, 1, 0, i)")));
  CHECK(world.number("max_of(i, 0, 10, i * (7 - i))") == 12);
  CHECK(world.number("count_of(i, 1, 20, i % 3 == 0)") == 6);
  CHECK(world.number("sum(x, 1, 3, x) + x") == 6.7);
  CHECK(world.number("sum(i, 0.5, 2.5, i)") == 4.5);
  CHECK(std::isnan(world.number("sum(i, 1, n * 1e9, i)")));
  CHECK(std::isnan(world.number("sum(i, 1, 1e4, sum(j, 1, 1e4, 1))")));
  CHECK(base::in_words(world.problem("sum(i, 1, 100001, i)").message).find("rounds") != std::string::npos);
}

TEST_CASE("data sets are folded row by row, without what is missing") {
  const World world;
  CHECK(world.number("max_over(korea, share)") == 6);
  CHECK(world.number("min_over(korea, share * year)") == 0);
  CHECK(world.number("mean_over(korea, share)") == 3.25);
  CHECK(world.number("count_over(korea, year >= 1)") == 2);
  CHECK(world.number("count_over(korea, name == \"c\")") == 1);
  CHECK(world.number("sum_over(korea, year) + n") == 15.5);
  CHECK(world.number("sum_over(korea, count_over(korea, year < 2))") == 6);
  CHECK(std::isnan(world.number("max_over(korea, share / 0 - share / 0)")));
  CHECK(world.number("max_over(korea, abs(share - at(f, year)))") == 0.5);
}

TEST_CASE("curves are read between their points") {
  const World world;
  CHECK(world.number("at(f, 1.5)") == 2.5);
  CHECK(world.number("at(f, 3)") == 9);
  CHECK(world.number("at(f, 3.0000000001)") == 9);
  CHECK(std::isnan(world.number("at(f, 3.1)")));
  CHECK(std::isnan(world.number("at(f, -1)")));
  CHECK(world.number("last(f) - lowest(f) + highest(f)") == 18);
  CHECK(world.number("reached(f, 2.5)") == 1.5);
  CHECK(std::isnan(world.number("reached(f, 100)")));
  const std::vector<double> uneven{0, 10, 11, 20};
  const std::vector<Series> series{{world.curve, uneven, 0, 1}};
  CHECK(world.program("at(f, 10.5) + at(f, 5)").number({world.numbers, world.words, series, world.tables}) == 3);
}

TEST_CASE("what is wrong is told with its place and what to do") {
  const World world;
  struct Case {
    const char *text, *message, *remedy, *at;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"sum_over(korea, shre)", "nothing is called “shre”", "did you mean “share”?", "shre"},
           {"2 * citi", "nothing is called “citi”", "“city”", "citi"},
           {"sqr(x)", "there is no function “sqr”", "“sqrt”", "sqr"},
           {"round(1, 2, 3)", "“round” takes 1 or 2 values, not 3", "", "round(1, 2, 3)"},
           {"sin()", "“sin” takes 1 value, not 0", "", "sin()"},
           {"1 + city", "a number and a word cannot be added", "word(x)", "1 + city"},
           {"sqrt(city)", "“sqrt” needs a number", "", "city"},
           {"city == 2", "compared with a word", "", "city == 2"},
           {"city < 'b'", "neither is less", "==", "city < 'b'"},
           {"x = 2", "“=”", "==", "="},
           {"2x", "a sign is missing before “x”", "2 * x", "x"},
           {"(1 + 2", "never closed", "", "("},
           {"1 + 2)", "closes nothing", "", ")"},
           {"1 +", "missing at the end", "", ""},
           {"", "nothing here", "", ""},
           {"f + 1", "is a curve", "at(f, t)", "f"},
           {"korea", "is a data set", "max_over", "korea"},
           {"share + 1", "is a column of “korea”", "max_over(korea", "share"},
           {"at(x, 1)", "name of a curve", "at(curve, t)", "x"},
           {"sum_over(x, 1)", "name of a data set", "", "x"},
           {"sum(1, 2, 3, 4)", "its counter", "sum(i, 1, 10, what)", "1"},
           {"if(x, 1, 'a')", "one way gives a number", "", "1, 'a'"},
           {"x ? 1", "“:”", "", ""},
           {"\"open", "never closed", "", "\"open"},
           {"1, 2", "comma", "2.5", ","},
           {"x(2)", "is no function", "*", "x"},
           {"sin + 1", "is a function", "sin(…)", "sin"},
           {"x & y", "“&”", "and", "&"},
           {"1e999", "beyond", "", "1e999"},
           {"3 # 4", "“#” has no place", "", "#"},
       }) {
    const Problem problem = world.problem(c.text);
    INFO(c.text << ": " << base::in_words(problem.message) << " / " << base::in_words(problem.remedy));
    CHECK(base::in_words(problem.message).find(c.message) != std::string::npos);
    CHECK(base::in_words(problem.remedy).find(c.remedy) != std::string::npos);
    if (*c.at != '\0') CHECK(pointed(c.text, problem) == c.at);
  }
}

TEST_CASE("size and depth are bounded") {
  const World world;
  CHECK(base::in_words(world.problem(std::string(70, '(') + "1" + std::string(70, ')')).message).find("levels") !=
        std::string::npos);
  CHECK(base::in_words(world.problem(std::string(70, '-') + "1").message).find("levels") != std::string::npos);
  std::string nots, powers = "x", sums = "1";
  for (int i = 0; i < 70; ++i) nots += "not ", powers += "^x";
  CHECK(base::in_words(world.problem(nots + "x").message).find("not") != std::string::npos);
  CHECK(base::in_words(world.problem(powers).message).find("levels") != std::string::npos);
  for (int i = 0; i < 1500; ++i) sums += "+1";
  CHECK(base::in_words(world.problem(sums).message).find("2000 parts") != std::string::npos);
  CHECK(base::in_words(world.problem(std::string(5000, ' ')).message).find("bytes") != std::string::npos);
  std::string loops = "1";
  for (int i = 0; i < 9; ++i) loops = "sum(a, 1, 1, " + loops + ")";
  CHECK(base::in_words(world.problem(loops).message).find("8 loops") != std::string::npos);
}

TEST_CASE("a sweep is the same as point by point") {
  const World world;
  const Program program = world.program("x ^ 2 + y * sin(x) + at(f, x)");
  std::vector<double> xs, out(50);
  for (int i = 0; i < 50; ++i) xs.push_back(i * 0.06);
  program.sweep(world.inputs(), 0, xs, out);
  for (std::size_t i = 0; i < xs.size(); ++i) {
    std::vector<double> numbers = world.numbers;
    numbers[0] = xs[i];
    CHECK(out[i] == program.number({numbers, world.words, world.series, world.tables}));
  }
  CHECK(program.uses_number(0));
  CHECK_FALSE(program.uses_number(2));
  CHECK(program.uses_series(0));
  // What is lacking is NaN.
  CHECK(std::isnan(world.program("n").number({})));
  CHECK(std::isnan(world.program("at(f, 0)").number({})));
  CHECK(world.program("count_over(korea, 1)").number({}) == 0);
}

TEST_CASE("a program is used by many threads at once") {
  const World world;
  const Program program = world.program("sum(i, 1, 1000, i * x) + max_over(korea, share)");
  const double expected = program.number(world.inputs());
  std::vector<double> got(4);
  std::vector<std::thread> threads;
  for (double& value : got) threads.emplace_back([&] { value = program.number(world.inputs()); });
  for (std::thread& thread : threads) thread.join();
  for (const double value : got) CHECK(value == expected);
}

TEST_CASE("names are letters of any script") {
  for (const char* name : {"x", "_a1", "coût", "ζ", "점유율", "step", "e"}) {
    INFO(name);
    CHECK(expression::is_name(name));
    Symbols symbols;
    symbols.add_number(name);
    const std::vector<double> two{2};
    CHECK(compile(std::string(name) + " + 1", symbols)->number({two, {}, {}, {}}) == 3);
  }
  for (const char* name : {"", "1a", "a b", "and", "true", "a-b", "a×b", "“a”", "…"}) {
    INFO(name);
    CHECK_FALSE(expression::is_name(name));
  }
}
