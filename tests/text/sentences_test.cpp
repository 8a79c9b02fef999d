#include "text/sentences.h"

#include "support/test.h"

using Words = std::vector<std::string>;

TEST_CASE("sentences end where a reader takes a breath") {
  CHECK(text::sentences("Heat it. Then wait! Why? Because… it is hot") ==
        Words{"Heat it.", "Then wait!", "Why?", "Because…", "it is hot"});
  CHECK(text::sentences("He said “stop.” Then he went (home.) Alone.") ==
        Words{"He said “stop.”", "Then he went (home.)", "Alone."});
  CHECK(text::sentences("Il dit « non. » Puis rien.") == Words{"Il dit « non. »", "Puis rien."});
  CHECK(text::sentences("Il dit «\u202fnon.\u202f» Puis rien.") == Words{"Il dit «\u202fnon.\u202f»", "Puis rien."});
  CHECK(text::sentences("Das Ende. »Nein.« Gut.") == Words{"Das Ende.", "»Nein.«", "Gut."});
  CHECK(text::sentences("A title\nIts first line") == Words{"A title", "Its first line"});
  CHECK(text::sentences("  \n ").empty());
}

TEST_CASE("numbers, initials and abbreviations do not end a sentence") {
  CHECK(text::sentences("It grew by 3.5 per cent, e.g. in Korea, as J. Doerr says (p. 5).").size() == 1);
  CHECK(text::sentences("In 1995. Then.") == Words{"In 1995.", "Then."});
}

TEST_CASE("a very long sentence is cut where it can be") {
  std::string words;
  for (int i = 0; i < 200; ++i) words += "word ";
  const Words cut = text::sentences(words);
  CHECK(cut.size() == 3);
  for (const std::string& part : cut) CHECK(part.size() <= 401);
}

TEST_CASE("nothing is lost, whatever the text") {
  REQUIRE(rc::check("all letters are kept in order", [] {
    const auto words = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab. !?\n\"),1…")));
    std::string before, after;
    for (const char c : words) {
      if (c != ' ' && c != '\n') before += c;
    }
    for (const std::string& sentence : text::sentences(words)) {
      RC_ASSERT(!sentence.empty());
      for (const char c : sentence) {
        if (c != ' ' && c != '\n') after += c;
      }
    }
    RC_ASSERT(before == after);
  }));
}
