#include "bench/course_text.h"

#include <array>
#include <fstream>
#include <string>
#include <string_view>

#include "base/random.h"

namespace bench {
namespace {

constexpr std::size_t lesson_bytes = 20'000;
constexpr int concepts = 200;
constexpr int sources = 300;

/// Writes lessons out of words.
class Author {
 public:
  explicit Author(std::uint64_t seed) : random_(seed) {}

  std::string lesson(std::size_t number) {
    number_ = number;
    question_ = 0;
    text_ = "title: " + sentence(5) + "\nsummary: " + sentence(14) + "\nminutes: 15\nteaches: [" + concept_id() +
            "]\nsteps:\n";
    while (text_.size() < lesson_bytes) section();
    return text_;
  }

  std::string course(std::size_t lessons) {
    std::string text = "title: A large course\nlanguages: [en]\nmodules:\n";
    for (std::size_t i = 0; i < lessons; ++i) {
      if (i % 10 == 0)
        text += "  - id: module-" + std::to_string(i / 10) + "\n    title: " + sentence(4) + "\n    lessons:\n";
      text += "      - lesson-" + std::to_string(i) + "\n";
    }
    text += "concepts:\n";
    for (int i = 0; i < concepts; ++i) {
      text += "  - id: concept-" + std::to_string(i) + "\n    name: " + sentence(2) +
              "\n    definition: " + sentence(15) + "\n";
    }
    text += "sources:\n";
    for (int i = 0; i < sources; ++i) {
      text +=
          "  source" + std::to_string(i) + ": {author: " + sentence(2) + ", year: 2001, title: " + sentence(6) + "}\n";
    }
    return text;
  }

 private:
  static constexpr std::array<std::string_view, 40> words{
      "network", "people",  "phone",  "value",     "the",    "of",      "and",      "a",       "digital", "learning",
      "memory",  "test",    "price",  "user",      "market", "service", "in",       "to",      "that",    "economy",
      "school",  "country", "growth", "attention", "screen", "choice",  "evidence", "answer",  "is",      "was",
      "société", "réseau",  "café",   "naïve",     "Korea",  "한국",    "data",     "measure", "curve",   "question"};

  std::string sentence(std::size_t length) {
    std::string text;
    for (std::size_t i = 0; i < length; ++i)
      text += (i > 0 ? " " : "") + std::string(words[random_.below(words.size())]);
    return text;
  }

  std::string concept_id() { return "concept-" + std::to_string(random_.below(concepts)); }
  std::string source_id() { return "source" + std::to_string(random_.below(sources)); }

  void line(int indent, const std::string& words_of_line) {
    text_.append(static_cast<std::size_t>(indent), ' ');
    text_ += words_of_line + "\n";
  }

  void section() {
    line(2, "- text: |");
    line(6, "## " + sentence(4));
    line(6, "");
    for (int i = 0; i < 8; ++i)
      line(6, sentence(14) + (i % 4 == 3 ? " [^" + source_id() + "]" : i % 4 == 1 ? " **" + sentence(2) + "**" : ","));
    line(6, "See [" + sentence(2) + "](concept:" + concept_id() + ").");
    choices();
    line(2, "- callout: >-");
    for (int i = 0; i < 3; ++i) line(6, sentence(14));
    line(4, "kind: tip");
    typed();
    arranged();
    line(2, "- chart: bar");
    line(4, "title: " + sentence(4));
    line(4, "data: {columns: [year, a, b], rows: [[2000, 1, 2], [2001, 3, 4], [2002, 5, 6]]}");
    line(4, "alt: " + sentence(12));
    line(4, "source: " + source_id());
  }

  void ask() {
    line(2, "- ask: " + sentence(12) + "?");
    line(4, "id: lesson-" + std::to_string(number_) + "-question-" + std::to_string(question_++));
    line(4, "concept: " + concept_id());
  }

  void explain() { line(4, "explain: " + sentence(20) + " [^" + source_id() + "]"); }

  void choices() {
    ask();
    line(4, "choices:");
    for (int i = 0; i < 4; ++i) {
      line(6, (i == 1 ? "- right: " : "- wrong: ") + sentence(8));
      line(8, "because: " + sentence(12));
    }
    explain();
  }

  void typed() {
    ask();
    line(4, "number: {is: 42.5, within: 5%, unit: million}");
    explain();
    ask();
    line(4, "answers: [" + sentence(1) + ", {text: " + sentence(2) + ", credit: 0.5, because: " + sentence(8) + "}]");
    explain();
    ask();
    line(4, "blanks: \"" + sentence(6) + " {{" + sentence(1) + "}} " + sentence(4) + " {{one/two/three}}.\"");
    explain();
  }

  void arranged() {
    ask();
    line(4, "order: [first " + sentence(2) + ", second " + sentence(2) + ", third " + sentence(2) + "]");
    explain();
    ask();
    line(4, "match: {left one: " + sentence(2) + ", left two: right " + sentence(2) + "}");
    explain();
    ask();
    line(4, "sort:");
    line(6, "One bin: [card " + sentence(2) + ", card " + sentence(3) + "]");
    line(6, "Another bin: [card " + sentence(2) + "]");
    explain();
  }

  base::Random random_;
  std::string text_;
  std::size_t number_ = 0;
  int question_ = 0;
};

std::size_t write(const std::filesystem::path& file, const std::string& text) {
  std::ofstream(file, std::ios::binary) << text;
  return text.size();
}

}  // namespace

CourseText write_course(const std::filesystem::path& folder, std::size_t bytes, std::uint64_t seed) {
  std::filesystem::create_directories(folder / "lessons");
  Author author(seed);
  CourseText course{folder, 0, 0};
  while (course.bytes < bytes) {
    const std::string name = "lesson-" + std::to_string(course.lessons) + ".yaml";
    course.bytes += write(folder / "lessons" / name, author.lesson(course.lessons));
    ++course.lessons;
  }
  course.bytes += write(folder / "course.yaml", author.course(course.lessons));
  return course;
}

}  // namespace bench
