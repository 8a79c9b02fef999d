// Explorables and goals as files say them, and what is told where they are wrong.

#include <cmath>

#include "course/load.h"
#include "explorable/drawing.h"
#include "support/temporary_folder.h"
#include "support/test.h"

namespace explore_test {

using namespace course;

namespace {

/// A lesson of these steps, with data/cups.csv beside it.
struct Lesson1 {
  explicit Lesson1(const std::string& steps) {
    folder.write("course.yaml", "title: Tea\nmodules:\n  - {id: m, title: M, lessons: [one]}\n");
    folder.write("data/cups.csv", "year,cups a day,city\n2000,1.5,Seoul\n2001,,Busan\n2002,3,Seoul\n");
    folder.write("lessons/one.yaml", "title: One\nsteps:\n" + steps);
  }
  const Explore& explore() {
    loaded = load(folder.path());
    for (const base::Diagnostic& d : loaded.diagnostics) FAIL_CHECK(base::in_words(d.message));
    REQUIRE(loaded.course->lessons.size() == 1);
    return std::get<Explore>(loaded.course->lessons[0].steps[0].content);
  }
  base::Diagnostics errors() {
    base::Diagnostics all = check(folder.path());
    std::erase_if(all, [](const base::Diagnostic& d) {
      return d.rule == "missing-alt" || d.rule == "missing-explain" || d.rule == "nothing-shown";
    });
    return all;
  }
  test::TemporaryFolder folder;
  Loaded loaded;
};

std::string explorable_with(const std::string& keys) {
  return "  - explore: E\n    id: e\n    inputs: {k: {label: K, from: 0, to: 10, start: 2}}\n" + keys;
}

}  // namespace

TEST_CASE("an explorable has what its keys say") {
  Lesson1 lesson(R"yaml(
  - text: Move it.
    explore: Cups
    inputs:
      k: {label: How many, from: 0, to: 10, step: 0.5, unit: cups}
      big: {label: Range, from: 1, to: 1000, log: true}
      lid: {label: Lid, switch: true}
      kind: {label: Tea, options: {Green: 70, Black: 95}, start: 95}
      way: {label: Way, options: [Slow, Fast]}
    data: {cups: data/cups.csv}
    values: {twice: 2 * k, most: "max_over(cups, cups_a_day)", later: "last(f) + twice"}
    simulate:
      time: {name: years, label: Years}
      from: 1
      to: 3
      dt: 0.5
      state: {f: twice, g: 0}
      step: {f: f + g * dt, g: "-f"}
    plots:
      - curves: [f, {x: g, y: f, label: Path}]
      - x: {name: r, from: 0, to: 5, log: false}
        y: {from: 0, to: 9}
        curves: [{y: c * r + k, each: {c: [1, 2]}, label: "c = {c}", dash: true}]
        areas: [{from: 0, to: r}]
        dots: [{x: k, y: most, label: Here}]
        points: [{data: cups, x: year - 2000, y: cups_a_day}]
      - bars: [{label: A, value: k}, {label: B, value: most}]
    readouts: [{label: Later, value: later}, {label: Word, value: "if(lid, 'shut', 'open')"}]
)yaml");
  const Explore& explore = lesson.explore();
  const explorable::Model& model = *explore.model;
  CHECK(explore.title == "Cups");
  CHECK(explore.markdown == "Move it.");
  REQUIRE(model.inputs.size() == 5);
  CHECK(model.inputs[0].start == 5);
  CHECK(model.inputs[0].decimals == 1);
  CHECK(model.inputs[1].start == Approx(std::sqrt(1000)));
  CHECK(model.inputs[2].start == 1);
  CHECK(model.inputs[3].start == 95);
  CHECK(model.inputs[4].options[1].value == 2);
  REQUIRE(model.values.size() == 3);
  CHECK_FALSE(model.values[0].varies);
  CHECK(model.values[2].late);
  REQUIRE(model.simulation.has_value());
  CHECK(model.simulation->steps() == 4);
  CHECK_FALSE(model.simulation->rates);
  const explorable::Drawing drawing = explorable::draw(model, {model.starts(), std::nullopt, {}});
  CHECK(drawing.plots[0].lines[0].x == std::vector<double>{1, 1.5, 2, 2.5, 3});
  CHECK(drawing.plots[0].lines[0].y[1] == 10);  // f = 10 + 0 * 0.5
  CHECK(drawing.plots[0].lines[0].y[2] == 5);   // f = 10 - 10 * 0.5
  CHECK(drawing.plots[1].lines[1].label == "c = 2");
  CHECK(drawing.plots[1].lines[1].y.back() == 15);
  CHECK(drawing.plots[1].dots[0].y == 3);
  CHECK(drawing.plots[1].clouds[0].x == std::vector<double>{0, 2});
  CHECK(drawing.plots[2].bars == std::vector<double>{5, 3});
  CHECK(drawing.readouts[1].word == "shut");
}

TEST_CASE("mistakes in explorables are told at the letters that make them") {
  struct Case {
    const char *keys, *rule, *message;
    std::uint32_t line, column;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"    plot: {x: {from: 0, to: 1}, curves: [2 * y]}\n", "expression", "nothing is called “y”", 6, 46},
           {"    values: {a: \"1 + kk\"}\n", "expression", "nothing is called “kk”", 6, 22},
           {"    values: {k: 1}\n", "name", "“k” stands for something else", 6, 14},
           {"    values: {and: 1}\n", "name", "cannot be a name", 6, 14},
           {"    values: {a: b, b: 1}\n", "expression", "nothing is called “b”", 6, 17},
           {"    readouts: [{label: A, value: k ==}]\n", "expression", "missing at the end", 6, 0},
           {"    readouts: [{label: A}]\n", "missing-key", "value", 6, 0},
           {"    plot: {curves: [k]}\n", "missing-key", "begins and ends", 6, 0},
           {"    plot: {x: {from: 1, to: 1}, curves: [k]}\n", "axis", "begins at or above", 6, 0},
           {"    plot: {x: {from: 0, to: 1, log: true}, curves: [k]}\n", "axis", "logarithmic", 6, 0},
           {"    plot: {x: {from: 0, to: 1}}\n", "missing-key", "nothing in it", 6, 0},
           {"    plot: {x: {from: 0, to: 1}, curves: [k], bars: [{label: A, value: 1}]}\n", "two-kinds", "bars", 6, 0},
           {"    plot: {x: {from: 0, to: 1}, curves: [{y: k, each: {k: [1]}}]}\n", "name", "cannot be a name here", 6,
            0},
           {"    plot: {x: {from: 0, to: 1}, points: [{data: cps, x: 1, y: 1}]}\n", "unknown-id", "no data set", 6, 0},
           {"    simulate: {state: {f: 0}, to: 1}\n", "missing-key", "how the states change", 6, 0},
           {"    simulate: {state: {f: 0}, rate: {g: 1}, to: 1}\n", "missing-key", "does not say how “f”", 6, 0},
           {"    simulate: {state: {f: t}, rate: {f: 1}, to: 1}\n", "expression", "cannot follow", 6, 27},
           {"    simulate: {state: {f: 0}, rate: {f: last(f)}, to: 1}\n", "expression", "only after it", 6, 0},
           {"    simulate: {state: {f: 0}, rate: {f: 1}, to: 1, dt: 0.000001}\n", "too-long", "100000 steps", 6, 0},
           {"    simulate: {state: {f: 0}, rate: {f: 1}, from: 2, to: 1}\n", "range", "before it begins", 6, 0},
           {"    data: {d: data/none.csv}\n", "missing-file", "", 6, 0},
           {"    trials: {kind: jumping}\n", "wrong-value", "kind", 6, 0},
           {"    values: {a: \"sum(i, 1, 90000, sum(j, 1, 90000, 1))\", b: a}\n    readouts: [{label: A, value: "
            "'sum(i,1,300,sum(j,1,300,k))'}]\n    plot: {x: {from: 0, to: 1}, curves: "
            "['sum(i,1,300,sum(j,1,300,x))']}\n",
            "too-long", "too many operations", 3, 0},
       }) {
    INFO(c.keys);
    const base::Diagnostics errors = Lesson1(explorable_with(c.keys)).errors();
    std::string all;
    const base::Diagnostic* found = nullptr;
    for (const base::Diagnostic& d : errors) {
      all += d.rule + ": " + base::in_words(d.message) + "\n";
      if (found == nullptr && d.rule == c.rule && base::in_words(d.message).find(c.message) != std::string::npos)
        found = &d;
    }
    INFO(all);
    REQUIRE(found != nullptr);
    CHECK(found->span.line == c.line);
    if (c.column > 0) CHECK(found->span.column == c.column);
  }
}

