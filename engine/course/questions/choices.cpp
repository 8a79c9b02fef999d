#include "course/questions/choices.h"

#include <algorithm>

#include "course/questions/format.h"

namespace course {
namespace {

constexpr Key choices_key{"choices", shape::other(msg("a list of choices, each “right: text” or “wrong: text”")),
                          Need::required, msg("what there is to choose from")};
constexpr Key right_key{"right", shape::markdown, Need::optional, "a choice that is right"};
constexpr Key wrong_key{"wrong", shape::markdown, Need::optional, "a choice that is wrong"};
constexpr Key because_key{"because", shape::reason, Need::optional,
                          "why it is right or wrong; shown to whoever picks it"};
constexpr std::array choices_fields{
    Field<Choices>{{"keep_last", shape::truth, Need::optional, "keep the last choice last when they are shuffled"},
                   into<&Choices::keep_last>},
};

void read_choice(Reader& reader, const Key& key, const Node& node, Choices& kind) {
  if (!expect_map(reader, key, node)) return;
  Object object(reader, node, msg("a choice"));
  const Node* right = object.take(right_key);
  const Node* wrong = object.take(wrong_key);
  Choice choice;
  choice.right = right != nullptr;
  if (right != nullptr) reader.value(right_key, *right, choice.text);
  if (wrong != nullptr) reader.value(wrong_key, *wrong, choice.text);
  if (const Node* because = object.take(because_key)) reader.value(because_key, *because, choice.because);
  const int errors = reader.errors();
  object.finish();
  if (right == nullptr && wrong == nullptr && node.size() > 0 && reader.errors() == errors) {
    reader.error("choice", node.key(0), msg("a choice says neither “right” nor “wrong”"),
                 msg("begin it with “right: …” or “wrong: …”"));
  } else if (right != nullptr && wrong != nullptr) {
    reader.error("choice", *wrong, msg("a choice is both right and wrong"),
                 msg("begin each choice with a dash of its own"));
  }
  kind.choices.push_back(std::move(choice));
}

Kind read(Object& step) {
  Choices kind;
  Reader& reader = step.reader();
  const Node* list = step.take(choices_key);
  step.read(choices_fields, kind);
  if (list == nullptr) return kind;
  if (!list->is_list()) {
    reader.wrong(choices_key, *list);
    return kind;
  }
  const int errors = reader.errors();
  reader.each(choices_key, *list, [&](const Node& node) { read_choice(reader, choices_key, node, kind); });
  if (reader.errors() > errors) return kind;
  if (!check_count(reader, choices_key, *list, kind.choices.size(),
                   {2, 26, msg("{key} needs {least} to {most} choices; found {count}")}))
    return kind;
  bool any_right = false;
  for (const Choice& choice : kind.choices) any_right = any_right || choice.right;
  if (!any_right)
    reader.error("no-right", *list, msg("no choice is right"), msg("begin at least one choice with “right:”"));
  return kind;
}

void check(Reader& reader, const Node& step, const Kind& any) {
  const auto& kind = std::get<Choices>(any);
  std::vector<Node> texts;
  const std::vector<Node> nodes = items_of(step.find("choices"));
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Choice& choice = kind.choices[i];
    const Node* text = nodes[i].find(choice.right ? "right" : "wrong");
    if (text == nullptr) continue;
    texts.push_back(*text);
    if (!choice.right && choice.because.empty()) {
      reader.warning("missing-because", *text, msg("nobody who picks this learns why it is wrong"),
                     msg("add “because: …” to it"));
    }
  }
  check_equal(reader, texts, msg("a choice stands here twice: {words}"));
  const bool all_right = std::all_of(kind.choices.begin(), kind.choices.end(), [](const Choice& c) { return c.right; });
  if (all_right && !texts.empty()) {
    reader.warning("all-right", texts[0],
                   msg("every choice is right, so picking all of them without reading earns everything"),
                   msg("begin at least one choice with “wrong:”"));
  }
}

constexpr KindFormat format{"choices", read, check};

}  // namespace

template <>
const KindFormat& format_of<Choices>() {
  return format;
}

}  // namespace course
