#include "course/questions/answers.h"

#include <algorithm>

#include "course/checks/question.h"
#include "course/questions/format.h"
#include "text/fold.h"

namespace course {
namespace {

constexpr Key answers_key{"answers", shape::other(msg("a list of texts, or of maps such as {text: …, credit: 0.5}")),
                          Need::required, msg("what is accepted")};
constexpr Key wrong_key{"wrong", shape::other(msg("a list of maps such as {text: …, because: …}")), Need::optional,
                        "foreseen wrong answers"};
constexpr Key text_key{"text", shape::text, Need::optional, "the words"};
constexpr Key pattern_key{"pattern", shape::word, Need::optional, "a pattern (RE2) that the whole answer must match"};
constexpr Key because_key{"because", shape::reason, Need::optional, "what to say to this answer"};
constexpr Key credit_key{"credit", shape::number_from(0, 1), Need::optional, "what it earns"};
constexpr std::array<std::string_view, 2> exact_words{"case", "accents"};
constexpr Key exact_key{
    "exact", {.form = Form::one_of, .list = true, .words = exact_words}, Need::optional, "what must be typed exactly"};
constexpr std::array answers_fields{
    Field<Answers>{{"slips", shape::whole(0, 10), Need::optional, "how many letters may be off"},
                   into<&Answers::slips>},
};

Pattern read_pattern(Reader& reader, const Node& node) {
  std::string words;
  reader.value(pattern_key, node, words);
  Pattern pattern(words);
  const base::Message problem = words.empty() ? base::Message() : pattern.problem();
  if (!problem.empty()) {
    reader.error("pattern", node, msg("this is no pattern in RE2 syntax: {problem}", {{"problem", problem}}),
                 msg("a character that has a meaning, such as . or (, is taken literally after a backslash"));
  }
  return pattern;
}

TypedAnswer read_answer(Reader& reader, const Key& key, const Node& node, bool accepted) {
  TypedAnswer answer;
  answer.credit = accepted ? 1 : 0;
  if (node.is_scalar()) {
    reader.value(text_key, node, answer.text);
    return answer;
  }
  if (!expect_map(reader, key, node)) return answer;
  Object object(reader, node, accepted ? msg("an accepted answer") : msg("a foreseen wrong answer"));
  const Node* text = object.take(text_key);
  const Node* pattern = object.take(pattern_key);
  if (text != nullptr) reader.value(text_key, *text, answer.text);
  if (pattern != nullptr) answer.pattern = read_pattern(reader, *pattern);
  if (const Node* because = object.take(because_key)) reader.value(because_key, *because, answer.because);
  const Node* credit = accepted ? object.take(credit_key) : nullptr;
  if (credit != nullptr) reader.value(credit_key, *credit, answer.credit);
  const int errors = reader.errors();
  object.finish();
  if ((text == nullptr) == (pattern == nullptr) && reader.errors() == errors) {
    reader.error("answer", node.size() > 0 ? node.key(0) : node,
                 text == nullptr ? msg("an answer has neither “text” nor “pattern”")
                                 : msg("an answer has both “text” and “pattern”"),
                 msg("give one of them"));
  }
  return answer;
}

void read_exact(Reader& reader, const Node& node, Answers& kind) {
  reader.each(exact_key, node, [&](const Node& item) {
    if (item.text() == "case") {
      kind.exact_case = true;
    } else if (item.text() == "accents") {
      kind.exact_accents = true;
    } else {
      reader.wrong(exact_key, item);
    }
  });
}

bool has_text(const Answers& kind) {
  return std::any_of(kind.accepted.begin(), kind.accepted.end(), [](const TypedAnswer& a) { return !a.text.empty(); });
}

/// A pattern cannot be shown as an answer; the author's first test of the marking that one of them takes can.
void read_example(const Node& step, Answers& kind) {
  if (has_text(kind)) return;
  for (const Node& claim : items_of(step.find("accept"))) {
    const std::string typed = text::fold(claim.text(), {.ignore_case = false, .ignore_accents = !kind.exact_accents});
    const bool taken = std::any_of(kind.accepted.begin(), kind.accepted.end(), [&](const TypedAnswer& a) {
      return a.credit == 1 && a.pattern.matches(typed, {kind.exact_case, kind.exact_accents});
    });
    if (!claim.is_scalar() || !taken) continue;
    kind.example = std::string(claim.text());
    return;
  }
}

Kind read(Object& step) {
  Answers kind;
  Reader& reader = step.reader();
  if (const Node* list = step.take(answers_key)) {
    reader.each(answers_key, *list,
                [&](const Node& node) { kind.accepted.push_back(read_answer(reader, answers_key, node, true)); });
    if (list->is_list())
      check_count(reader, answers_key, *list, kind.accepted.size(),
                  {1, 100, msg("{key} needs {least} to {most} answers; found {count}")});
  }
  if (const Node* list = step.take(wrong_key)) {
    reader.each(wrong_key, *list,
                [&](const Node& node) { kind.wrong.push_back(read_answer(reader, wrong_key, node, false)); });
  }
  if (const Node* exact = step.take(exact_key)) read_exact(reader, *exact, kind);
  step.read(answers_fields, kind);
  read_example(step.node(), kind);
  return kind;
}

/// The node of an answer's text, in its short or its long form; nullptr for a pattern.
const Node* text_of(const Node& answer) { return answer.is_scalar() ? &answer : answer.find("text"); }

/// How an answer is compared when it is typed.
std::string as_typed(const Answers& kind, std::string_view words) {
  return text::fold(words, {.ignore_case = !kind.exact_case, .ignore_accents = !kind.exact_accents});
}

/// Two accepted texts of which the second can never be the one that was typed.
void check_accepted(Reader& reader, const Answers& kind, const std::vector<Node>& nodes) {
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Node* text = text_of(nodes[i]);
    for (std::size_t j = 0; text != nullptr && j < i; ++j) {
      const Node* first = text_of(nodes[j]);
      if (first == nullptr || as_typed(kind, first->text()) != as_typed(kind, text->text())) continue;
      auto& d =
          reader.warning("equal-answers", *text,
                         msg("this answer is the same as one above it: case, accents, spaces and quotes do not count"),
                         msg("delete one of them, or add “exact: [case, accents]”"));
      d.related.push_back(reader.place(*first, msg("the same answer")));
      break;
    }
  }
}

void check(Reader& reader, const Node& step, const Kind& any) {
  const auto& kind = std::get<Answers>(any);
  const std::vector<Node> accepted = items_of(step.find("answers"));
  const std::vector<Node> foreseen = items_of(step.find("wrong"));
  check_accepted(reader, kind, accepted);
  if (!has_text(kind) && kind.example.empty() && step.find("explain") == nullptr)
    reader.warning("no-answer", accepted.front(),
                   msg("only patterns are accepted here, so nobody is ever shown an answer"),
                   msg("add “accept: …” with an answer that a pattern takes, or “explain: …”"));
  check_reachable(reader, kind, accepted, foreseen);
  for (const Node& wrong : foreseen) {
    if (wrong.is_map() && wrong.find("because") != nullptr) continue;
    reader.warning("missing-because", wrong, msg("a foreseen wrong answer says nothing to whoever gives it"),
                   msg("write it as {text: …, because: …}"));
  }
}

constexpr KindFormat format{"answers", read, check};

}  // namespace

template <>
const KindFormat& format_of<Answers>() {
  return format;
}

}  // namespace course
