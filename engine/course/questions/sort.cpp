#include "course/questions/sort.h"

#include "course/questions/format.h"

namespace course {
namespace {

constexpr Key sort_key{"sort", shape::other(msg("a map of bins, “bin: [cards]”")), Need::required,
                       msg("the bins with their cards")};
constexpr Key bin_key{"sort", shape::markdown, Need::optional, ""};
constexpr Key card_key{"sort", shape::markdowns, Need::optional, ""};

Kind read(Object& step) {
  Sort kind;
  Reader& reader = step.reader();
  const Node* bins = step.take(sort_key);
  if (bins == nullptr || !expect_map(reader, sort_key, *bins)) return kind;
  const int errors = reader.errors();
  for (std::uint32_t i = 0; i < bins->size(); ++i) {
    kind.bins.emplace_back();
    reader.value(bin_key, bins->key(i), kind.bins.back());
    // A bin may stay empty: nothing belongs there, and that is the point.
    if (bins->value(i).is_null()) continue;
    std::vector<std::string> cards;
    reader.value(card_key, bins->value(i), cards);
    for (std::string& card : cards) kind.cards.push_back({std::move(card), i});
  }
  if (reader.errors() > errors) return kind;
  if (!check_count(reader, sort_key, *bins, kind.bins.size(),
                   {2, 6, msg("{key} needs {least} to {most} bins; found {count}")}))
    return kind;
  check_count(reader, sort_key, *bins, kind.cards.size(),
              {2, 24, msg("{key} needs {least} to {most} cards; found {count}")});
  return kind;
}

void check(Reader& reader, const Node& step, const Kind&) {
  const Node& bins = *step.find("sort");
  std::vector<Node> names, cards;
  for (std::uint32_t i = 0; i < bins.size(); ++i) {
    names.push_back(bins.key(i));
    for (const Node& card : items_of(&bins.value(i))) cards.push_back(card);
  }
  check_equal(reader, names, msg("a bin stands here twice: {words}"));
  check_equal(reader, cards, msg("a card stands here twice: {words}"));
  check_carried(reader, names);
  check_carried(reader, cards);
}

constexpr KindFormat format{"sort", read, check};

}  // namespace

template <>
const KindFormat& format_of<Sort>() {
  return format;
}

}  // namespace course
