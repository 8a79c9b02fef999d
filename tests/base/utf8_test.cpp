#include "base/utf8.h"

#include "support/test.h"

TEST_CASE("a text is trimmed of what cannot be seen, and of nothing inside") {
  CHECK(base::trimmed(" \t a b\r\n") == "a b");
  CHECK(base::trimmed("ab") == "ab");
  CHECK(base::trimmed(" \n ").empty());
  CHECK(base::trimmed("").empty());
}

TEST_CASE("code points go in and come out") {
  const bool holds = rc::check([](const std::vector<std::uint32_t>& drawn) {
    std::u32string points;
    std::string utf8;
    for (const std::uint32_t value : drawn) {
      const char32_t point = value % 0x110000;
      if (point >= 0xD800 && point <= 0xDFFF) continue;
      points += point;
      base::append(utf8, point);
    }
    RC_ASSERT(base::to_code_points(utf8) == points);
    RC_ASSERT(base::count_characters(utf8) == points.size());
    RC_ASSERT(base::find_invalid(utf8) == std::string::npos);
  });
  CHECK(holds);
}

TEST_CASE("any bytes decode without end or overrun") {
  const bool holds = rc::check([](const std::string& bytes) {
    RC_ASSERT(base::count_characters(bytes) <= bytes.size());
    std::string again;
    for (const char32_t point : base::to_code_points(bytes)) base::append(again, point);
    RC_ASSERT(base::find_invalid(again) == std::string::npos);
    if (base::find_invalid(bytes) == std::string::npos) RC_ASSERT(again == bytes);
  });
  CHECK(holds);
}

TEST_CASE("bytes that are not UTF-8 are found") {
  CHECK(base::find_invalid("caf\xe9") == 3);
  CHECK(base::find_invalid("\xc0\xaf") == 0);          // overlong
  CHECK(base::find_invalid("\xed\xa0\x80") == 0);      // surrogate
  CHECK(base::find_invalid("\xf4\x90\x80\x80") == 0);  // above U+10FFFF
  CHECK(base::find_invalid("a\xe2\x80") == 1);         // cut off
  CHECK(base::decode("\xe2\x80", 0).value == 0xFFFD);
}

TEST_CASE("widths are those of a terminal") {
  CHECK(base::display_width(U'a') == 1);
  CHECK(base::display_width(U'é') == 1);
  CHECK(base::display_width(U'한') == 2);
  CHECK(base::display_width(U'漢') == 2);
  CHECK(base::display_width(0x0301) == 0);
  CHECK(base::display_width(0x1F600) == 2);
}
