#include "course/questions/number.h"

#include <cmath>

#include "course/questions/format.h"

namespace course {
namespace {

constexpr Key number_key{"number", shape::other(msg("a number, or a map such as {is: 2.4, within: 0.1}")),
                         Need::required, msg("the right number")};
constexpr Key is_key{"is", shape::number, Need::optional, "the right value"};
constexpr Key within_key{"within", shape::other(msg("a number above 0, or a share such as 5%")), Need::optional,
                         "how far off is still right"};
constexpr Key from_key{"from", shape::number, Need::optional, "the lowest right value, instead of “is”"};
constexpr Key to_key{"to", shape::number, Need::optional, "the highest right value"};
constexpr Key close_key{"close", within_key.shape, Need::optional, "how far off earns half the credit"};
constexpr Key wrong_key{"wrong", shape::other(msg("a list of maps such as {is: 10, because: …}")), Need::optional,
                        "foreseen wrong numbers"};
constexpr Key because_key{"because", shape::reason, Need::optional, "what to say to this number"};
constexpr std::array number_fields{
    Field<Number>{{"unit", shape::text, Need::optional, "shown behind the field"}, into<&Number::unit>},
    Field<Number>{{"significant", shape::whole(1, 15), Need::optional, "how many significant figures the answer needs"},
                  into<&Number::significant>},
};

/// Places behind the decimal mark, as the author wrote them.
int decimals_of(std::string_view words) {
  const std::size_t point = words.find('.');
  if (point == std::string_view::npos || words.find_first_of("eE") != std::string_view::npos) return 0;
  return static_cast<int>(std::min<std::size_t>(words.size() - point - 1, 12));
}

/// Reads one of the map's numbers and keeps the most decimals seen.
std::optional<double> read_value(Object& object, const Key& key, Number& kind) {
  const Node* node = object.take(key);
  if (node == nullptr) return std::nullopt;
  std::optional<double> value;
  object.reader().value(key, *node, value);
  if (value) kind.decimals = std::max(kind.decimals, decimals_of(node->text()));
  return value;
}

/// A distance: absolute, or as a share of `of`.
std::optional<double> read_distance(Object& object, const Key& key, double of) {
  const Node* node = object.take(key);
  if (node == nullptr) return std::nullopt;
  std::string_view words = node->text();
  const bool share = words.ends_with('%');
  if (share) words.remove_suffix(1);
  while (words.ends_with(' ')) words.remove_suffix(1);
  const auto value = Reader::number(words);
  if (!value || *value <= 0) {
    object.reader().wrong(key, *node);
    return std::nullopt;
  }
  return share ? *value / 100 * std::fabs(of) : *value;
}

/// What is right, or foreseen as wrong; `what` names the map in messages.
void read_range(Object& object, const base::Message& what, Number& kind) {
  Reader& reader = object.reader();
  const auto is = read_value(object, is_key, kind);
  const auto from = read_value(object, from_key, kind);
  const auto to = read_value(object, to_key, kind);
  const Node& node = object.node();
  const bool asked = node.find("is") != nullptr || node.find("from") != nullptr || node.find("to") != nullptr;
  if (!asked)
    reader.error("missing-key", node, msg("{what} says no value", {{"what", what}}),
                 msg("add “is: …”, or “from: …” and “to: …”"));
  if (is && (from || to)) {
    reader.error("number", *node.find(from ? "from" : "to"), msg("{what} has both “is” and a range", {{"what", what}}),
                 msg("give one of them"));
  } else if (!is && asked && from.has_value() != to.has_value()) {
    reader.error("number", *node.find(from ? "from" : "to"), msg("a range needs both its ends"),
                 msg("add “from: …” and “to: …”"));
  }
  if (from && to && *from > *to) {
    reader.error("number", *node.find("from"), msg("the range begins above its end"),
                 msg("put the lower value at “from”"));
  }
  kind.is = is ? *is : (from.value_or(0) + to.value_or(0)) / 2;
  const auto within = read_distance(object, within_key, kind.is);
  if (within && !is && asked) {
    reader.error("number", *node.find("within"), msg("“within” belongs to “is”; a range says by itself what is right"));
  }
  kind.low = is ? *is - within.value_or(0) : from.value_or(0);
  kind.high = is ? *is + within.value_or(0) : to.value_or(0);
}

void read_close(Object& object, Number& kind) {
  const auto close = read_distance(object, close_key, kind.is);
  if (!close) return;
  const bool range = object.node().find("is") == nullptr;
  kind.close_low = (range ? kind.low : kind.is) - *close;
  kind.close_high = (range ? kind.high : kind.is) + *close;
  if (*kind.close_low<kind.low&& * kind.close_high> kind.high) return;
  object.reader().error("close", *object.node().find("close"),
                        msg("“close” is no wider than what is right, so nothing can earn its half credit"),
                        msg("make it wider than “within”"));
}

void read_wrong(Reader& reader, const Node& list, Number& kind) {
  constexpr base::Template what = msg("a foreseen wrong number");
  reader.each(wrong_key, list, [&](const Node& node) {
    if (!expect_map(reader, wrong_key, node)) return;
    Object object(reader, node, what);
    Number range;
    read_range(object, what, range);
    std::string because;
    if (const Node* words = object.take(because_key)) reader.value(because_key, *words, because);
    object.finish();
    kind.wrong.push_back({range.low, range.high, std::move(because)});
  });
}

Kind read(Object& step) {
  Number kind;
  kind.decimals = 0;
  const Node* node = step.take(number_key);
  if (const Node* list = step.take(wrong_key)) read_wrong(step.reader(), *list, kind);
  if (node == nullptr) return kind;
  Reader& reader = step.reader();
  if (node->is_map()) {
    Object object(reader, *node, number_key);
    read_range(object, in_quotes(number_key.name), kind);
    read_close(object, kind);
    object.read(number_fields, kind);
    object.finish();
    return kind;
  }
  const auto value = node->is_scalar() ? Reader::number(node->text()) : std::nullopt;
  if (!value) {
    reader.wrong(number_key, *node);
    return kind;
  }
  kind.is = kind.low = kind.high = *value;
  kind.decimals = decimals_of(node->text());
  return kind;
}

/// How a range lies to another one: as far as anybody can type a number into both.
enum class Lies : std::uint8_t { apart, over, inside };

Lies lies(double low, double high, double other_low, double other_high) {
  if (low >= other_low && high <= other_high) return Lies::inside;
  return low < other_high && high > other_low ? Lies::over : Lies::apart;
}

/// A wrong number inside of what is right is never wrong; of two that overlap, the first one speaks.
void check_wrong(Reader& reader, const Number& kind, const Node& right, const std::vector<Node>& nodes, std::size_t i) {
  const WrongNumber& one = kind.wrong[i];
  const Lies to_right = lies(one.low, one.high, kind.low, kind.high);
  if (to_right == Lies::inside) {
    auto& d = reader.error("accepted-and-wrong", nodes[i], msg("this number is foreseen as wrong and is right as well"),
                           msg("delete one of the two, or make “within” narrower"));
    d.related.push_back(reader.place(right, msg("right here")));
    return;
  }
  if (to_right == Lies::over) {
    auto& d = reader.warning("overlap", nodes[i], msg("this overlaps with what is right, and there it is right"),
                             msg("let it begin where what is right ends"));
    d.related.push_back(reader.place(right, msg("right here")));
  }
  for (std::size_t j = 0; j < i; ++j) {
    const Lies to_other = lies(one.low, one.high, kind.wrong[j].low, kind.wrong[j].high);
    if (to_other == Lies::apart) continue;
    const bool inside = to_other == Lies::inside;
    auto& d = reader.warning(
        inside ? "unreachable" : "overlap", nodes[i],
        inside ? msg("nobody is ever told this: a wrong number above it is taken instead")
               : msg("this overlaps with a wrong number above it, which is taken instead there"),
        inside ? msg("delete it, or put it above the other") : msg("let one begin where the other ends"));
    d.related.push_back(reader.place(nodes[j], msg("taken instead")));
    return;
  }
}

void check(Reader& reader, const Node& step, const Kind& any) {
  const auto& kind = std::get<Number>(any);
  const std::vector<Node> nodes = items_of(step.find("wrong"));
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    check_wrong(reader, kind, *step.find("number"), nodes, i);
    if (kind.wrong[i].because.empty()) {
      reader.warning("missing-because", nodes[i], msg("a foreseen wrong number says nothing to whoever gives it"),
                     msg("write it as {is: …, because: …}"));
    }
  }
}

constexpr KindFormat format{"number", read, check};

}  // namespace

template <>
const KindFormat& format_of<Number>() {
  return format;
}

}  // namespace course
