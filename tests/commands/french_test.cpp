// The commands in French: chosen by --lang before the command, else by the environment. What check should say of each broken course stands
// beside it in expected.fr.txt; after a change that is meant, RESONANCE_WRITE_EXPECTED=1 writes them anew, to be read before committing.
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

#include "commands/program.h"
#include "support/temporary_folder.h"
#include "support/test.h"

namespace {

namespace fs = std::filesystem;

fs::path data() { return test::source_dir() / "tests" / "data"; }

test::Outcome french(const std::vector<std::string>& arguments, const fs::path& folder = data() / "courses") {
  return test::run_program(arguments, folder.string(), "fr_FR.UTF-8");
}

bool has(const test::Outcome& outcome, std::string_view words) { return outcome.out.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("broken courses are told in French") {
  int courses = 0;
  for (const auto& entry : fs::directory_iterator(data() / "courses")) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with("broken-")) continue;
    ++courses;
    INFO(name);
    const test::Outcome outcome = french({"check", name});
    const fs::path expected = entry.path() / "expected.fr.txt";
    if (std::getenv("RESONANCE_WRITE_EXPECTED") != nullptr) std::ofstream(expected, std::ios::binary) << outcome.out;
    CHECK(outcome.out == test::read(expected));
  }
  CHECK(courses >= 11);
}

TEST_CASE("the language is that of --lang before the command, else that of the environment") {
  const std::vector<std::string> plain{"check", "whole"};
  CHECK(french(plain).out == "aucune erreur trouvée\n");
  CHECK(test::run_program(plain, (data() / "courses").string()).out == "no mistakes found\n");
  CHECK(test::run_program(plain, (data() / "courses").string(), "de_DE.UTF-8").out == "no mistakes found\n");
  CHECK(french({"--lang", "en", "check", "whole"}).out == "no mistakes found\n");
  CHECK(french({"--lang=en", "check", "whole"}).out == "no mistakes found\n");
  CHECK(test::run_program({"--lang", "fr", "check", "whole"}, (data() / "courses").string()).out ==
        "aucune erreur trouvée\n");
}

TEST_CASE("behind a command that reads courses --lang is the course's language, and changes no words") {
  const test::Outcome outcome =
      test::run_program({"check", "broken-translation", "--lang", "fr"}, (data() / "courses").string());
  CHECK(has(outcome, "5 errors"));
  CHECK(has(french({"check", "broken-translation", "--lang", "ko"}), "2 avertissements dans 2 fichiers") ==
        has(test::run_program({"check", "broken-translation", "--lang", "ko"}, (data() / "courses").string()),
            "2 warnings in 2 files"));
}

TEST_CASE("what tools read is English, unless a language is asked for") {
  const auto message = [](const test::Outcome& outcome) {
    return nlohmann::json::parse(outcome.out)["diagnostics"][0]["message"].get<std::string>();
  };
  const std::vector<std::string> json{"check", "broken-course", "--format", "json"};
  CHECK(message(french(json)) == "a course has no key “titel”");
  const auto asked = french({"--lang", "fr", "check", "broken-course", "--format", "json"});
  CHECK(message(asked) == "un cours n’a pas de clé «\u202ftitel\u202f»");
  CHECK(nlohmann::json::parse(asked.out)["diagnostics"][0]["severity"] == "error");
  CHECK(nlohmann::json::parse(asked.out)["diagnostics"][0]["rule"] == "unknown-key");
  const auto sarif = [](const test::Outcome& outcome) {
    return nlohmann::json::parse(outcome.out)["runs"][0]["results"][0]["message"]["text"].get<std::string>();
  };
  CHECK(sarif(french({"check", "broken-course", "--format", "sarif"})) ==
        "a course has no key “titel” (did you mean “title”?)");
  CHECK(sarif(french({"--lang", "fr", "check", "broken-course", "--format", "sarif"})) ==
        "un cours n’a pas de clé «\u202ftitel\u202f» (vouliez-vous dire «\u202ftitle\u202f»\u202f?)");
}

