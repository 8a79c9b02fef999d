// Every word of the program is in French, whole and well set. tools/words brings assets/i18n up to date.

#include <cstdio>
#include <map>

#include "support/test.h"
#include "text/catalogue.h"
#include "words/extract.h"
#include "words/french.h"

namespace {

namespace fs = std::filesystem;

struct Use {
  words::Word word;
  std::string file;
};

struct Program {
  std::map<std::pair<std::string, std::string>, Use> words;  ///< by context and source
  std::vector<std::string> hidden;                           ///< "file:line"
  std::vector<std::string> loose;                            ///< the same, of the commands
};

Program program() {
  Program found;
  for (const char* folder : {"engine", "tools/commands"}) {
    for (const auto& entry : fs::recursive_directory_iterator(test::source_dir() / folder)) {
      const std::string extension = entry.path().extension().string();
      if (extension != ".cpp" && extension != ".h") continue;
      const std::string file = fs::relative(entry.path(), test::source_dir()).generic_string();
      const words::Extracted extracted = words::extract(test::read(entry.path()));
      for (const words::Word& word : extracted.words) found.words.insert({{word.context, word.source}, {word, file}});
      for (const int line : extracted.hidden) found.hidden.push_back(file + ":" + std::to_string(line));
      if (!file.starts_with("tools/")) continue;
      for (const int line : extracted.loose) found.loose.push_back(file + ":" + std::to_string(line));
    }
  }
  return found;
}

text::Catalogue french() {
  base::Diagnostics diagnostics;
  const fs::path file = test::source_dir() / "assets/i18n/fr.po";
  text::Catalogue catalogue = text::Catalogue::parse(test::read(file), file.filename().string(), diagnostics);
  for (const base::Diagnostic& d : diagnostics)
    std::fprintf(stderr, "fr.po:%u: %s\n", d.span.line, base::in_words(d.message).c_str());
  REQUIRE(diagnostics.empty());
  return catalogue;
}

/// Prints all faults, whole, and fails when there are any.
void require_none(const std::vector<std::string>& faults) {
  for (const std::string& fault : faults) std::fprintf(stderr, "%s\n", fault.c_str());
  REQUIRE(faults.empty());
}

}  // namespace

TEST_CASE("every word stands first in its call, where xgettext finds it") { require_none(program().hidden); }

TEST_CASE("commands say nothing that translators do not see") { require_none(program().loose); }

TEST_CASE("every word of the program has a French translation that is not stale") {
  const text::Catalogue catalogue = french();
  if (catalogue.size() == 0) return;  // nothing has been translated yet
  std::vector<std::string> faults;
  for (const auto& [key, use] : program().words) {
    const text::Message* message = catalogue.message(use.word.source, use.word.context);
    const std::string where = use.file + ":" + std::to_string(use.word.line) + ": “" + use.word.source + "”";
    if (message == nullptr) {
      faults.push_back(where + " is not in fr.po: run tools/words");
    } else if (message->fuzzy) {
      faults.push_back(where + " is marked fuzzy in fr.po: look at it, then take the mark away");
    } else if (catalogue.find(use.word.source, use.word.context) == nullptr) {
      faults.push_back(where + " is not translated in fr.po");
    }
  }
  require_none(faults);
}

TEST_CASE("fr.po has no word that the program does not show") {
  const auto used = program().words;
  std::vector<std::string> faults;
  const text::Catalogue catalogue = french();
  for (const text::Message& message : catalogue.messages()) {
    if (used.contains({message.context, message.source})) continue;
    faults.push_back("fr.po:" + std::to_string(message.line) + ": “" + message.source +
                     "” is shown nowhere: run tools/words");
  }
  require_none(faults);
}

