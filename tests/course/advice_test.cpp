// Slips that authors make often: what `check` says of each, where, and what to do.

#include <algorithm>

#include "course/load.h"
#include "course/reading/xml.h"
#include "support/temporary_folder.h"
#include "support/test.h"

namespace advice_test {

using namespace course;

namespace {

/// A course of one lesson with these steps, and what check finds in it.
struct Checked {
  explicit Checked(const std::string& steps) {
    folder.write("course.yaml", "title: Tea\nmodules: [{id: m, title: M, lessons: [one]}]\n");
    folder.write("data/cups.csv", "month,cups\n1,2\n2,3\n");
    folder.write("lessons/one.yaml", "title: One\nsteps:\n" + steps);
  }
  /// "3:5 rule: message; remedy", one a line.
  std::string said() const {
    std::string all;
    for (const base::Diagnostic& d : check(folder.path())) {
      all += std::to_string(d.span.line) + ":" + std::to_string(d.span.column) + " " + d.rule + ": " +
             base::in_words(d.message);
      all += (d.remedy.empty() ? "" : "; " + base::in_words(d.remedy)) + "\n";
    }
    return all;
  }
  test::TemporaryFolder folder;
};

std::string said(const std::string& steps) { return Checked(steps).said(); }

std::string question(const std::string& keys) { return "  - ask: Which?\n    id: q\n    explain: So.\n" + keys; }

std::string lesson_exploring(const std::string& keys) { return "  - explore: E\n    alt: It moves.\n" + keys; }

}  // namespace

TEST_CASE("a dash without its space is told at its own line, whether or not YAML goes on") {
  CHECK(said(question("    answers: [tea]\n    hints:\n      - Leaves.\n      -Think of what: it is\n")) ==
        "9:7 yaml: a dash needs a space behind it; write “- Think of what: it is”\n");
  CHECK(said(question("    answers: [tea]\n    hints:\n      -Think of what\n")) ==
        "8:7 dash: a dash needs a space behind it; write “- Think of what”\n");
  CHECK(said("  - text: A.\n    -ask: B\n").find("a dash needs a space behind it; write “- ask”") != std::string::npos);
  CHECK(said("  - text: -5 °C is cold.\n") == "");
}

TEST_CASE("a command that double quotes take out of a formula is told at its backslash") {
  CHECK(said("  - text: \"It costs $2 \\times 3500$ and $\\nu$.\"\n") ==
        "3:24 escape: in double quotes YAML makes a sign of its own of \\t, so the formula loses \\times; write "
        "\\\\times, or "
        "put the text in single quotes\n"
        "3:42 escape: in double quotes YAML makes a sign of its own of \\n, so the formula loses \\nu; write \\\\nu, "
        "or put "
        "the text in single quotes\n");
  CHECK(said("  - text: \"It costs $2 \\\\times 3500$.\"\n") == "");
  CHECK(said("  - text: \"US$5\\nand US$6\\tor so.\"\n") == "");
  CHECK(said("  - text: 'It costs $2 \\times 3500$.'\n") == "");
}

TEST_CASE("a heading that YAML takes for a comment is told") {
  const std::string remedy = "; write | behind the key, and the text indented below it\n";
  CHECK(said("  - text:\n      ## Air\n      A leaf darkens.\n") ==
        "4:7 comment: YAML takes this heading for a comment, so nobody sees it" + remedy);
  CHECK(said("  - text: A leaf.\n      ## Air\n  - text: B.\n") ==
        "4:7 comment: YAML takes this heading for a comment, so nobody sees it" + remedy);
  const std::string nothing = said("  - text:\n      ## Air\n  - text: B.\n");
  CHECK(nothing.find("found nothing" + remedy) != std::string::npos);
  CHECK(said("  - text: |\n      ## Air\n      A leaf.\n  ## Part two\n  - text: B.\n") == "");
}

TEST_CASE("decimal commas, shares and bounds are told with what to write") {
  CHECK(said(question("    number: {is: 3, within: 2,5}\n"))
            .find("inside of braces the comma of “2,5” begins a new key; write the decimal mark as a point: 2.5") !=
        std::string::npos);
  CHECK(said(question("    number:\n      is: 3\n      within: 2,5\n"))
            .find("found “2,5”; write the decimal mark as a point: 2.5") != std::string::npos);
  CHECK(said("  - picture: a.png\n    alt: A.\n    width: 60%\n").find("found “60%”; write 0.6") != std::string::npos);
  CHECK(
      said(question("    answers: [tea]\n    points: -1\n")).find("“points” should be a number above 0, up to 1000") !=
      std::string::npos);
  CHECK(said("  - text: \"[a](ftp://b)\"\n").find("links are https://…, http://…, mailto:… or concept:id") !=
        std::string::npos);
}

TEST_CASE("a row that is not there is told with those that are") {
  CHECK(said(question("    spot: {chart: line, data: data/cups.csv, alt: A.}\n    places: [{x: 9}]\n"))
            .find("no row has “9” in the column “month”; take one of “1”, “2”") != std::string::npos);
}

TEST_CASE("a function is told with its values") {
  const std::string found = said(lesson_exploring("    readouts: [{label: A, value: \"clamp(1, 2)\"}]\n"));
  CHECK(found.find("“clamp” takes 3 values, not 2; write clamp(x, low, high)") != std::string::npos);
}

TEST_CASE("what follows from a mistake of an explorable is not told as well") {
  const std::string broken =
      "    simulate: {time: {name: t}, to: 10, state: {f: 0}, rate: {f: nobody}}\n"
      "    plot: {x: {name: t}, curves: [f, {x: f, y: f}]}\n";
  const std::string found = said(lesson_exploring(broken));
  CHECK(std::count(found.begin(), found.end(), '\n') == 1);
  CHECK(found.find("nobody") != std::string::npos);
  CHECK(said(lesson_exploring("    values: {a: nobody}\n    plot: {x: {from: 0, to: a}, curves: [x]}\n"))
            .find("begins and ends") == std::string::npos);
}

TEST_CASE("a variable with a mistake is told once") {
  const std::string found =
      said("  - ask: \"{{a}} {{b}}?\"\n    id: q\n    explain: So.\n    vars: {a: 2..x, b: = a * 2}\n    number: 1\n");
  CHECK(std::count(found.begin(), found.end(), '\n') == 1);
  CHECK(found.find("this is no range of numbers") != std::string::npos);
}

TEST_CASE("options are named by their labels or their numbers") {
  const auto with = [](const std::string& start, const std::string& reached) {
    return lesson_exploring("    id: e\n    inputs: {bees: {label: Bees, options: {Small: 2, Large: 8}, start: " +
                            start + "}}\n    readouts: [{label: A, value: bees}]\n") +
           "  - ask: Many.\n    id: q\n    explain: So.\n    of: e\n    goal: bees > 5\n    reached_at: {bees: " +
           reached + "}\n";
  };
  CHECK(said(with("Small", "Large")) == "");
  CHECK(said(with("2", "8")) == "");
  CHECK(said(with("Smal", "8")).find("“bees” has no option “Smal”; did you mean “Small”?") != std::string::npos);
  CHECK(said(with("2", "5")).find("“bees” has no option “5”; take one of “Small”, “Large”") != std::string::npos);
}

TEST_CASE("what nobody would see or tell apart is told") {
  CHECK(said(lesson_exploring("    inputs: {k: {label: K, from: 0, to: 1}}\n")).find("nothing-shown") !=
        std::string::npos);
  const auto options = [](const std::string& list) {
    return said(
        lesson_exploring("    inputs: {k: {label: K, options: " + list + "}}\n    readouts: [{label: A, value: k}]\n"));
  };
  CHECK(options("[Slow, slow]").find("two options are called “slow”") != std::string::npos);
  CHECK(options("{Slow: 1, Fast: 1}").find("the options “Slow” and “Fast” have the same value") != std::string::npos);
  CHECK(said("  - ask: \"{{a}}?\"\n    id: q\n    explain: So.\n    vars: {a: 2..9, b: [x, y]}\n    number: "
             "\"{{a}}\"\n") ==
        "6:21 unused-variable: nothing uses the variable “b”; put it into a text as {{b}}, or delete it\n");
  CHECK(said(question("    match: {Sencha: Japan, Assam: \"[India](https://example.org)\"}\n"))
            .find("nobody can click") != std::string::npos);
}

TEST_CASE("an answer of patterns alone is shown by the author's first test of it") {
  const std::string patterns = "    answers: [{pattern: \"h(eat|igh) temp.*\"}]\n";
  const std::string bare = "  - ask: Which?\n    id: q\n";
  CHECK(said(bare + patterns).find("no-answer") != std::string::npos);
  CHECK(said(question(patterns)) == "");
  CHECK(said(bare + patterns + "    accept: high temperature\n").find("no-answer") == std::string::npos);
  const Checked course(bare + patterns + "    accept: [cold, High temperature]\n    explain: So.\n");
  const Loaded loaded = load(course.folder.path());
  REQUIRE(loaded.course);
  CHECK(std::get<Answers>(loaded.course->lessons[0].steps[0].question()->kind).example == "High temperature");
}

TEST_CASE("an XML text is whole or tells its first mistake") {
  const auto what = [](const char* text) {
    const auto mistake = xml_mistake(text);
    return mistake ? std::to_string(mistake->offset) + " " + base::in_words(mistake->what) : std::string();
  };
  CHECK(what("\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<!DOCTYPE svg [<!ENTITY a \"b>\">]>\n<!-- <g> -->\n"
             "<svg a='1' b=\"2>\"><g/><t>x &a; &#38;</t ><![CDATA[<]]></svg>\n") == "");
  CHECK(what("<svg><g></svg>") == "8 </svg> stands where </g> should");
  CHECK(what("<svg><g></g>") == "0 <svg> is never closed");
  CHECK(what("<svg a=1/>") == "5 an attribute of <svg> is not written name=\"value\"");
  CHECK(what("<svg a=\"1\"b=\"2\"/>") == "10 an attribute of <svg> is not written name=\"value\"");
  CHECK(what("<svg a=\"1\" a=\"2\"/>") == "11 the attribute a is given twice");
  CHECK(what("<svg a=\"1/><g/></svg>") == "7 the quote of the attribute a is never closed");
  CHECK(what("<svg>a & b</svg>") == "7 an & stands alone; it is written &amp;");
  CHECK(what("<svg>a < b</svg>") == "7 a < begins no tag; it is written &lt;");
  CHECK(what("<svg/><svg/>") == "6 a second picture begins behind the first");
  CHECK(what("<svg/></g>") == "6 </g> closes nothing");
  CHECK(what("<svg><!-- </svg>") == "5 a comment is never closed");
  CHECK(what("<svg/>more") == "6 text stands outside of <svg>");
  CHECK(rc::check([&](const std::string& rest) {
    xml_mistake(rest);
    xml_mistake("<svg " + rest);
    xml_mistake("<svg>" + rest + "</svg>");
  }));
}

TEST_CASE("a picture whose XML is broken is an error, with the place in it") {
  const Checked course("  - picture: media/a.svg\n    alt: A.\n");
  course.folder.write("media/a.svg", "<svg viewBox=\"0 0 1 1\">\n  <g>\n</svg>\n");
  const base::Diagnostics found = check(course.folder.path());
  REQUIRE(found.size() == 1);
  CHECK(found[0].rule == "picture");
  CHECK(base::in_words(found[0].message) == "the picture “media/a.svg” is broken: </svg> stands where </g> should");
  REQUIRE(found[0].related.size() == 1);
  CHECK(found[0].related[0].file == "media/a.svg");
  CHECK(found[0].related[0].span.line == 3);
}

}  // namespace advice_test
