#include "course/checks/question.h"

#include <algorithm>
#include <array>

#include "course/questions/format.h"

namespace course {
namespace {

bool is_opinion(const Question& question) { return std::holds_alternative<Scale>(question.kind); }
bool is_open(const Question& question) { return std::holds_alternative<Open>(question.kind); }

void check_explained(Reader& reader, const Node& step, const Question& question) {
  if (!question.explain.empty() || is_opinion(question) || is_open(question)) return;
  const Node* ask = step.find("ask");
  reader.warning("missing-explain", ask != nullptr ? *ask : step, msg("this question is never explained"),
                 msg("add “explain: …”, with the reason"));
}

/// A hint comes while a try is left. What is open has one, and no wrong one before it.
void check_hints(Reader& reader, const Node& step, const Question& question) {
  std::vector<Node> nodes = items_of(step.find("hint"));
  for (const Node& node : items_of(step.find("hints"))) nodes.push_back(node);
  const int tries = question.pretest || is_open(question) ? 1 : question.tries;
  for (std::size_t i = 0; i < std::min(nodes.size(), question.hints.size()); ++i) {
    const int after = question.hints[i].after;
    if (after < tries) continue;
    const auto wrong = static_cast<std::uint64_t>(after), all = static_cast<std::uint64_t>(tries);
    reader.warning("unreachable-hint", nodes[i],
                   msg("this hint comes after {wrong}, but {tries}, so it is never offered",
                       {{"wrong", msgn("{n} wrong try", "{n} wrong tries", wrong)},
                        {"tries", msgn("there is only one try", "there are only {n} tries", all)}}),
                   is_open(question) || question.pretest ? msg("let it come at once: “after: 0”")
                                                         : msg("give more “tries”, or let it come earlier"));
  }
}

/// Keys that are read and change nothing, for want of something to change.
struct Useless {
  std::string_view key;
  bool (*applies)(const Question&);
  base::Template reason;
};

constexpr base::Template no_right = msg("nothing is right or wrong about an opinion");
constexpr base::Template graded_oneself = msg("what one grades oneself has one try and is not marked by the program");

bool keeps_its_order(const Question& question) {
  return std::holds_alternative<Number>(question.kind) || std::holds_alternative<Answers>(question.kind) ||
         std::holds_alternative<Blanks>(question.kind) || std::holds_alternative<Scale>(question.kind) ||
         std::holds_alternative<Open>(question.kind);
}

constexpr std::array useless{
    Useless{"hint", is_opinion, no_right},
    Useless{"hints", is_opinion, no_right},
    Useless{"tries", is_opinion, no_right},
    Useless{"points", is_opinion, no_right},
    Useless{"sure", is_opinion, no_right},
    Useless{"tries", is_open, graded_oneself},
    Useless{"sure", is_open, graded_oneself},
    Useless{"tries", [](const Question& q) { return q.pretest; }, msg("a guess before teaching has one try")},
    Useless{"points", [](const Question& q) { return q.pretest; }, msg("a guess before teaching is never counted")},
    Useless{"shuffle", keeps_its_order, msg("there is nothing to shuffle")},
    Useless{"shuffle", [](const Question& q) { return std::holds_alternative<Order>(q.kind); },
            msg("what is to be put in order is always shuffled")},
    Useless{"keep_last", [](const Question& q) { return !q.shuffle; }, msg("what is not shuffled keeps its order")},
    Useless{"hints_after", [](const Question& q) { return q.hints.empty(); }, msg("there is no hint")},
};

void check_useless_keys(Reader& reader, const Node& step, const Question& question) {
  std::vector<std::string_view> reported;
  for (const Useless& one : useless) {
    if (!one.applies(question)) continue;
    for (std::uint32_t i = 0; i < step.size(); ++i) {
      const bool known = std::find(reported.begin(), reported.end(), one.key) != reported.end();
      if (step.key(i).text() != one.key || known) continue;
      reported.push_back(one.key);
      reader.warning("no-effect", step.key(i),
                     msg("{key} changes nothing here: {reason}", {{"key", in_quotes(one.key)}, {"reason", one.reason}}),
                     msg("delete it"));
    }
  }
}

}  // namespace

void check_question(Reader& reader, const Node& step, const Question& question) {
  check_explained(reader, step, question);
  check_hints(reader, step, question);
  check_useless_keys(reader, step, question);
}

}  // namespace course
