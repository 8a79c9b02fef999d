#include "text/plural.h"

#include "support/test.h"

using text::PluralRule;

TEST_CASE("the rules of real languages") {
  const PluralRule english;
  CHECK(english.form(1) == 0);
  CHECK(english.form(0) == 1);
  const auto korean = PluralRule::parse("nplurals=1; plural=0;");
  REQUIRE(korean);
  CHECK(korean->form(7) == 0);
  const auto polish =
      PluralRule::parse(" nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);");
  REQUIRE(polish);
  CHECK(polish->form(1) == 0);
  CHECK(polish->form(3) == 1);
  CHECK(polish->form(12) == 2);
  CHECK(polish->form(22) == 1);
  CHECK(polish->form(25) == 2);
}

TEST_CASE("operators bind as in C") {
  CHECK(PluralRule::parse("nplurals=8; plural=1+2*3;")->form(0) == 7);
  CHECK(PluralRule::parse("nplurals=8; plural=7-2-1;")->form(0) == 4);
  CHECK(PluralRule::parse("nplurals=8; plural=!n+1;")->form(0) == 2);
  CHECK(PluralRule::parse("nplurals=8; plural=n<2==1;")->form(1) == 1);
}

TEST_CASE("what is no rule is refused, what would fail gives a form") {
  for (const char* header : {"", "nplurals=2;", "plural=n;", "nplurals=0; plural=0;", "nplurals=9; plural=0;",
                             "nplurals=2; plural=n +;", "nplurals=2; plural=(n;", "nplurals=2; plural=n n;",
                             "nplurals=2; plural=system(1);", "nplurals=2; plural=n ? 1;"}) {
    INFO(header);
    CHECK_FALSE(PluralRule::parse(header).has_value());
  }
  CHECK(PluralRule::parse("nplurals=2; plural=n/0;")->form(5) == 0);
  CHECK(PluralRule::parse("nplurals=2; plural=n%(n-n);")->form(5) == 0);
  CHECK(PluralRule::parse("nplurals=2; plural=n;")->form(5) == 0);
  CHECK_FALSE(
      PluralRule::parse("nplurals=2; plural=" + std::string(1000, '(') + "n" + std::string(1000, ')')).has_value());
  std::string sum = "n";
  for (int i = 0; i < 1000; ++i) sum += "+n";
  CHECK_FALSE(PluralRule::parse("nplurals=2; plural=" + sum).has_value());
}

TEST_CASE("any expression of the format's pieces gives a form below their number") {
  const bool holds = rc::check([](std::uint64_t count) {
    const auto piece =
        rc::gen::element<std::string>("n", "1", "10", "%", "/", "(", ")", "?", ":", "&&", "||", "!", "<", "==", " ");
    std::string header = "nplurals=3; plural=";
    for (const std::string& p : *rc::gen::container<std::vector<std::string>>(piece)) header += p;
    const auto rule = PluralRule::parse(header);
    if (rule) RC_ASSERT(rule->form(count) < 3);
  });
  CHECK(holds);
}
