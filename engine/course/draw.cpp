#include "course/draw.h"

#include <algorithm>

#include "base/random.h"
#include "course/variant.h"

namespace course {
namespace {

/// What one name of a pool stands for.
struct Name {
  std::string_view kind;  ///< "lesson", "tag" …; empty: whatever bears the name
  std::string_view id;

  bool means(std::string_view what, std::string_view other) const {
    return (kind.empty() || kind == what) && id == other;
  }
};

Name name_of(std::string_view words) {
  const std::size_t colon = words.find(':');
  if (colon == std::string_view::npos) return {{}, words};
  return {words.substr(0, colon), words.substr(colon + 1)};
}

bool is_about(const Name& name, const Question& question) {
  const auto same_concept = [&](const ConceptId& id) { return name.means("concept", id.str()); };
  const auto same_tag = [&](const std::string& tag) { return name.means("tag", tag); };
  return std::any_of(question.concepts.begin(), question.concepts.end(), same_concept) ||
         std::any_of(question.tags.begin(), question.tags.end(), same_tag);
}

/// A seed of its own for each question, whatever else was drawn.
std::uint64_t seed_for(const QuestionId& id, std::uint64_t seed) {
  const std::uint64_t words = base::seed_of(id.str().data(), id.str().size());
  return base::Random(seed ^ words).next() >> 1;
}

std::vector<const Lesson*> lessons_of(const Course& course) {
  std::vector<const Lesson*> lessons;
  for (const Lesson& lesson : course.lessons) lessons.push_back(&lesson);
  return lessons;
}

/// `count` of them by chance, in the order they stood in.
std::vector<const Question*> pick(std::vector<const Question*> from, std::size_t count, base::Random& random) {
  std::vector<std::size_t> order(from.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  random.shuffle(order);
  order.resize(std::min(count, order.size()));
  std::sort(order.begin(), order.end());
  std::vector<const Question*> picked;
  picked.reserve(order.size());
  for (const std::size_t i : order) picked.push_back(from[i]);
  return picked;
}

constexpr std::string_view lesson_prefix = "lesson:";
constexpr std::string_view module_prefix = "module:";
constexpr std::string_view concept_prefix = "concept:";

std::optional<std::string> subject_title(const Course& course, const std::string& id) {
  const auto rest = [&](std::string_view prefix) { return id.substr(prefix.size()); };
  if (id.starts_with(lesson_prefix)) {
    const Lesson* lesson = course.lesson(LessonId(rest(lesson_prefix)));
    if (lesson != nullptr) return lesson->title;
  } else if (id.starts_with(concept_prefix)) {
    const Concept* about = course.concept_of(ConceptId(rest(concept_prefix)));
    if (about != nullptr) return about->name;
  } else if (id.starts_with(module_prefix)) {
    const ModuleId module(rest(module_prefix));
    for (const Module& each : course.modules) {
      if (each.id == module) return each.title;
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<const Question*> questions_in(const QuizPool& pool, const std::vector<Module>& modules,
                                          const std::vector<const Lesson*>& lessons) {
  std::vector<Name> names;
  for (const std::string& words : pool.from) names.push_back(name_of(words));
  const auto any = [&](auto means) { return std::any_of(names.begin(), names.end(), means); };
  std::set<LessonId> whole;  // lessons all of whose questions are meant
  for (const Lesson* lesson : lessons) {
    if (any([&](const Name& n) { return n.means("lesson", lesson->id.str()); })) whole.insert(lesson->id);
  }
  for (const Module& module : modules) {
    if (any([&](const Name& n) { return n.means("module", module.id.str()); }))
      whole.insert(module.lessons.begin(), module.lessons.end());
  }
  std::vector<const Question*> found;
  for (const Lesson* lesson : lessons) {
    const bool in_whole = whole.contains(lesson->id);
    for (const Step& step : lesson->steps) {
      const Question* question = step.question();
      if (question == nullptr) continue;
      const bool named = any([&](const Name& n) { return n.means("question", question->id.str()); });
      const bool counts = !question->pretest && is_marked(*question);
      const bool meant = in_whole || any([&](const Name& n) { return is_about(n, *question); });
      if (named || (counts && meant)) found.push_back(question);
    }
  }
  return found;
}

std::vector<Drawn> draw(const Quiz& quiz, const Course& course, std::uint64_t seed) {
  base::Random random(seed);
  std::vector<Drawn> drawn;
  std::set<QuestionId> used;
  const auto add = [&](const Question& question, double points) {
    if (used.insert(question.id).second) drawn.push_back({question.id, seed_for(question.id, seed), points});
  };
  for (const QuestionId& id : quiz.questions) {
    if (const AskedIn asked = find_question(course, id)) add(*asked.question, asked.question->points);
  }
  const std::vector<const Lesson*> lessons = lessons_of(course);
  for (const QuizPool& pool : quiz.pools) {
    std::vector<const Question*> candidates = questions_in(pool, course.modules, lessons);
    std::erase_if(candidates, [&](const Question* question) { return used.contains(question->id); });
    const auto count = static_cast<std::size_t>(std::max(0, pool.count));
    for (const Question* question : pick(std::move(candidates), count, random))
      add(*question, pool.weight.value_or(question->points));
  }
  if (quiz.shuffle) random.shuffle(drawn);
  return drawn;
}

std::vector<Question> questions_of(const std::vector<Drawn>& drawn, const Course& course) {
  std::vector<Question> asked;
  for (const Drawn& one : drawn) {
    const AskedIn found = find_question(course, one.question);
    if (!found) continue;
    asked.push_back(variant(*found.question, one.seed));
    asked.back().points = one.points;
  }
  return asked;
}

AskedIn find_question(const Course& course, const QuestionId& id) {
  for (const Lesson& lesson : course.lessons) {
    for (const Step& step : lesson.steps) {
      const Question* question = step.question();
      if (question != nullptr && question->id == id) return {&lesson, question};
    }
  }
  return {};
}

bool is_marked(const Question& question) { return !std::holds_alternative<Scale>(question.kind); }

QuizId quiz_me(const LessonId& lesson) { return QuizId(std::string(lesson_prefix) + lesson.str()); }
QuizId quiz_me(const ModuleId& module) { return QuizId(std::string(module_prefix) + module.str()); }
QuizId quiz_me(const ConceptId& about) { return QuizId(std::string(concept_prefix) + about.str()); }

AskedAbout asked_about(const Course& course) {
  AskedAbout asked;
  for (const Lesson& lesson : course.lessons) {
    for (const Step& step : lesson.steps) {
      const Question* question = step.question();
      if (question == nullptr || question->pretest || !is_marked(*question)) continue;
      asked.lessons.insert(lesson.id);
      asked.concepts.insert(question->concepts.begin(), question->concepts.end());
    }
  }
  for (const Module& module : course.modules) {
    const auto& lessons = module.lessons;
    if (std::any_of(lessons.begin(), lessons.end(), [&](const LessonId& id) { return asked.lessons.contains(id); }))
      asked.modules.insert(module.id);
  }
  return asked;
}

bool is_quiz_me(const QuizId& id) { return id.str().find(':') != std::string::npos; }

std::optional<Quiz> quiz_of(const Course& course, const QuizId& id) {
  if (!is_quiz_me(id)) {
    const auto found =
        std::find_if(course.quizzes.begin(), course.quizzes.end(), [&](const Quiz& quiz) { return quiz.id == id; });
    return found == course.quizzes.end() ? std::nullopt : std::optional(*found);
  }
  auto title = subject_title(course, id.str());
  if (!title) return std::nullopt;
  Quiz quiz;
  quiz.id = id;
  quiz.title = std::move(*title);
  quiz.pools.push_back({{id.str()}, quiz_me_count, std::nullopt});
  quiz.shuffle = true;
  return quiz;
}

}  // namespace course