TEST_CASE("translations keep the placeholders of their source") {
  const auto used = program().words;
  std::vector<std::string> faults;
  const text::Catalogue catalogue = french();
  for (const text::Message& message : catalogue.messages()) {
    const auto use = used.find({message.context, message.source});
    const std::string plural = use == used.end() ? "" : use->second.word.plural;
    for (std::size_t form = 0; form < message.forms.size(); ++form) {
      if (message.forms[form].empty()) continue;
      const auto wanted = words::placeholders(form > 0 && !plural.empty() ? plural : message.source);
      if (words::placeholders(message.forms[form]) == wanted) continue;
      faults.push_back("fr.po:" + std::to_string(message.line) + ": other placeholders than “" + message.source + "”");
    }
  }
  require_none(faults);
}

TEST_CASE("French is set as French is") {
  std::vector<std::string> faults;
  const text::Catalogue catalogue = french();
  for (const text::Message& message : catalogue.messages()) {
    for (const std::string& form : message.forms) {
      for (const std::string& fault : words::french_faults(form)) {
        faults.push_back("fr.po:" + std::to_string(message.line) + ": " + fault + ": “" + form + "”");
      }
    }
  }
  require_none(faults);
}

TEST_CASE("words are found in calls, and where they hide is told") {
  const words::Extracted found = words::extract(
      "f.tr(\"One\"); // tr(\"no\")\n"
      "tr(\"Two \"\n  \"halves\\n\"); words().trc(\"verb\", \"Check\"); trn(\"{n} day\", \"{n} days\", n);\n"
      "str(\"no\"); tr(name); auto s = \"tr(\\\"no\\\")\"; int n = 1'000;\n"
      "tr(is ? \"Three\" : \"Four\");\n");
  REQUIRE(found.words.size() == 4);
  CHECK(found.words[0].source == "One");
  CHECK(found.words[1].source == "Two halves\n");
  CHECK(found.words[1].line == 2);
  CHECK(found.words[2].context == "verb");
  CHECK(found.words[2].source == "Check");
  CHECK(found.words[3].plural == "{n} days");
  CHECK(found.hidden == std::vector<int>{5});
}

TEST_CASE("messages are found as words are, and what is said without one") {
  const words::Extracted found = words::extract(
      "error(\"rule\", msg(\"no file {path}\", {{\"path\", path}}));\n"
      "base::msgn(\"{n} row\", \"{n} rows\", rows); msg(other, {{\"a\", a}});\n"
      "msg(large ? \"too large\" : \"too small\");\n"
      "out << \"not in words \" << \"one\" << \"a: \";\n");
  REQUIRE(found.words.size() == 2);
  CHECK(found.words[0].source == "no file {path}");
  CHECK(found.words[1].plural == "{n} rows");
  CHECK(found.hidden == std::vector<int>{3});
  CHECK(found.loose == std::vector<int>{3, 3, 4});
}

TEST_CASE("faults of French typography are found, and nothing else") {
  CHECK(words::french_faults("L’heure\u202f: 10:30, «\u202foui\u202f»\u202f; 5\u202f% … `a: b`, https://a.org/?b")
            .empty());
  CHECK(words::french_faults("Quoi\u202f?!").empty());
  CHECK(words::french_faults("ajoutez «\u202fask: …\u202f» ou {text: …, why: 'x'}").empty());
  CHECK(words::french_faults("voyez: «\u202foui\u202f»").size() == 1);
  CHECK(words::french_faults("Quoi?").size() == 1);
  CHECK(words::french_faults("Quoi\u00a0?").size() == 1);
  CHECK(words::french_faults("l'heure").size() == 1);
  CHECK(words::french_faults("«oui»").size() == 2);
  CHECK(words::french_faults("“oui”").size() == 2);
  CHECK(words::french_faults("5 %").size() == 1);
  CHECK(words::french_faults("encore...").size() == 1);
}

TEST_CASE("placeholders are words in braces") {
  CHECK(words::placeholders("{n} of {count}, {n}") == std::set<std::string>{"{n}", "{count}"});
  CHECK(words::placeholders("{} { n } {1}").empty());
}
