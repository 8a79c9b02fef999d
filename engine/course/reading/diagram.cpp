// A step with `diagram`: its boxes by name, and arrows between them in the short form or as maps.

#include <optional>

#include "course/reading/blocks.h"

namespace course {
namespace {

constexpr std::array<std::string_view, 2> direction_words{"down", "right"};
constexpr std::array<std::string_view, 6> tone_words{"plain", "accent", "good", "warn", "bad", "soft"};
constexpr Key boxes_key{"boxes", shape::other(msg("a map from id to text, or to {text: …, concept: …, tone: …}")),
                        Need::required, msg("the boxes")};
constexpr Key arrows_key{"arrows",
                         shape::other(msg("a list of “a -> b”, “a -> b: label” or {from: a, to: b, label: …}")),
                         Need::required, msg("what leads to what")};
constexpr Key box_text_key{"text", shape::text, Need::required, msg("what stands in the box")};
constexpr Key end_key{"arrows", shape::word, Need::required, msg("a box")};
constexpr Key from_key{"from", shape::word, Need::required, msg("the box it begins at")};
constexpr Key to_key{"to", shape::word, Need::required, msg("the box it leads to")};
constexpr std::array diagram_fields{
    Field<Diagram>{{"diagram", shape::text, Need::required, msg("the title")}, into<&Diagram::title>},
    Field<Diagram>{{"direction", shape::one_of(direction_words), Need::optional, "where arrows lead"},
                   into<&Diagram::direction>},
    Field<Diagram>{{"alt", shape::alternative, Need::optional, "what it shows, for those who do not see it"},
                   into<&Diagram::alt>},
    Field<Diagram>{{"caption", shape::markdown, Need::optional, "shown below"}, into<&Diagram::caption>},
    Field<Diagram>{{"source", shape::source_id, Need::optional, "where it is from"}, into<&Diagram::source>},
};
constexpr std::array box_fields{
    Field<Diagram::Box>{box_text_key, into<&Diagram::Box::text>},
    Field<Diagram::Box>{{"concept", shape::concept_id, Need::optional, "what the box opens"},
                        into<&Diagram::Box::concept_id>},
    Field<Diagram::Box>{{"tone", shape::one_of(tone_words), Need::optional, "its colour"}, into<&Diagram::Box::tone>},
};
constexpr std::array arrow_fields{
    Field<Diagram::Arrow>{{"label", shape::text, Need::optional, "what stands beside the arrow"},
                          into<&Diagram::Arrow::label>},
    Field<Diagram::Arrow>{{"both", shape::truth, Need::optional, "it leads both ways"}, into<&Diagram::Arrow::both>},
    Field<Diagram::Arrow>{{"dashed", shape::truth, Need::optional, "a dashed line"}, into<&Diagram::Arrow::dashed>},
};

std::string_view trimmed(std::string_view words) {
  while (words.starts_with(' ')) words.remove_prefix(1);
  while (words.ends_with(' ')) words.remove_suffix(1);
  return words;
}

class DiagramReader {
 public:
  DiagramReader(Reader& reader, Diagram& diagram) : reader_(reader), diagram_(diagram) {}

  void boxes(const Node& map) {
    if (!map.is_map() || map.size() == 0) return reader_.wrong(boxes_key, map);
    if (map.size() > Diagram::most_boxes) {
      reader_.error("bounds", map, msg("a diagram has at most {most} boxes", {{"most", Diagram::most_boxes}}),
                    msg("make two diagrams of it"));
      return;
    }
    for (std::uint32_t i = 0; i < map.size(); ++i) box(map.key(i), map.value(i));
    complete_ = true;
  }

  void arrows(const Node& list) {
    if (!list.is_list()) return reader_.wrong(arrows_key, list);
    for (std::uint32_t i = 0; i < list.size(); ++i) arrow(list.item(i));
    if (diagram_.arrows.size() > Diagram::most_arrows) {
      reader_.error("bounds", list, msg("a diagram has at most {most} arrows", {{"most", Diagram::most_arrows}}),
                    msg("make two diagrams of it"));
    }
  }

  /// Boxes that nothing leads to or from are found by `check`.
  void check_alone(const Node& map) {
    std::vector<bool> met(diagram_.boxes.size());
    for (const Diagram::Arrow& arrow : diagram_.arrows) met[arrow.from] = met[arrow.to] = true;
    for (std::size_t i = 0; i < met.size(); ++i) {
      if (met[i]) continue;
      const Node& key = map.key(static_cast<std::uint32_t>(i));
      reader_.warning("box-alone", key,
                      msg("no arrow begins at or leads to the box {box}", {{"box", in_quotes(diagram_.boxes[i].id)}}),
                      msg("add an arrow, or delete the box"));
    }
  }

