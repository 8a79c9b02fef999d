#include "screens/find.h"

#include <algorithm>
#include <cstdint>

#include "course/draw.h"
#include "text/fold.h"

namespace screens::find {
namespace {

/// 0: no match; larger is better.
int rank(const std::string& title, const std::string& folded_query) {
  const std::string folded = text::fold(title);
  if (folded.starts_with(folded_query)) return 3;
  int best = 0;
  for (std::size_t at = folded.find(folded_query); at != std::string::npos; at = folded.find(folded_query, at + 1)) {
    const char before = folded[at - 1];
    best = std::max(best, before == ' ' || before == '-' || before == '\'' ? 2 : 1);
  }
  return best;
}

struct Ranked {
  int rank = 0;
  Hit hit;
};

void add(std::vector<Ranked>& all, const std::string& query, Hit hit) {
  const int r = query.empty() ? 1 : rank(hit.title, query);
  if (r > 0) all.push_back({r, std::move(hit)});
}

void add_course(std::vector<Ranked>& all, const std::string& query, const course::Course& course,
                const std::string& glossary) {
  for (const course::Lesson& lesson : course.lessons) {
    const course::Module* module = course.module_of(lesson.id);
    add(all, query,
        {Hit::Kind::lesson,
         lesson.title,
         module ? module->title : course.title,
         {ScreenName::lesson, course.id, lesson.id, {}}});
  }
  add(all, query, {Hit::Kind::course, course.title, {}, {ScreenName::course, course.id, {}, {}}});
  for (const course::Quiz& quiz : course.quizzes) {
    add(all, query, {Hit::Kind::quiz, quiz.title, course.title, {ScreenName::quiz, course.id, {}, {}, quiz.id}});
  }
  if (!glossary.empty() && !course.concepts.empty() && !query.empty()) {
    add(all, query, {Hit::Kind::glossary, glossary, course.title, {ScreenName::course, course.id, {}, {}, {}, true}});
  }
  if (query.empty()) return;  // unasked, a list of all concepts would hide the lessons
  for (const course::Concept& known : course.concepts) {
    add(all, query,
        {Hit::Kind::concept_of_course, known.name, course.title, {ScreenName::course, course.id, {}, known.id}});
  }
}

/// "Quiz me" on what has these words in its name and is asked about: behind all else, since one mostly looks for the thing itself.
void add_quiz_me(std::vector<Ranked>& all, const std::string& query, const course::Course& course) {
  constexpr int kBehind = 10;
  if (query.empty()) return;
  const auto add_one = [&](const std::string& title, const course::QuizId& id) {
    const int r = rank(title, query);
    if (r > 0)
      all.push_back(
          {r - kBehind, {Hit::Kind::quiz_me, title, course.title, {ScreenName::quiz, course.id, {}, {}, id}}});
  };
  const course::AskedAbout asked = course::asked_about(course);
  for (const course::Lesson& lesson : course.lessons) {
    if (asked.lessons.contains(lesson.id)) add_one(lesson.title, course::quiz_me(lesson.id));
  }
  for (const course::Module& module : course.modules) {
    if (asked.modules.contains(module.id)) add_one(module.title, course::quiz_me(module.id));
  }
  for (const course::Concept& about : course.concepts) {
    if (asked.concepts.contains(about.id)) add_one(about.name, course::quiz_me(about.id));
  }
}

}  // namespace

std::vector<Hit> hits(const State& state, const Shared& shared, std::size_t most) {
  const std::string query = text::fold(state.query);
  std::vector<Ranked> all;
  if (!query.empty() && !state.progress.empty())
    add(all, query, {Hit::Kind::screen, state.progress, {}, {ScreenName::progress, {}, {}, {}}});
  for (const CourseEntry& entry : shared.courses) add_course(all, query, *entry.course, state.glossary);
  for (const CourseEntry& entry : shared.courses) add_quiz_me(all, query, *entry.course);
  std::stable_sort(all.begin(), all.end(), [](const Ranked& a, const Ranked& b) { return a.rank > b.rank; });
  std::vector<Hit> best;
  for (Ranked& ranked : all) {
    if (best.size() >= most) break;
    best.push_back(std::move(ranked.hit));
  }
  return best;
}

void update(State& state, const Action& action, const Shared& shared) {
  if (const auto* type = std::get_if<Type>(&action)) {
    state.query = type->query;
    state.glossary = type->glossary;
    state.progress = type->progress;
    state.chosen = 0;
  }
  if (const auto* move = std::get_if<Move>(&action)) {
    const auto count = static_cast<std::int64_t>(hits(state, shared).size());
    if (count == 0) return;
    const std::int64_t to = (static_cast<std::int64_t>(state.chosen) + move->by) % count;
    state.chosen = static_cast<std::size_t>(to < 0 ? to + count : to);
  }
}

}  // namespace screens::find