TEST_CASE("inputs that cannot be moved are refused") {
  for (const char* input : {"{label: K, from: 1, to: 0}", "{label: K, from: 0, to: 1, log: true}",
                            "{label: K, from: 0, to: 1, start: 2}", "{label: K, from: 0, to: 1, step: 0}",
                            "{label: K, from: 0}", "{from: 0, to: 1}", "{label: K, options: [One]}"}) {
    INFO(input);
    CHECK(base::has_errors(Lesson1("  - explore: E\n    inputs: {k: " + std::string(input) + "}\n").errors()));
  }
}

TEST_CASE("a goal is part of a question, or of an explorable before it") {
  const std::string keys = "    values: {twice: 2 * k}\n";
  Lesson1 lesson(explorable_with(keys) + R"(  - ask: Bring it above ten.
    id: ten
    of: e
    goal: twice > 10
    close: {when: twice > 8, credit: 0.25, because: Nearly.}
    reached_at: {k: 6}
  - ask: Bring it above one.
    id: one
    explore: Here
    inputs: {x: {label: X, from: 0, to: 2, start: 0}}
    goal: x > 1
    close: x > 0.5
)");
  lesson.explore();
  const auto& steps = lesson.loaded.course->lessons[0].steps;
  const auto& ten = std::get<Goal>(steps[1].question()->kind);
  CHECK(ten.model == std::get<Explore>(steps[0].content).model);
  CHECK(ten.close_credit == 0.25);
  CHECK(ten.because == "Nearly.");
  CHECK(ten.aim->at == std::vector<double>{6});
  CHECK(std::get<Goal>(steps[2].question()->kind).title == "Here");
  CHECK(lesson.errors().empty());
}

