#include "course/reading/given.h"

#include "course/yaml/parse.h"

namespace course {

Given given_of(const Node& node, const SourceFile& file) {
  Given given;
  given.place = file.value_span(node.offset(), node.text().size());
  given.text = std::string(node.text());
  if (node.is_list()) given.kind = Given::Kind::list;
  if (node.is_map()) given.kind = Given::Kind::map;
  for (std::uint32_t i = 0; i < node.size(); ++i) {
    if (node.is_map()) given.keys.emplace_back(node.key(i).text());
    given.items.push_back(given_of(node.is_map() ? node.value(i) : node.item(i), file));
  }
  return given;
}

Given parse_given(std::string_view words) {
  constexpr std::size_t most_bytes = 64 << 10;
  Given text;
  text.text = std::string(words);
  if (words.size() > most_bytes) return text;
  const SourceFile file("response", std::string(words));
  base::Diagnostics diagnostics;
  constexpr YamlLimits limits{.depth = 8, .nodes = 10'000};
  const auto tree = parse_yaml(file, limits, diagnostics);
  if (!tree || base::has_errors(diagnostics)) return text;
  Given given = given_of(tree->root(), file);
  given.place = {};
  return given;
}

}  // namespace course