TEST_CASE("help is in French, CLI11's own headings included") {
  const test::Outcome all = french({"--help"});
  CHECK(all.code == 0);
  CHECK(all.out.starts_with("Résonance\u202f: des leçons qui restent."));
  CHECK(has(all, "Utilisation\u202f: resonance [OPTIONS] [COMMANDE]\n"));
  CHECK(has(all, "\nOptions\u202f:\n"));
  CHECK(has(all, "\nCommandes\u202f:\n"));
  CHECK(has(all, "Afficher cette aide et finir"));
  const std::vector<std::vector<std::string>> commands{
      {"check"}, {"grade"}, {"print"}, {"tour"}, {"data"}, {"memory"}, {"memory", "replay"}, {"memory", "fit"}};
  for (std::vector<std::string> command : commands) {
    command.emplace_back("--help");
    const test::Outcome outcome = french(command);
    INFO(outcome.out);
    CHECK(outcome.code == 0);
    for (const char* english : {"Usage", "Positionals", "REQUIRED", "TEXT ", "TEXT:", "UINT", "FLOAT", "FILE", "Needs",
                                "Excludes", "Print", "default"})
      CHECK_FALSE(has(outcome, english));
  }
}

TEST_CASE("misuse is told in French") {
  CHECK(french({"check"}).out == "folder est obligatoire\nLancez avec --help pour en savoir plus.\n");
  CHECK(has(french({"check", "nowhere"}), "folder\u202f: le dossier n’existe pas\u202f: nowhere\n"));
  CHECK(has(french({"check", "whole", "--format", "yaml"}),
            "--format\u202f: yaml n’est pas l’un de {text,json,sarif}\n"));
  CHECK(has(french({"check", "whole", "--dry-run"}), "--dry-run demande --fix\n"));
  CHECK(has(french({"chekc"}), "Cet argument n’était pas attendu\u202f: chekc\n"));
  CHECK(has(french({"grade", "whole", "q", "A", "--seed", "1000000"}),
            "--seed\u202f: la valeur 1000000 n’est pas entre 0 et 999999\n"));
  CHECK(has(french({"print", "whole", "--quiz", "a", "--lesson", "b"}), "--lesson ne va pas avec --quiz\n"));
  CHECK(has(french({"tour", "--scale", "9"}), "n’est pas entre"));
  CHECK(has(french({"data"}), "Une commande est obligatoire\n"));
  CHECK(french({"data"}).code == 2);
  CHECK(has(french({"memory", "replay", "nothing"}), "file\u202f: le fichier n’existe pas\u202f: nothing\n"));
  CHECK(has(french({"memory", "fit", "whole"}), "file\u202f: ce fichier est en fait un dossier\u202f: whole\n"));
}

TEST_CASE("refusals and outputs of the commands are in French") {
  CHECK(has(french({"grade", "variants", "prise", "A"}, data()),
            "aucune question n’a l’identifiant «\u202fprise\u202f»"));
  CHECK(has(french({"print", "whole", "--lesson", "nowhere"}), "aucune leçon n’a l’identifiant «\u202fnowhere\u202f»"));
  CHECK(has(french({"print", "whole"}), "dites quelles questions"));
  const test::TemporaryFolder folder;
  const std::string place = folder.path().string();
  CHECK(has(french({"--data-dir", place, "data", "verify"}), "il n’y a pas de profil dans " + place));
  CHECK(has(french({"--data-dir", place, "data", "import", "nothing.jsonl"}),
            "Rien de tel n’existe\u202f: nothing.jsonl"));
  fs::copy(data() / "courses" / "broken-syntax", folder.path() / "tea", fs::copy_options::recursive);
  const test::Outcome mended = french({"check", "tea", "--fix", "--dry-run"}, folder.path());
  INFO(mended.out);
  CHECK(has(mended, "une ligne est mise en retrait par des espaces, pas par des tabulations"));
  CHECK(has(mended, "seraient réparées\n"));
}