 private:
  void box(const Node& key, const Node& value) {
    Diagram::Box& made = diagram_.boxes.emplace_back();
    made.id = std::string(key.text());
    if (!is_id(key.text())) {
      reader_.error(
          "id", key,
          msg("{words} is no id: ids are lower-case letters, digits, - and _", {{"words", in_quotes(key.text())}}),
          did_you_mean(slug(key.text())));
    }
    if (!value.is_map()) return reader_.value(box_text_key, value, made.text);
    Object object(reader_, value, msg("a box"));
    object.read(box_fields, made);
    object.finish();
  }

  void arrow(const Node& node) {
    if (node.is_scalar()) return short_form(node, node.text(), nullptr);
    // “a -> b: label” without quotes is a map of one key to YAML.
    const bool unquoted = node.is_map() && node.size() == 1 && node.key(0).text().find("->") != std::string_view::npos;
    if (unquoted) return short_form(node.key(0), node.key(0).text(), &node.value(0));
    if (!node.is_map()) return reader_.wrong(arrows_key, node);
    Diagram::Arrow made;
    Object object(reader_, node, msg("an arrow"));
    const auto from = end(object, from_key), to = end(object, to_key);
    object.read(arrow_fields, made);
    object.finish();
    if (!from || !to) return;
    made.from = *from, made.to = *to;
    diagram_.arrows.push_back(std::move(made));
  }

  /// “a -> b”, “a <-> b”, “a -> b -> c”, each with “: label” behind or with the label as a value of its own.
  void short_form(const Node& node, std::string_view words, const Node* label_node) {
    std::string_view label;
    if (const std::size_t colon = words.find(':'); colon != std::string_view::npos) {
      label = trimmed(words.substr(colon + 1));
      words = words.substr(0, colon);
    }
    Diagram::Arrow made;
    if (label_node != nullptr)
      reader_.value(arrow_fields[0].key, *label_node, made.label);
    else if (!label.empty())
      made.label = reader_.shown(label, node, Form::text);
    if (words.find("->") == std::string_view::npos) return reader_.wrong(arrows_key, node);
    bool both = false;
    std::optional<std::size_t> before;
    while (true) {
      const std::size_t at = words.find("->");
      const std::string_view name = words.substr(0, at);
      const bool next_both = at != std::string_view::npos && name.ends_with('<');
      const std::string_view id = trimmed(next_both ? name.substr(0, name.size() - 1) : name);
      const bool first = words.data() == node.text().data();
      const auto here = find_box(node, id);
      if (!here && !id.empty()) return;
      if (id.empty()) return reader_.wrong(arrows_key, node);
      if (!first && before) add(made, *before, *here, both);
      before = here;
      both = next_both;
      if (at == std::string_view::npos) return;
      words = words.substr(at + 2);
    }
  }

  void add(Diagram::Arrow arrow, std::size_t from, std::size_t to, bool both) {
    arrow.from = from, arrow.to = to, arrow.both = both;
    diagram_.arrows.push_back(std::move(arrow));
  }

  std::optional<std::size_t> end(Object& object, const Key& key) {
    const Node* node = object.take(key);
    const auto id = node != nullptr ? reader_.scalar(key, *node) : std::nullopt;
    return id ? find_box(*node, *id) : std::nullopt;
  }

  std::optional<std::size_t> find_box(const Node& node, std::string_view id) {
    if (id.empty() || !complete_) return std::nullopt;  // told already, or about to be
    std::vector<std::string> names;
    for (std::size_t i = 0; i < diagram_.boxes.size(); ++i) {
      if (diagram_.boxes[i].id == id) return i;
      names.push_back(diagram_.boxes[i].id);
    }
    const std::string near = base::nearest(id, names);
    reader_.error("unknown-box", reader_.file().words_span(node.offset(), id),
                  msg("this diagram has no box {box}", {{"box", in_quotes(id)}}),
                  near.empty() ? msg("add it under “boxes”") : did_you_mean(near));
    return std::nullopt;
  }

  Reader& reader_;
  Diagram& diagram_;
  bool complete_ = false;  ///< the boxes could be read, so that one that is not found is not there
};

}  // namespace

Diagram read_diagram(Object& step) {
  Diagram diagram;
  Reader& reader = step.reader();
  step.read(diagram_fields, diagram);
  const int errors = reader.errors();
  DiagramReader read(reader, diagram);
  const Node* boxes = step.take(boxes_key);
  if (boxes != nullptr) read.boxes(*boxes);
  if (const Node* arrows = step.take(arrows_key)) read.arrows(*arrows);
  if (!reader.thorough()) return diagram;
  if (boxes != nullptr && reader.errors() == errors) read.check_alone(*boxes);
  if (step.node().find("alt") == nullptr) {
    reader.warning("missing-alt", step.node().key(0), msg("nobody who cannot see this diagram learns what it shows"),
                   msg("add “alt: …”"));
  }
  return diagram;
}

}  // namespace course
