#include "text/number.h"

#include <cmath>

#include "support/test.h"

using text::format_number;
using text::parse_number;

namespace {

double value(const char* typed, const char* language) {
  const auto number = parse_number(typed, language);
  return number ? number->value : std::nan("");
}

}  // namespace

TEST_CASE("numbers are read as both languages write them") {
  CHECK(value("2.6", "en") == 2.6);
  CHECK(value("2,6", "en") == 2.6);
  CHECK(value("2,6", "fr") == 2.6);
  CHECK(value("1 200", "en") == 1200);
  CHECK(value("1\u202f200,5", "fr") == 1200.5);
  CHECK(value("1,200.5", "en") == 1200.5);
  CHECK(value("1.200,5", "fr") == 1200.5);
  CHECK(value("1,200", "en") == 1200);
  CHECK(value("1,200", "fr") == 1.2);
  CHECK(value("0,200", "en") == 0.2);
  CHECK(value("12,345,678", "en") == 12345678);
  CHECK(value("12,345,678", "fr") == 12345678);
  CHECK(value("1’200", "de") == 1200);
  CHECK(value("−3", "en") == -3);
  CHECK(value("+ 3", "en") == 3);
  CHECK(value("1e3", "en") == 1000);
  CHECK(value("1.5E-3", "en") == 0.0015);
  CHECK(value(".5", "en") == 0.5);
  CHECK(value("5.", "en") == 5);
  CHECK(value("１２", "en") == 12);
}

TEST_CASE("what follows is the unit") {
  CHECK(parse_number("5 %", "fr")->unit == "%");
  CHECK(parse_number("12km/h ", "en")->unit == "km/h");
  CHECK(parse_number("3 euros", "fr")->unit == "euros");
  CHECK(parse_number("1 200 m²", "fr")->unit == "m²");
  CHECK(parse_number("$5", "en")->unit == "$");
  CHECK(parse_number("US$ 5", "en")->unit == "US$");
  CHECK(parse_number("EUR 1,200.50", "en")->value == 1200.5);
  CHECK(parse_number("-$ 5 billion", "en")->unit == "$ billion");
  CHECK(parse_number("-$ 5 billion", "en")->value == -5);
}

TEST_CASE("every width, space and minus is read, and what nobody sees is passed over") {
  CHECK(value("１２，５", "fr") == 12.5);
  CHECK(value("－３．５", "en") == -3.5);
  CHECK(value("1\u00a0200", "en") == 1200);
  CHECK(value("1\u2009200,5", "fr") == 1200.5);
  CHECK(value("\u200e1\u202f200\u200b", "en") == 1200);
  CHECK(value("\ufeff3", "en") == 3);
  CHECK(value("–3", "en") == -3);
  CHECK(value("≈ 3", "en") == 3);
  CHECK(value("1‘200", "en") == 1200);
}

TEST_CASE("powers of ten and fractions are numbers") {
  CHECK(value("1.2 × 10^3", "en") == 1200);
  CHECK(value("1,2·10³", "fr") == 1200);
  CHECK(value("1.2x10-3", "en") != 0.0012);  // a power needs its mark
  CHECK(value("2*10^-3", "en") == 0.002);
  CHECK(value("2×10⁻³", "en") == 0.002);
  CHECK(value("10^6", "en") == 1e6);
  CHECK(value("10⁶", "en") == 1e6);
  CHECK(parse_number("10 m²", "en")->value == 10);
  CHECK(value("3/4", "en") == 0.75);
  CHECK(value("-3 / 4", "en") == -0.75);
  CHECK(value("1 1/2", "en") == 1.5);
  CHECK(value("-1 1/2", "en") == -1.5);
  CHECK(value("½", "en") == 0.5);
  CHECK(value("2½", "en") == 2.5);
  CHECK(value("1 200/3", "en") == 400);
  CHECK(parse_number("3/4 cup", "en")->unit == "cup");
  CHECK(parse_number("3/4", "en")->significant == 0);
  CHECK(parse_number("5/h", "en")->unit == "/h");
}

TEST_CASE("significant figures are what was written") {
  CHECK(parse_number("0.50", "en")->significant == 2);
  CHECK(parse_number("1200", "en")->significant == 4);
  CHECK(parse_number("1,200.50", "en")->significant == 6);
  CHECK(parse_number("0", "en")->significant == 1);
  CHECK(parse_number("2.60e3", "en")->significant == 3);
}

TEST_CASE("what is no number is refused") {
  for (const char* typed :
       {"",    " ",     "abc",     "-",           "1.2.3",      "12 34", "1,20,300", "1,2,3", ",", "e3",  "1e999",
        "--1", "1 2 3", "12,34.5", "1.234,567.8", "23/11/2026", "3/0",   "1/2/3",    "5^2",   "$", "USD", "½½"}) {
    INFO(typed);
    CHECK_FALSE(parse_number(typed, "en").has_value());
  }
  CHECK_FALSE(parse_number(std::string(1000, '1'), "en").has_value());
}

TEST_CASE("numbers are written with the language's marks") {
  CHECK(format_number(1234.5, 2, "en") == "1,234.5");
  CHECK(format_number(1234.5, 2, "fr") == "1\u202f234,5");
  CHECK(format_number(1234567, 0, "fr-CA") == "1\u202f234\u202f567");
  CHECK(format_number(-0.001, 2, "en") == "0");
  CHECK(format_number(-2.50, 2, "en") == "−2.5");
  CHECK(format_number(2.345, 0, "en") == "2");
  CHECK(format_number(std::nan(""), 2, "en") == "–");
  CHECK(format_number(1e300, 0, "en").size() == 401);
  CHECK(text::format_percent(0.456, "en") == "46%");
  CHECK(text::format_percent(0.456, "fr") == "46\u202f%");
}

TEST_CASE("what is written is read back, in both languages") {
  const bool holds = rc::check([](std::int32_t thousandths) {
    const double number = thousandths / 1000.0;
    for (const char* language : {"en", "fr"}) {
      const auto read = parse_number(format_number(number, 3, language), language);
      RC_ASSERT(read.has_value());
      // "1,234" alone is a thousand in English, and so it is written.
      RC_ASSERT(std::fabs(read->value - number) < 1e-9);
    }
  });
  CHECK(holds);
}

TEST_CASE("any bytes are a number or none") {
  const bool holds = rc::check([](const std::string& typed) { parse_number(typed, "fr"); });
  CHECK(holds);
}
