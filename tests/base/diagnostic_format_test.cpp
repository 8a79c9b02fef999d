#include "base/diagnostic_format.h"

#include <nlohmann/json.hpp>

#include "support/test.h"

using base::Diagnostic;
using base::msg;
using base::Severity;

namespace {

base::FileText file(const std::string& text) {
  return [text](const std::string&) { return std::optional<std::string>(text); };
}

std::string shown(const std::string& source, base::Span span) {
  return base::format_text({{Severity::error, "rule", "a.yaml", span, msg("wrong"), {}, {}}}, file(source));
}

}  // namespace

TEST_CASE("text shows the place, the line, the marks, the remedy and related places") {
  const Diagnostic d{Severity::error,
                     "unknown-key",
                     "a.yaml",
                     {2, 3, 5},
                     msg("unknown key {key}", {{"key", base::quoted("rigth")}}),
                     base::did_you_mean("right"),
                     {{"b.yaml", {1, 1, 3}, msg("first given here")}}};
  CHECK(base::format_text({d}, file("one\n  rigth: x\nthree")) ==
        "a.yaml:2:3: error: unknown key “rigth” [unknown-key]\n"
        "    2 |   rigth: x\n"
        "      |   ^^^^^\n"
        "        = did you mean “right”?\n"
        "b.yaml:1:1: note: first given here\n"
        "    1 | one\n"
        "      | ^^^\n");
}

TEST_CASE("marks stand under wide letters, combining marks and tabs") {
  CHECK(shown("한국: x", {1, 5, 1}) == "a.yaml:1:5: error: wrong [rule]\n    1 | 한국: x\n      |       ^\n");
  CHECK(shown("한국: x", {1, 1, 2}) == "a.yaml:1:1: error: wrong [rule]\n    1 | 한국: x\n      | ^^^^\n");
  CHECK(shown("e\u0301: x", {1, 5, 1}) == "a.yaml:1:5: error: wrong [rule]\n    1 | e\u0301: x\n      |    ^\n");
  CHECK(shown("\tx", {1, 2, 1}) == "a.yaml:1:2: error: wrong [rule]\n    1 |     x\n      |     ^\n");
}

TEST_CASE("a hostile file cannot steer the terminal") {
  const std::string text = shown("a\x1b[31mb\xe2\x80\xae", {1, 1, 1});
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find("\xe2\x80\xae") == std::string::npos);
  const Diagnostic d{Severity::error, "r", "a\x1b.yaml", {}, msg("m\x1b"), msg("r\x1b"), {}};
  CHECK(base::format_text({d}, nullptr).find('\x1b') == std::string::npos);
}

TEST_CASE("long lines are shown around the span") {
  const std::string text = shown(std::string(500, 'a') + "HERE" + std::string(500, 'b'), {1, 501, 4});
  CHECK(text.find("HERE") != std::string::npos);
  CHECK(text.size() < 500);
  const std::string line = text.substr(text.find("| ") + 2);
  const std::string marks = text.substr(text.rfind("| ") + 2);
  // "…" is three bytes and one column.
  CHECK(line.find("HERE") - 2 == marks.find("^^^^"));
}

TEST_CASE("spans may lie at the end, outside, or nowhere") {
  CHECK(shown("ab", {1, 3, 1}) == "a.yaml:1:3: error: wrong [rule]\n    1 | ab\n      |   ^\n");
  CHECK(shown("ab", {7, 1, 1}) == "a.yaml:7:1: error: wrong [rule]\n");
  CHECK(shown("ab", {0, 0, 1}) == "a.yaml: error: wrong [rule]\n");
  CHECK(shown("ab\r\ncd", {1, 1, 9}) == "a.yaml:1:1: error: wrong [rule]\n    1 | ab\n      | ^^\n");
}

TEST_CASE("colour is asked for") {
  const Diagnostic d{Severity::warning, "r", "a", {1, 1, 1}, msg("m"), {}, {}};
  base::TextOptions options;
  options.colour = true;
  options.prefix = "tea/";
  const std::string text = base::format_text({d}, file("x"), options);
  CHECK(text.find("\033[1;35mwarning: ") != std::string::npos);
  CHECK(text.find("tea/a:1:1") != std::string::npos);
}

TEST_CASE("text of any spans of any bytes does not fail") {
  const bool holds =
      rc::check([](const std::string& source, std::uint8_t line, std::uint16_t column, std::uint16_t length) {
        shown(source, {line, column, length});
      });
  CHECK(holds);
}

TEST_CASE("the summary counts") {
  const Diagnostic error{Severity::error, "r", "a", {}, {}, {}, {}};
  const Diagnostic warning{Severity::warning, "r", "b", {}, {}, {}, {}};
  CHECK(base::in_words(base::summary({})) == "no mistakes found");
  CHECK(base::in_words(base::summary({error})) == "1 error in 1 file");
  CHECK(base::in_words(base::summary({error, error, warning})) == "2 errors, 1 warning in 2 files");
}

TEST_CASE("every form is said in the language asked for, and what tools go by stays") {
  const Diagnostic d{Severity::error, "r", "a.yaml", {1, 1, 1}, msg("m"), msg("do"), {{"b.yaml", {}, msg("first")}}};
  const auto loud = [](const base::Message& message) { return "<" + base::in_words(message) + ">"; };
  base::TextOptions options;
  options.in_words = loud;
  CHECK(base::format_text({d}, nullptr, options) ==
        "a.yaml:1:1: <error: ><m> [r]\n        = <do>\nb.yaml: <note: ><first>\n");
  const auto json = nlohmann::json::parse(base::format_json({d}, {}, loud));
  CHECK(json["diagnostics"][0]["severity"] == "error");
  CHECK(json["diagnostics"][0]["message"] == "<m>");
  CHECK(json["diagnostics"][0]["related"][0]["message"] == "<first>");
  const auto sarif = nlohmann::json::parse(base::format_sarif({d}, "1.0", {}, loud));
  CHECK(sarif["runs"][0]["results"][0]["message"]["text"] == "<m> (<do>)");
  CHECK(sarif["runs"][0]["results"][0]["ruleId"] == "r");
}

TEST_CASE("JSON holds everything and survives bytes that are not UTF-8") {
  const Diagnostic d{
      Severity::error, "r", "a.yaml", {2, 3, 5}, msg("m\xff"), msg("do"), {{"b.yaml", {1, 1, 3}, msg("first")}}};
  const auto json = nlohmann::json::parse(base::format_json({d}, "tea/"));
  CHECK(json["errors"] == 1);
  CHECK(json["diagnostics"][0]["file"] == "tea/a.yaml");
  CHECK(json["diagnostics"][0]["column"] == 3);
  CHECK(json["diagnostics"][0]["related"][0]["line"] == 1);
}

TEST_CASE("SARIF has one run, its rules once, and escaped paths") {
  const Diagnostic d{
      Severity::error, "r", "é a.yaml", {2, 3, 5}, msg("m"), msg("do"), {{"b.yaml", {1, 1, 3}, msg("first")}}};
  const auto log = nlohmann::json::parse(base::format_sarif({d, d}, "1.0"));
  CHECK(log["version"] == "2.1.0");
  const auto& run = log["runs"][0];
  CHECK(run["tool"]["driver"]["rules"].size() == 1);
  CHECK(run["results"].size() == 2);
  const auto& physical = run["results"][0]["locations"][0]["physicalLocation"];
  CHECK(physical["artifactLocation"]["uri"] == "%C3%A9%20a.yaml");
  CHECK(physical["region"]["endColumn"] == 8);
  CHECK(run["results"][0]["relatedLocations"][0]["message"]["text"] == "first");
}
