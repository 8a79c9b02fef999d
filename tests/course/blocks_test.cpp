// Diagrams, comparisons and worked examples that ask, as their files say them.

#include <algorithm>

#include "course/load.h"
#include "support/temporary_folder.h"
#include "support/test.h"

namespace blocks_test {

using namespace course;

namespace {

base::Diagnostics checked(const std::string& step) {
  test::TemporaryFolder folder;
  folder.write("course.yaml",
               "title: Tea\nmodules:\n  - {id: m, title: M, lessons: [one]}\n"
               "concepts: [{id: leaf, name: Leaf, definition: A leaf.}]\n");
  folder.write("lessons/one.yaml", "title: One\nsteps:\n" + step);
  base::Diagnostics found = check(folder.path(), {});
  std::erase_if(found, [](const base::Diagnostic& d) { return d.rule == "unused-concept"; });
  return found;
}

/// The only thing that is wrong.
base::Diagnostic one(const std::string& step) {
  const base::Diagnostics found = checked(step);
  for (const base::Diagnostic& d : found) UNSCOPED_INFO(d.rule << ": " << base::in_words(d.message));
  REQUIRE(found.size() == 1);
  return found[0];
}

std::string diagram(const std::string& boxes, const std::string& arrows, const std::string& more = "") {
  return "  - diagram: D\n    alt: What it shows.\n    boxes: " + boxes + "\n    arrows: " + arrows + "\n" + more;
}

std::string numbered(const char* before, int count, const char* after) {
  std::string all;
  for (int i = 0; i < count; ++i) all += (i > 0 ? ", " : "") + (before + std::to_string(i)) + after;
  return all;
}

const std::filesystem::path kCourse = "tests/data/courses/blocks";

}  // namespace

TEST_CASE("a diagram has its boxes in the order of the file, and arrows in every form") {
  const Loaded loaded = load(test::source_dir() / kCourse);
  REQUIRE(loaded.course);
  CHECK(loaded.diagnostics.empty());
  const auto& steps = loaded.course->lessons[0].steps;
  const auto& d = std::get<Diagram>(steps[1].content);
  REQUIRE(d.boxes.size() == 6);
  CHECK(d.boxes[0].text == "The leaf is picked");
  CHECK(d.boxes[2].concept_id == ConceptId("oxidation"));
  CHECK(d.boxes[2].tone == Diagram::Tone::accent);
  REQUIRE(d.arrows.size() == 7);
  CHECK(d.arrows[1].label == "at once");  // without quotes
  CHECK(d.arrows[2].label == "rolled, so that air gets in");
  CHECK((d.arrows[5].dashed && d.arrows[5].label == "later" && !d.arrows[5].both));
  CHECK((d.arrows[6].both && d.arrows[6].from == 4 && d.arrows[6].to == 5));
  CHECK(loaded.course->lessons[0].sources == std::vector{SourceId("smith2010")});
  const auto& line = std::get<Diagram>(steps[2].content);
  CHECK(line.direction == Diagram::Direction::right);
  REQUIRE(line.arrows.size() == 2);
  CHECK((line.arrows[1].from == 1 && line.arrows[1].to == 2));
}

TEST_CASE("a comparison has cells for each column, a worked example its questions") {
  const Loaded loaded = load(test::source_dir() / kCourse);
  REQUIRE(loaded.course);
  const auto& steps = loaded.course->lessons[0].steps;
  const auto& compare = std::get<Compare>(steps[3].content);
  CHECK(compare.columns[1].title == "Black");
  CHECK(compare.rows[1].cells[1] == "4 minutes, or *5* with milk");
  const auto& worked = std::get<Worked>(steps[5].content);
  CHECK(worked.fade);
  CHECK(worked.steps[1].ask == "How many grams for 100 ml?");
  CHECK(worked.steps[2].ask.empty());
}

TEST_CASE("an arrow to a box that is not there asks which one was meant") {
  const auto d = one(diagram("{leaf: Leaf, heat: Heat}", "[leaf -> heta]"));
  CHECK(d.rule == "unknown-box");
  CHECK(base::in_words(d.remedy) == "did you mean “heat”?");
  CHECK(d.span.column == 22);
  CHECK(one(diagram("{leaf: Leaf}", "[{from: leaf, to: sun}, leaf -> leaf]")).rule == "unknown-box");
}

TEST_CASE("what else can be wrong with a diagram") {
  CHECK(one(diagram("{a: A, b: B, c: C}", "[a -> b]")).rule == "box-alone");
  CHECK(one("  - diagram: D\n    boxes: {a: A}\n    arrows: [a -> a]\n").rule == "missing-alt");
  CHECK(one(diagram("{a: A}", "[a, a -> a]")).rule == "wrong-value");
  CHECK(one(diagram("{a: A}", "[a ->, a -> a]")).rule == "wrong-value");
  CHECK(one(diagram("[a]", "[]")).rule == "wrong-value");
  CHECK(one(diagram("{A b: A}", "[]")).rule == "id");
  CHECK(one(diagram("{a: {text: A, tone: blue}}", "[a -> a]")).rule == "wrong-value");
  CHECK(base::in_words(one(diagram("{a: {text: A, concept: laef}}", "[a -> a]")).remedy) == "did you mean “leaf”?");
  CHECK(base::in_words(one(diagram("{a: A}", "[{from: a, to: a, lable: B}]")).remedy) == "did you mean “label”?");
  CHECK(one(diagram("{a: A}", "[a -> a]", "    direction: up\n")).rule == "wrong-value");
}

TEST_CASE("a diagram is bounded") {
  const auto boxes = [](int count) { return "{" + numbered("b", count, ": B") + "}"; };
  const auto arrows = [](int count) { return "[" + numbered("b0 -> b1: ", count, "") + "]"; };
  CHECK(one(diagram(boxes(61), "[]")).rule == "bounds");
  CHECK(one(diagram(boxes(2), arrows(201))).rule == "bounds");
  CHECK(checked(diagram(boxes(2), arrows(200))).empty());
}

TEST_CASE("what can be wrong with a comparison") {
  const std::string two = "  - compare: C\n    columns: [{title: A, text: a}, {title: B, text: b}]\n";
  CHECK(checked(two).empty());
  CHECK(one(two + "    rows: [{what: W, cells: [a]}]\n").rule == "cells");
  CHECK(one(two + "    rows: [{what: W}]\n").rule == "missing-key");
  CHECK(one("  - compare: C\n    columns: [{title: A, text: a}]\n").rule == "wrong-value");
  CHECK(one("  - compare: C\n    columns: [{title: A}, {title: B, text: b}]\n").rule == "missing-key");
  CHECK(
      checked("  - compare: C\n    columns: [{title: A}, {title: B}]\n    rows: [{what: W, cells: [a, b]}]\n").empty());
}

}  // namespace blocks_test
