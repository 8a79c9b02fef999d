#include "course/questions/format.h"

#include <type_traits>
#include <unordered_map>
#include <utility>
#include <variant>

#include "text/fold.h"
#include "text/markdown.h"

namespace course {
namespace {

template <std::size_t... i>
std::array<const KindFormat*, sizeof...(i)> list_formats(std::index_sequence<i...>) {
  return {&format_of<std::variant_alternative_t<i, Kind>>()...};
}

}  // namespace

std::array<const KindFormat*, std::variant_size_v<Kind>> kind_formats() {
  return list_formats(std::make_index_sequence<std::variant_size_v<Kind>>());
}

const char* kind_name(const Kind& kind) {
  return std::visit([](const auto& one) { return format_of<std::decay_t<decltype(one)>>().key.data(); }, kind);
}

std::vector<Node> items_of(const Node* list) {
  std::vector<Node> items;
  if (list == nullptr) return items;
  if (!list->is_list()) return {*list};
  for (std::uint32_t i = 0; i < list->size(); ++i) items.push_back(list->item(i));
  return items;
}

void check_equal(Reader& reader, const std::vector<Node>& texts, base::Template twice) {
  std::unordered_map<std::string, const Node*> seen;
  for (const Node& node : texts) {
    if (!node.is_scalar()) continue;
    const auto [first, is_new] = seen.emplace(text::fold(node.text()), &node);
    if (is_new) continue;
    auto& d = reader.error("equal", node, msg(twice, {{"words", in_quotes(node.text())}}),
                           msg("delete or reword one of them"));
    d.related.push_back(reader.place(*first->second, msg("first given here")));
  }
}

void check_carried(Reader& reader, const std::vector<Node>& texts) {
  for (const Node& node : texts) {
    if (!node.is_scalar()) continue;
    const text::References found = text::references(node.text());
    if (found.links.empty() && found.footnotes.empty()) continue;
    const std::string words = found.footnotes.empty() ? found.links.front() : "[^" + found.footnotes.front() + "]";
    reader.warning("link", reader.file().words_span(node.offset(), words),
                   msg("this is carried about with its text, so nobody can click on it"),
                   msg("put it into “ask” or “explain”"));
  }
}

bool check_count(Reader& reader, const Key& key, const Node& node, std::size_t count, const Bounds& bounds) {
  if (count >= bounds.least && count <= bounds.most) return true;
  reader.error("count", node,
               msg(bounds.otherwise,
                   {{"key", in_quotes(key.name)}, {"least", bounds.least}, {"most", bounds.most}, {"count", count}}));
  return false;
}

}  // namespace course
