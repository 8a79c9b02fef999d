#include "text/catalogue.h"

#include "support/test.h"

using text::Catalogue;
using text::Translator;

namespace {

constexpr const char* french = R"(# A comment
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\n"

#: lessons/first.yaml
msgid "Check"
msgstr "Vérifier"

msgctxt "noun"
msgid "Check"
msgstr "Chèque"

msgid ""
"two "
"lines\n"
msgstr ""
"deux "
"\"lignes\"\n"

#, fuzzy
#| msgid "Old"
msgid "New"
msgstr "Ancien"

msgid "{n} day"
msgid_plural "{n} days"
msgstr[0] "{n} jour"
msgstr[1] "{n} jours"

msgid "Empty"
msgstr ""

#~ msgid "Gone"
#~ msgstr "Parti"
)";

Catalogue parse(std::string_view po, std::size_t mistakes = 0) {
  base::Diagnostics diagnostics;
  Catalogue catalogue = Catalogue::parse(po, "fr.po", diagnostics);
  INFO(po);
  CHECK(diagnostics.size() == mistakes);
  return catalogue;
}

base::Diagnostic mistake(std::string_view po) {
  base::Diagnostics diagnostics;
  Catalogue::parse(po, "fr.po", diagnostics);
  REQUIRE(diagnostics.size() == 1);
  return diagnostics[0];
}

TEST_CASE("a translation that is given twice is told") {
  base::Diagnostics diagnostics;
  (void)text::Catalogue::parse("msgid \"tea\"\nmsgstr \"thé\"\nmsgstr \"tisane\"\n", "fr.po", diagnostics);
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].span.line == 3);
  CHECK(base::in_words(diagnostics[0].message) == "this translation is given twice");
}

}  // namespace

TEST_CASE("messages are found with and without context") {
  const Catalogue catalogue = parse(french);
  REQUIRE(catalogue.find("Check") != nullptr);
  CHECK(*catalogue.find("Check") == "Vérifier");
  CHECK(*catalogue.find("Check", "noun") == "Chèque");
  CHECK(*catalogue.find("Check", "unknown") == "Vérifier");
  CHECK(*catalogue.find("two lines\n") == "deux \"lignes\"\n");
  CHECK(catalogue.find("Gone") == nullptr);
  CHECK(catalogue.find("Empty") == nullptr);
  CHECK(catalogue.find("") == nullptr);
  CHECK(catalogue.size() == 4);
  CHECK(catalogue.messages().size() == 6);
}

TEST_CASE("stale messages are counted and not shown") {
  const Catalogue catalogue = parse(french);
  CHECK(catalogue.find("New") == nullptr);
  CHECK(catalogue.is_fuzzy("New"));
  CHECK_FALSE(catalogue.is_fuzzy("Check"));
  CHECK(catalogue.fuzzy() == 1);
  CHECK(catalogue.message("New")->line == 24);
}

TEST_CASE("the translator chooses forms and fills numbers in") {
  const Translator translator("fr", std::make_shared<Catalogue>(parse(french)));
  CHECK(translator.tr("Check") == "Vérifier");
  CHECK(translator.trc("noun", "Check") == "Chèque");
  CHECK(translator.tr("Unknown") == "Unknown");
  CHECK(translator.trn("{n} day", "{n} days", 0) == "0 jour");
  CHECK(translator.trn("{n} day", "{n} days", 1200) == "1\u202f200 jours");
  const Translator english;
  CHECK(english.trn("{n} day", "{n} days", 0) == "0 days");
  CHECK(english.trn("{n} day", "{n} days", 1) == "1 day");
}

