#include "text/fold.h"

#include "base/utf8.h"
#include "support/test.h"

using text::fold;

TEST_CASE("case, accents, width, quotes and spaces do not count") {
  CHECK(fold("  École\u00a0 Supérieure ") == "ecole superieure");
  CHECK(fold("ＡＢＣ１２") == "abc12");
  CHECK(fold("l’œuf «dur»") == "l'oeuf \"dur\"");
  CHECK(fold("Straße") == "strasse");
  CHECK(fold("1\u20132 \u2212 3") == "1-2 - 3");
  CHECK(fold("ﬁn") == "fin");
  CHECK(fold("soft\u00adhyphen") == "softhyphen");
  CHECK(fold("") == "");
  CHECK(fold(" \t\n") == "");
}

TEST_CASE("Hangul stays whole syllables, however it was typed") {
  CHECK(fold("한국") == "한국");
  CHECK(fold("\u1112\u1161\u11ab\u1100\u116e\u11a8") == "한국");
  CHECK(text::length(fold("한국")) == 2);
}

TEST_CASE("marks that make another letter are no accents") {
  CHECK(fold("が") != fold("か"));
  CHECK(fold("ｶﾞ") == fold("ガ"));
  CHECK(fold("की") != fold("का"));
  CHECK(fold("Ёлка") == fold("елка"));
  CHECK(fold("Ελλάς") == fold("ΕΛΛΑΣ"));
  CHECK(fold("İstanbul") == fold("istanbul"));
}

TEST_CASE("plain letters are folded as all others are") {
  const bool holds = rc::check([](const std::vector<std::uint8_t>& drawn, bool ignore_case) {
    std::string typed;
    for (const std::uint8_t value : drawn) typed += static_cast<char>(value % 0x80);
    const text::FoldOptions options{.ignore_case = ignore_case, .ignore_accents = true};
    // A letter beyond ASCII sends the whole text through Unicode's tables.
    RC_ASSERT(fold("ж" + typed, options) == "ж" + (typed.empty() ? "" : fold("x" + typed, options).substr(1)));
  });
  CHECK(holds);
}

TEST_CASE("case and accents can be made to count") {
  CHECK(fold("École", {.ignore_case = false}) == "Ecole");
  CHECK(fold("École", {.ignore_accents = false}) == "école");
  CHECK(fold("e\u0301", {.ignore_accents = false}) == "é");
  CHECK(fold("œuf", {.ignore_accents = false}) == "œuf");
}

TEST_CASE("bytes that are not UTF-8 become U+FFFD") {
  CHECK(fold("a\xff"
             "b") ==
        "a\uFFFD"
        "b");
  CHECK(fold(std::string_view("a\0b", 3)).size() == 3);
}

TEST_CASE("characters come to plain letters or none") {
  CHECK(text::ascii_letters(U'É') == "e");
  CHECK(text::ascii_letters(U'Œ') == "oe");
  CHECK(text::ascii_letters(U'ß') == "ss");
  CHECK(text::ascii_letters(U'７') == "7");
  CHECK(text::ascii_letters(U'한').empty());
  CHECK(text::ascii_letters(0xFDFA).empty());  // the longest decomposition there is
}

TEST_CASE("folding what is folded changes nothing") {
  const bool holds = rc::check([](const std::vector<std::uint32_t>& drawn, bool ignore_case, bool ignore_accents) {
    std::string typed;
    // Most letters that fold lie below U+3000.
    for (const std::uint32_t value : drawn) base::append(typed, value % (value % 3 == 0 ? 0x110000 : 0x3000));
    const text::FoldOptions options{ignore_case, ignore_accents};
    const std::string once = fold(typed, options);
    RC_ASSERT(fold(once, options) == once);
    RC_ASSERT(base::find_invalid(once) == std::string::npos);
  });
  CHECK(holds);
}
