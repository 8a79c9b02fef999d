// What all kinds of questions share; each kind's own keys are in course/questions.
#include <algorithm>

#include "course/checks/question.h"
#include "course/fixes/wanted.h"
#include "course/questions/format.h"
#include "course/reading/fingerprint.h"
#include "course/reading/given.h"
#include "course/reading/steps.h"

namespace course {
namespace {

constexpr Key hint_text_key{"text", shape::on_demand, Need::required, msg("the hint")};
constexpr Key hint_after_key{"after", shape::whole(0, 9), Need::optional, "how many tries must go wrong before"};
constexpr Key hints_after_key{"hints_after", shape::whole(0, 9), Need::optional,
                              "how many tries must go wrong before a hint is offered"};
constexpr Shape hints_shape = shape::other(msg("a hint or a list of hints, each a text or {after: 1, text: …}"));

/// A hint that does not say when it may come, until `settle_hints`.
constexpr int unsaid = -1;

void read_hint(Reader& reader, const Key& key, const Node& list, Question& question) {
  reader.each(key, list, [&](const Node& node) {
    Hint hint{{}, unsaid};
    if (node.is_map()) {
      Object object(reader, node, msg("a hint"));
      if (const Node* text = object.take(hint_text_key)) reader.value(hint_text_key, *text, hint.text);
      if (const Node* after = object.take(hint_after_key)) reader.value(hint_after_key, *after, hint.after);
      object.finish();
    } else {
      reader.value(hint_text_key, node, hint.text);
    }
    if (!hint.text.empty()) question.hints.push_back(std::move(hint));
  });
}

/// Hints come in their order, so none comes before the one above it.
void settle_hints(Object& step, Question& question) {
  int after = 0;
  if (const Node* node = step.take(hints_after_key)) step.reader().value(hints_after_key, *node, after);
  int least = 0;
  for (Hint& hint : question.hints) {
    least = hint.after = std::max(least, hint.after == unsaid ? after : hint.after);
  }
}

constexpr std::array before_fields{
    Field<Question>{{"ask", shape::markdown, Need::required, msg("the question")}, into<&Question::ask>},
    Field<Question>{{"id", shape::new_id, Need::required, msg("what progress hangs on; unique in the course")},
                    into<&Question::id>},
    Field<Question>{{"concept", shape::concept_ids, Need::optional, "what it asks about"}, into<&Question::concepts>},
    Field<Question>{{"hint", hints_shape, Need::optional, "a hint, given on demand"}, read_hint},
    Field<Question>{{"hints", hints_shape, Need::optional, "hints, given one by one"}, read_hint},
};

constexpr std::array after_fields{
    Field<Question>{{"explain", shape::markdown, Need::optional, "shown after the answer"}, into<&Question::explain>},
    Field<Question>{{"tries", shape::whole(1, 10), Need::optional, "the answer is shown after the last"},
                    into<&Question::tries>},
    Field<Question>{{"points", shape::number_above(0, 1000), Need::optional, "weight in a quiz"},
                    into<&Question::points>},
    Field<Question>{{"pretest", shape::truth, Need::optional, "a guess before teaching, never counted"},
                    into<&Question::pretest>},
    Field<Question>{{"sure", shape::truth, Need::optional, "ask how sure one is"}, into<&Question::sure>},
    Field<Question>{{"shuffle", shape::truth, Need::optional, "show in random order"}, into<&Question::shuffle>},
    Field<Question>{{"tags", shape::plain_words, Need::optional, "words to find it by"}, into<&Question::tags>},
    Field<Question>{{"source", shape::source_ids, Need::optional, "where the facts are from"},
                    into<&Question::sources>},
};

/// The formats whose key the step has: the first two, for a third says nothing new.
struct FoundFormats {
  const KindFormat* first = nullptr;
  const KindFormat* second = nullptr;
};

FoundFormats formats_in(const Node& step) {
  FoundFormats found;
  for (const KindFormat* format : kind_formats()) {
    if (step.find(format->key) == nullptr) continue;
    (found.first == nullptr ? found.first : found.second) = format;
    if (found.second != nullptr) break;
  }
  return found;
}

void report_no_question_kind(Reader& reader, const Node& step) {
  std::vector<std::string> names;
  for (const KindFormat* format : kind_formats()) names.emplace_back(format->key);
  for (std::uint32_t i = 0; i < step.size(); ++i) {
    const std::string near = base::nearest(step.key(i).text(), names);
    if (near.empty()) continue;
    if (reader.around().wanted != nullptr) reader.around().wanted->rename_key(reader.file(), step, step.key(i), names);
    reader.error("no-kind", step.key(i), msg("a question has no key {key}", {{"key", in_quotes(step.key(i).text())}}),
                 did_you_mean(near));
    return;
  }
  reader.error("no-kind", step.key(0), msg("this question says nothing about its answer"),
               msg("add one of {keys}", {{"keys", listed(names)}}));
}

const Node& key_node(const Node& step, std::string_view name) {
  std::uint32_t i = 0;
  while (step.key(i).text() != name) ++i;
  return step.key(i);
}

const KindFormat* find_format(Object& step) {
  Reader& reader = step.reader();
  const FoundFormats found = formats_in(step.node());
  if (found.first == nullptr) report_no_question_kind(reader, step.node());
  if (found.second == nullptr) return found.first;
  auto& d = reader.error("two-kinds", key_node(step.node(), found.second->key),
                         msg("a question is of one kind; this one has {first} and {second}",
                             {{"first", in_quotes(found.first->key)}, {"second", in_quotes(found.second->key)}}),
                         msg("make two questions of it, or delete one of the two"));
  d.related.push_back(reader.place(key_node(step.node(), found.first->key), msg("the other kind")));
  for (const KindFormat* format : kind_formats()) step.accept(format->key);
  return found.first;
}

void set_tries(const Node& step, Question& question) {
  if (step.find("tries") != nullptr) return;
  const auto* choices = std::get_if<Choices>(&question.kind);
  const bool one_of_two = choices != nullptr && choices->choices.size() == 2;
  // Nobody predicts what is known already.
  const bool prediction = std::holds_alternative<Predict>(question.kind);
  if (question.pretest || one_of_two || prediction) question.tries = 1;
}

constexpr Key accept_key{"accept", shape::other(msg("a response or a list of them")), Need::optional,
                         "responses that must earn full credit"};
constexpr Key reject_key{"reject", accept_key.shape, Need::optional, "responses that must earn none"};
constexpr std::array claim_keys{&accept_key, &reject_key};

/// The author's tests of the marking. What they say is tried by grading/proof.h. A list is a list of responses.
std::shared_ptr<const Claims> read_claims(Object& step) {
  auto claims = std::make_shared<Claims>();
  for (const Key* key : claim_keys) {
    const Node* list = step.take(*key);
    if (list == nullptr) continue;
    step.reader().each(*key, *list, [&](const Node& node) {
      (key == &accept_key ? claims->accept : claims->reject).push_back(given_of(node, step.reader().file()));
    });
  }
  return claims->accept.empty() && claims->reject.empty() ? nullptr : claims;
}

/// Without `vars` nothing is filled in, so braces that look like it are most likely a mistake.
void check_literal(Reader& reader, const Node& node) {
  if (node.is_scalar()) {
    const std::size_t open = node.text().find("{{");
    if (open == std::string_view::npos || node.text().find("}}", open) == std::string_view::npos) return;
    reader.warning("no-vars", reader.file().words_span(node.offset(), "{{"),
                   msg("this stands as it is, braces and all: the question has no “vars”"),
                   msg("add “vars: …”, or take out the braces"));
  }
  for (std::uint32_t i = 0; i < node.size(); ++i) {
    if (!node.is_map() || node.key(i).text() != "blanks")
      check_literal(reader, node.is_map() ? node.value(i) : node.item(i));
  }
}

}  // namespace

Question read_question(StepContext& context, Object& step) {
  return step.node().find("vars") != nullptr ? read_varied_question(context, step) : read_fixed_question(context, step);
}

Question read_fixed_question(StepContext& context, Object& step) {
  Reader& reader = step.reader();
  const int errors = reader.errors();
  Question question;
  step.read(before_fields, question);
  settle_hints(step, question);
  if (question.id.empty() && reader.around().wanted != nullptr)
    reader.around().wanted->add_id(reader.file(), step.node());
  const KindFormat* format = find_format(step);
  if (format != nullptr)
    question.kind = format->read_with != nullptr ? format->read_with(context, step) : format->read(step);
  if (format != nullptr) question.key = key_fingerprint(step.node(), format->key);
  step.read(after_fields, question);
  if (reader.thorough()) question.claims = read_claims(step);
  for (const Key* key : claim_keys) step.accept(key->name);
  if (format == nullptr) return question;
  step.finish();
  set_tries(step.node(), question);
  if (question.points <= 0) {
    reader.error("wrong-value", *step.node().find("points"), msg("“points” should be above 0"),
                 msg("use “pretest: true” for what does not count"));
  }
  if (reader.thorough() && reader.errors() == errors) {
    check_question(reader, step.node(), question);
    if (!reader.filling()) check_literal(reader, step.node());
    format->check(reader, step.node(), question.kind);
  }
  return question;
}

}  // namespace course