TEST_CASE("mistakes have their place, and the rest is read") {
  CHECK(mistake("msgid \"a\nmsgstr \"b\"\n").span == base::Span{1, 7, 2});
  CHECK(mistake("msgid \"a\"\nmsgstr \"\\q\"\n").span == base::Span{2, 9, 2});
  CHECK(mistake("msgid \"é\" x\nmsgstr \"b\"\n").span == base::Span{1, 10, 2});
  CHECK(base::in_words(mistake("msgstr \"b\"\n").message).find("before its msgid") != std::string::npos);
  CHECK(mistake("msgstring \"b\"\n\"c\"\n").span == base::Span{1, 1, 13});
  CHECK(mistake("msgid \"a\"\nmsgstr[9] \"b\"\n").span.line == 2);
  CHECK(mistake("msgid \"a\"\nmsgstr\n").span.line == 2);
  CHECK(base::in_words(mistake("msgid \"a\xff\"\n").message).find("UTF-8") != std::string::npos);
  const base::Diagnostic twice = mistake("msgid \"a\"\nmsgstr \"b\"\nmsgid \"a\"\nmsgstr \"c\"\n");
  CHECK(twice.span.line == 3);
  CHECK(twice.related.at(0).span.line == 1);
  CHECK(*parse("msgid \"a\nmsgstr \"b\"\n\nmsgid \"c\"\nmsgstr \"d\"\n", 1).find("c") == "d");
  CHECK(mistake("msgid \"\"\nmsgstr \"Plural-Forms: nplurals=2; plural=(m);\\n\"\n").span.line == 1);
}

TEST_CASE("files with carriage returns, a byte order mark or no last newline are read") {
  CHECK(*parse("\xEF\xBB\xBFmsgid \"a\"\r\nmsgstr \"b\"\r\n").find("a") == "b");
  CHECK(*parse("msgid \"a\"\nmsgstr \"b\"").find("a") == "b");
  CHECK(parse("").size() == 0);
}

TEST_CASE("a file of something else gives a bounded number of mistakes") {
  std::string noise;
  for (int i = 0; i < 10'000; ++i) noise += "noise\n";
  base::Diagnostics diagnostics;
  Catalogue::parse(noise, "fr.po", diagnostics);
  CHECK(diagnostics.size() == 100);
}

TEST_CASE("fill replaces what it knows, once") {
  CHECK(text::fill("{a} and {b} {c}", {{"a", "{b}"}, {"b", "2"}}) == "{b} and 2 {c}");
  CHECK(text::fill("{{a}} {", {{"a", "1"}}) == "{1} {");
  CHECK(text::fill("", {}).empty());
}

TEST_CASE("any text of the format's pieces is read") {
  const bool holds = rc::check([] {
    const auto piece =
        rc::gen::element<std::string>("msgid ", "msgstr ", "msgstr[", "1]", "\"", "a", "\\", "n", "\n", "#", "#~ ",
                                      "#, fuzzy\n", "msgctxt ", "msgid_plural ", "\xff", "é");
    std::string po;
    for (const std::string& p : *rc::gen::container<std::vector<std::string>>(piece)) po += p;
    base::Diagnostics diagnostics;
    const Catalogue catalogue = Catalogue::parse(po, "x.po", diagnostics);
    for (const text::Message& message : catalogue.messages()) {
      RC_ASSERT(catalogue.message(message.source, message.context) != nullptr);
      RC_ASSERT_FALSE(message.forms.empty());
    }
  });
  CHECK(holds);
}

TEST_CASE("messages are said in the language, those inside of them as well") {
  base::Diagnostics diagnostics;
  const auto catalogue = std::make_shared<const Catalogue>(Catalogue::parse(R"(
msgid ""
msgstr "Plural-Forms: nplurals=2; plural=(n > 1);\n"

msgid "“{words}”"
msgstr "« {words} »"

msgid "{key} has {found}"
msgstr "{found} se trouve à {key}"

msgid "a list"
msgstr "une liste"

msgid "{n} row of {all}"
msgid_plural "{n} rows of {all}"
msgstr[0] "{n} ligne sur {all}"
msgstr[1] "{n} lignes sur {all}"
)",
                                                                            "fr.po", diagnostics));
  REQUIRE(diagnostics.empty());
  const Translator words("fr", catalogue);
  using base::msg;
  CHECK(words.say(msg("{key} has {found}", {{"key", base::quoted("x")}, {"found", msg("a list")}})) ==
        "une liste se trouve à « x »");
  CHECK(words.say(base::msgn("{n} row of {all}", "{n} rows of {all}", 0, {{"all", 12345}})) ==
        "0 ligne sur 12\u202f345");
  CHECK(words.say(base::msgn("{n} row of {all}", "{n} rows of {all}", 2, {{"all", 2.5}})) == "2 lignes sur 2,5");
  // What is not translated is English around words that are.
  CHECK(words.say(msg("found {found}", {{"found", msg("a list")}})) == "found une liste");
  CHECK(Translator().say(base::msgn("{n} row", "{n} rows", 12345)) == "12345 rows");
}
