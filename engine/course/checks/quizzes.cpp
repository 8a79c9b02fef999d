#include <algorithm>
#include <set>
#include <unordered_map>

#include "course/checks/checks.h"
#include "course/draw.h"
#include "course/questions/format.h"

namespace course {
namespace {

/// All that a quiz may name, of the lessons that were read.
struct Names {
  std::vector<const Lesson*> lessons;
  std::unordered_map<std::string_view, const Question*> questions;
  std::set<std::string, std::less<>> all;  ///< each alone, and behind its kind: "leaf", "module:leaf"

  void add(std::string_view kind, const std::string& name) {
    all.insert(name);
    all.insert(std::string(kind) + ":" + name);
  }
};

void add_lesson(Names& names, const Lesson& lesson) {
  names.lessons.push_back(&lesson);
  names.add("lesson", lesson.id.str());
  for (const Step& step : lesson.steps) {
    const Question* question = step.question();
    if (question == nullptr) continue;
    names.questions.emplace(question->id.str(), question);
    names.add("question", question->id.str());
    for (const std::string& tag : question->tags) names.add("tag", tag);
  }
}

Names names_of(Session& session) {
  Names names;
  for (const LessonFile& file : session.lessons()) {
    if (file.listed) add_lesson(names, file.lesson);
  }
  for (const Module& module : session.course_file().course.modules) names.add("module", module.id.str());
  for (const Concept& about : session.course_file().course.concepts) names.add("concept", about.id.str());
  return names;
}

class QuizCheck {
 public:
  QuizCheck(Session& session, const Names& names, const Quiz& quiz, const Node& node)
      : session_(session), names_(names), quiz_(quiz), node_(node) {}

  void run() {
    check_questions();
    check_pools();
    check_pass();
  }

 private:
  base::Diagnostic& report(base::Severity severity, const char* rule, const Node& at, base::Message message,
                           base::Message remedy) {
    return add_finding(session_.diagnostics(), severity, rule, session_.course_yaml().source, at, std::move(message),
                       std::move(remedy));
  }

  void unknown(const char* rule, const Node& at, base::Template none, const std::vector<std::string>& known) {
    const std::string near = base::nearest(at.text(), known);
    report(base::Severity::error, rule, at, msg(none, {{"name", in_quotes(at.text())}}),
           near.empty() ? msg("see the ids in the lessons’ files") : did_you_mean(near));
  }

  void check_questions() {
    std::vector<std::string> ids;
    for (const auto& [id, question] : names_.questions) ids.emplace_back(id);
    std::sort(ids.begin(), ids.end());
    std::unordered_map<std::string_view, Node> first;
    for (const Node& item : items_of(node_.find("questions"))) {
      if (!item.is_scalar() || !is_id(item.text())) continue;  // reported when it was read
      if (!names_.questions.contains(item.text()))
        unknown("unknown-question", item, msg("no question has the id {name}"), ids);
      const auto [known, is_new] = first.emplace(item.text(), item);
      if (is_new) continue;
      const SourceFile& file = session_.course_yaml().source;
      const Node& before = known->second;
      report(base::Severity::error, "drawn-twice", item,
             msg("this quiz asks {question} twice", {{"question", in_quotes(item.text())}}), msg("delete one of them"))
          .related.push_back(
              {file.name(), file.value_span(before.offset(), before.text().size()), msg("first asked here")});
    }
  }

  bool check_names(const Node& pool) {
    bool good = true;
    for (const Node& item : items_of(pool.find("from"))) {
      if (!item.is_scalar() || names_.all.contains(item.text())) continue;
      unknown("unknown-pool", item, msg("no lesson, module, concept, question or tag is called {name}"),
              {names_.all.begin(), names_.all.end()});
      good = false;
    }
    return good;
  }

  /// Every pool must have enough however the questions before it were drawn.
  void check_pools() {
    std::set<const Question*> fixed;
    for (const QuestionId& id : quiz_.questions) {
      if (const auto found = names_.questions.find(id.str()); found != names_.questions.end())
        fixed.insert(found->second);
    }
    std::vector<std::pair<std::set<const Question*>, std::size_t>> before;
    std::size_t index = 0;
    for (const Node& node : items_of(node_.find("pools"))) {
      if (node.size() == 0 || !node.is_map() || index >= quiz_.pools.size()) continue;
      const QuizPool& pool = quiz_.pools[index++];
      const Node* from = node.find("from");
      if (pool.from.empty() || from == nullptr || !check_names(node)) continue;
      const auto found = questions_in(pool, session_.course_file().course.modules, names_.lessons);
      const std::set<const Question*> questions(found.begin(), found.end());
      check_pool(*from, pool, questions, fixed, before);
      before.emplace_back(questions, static_cast<std::size_t>(pool.count));
    }
  }

  void check_pool(const Node& at, const QuizPool& pool, const std::set<const Question*>& questions,
                  const std::set<const Question*>& fixed,
                  const std::vector<std::pair<std::set<const Question*>, std::size_t>>& before) {
    const auto shared = [&](const std::set<const Question*>& other) {
      return static_cast<std::size_t>(
          std::count_if(questions.begin(), questions.end(), [&](const Question* q) { return other.contains(q); }));
    };
    const auto count = static_cast<std::size_t>(pool.count);
    if (questions.size() < count) {
      report(base::Severity::error, "small-pool", at,
             msg("this pool draws {count} questions and has {questions}",
                 {{"count", count}, {"questions", questions.size()}}),
             msg("lower “count”, or add to “from”; pretests and opinions count only where they are named"));
      return;
    }
    std::size_t taken = shared(fixed);
    for (const auto& [other, most] : before) taken += std::min(most, shared(other));
    if (taken + count <= questions.size()) return;
    report(base::Severity::error, "drawn-twice", at,
           msg("this pool shares questions with what is drawn before it, and may have too few left"),
           msg("let the pools have nothing in common, or lower “count”: no question is drawn twice"));
  }

  void check_pass() {
    const Node* pass = node_.find("pass");
    if (pass == nullptr || !quiz_.pools.empty() || quiz_.questions.empty()) return;
    const bool any = std::any_of(quiz_.questions.begin(), quiz_.questions.end(), [&](const QuestionId& id) {
      const auto found = names_.questions.find(id.str());
      return found == names_.questions.end() || is_marked(*found->second);
    });
    if (any) return;
    report(base::Severity::error, "unreachable-pass", *pass, msg("no question of this quiz earns points"),
           msg("ask something that can be right, or delete “pass”"));
  }

  Session& session_;
  const Names& names_;
  const Quiz& quiz_;
  const Node& node_;
};

}  // namespace

void check_quizzes(Session& session) {
  const std::vector<Quiz>& quizzes = session.course_file().course.quizzes;
  if (quizzes.empty() || !session.course_yaml().tree) return;
  // What a lesson with mistakes asks is not known; one mistake is enough.
  const auto& lessons = session.lessons();
  if (lessons.size() < session.course_file().lessons.size()) return;
  if (!std::all_of(lessons.begin(), lessons.end(), [](const LessonFile& lesson) { return lesson.good; })) return;
  const Names names = names_of(session);
  for (const Node& node : items_of(session.course_yaml().tree->root().find("quizzes"))) {
    const Node* id = node.find("id");
    if (id == nullptr) continue;
    const auto quiz =
        std::find_if(quizzes.begin(), quizzes.end(), [&](const Quiz& q) { return q.id.str() == id->text(); });
    if (quiz != quizzes.end()) QuizCheck(session, names, *quiz, node).run();
  }
}

}  // namespace course
