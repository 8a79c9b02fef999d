#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "course/checks/checks.h"
#include "course/questions/format.h"

namespace course {
namespace {

/// A place where a lesson speaks of a concept.
struct Mention {
  std::string_view id;
  std::size_t lesson = 0;  ///< its place in the course; lessons that no module lists have none and are not here
  const SourceFile* file = nullptr;
  Node node;
};

/// Who teaches, needs and asks about what, in the order of the course.
struct Overview {
  std::vector<Mention> teaches;
  std::vector<Mention> needs;
  std::vector<Mention> asks;     ///< without pretests, which come before the teaching on purpose
  std::vector<Mention> guesses;  ///< pretests
  std::unordered_map<std::string_view, const Mention*> taught_first;
};

void add_mentions(const Node* ids, std::size_t lesson, const SourceFile& file, std::vector<Mention>& mentions) {
  for (const Node& node : items_of(ids)) mentions.push_back({node.text(), lesson, &file, node});
}

Overview make_overview(const Session& session) {
  Overview overview;
  std::size_t index = 0;
  for (const LessonFile& lesson : session.lessons()) {
    if (!lesson.listed || !lesson.file.tree) continue;
    const Node& root = lesson.file.tree->root();
    const SourceFile& file = lesson.file.source;
    add_mentions(root.find("teaches"), index, file, overview.teaches);
    add_mentions(root.find("needs"), index, file, overview.needs);
    for (const Node& step : items_of(root.find("steps"))) {
      const Node* pretest = step.find("pretest");
      if (step.find("ask") == nullptr) continue;
      const bool guess = pretest != nullptr && (pretest->text() == "true" || pretest->text() == "yes");
      add_mentions(step.find("concept"), index, file, guess ? overview.guesses : overview.asks);
    }
    ++index;
  }
  for (const Mention& mention : overview.teaches) overview.taught_first.emplace(mention.id, &mention);
  return overview;
}

base::Diagnostic& warn(Session& session, const char* rule, const Mention& at, base::Message message,
                       base::Message remedy) {
  return add_finding(session.diagnostics(), base::Severity::warning, rule, *at.file, at.node, std::move(message),
                     std::move(remedy));
}

base::Related taught_at(const Mention& taught) {
  return {taught.file->name(), taught.file->value_span(taught.node.offset(), taught.node.text().size()),
          msg("taught here")};
}

void check_asked(Session& session, const Overview& overview) {
  for (const auto& [known, taught] : overview.taught_first) {
    const std::string_view id = known;
    const bool asked =
        std::any_of(overview.asks.begin(), overview.asks.end(), [&](const Mention& m) { return m.id == id; });
    if (asked || !session.around().known.concepts.has(id)) continue;
    warn(session, "never-asked", *taught, msg("no question asks about {concept}", {{"concept", in_quotes(id)}}),
         msg("add a question with “concept: {id}”", {{"id", id}}));
  }
}

/// What is said of a lesson that does something with a {concept} that only a later lesson teaches, or none.
struct TooEarly {
  const char* rule;
  base::Template later;
  base::Template never;
};

void check_order(Session& session, const Overview& overview, const std::vector<Mention>& mentions,
                 const TooEarly& order) {
  std::vector<std::string_view> reported;
  for (const Mention& mention : mentions) {
    if (!session.around().known.concepts.has(mention.id)) continue;
    const auto taught = overview.taught_first.find(mention.id);
    if (taught != overview.taught_first.end() && taught->second->lesson <= mention.lesson) continue;
    if (taught != overview.taught_first.end()) {
      warn(session, order.rule, mention, msg(order.later, {{"concept", in_quotes(mention.id)}}),
           msg("move the lessons, or mark a question as “pretest: true”"))
          .related.push_back(taught_at(*taught->second));
    } else if (std::find(reported.begin(), reported.end(), mention.id) == reported.end()) {
      reported.push_back(mention.id);
      warn(session, "never-taught", mention, msg(order.never, {{"concept", in_quotes(mention.id)}}),
           msg("add it to the “teaches” of a lesson"));
    }
  }
}

void check_taught_and_needed(Session& session, const Overview& overview) {
  for (const Mention& need : overview.needs) {
    for (const Mention& taught : overview.teaches) {
      if (taught.lesson != need.lesson || taught.id != need.id) continue;
      warn(session, "needs-itself", need,
           msg("this lesson needs {concept} and teaches it as well", {{"concept", in_quotes(need.id)}}),
           msg("delete one of them"))
          .related.push_back(taught_at(taught));
    }
  }
}

/// What a concept stands on must not be taught after it.
void check_needs_of_concepts(Session& session, const Overview& overview) {
  const ParsedFile& file = session.course_yaml();
  const Node* concepts = file.tree ? file.tree->root().find("concepts") : nullptr;
  for (const Node& one : items_of(concepts)) {
    const Node* id = one.find("id");
    const auto taught = id != nullptr ? overview.taught_first.find(id->text()) : overview.taught_first.end();
    if (taught == overview.taught_first.end()) continue;
    for (const Node& need : items_of(one.find("needs"))) {
      const auto needed = overview.taught_first.find(need.text());
      if (needed == overview.taught_first.end() || needed->second->lesson <= taught->second->lesson) continue;
      auto& d = add_finding(session.diagnostics(), base::Severity::warning, "needs-order", file.source, need,
                            msg("{concept} stands on {other}, which is taught after it",
                                {{"concept", in_quotes(id->text())}, {"other", in_quotes(need.text())}}),
                            msg("move the lessons, or take the need out"));
      d.related.push_back(taught_at(*taught->second));
      d.related.push_back(taught_at(*needed->second));
    }
  }
}

/// Lessons are still to be written: the map of concepts may be ahead of them.
bool is_in_preparation(const Node& course) {
  const std::vector<Node> modules = items_of(course.find("modules"));
  return std::any_of(modules.begin(), modules.end(),
                     [](const Node& module) { return items_of(module.find("lessons")).empty(); });
}

/// A concept that is declared for nobody: no lesson teaches it, needs it or asks about it, and no other concept stands on it.
void check_used(Session& session, const Overview& overview) {
  const ParsedFile& file = session.course_yaml();
  std::unordered_set<std::string_view> used;
  for (const auto* mentions : {&overview.teaches, &overview.needs, &overview.asks, &overview.guesses}) {
    for (const Mention& mention : *mentions) used.insert(mention.id);
  }
  const Node* concepts = file.tree->root().find("concepts");
  if (is_in_preparation(file.tree->root())) return;
  for (const Node& one : items_of(concepts)) {
    for (const Node& need : items_of(one.find("needs"))) used.insert(need.text());
  }
  for (const Node& one : items_of(concepts)) {
    const Node* id = one.find("id");
    if (id == nullptr || used.count(id->text()) != 0 || !session.around().known.concepts.has(id->text())) continue;
    add_finding(session.diagnostics(), base::Severity::warning, "unused-concept", file.source, *id,
                msg("no lesson teaches {concept}, needs it or asks about it", {{"concept", in_quotes(id->text())}}),
                msg("add it to the “teaches” of a lesson and ask about it, or delete it"));
  }
}

}  // namespace

void check_concepts(Session& session) {
  if (!session.course_yaml().tree || !all_parsed(session)) return;
  const Overview overview = make_overview(session);
  check_asked(session, overview);
  check_order(session, overview, overview.asks,
              {"asked-early", msg("this question asks about {concept}, which only a later lesson teaches"),
               msg("this question asks about {concept}, which no lesson teaches")});
  check_order(session, overview, overview.needs,
              {"needs-order", msg("this lesson needs {concept}, which only a later lesson teaches"),
               msg("this lesson needs {concept}, which no lesson teaches")});
  check_taught_and_needed(session, overview);
  check_needs_of_concepts(session, overview);
  check_used(session, overview);
}

}  // namespace course
