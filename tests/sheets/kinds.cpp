// Draws every kind of question in every state: kind_sheets COURSE FOLDER THEME LANGUAGE. Needs a display; under a server, xvfb-run.
//
// One picture a kind, FOLDER/KIND.png. The kinds are those of course::Kind: one that COURSE has no question for, named like the
// kind's key, ends the program with 1.

#include <cstdio>
#include <string>
#include <vector>

#include "course/load.h"
#include "grading/other_responses.h"
#include "sheets/sheets.h"
#include "views/question.h"

namespace {

using Phase = screens::QuestionState::Phase;
using screens::QuestionState;

/// A question in one of its states.
struct Shot {
  const char* name;
  QuestionState state;
};

/// One course of answers to one question.
class Subject {
 public:
  Subject(const course::Question& question, std::string language)
      : question_(question), language_(std::move(language)) {}

  QuestionState fresh() const { return screens::start(question_, 1, {}); }

  QuestionState chosen(const grading::Response& response) const {
    QuestionState state = fresh();
    fill_in(state, response);
    return state;
  }
  /// Answered so, as often as there are tries, at most `tries` times.
  QuestionState answered(const grading::Response& response, int tries) const {
    QuestionState state = fresh();
    for (int i = 0; i < tries && state.phase != Phase::done; ++i) {
      fill_in(state, response);
      const auto* open = std::get_if<course::Open>(&question_.kind);
      if (open != nullptr) screens::begin_marking(*open, state);
      if (open != nullptr) screens::edit(question_, state, response);
      screens::settle(state, screens::check(question_, state, {}, language_), {});
    }
    return state;
  }
  QuestionState given_up() const {
    QuestionState state = fresh();
    screens::give_up(question_, state, language_);
    return state;
  }
  /// Not to be changed, and not marked either.
  QuestionState disabled(const grading::Response& response) const {
    QuestionState state = chosen(response);
    state.phase = Phase::marking;
    return state;
  }

 private:
  void fill_in(QuestionState& state, const grading::Response& response) const {
    screens::set_certainty(question_, state, learner::Certainty::fairly);
    screens::edit(question_, state, response);
  }

  const course::Question& question_;
  std::string language_;
};

std::vector<Shot> shots_of(const course::Question& question, const std::string& language) {
  const Subject subject(question, language);
  const grading::Response right = grading::right_response(question);
  const grading::Response wrong = test::other_response(question, test::Marked::lowest).value_or(right);
  const grading::Response partly = test::other_response(question, test::Marked::highest).value_or(wrong);
  QuestionState hinted = subject.answered(wrong, 1);
  if (hinted.phase != Phase::done) hinted.hints = static_cast<int>(question.hints.size());
  return {{"fresh", subject.fresh()},
          {"chosen", subject.chosen(right)},
          {"right", subject.answered(right, 1)},
          {"partly right", subject.answered(partly, 1)},
          {"wrong", hinted},
          {"tried twice", subject.answered(wrong, 2)},
          {"given up", subject.given_up()},
          {"disabled", subject.disabled(right)}};
}

std::vector<test::Cell> cells_of(const course::Question& question, const std::string& language) {
  std::vector<test::Cell> cells;
  for (const Shot& shot : shots_of(question, language)) {
    cells.push_back({shot.name, [&question, state = shot.state](ui::Frame& f) {
                       views::question(f, {question, state, false, [](std::string_view) { return 0; }});
                     }});
  }
  return cells;
}

template <std::size_t... i>
std::vector<std::string> names_of_kinds(std::index_sequence<i...>) {
  return {course::kind_name(course::Kind(std::in_place_index<i>))...};
}

const course::Question* find(const course::Course& course, const std::string& id) {
  for (const course::Lesson& lesson : course.lessons) {
    for (const course::Step& step : lesson.steps) {
      if (step.question() != nullptr && step.question()->id.str() == id) return step.question();
    }
  }
  return nullptr;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) return std::fprintf(stderr, "kind_sheets COURSE FOLDER THEME LANGUAGE\n"), 2;
  const std::string folder = argv[2], language = argv[4];
  course::LoadOptions options;
  options.language = language;
  const course::Loaded loaded = course::load(argv[1], options);
  if (loaded.course == nullptr) return std::fprintf(stderr, "%s is no course\n", argv[1]), 1;
  std::filesystem::create_directories(folder);
  const auto sheets = test::Sheets::open(argv[3], language);
  if (sheets == nullptr) return 1;
  for (const std::string& kind : names_of_kinds(std::make_index_sequence<std::variant_size_v<course::Kind>>())) {
    const course::Question* question = find(*loaded.course, kind);
    if (question == nullptr) return std::fprintf(stderr, "no question is called “%s”\n", kind.c_str()), 1;
    if (kind != course::kind_name(question->kind))
      return std::fprintf(stderr, "“%s” is of another kind\n", kind.c_str()), 1;
    if (!sheets->write(folder + "/" + kind + ".png", cells_of(*question, language))) return 1;
  }
  return 0;
}
