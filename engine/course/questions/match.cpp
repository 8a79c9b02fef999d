#include "course/questions/match.h"

#include <algorithm>

#include "course/questions/format.h"

namespace course {
namespace {

constexpr Key match_key{"match", shape::other(msg("a map of pairs, “left: right”")), Need::required, msg("the pairs")};
constexpr Key side_key{"match", shape::markdown, Need::optional, ""};
constexpr std::array match_fields{
    Field<Match>{{"extra", shape::markdowns, Need::optional, "right sides that belong to nothing"},
                 into<&Match::extra>},
};

Kind read(Object& step) {
  Match kind;
  Reader& reader = step.reader();
  const Node* pairs = step.take(match_key);
  step.read(match_fields, kind);
  if (pairs == nullptr || !expect_map(reader, match_key, *pairs)) return kind;
  for (std::uint32_t i = 0; i < pairs->size(); ++i) {
    Pair pair;
    reader.value(side_key, pairs->key(i), pair.left);
    reader.value(side_key, pairs->value(i), pair.right);
    kind.pairs.push_back(std::move(pair));
  }
  if (!check_count(reader, match_key, *pairs, kind.pairs.size(),
                   {2, 12, msg("{key} needs {least} to {most} pairs; found {count}")}))
    return kind;
  for (const Node& extra : items_of(step.node().find("extra"))) {
    for (std::uint32_t i = 0; i < pairs->size(); ++i) {
      if (!extra.is_scalar() || pairs->value(i).text() != extra.text()) continue;
      auto& d = reader.error(
          "extra", extra, msg("{words} is extra and belongs to a pair as well", {{"words", in_quotes(extra.text())}}),
          msg("delete one of them"));
      d.related.push_back(reader.place(pairs->value(i), msg("the pair’s right side")));
      break;
    }
  }
  return kind;
}

void check(Reader& reader, const Node& step, const Kind& any) {
  if (std::get<Match>(any).rights().size() < 2) {
    reader.warning("one-right-side", *step.find("match"),
                   msg("all pairs have the same right side, so nothing can be matched wrongly"),
                   msg("add other right sides, or “extra: […]”"));
  }
  // Right sides that are written alike are interchangeable; those that only read alike are a trap.
  const Node& pairs = *step.find("match");
  std::vector<Node> lefts, rights;
  for (std::uint32_t i = 0; i < pairs.size(); ++i) {
    lefts.push_back(pairs.key(i));
    const auto written_alike = [&](const Node& other) { return other.text() == pairs.value(i).text(); };
    if (std::none_of(rights.begin(), rights.end(), written_alike)) rights.push_back(pairs.value(i));
  }
  for (const Node& extra : items_of(step.find("extra"))) rights.push_back(extra);
  check_equal(reader, lefts, msg("a left side stands here twice: {words}"));
  check_equal(reader, rights, msg("a right side stands here twice: {words}"));
  check_carried(reader, lefts);
  check_carried(reader, rights);
}

constexpr KindFormat format{"match", read, check};

}  // namespace

template <>
const KindFormat& format_of<Match>() {
  return format;
}

}  // namespace course