TEST_CASE("goals that ask nothing, or too much, are found") {
  struct Case {
    const char *goal, *message;
  };
  for (const Case& c :
       std::initializer_list<Case>{{"    goal: k > 1\n", "at the start already"},
                                   {"    goal: k > 5\n    close: k > 1\n", "any move earns"},
                                   {"    goal: k > 11\n", "no values were found"},
                                   {"    goal: k > 5\n    reached_at: {k: 3}\n", "not reached with these"},
                                   {"    goal: k > 5\n    reached_at: {kk: 3}\n", "no input “kk”"},
                                   {"    goal: kk > 5\n", "nothing is called “kk”"},
                                   {"    goal: \"'a'\"\n", "needs a condition"}}) {
    INFO(c.goal);
    const base::Diagnostics errors =
        Lesson1(explorable_with("") + "  - ask: Go.\n    id: q\n    of: e\n" + c.goal).errors();
    REQUIRE(errors.size() == 1);
    CHECK(base::in_words(errors[0].message).find(c.message) != std::string::npos);
  }
  const base::Diagnostics broken =
      Lesson1(
          "  - explore: E\n    id: e\n    inputs: {k: {label: K, from: 0, to: 1}}\n    values: {a: \"k(\"}\n"
          "  - ask: Go.\n    id: q\n    of: e\n    goal: k > 0.5\n")
          .errors();
  REQUIRE_FALSE(broken.empty());
  CHECK(broken[0].span.line < 8);  // told where the explorable stands
  const base::Diagnostics unknown =
      Lesson1(explorable_with("") + "  - ask: Go.\n    id: q\n    of: f\n    goal: k > 1\n").errors();
  REQUIRE(unknown.size() == 1);
  CHECK(base::in_words(unknown[0].message).find("no explorable before this question") != std::string::npos);
}

TEST_CASE("what a readout says is translated, what it compares with is not") {
  Lesson1 lesson(
      explorable_with("    readouts:\n      - {label: State, value: '(k > 5 ? \"alive\" : \"cold\") + \" now\"'}\n"
                      "      - {label: Same, value: '\"cold\" == \"cold\" ? 1 : 0'}\n"));
  lesson.folder.write("course.yaml",
                      "title: Tea\nlanguages: [en, fr]\nmodules:\n  - {id: m, title: M, lessons: [one]}\n");
  lesson.folder.write("i18n/fr.po",
                      "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
                      "msgid \"cold\"\nmsgstr \"froid\"\n\nmsgid \" now\"\nmsgstr \" maintenant\"\n");
  const auto said = [&](const char* language) {
    LoadOptions options;
    options.language = language;
    const Loaded loaded = load(lesson.folder.path(), options);
    const auto& explore = std::get<Explore>(loaded.course->lessons.at(0).steps.at(0).content);
    const auto drawing = explorable::draw(*explore.model, {explore.model->starts(), std::nullopt, {}});
    CHECK(drawing.readouts.at(1).number == 1);
    return drawing.readouts.at(0).word;
  };
  CHECK(said("en") == "cold now");
  CHECK(said("fr") == "froid maintenant");
  // The one without a translation is missed.
  const auto all = check(lesson.folder.path());
  CHECK(std::any_of(all.begin(), all.end(), [](const base::Diagnostic& d) { return d.rule == "untranslated"; }));
}

TEST_CASE("translations of what has mistakes are not called left over, and a comma in braces is told") {
  test::TemporaryFolder folder;
  folder.write("course.yaml", "title: Tea\nlanguages: [en, fr]\nmodules:\n  - {id: m, title: M, lessons: [one]}\n");
  folder.write("i18n/fr.po",
               "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
               "msgid \"The drones\"\nmsgstr \"Les faux bourdons\"\n\nmsgid \"Gone\"\nmsgstr \"Parti\"\n");
  const auto rules = [&](const char* choice) {
    folder.write("lessons/one.yaml", std::string("title: One\nsteps:\n  - ask: Who?\n    id: who\n    explain: E.\n"
                                                 "    choices:\n      - {right: The queen}\n      - ") +
                                         choice + "\n");
    std::string all;
    for (const base::Diagnostic& d : check(folder.path())) all += d.rule + " " + base::in_words(d.remedy) + "\n";
    return all;
  };
  const std::string broken = rules("{wrong: The drones, or males}");
  CHECK(broken.find("left-over") == std::string::npos);
  CHECK(broken.find("unknown-key inside of braces a comma ends a text") != std::string::npos);
  CHECK(rules("{wrong: The drones}").find("left-over") != std::string::npos);
}

}  // namespace explore_test
