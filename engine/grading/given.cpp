#include "grading/given.h"

#include <algorithm>
#include <charconv>

#include "base/diagnostic.h"
#include "explorable/model.h"
#include "text/fold.h"
#include "text/markdown.h"

namespace grading {
namespace {

using course::Given;
template <class Answer>
using Read = tl::expected<Answer, base::Message>;
using base::msg;
using base::msgn;

tl::unexpected<base::Message> refuse(base::Message message) { return tl::unexpected(std::move(message)); }

std::optional<int> whole_number(std::string_view words) {
  int number = 0;
  const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), number);
  if (error != std::errc() || end != words.data() + words.size()) return std::nullopt;
  return number;
}

/// "there is no choice “Blak”; did you mean “Black”?", or what there is where none is near. `none` says the first half, of {words}.
base::Message no_such(base::Template none, const std::string& words, const std::vector<std::string>& texts) {
  base::Message message = msg(none, {{"words", base::quoted(words)}});
  base::Message remedy = base::meant_or_known(words, texts);
  if (remedy.empty()) return message;
  return msg("{message}; {remedy}", {{"message", std::move(message)}, {"remedy", std::move(remedy)}});
}

/// What is said of names that are given wrongly.
struct Named {
  base::Template none;  ///< of {words} that name nothing
  base::Template map;   ///< of a map where names belong
};

constexpr Named choices{msg("there is no choice {words}"), msg("a map is given where each choice is named")};
constexpr Named items{msg("there is no item {words}"), msg("a map is given where each item is named")};
constexpr Named cards_of_bin{msg("there is no card {words}"), msg("a map is given where each card is named")};

/// The text that is meant: by its words first, as written or as shown, then by letter or number.
std::optional<std::size_t> find_text(const std::vector<std::string>& texts, const std::string& words, bool letters) {
  const std::string folded = text::fold(words);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (text::fold(texts[i]) == folded || text::fold(text::plain_text(texts[i])) == folded) return i;
  }
  if (!letters) return std::nullopt;
  if (folded.size() == 1 && folded[0] >= 'a' && folded[0] <= 'z') {
    const auto index = static_cast<std::size_t>(folded[0] - 'a');
    return index < texts.size() ? std::optional(index) : std::nullopt;
  }
  const auto number = whole_number(folded);
  if (number && *number >= 1 && *number <= static_cast<int>(texts.size())) return static_cast<std::size_t>(*number - 1);
  return std::nullopt;
}

std::vector<std::string> at_commas(const std::string& words) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  for (std::size_t comma = words.find(','); comma != std::string::npos; comma = words.find(',', from)) {
    parts.push_back(words.substr(from, comma - from));
    from = comma + 1;
  }
  parts.push_back(words.substr(from));
  return parts;
}

/// Indices of what is named, one after the other: a list, one text, or several with commas between them.
Read<std::vector<std::size_t>> find_all(const Named& named, const std::vector<std::string>& texts, const Given& given) {
  if (given.kind == Given::Kind::map) return refuse(named.map);
  std::vector<std::string> words;
  for (const Given& item : given.items) words.push_back(item.text);
  if (given.kind == Given::Kind::text) {
    words = find_text(texts, given.text, true) ? std::vector{given.text} : at_commas(given.text);
  }
  std::vector<std::size_t> found;
  for (const std::string& one : words) {
    const auto index = find_text(texts, one, true);
    if (!index) return refuse(no_such(named.none, text::fold(one).empty() ? given.text : one, texts));
    if (std::find(found.begin(), found.end(), *index) == found.end()) found.push_back(*index);
  }
  return found;
}

Read<std::string> typed_text(const Given& given) {
  if (given.kind != Given::Kind::text) return refuse(msg("give what is typed, as one text"));
  return given.text;
}

Read<Response> read(const course::Choices& kind, const Given& given) {
  std::vector<std::string> texts;
  for (const course::Choice& choice : kind.choices) texts.push_back(choice.text);
  auto picked = find_all(choices, texts, given);
  if (!picked) return refuse(picked.error());
  std::sort(picked->begin(), picked->end());
  return ChoicesResponse{std::move(*picked)};
}

Read<Response> read(const course::Number&, const Given& given) {
  return typed_text(given).map([](std::string words) -> Response { return NumberResponse{std::move(words)}; });
}

Read<Response> read(const course::Answers&, const Given& given) {
  return typed_text(given).map([](std::string words) -> Response { return AnswersResponse{std::move(words)}; });
}

Read<Response> read(const course::Open&, const Given& given) {
  return typed_text(given).map([](std::string words) -> Response { return OpenResponse{std::move(words), {}}; });
}

Read<Response> read(const course::Blanks& kind, const Given& given) {
  BlanksResponse answer;
  if (given.kind == Given::Kind::text) answer.gaps.push_back(given.text);
  for (const Given& item : given.items) answer.gaps.push_back(item.text);
  if (given.kind == Given::Kind::map || answer.gaps.size() != kind.gaps.size()) {
    return refuse(msgn("the text has {n} gap; give as many texts, [heat, early]",
                       "the text has {n} gaps; give as many texts, [heat, early]", kind.gaps.size()));
  }
  for (std::size_t i = 0; i < kind.gaps.size(); ++i) {
    const auto& options = kind.gaps[i].options;
    if (options.empty()) continue;
    const auto option = find_text(options, answer.gaps[i], false);
    if (!option) return refuse(no_such(msg("there is no option {words}"), answer.gaps[i], options));
    answer.gaps[i] = options[*option];
  }
  return answer;
}

Read<Response> read(const course::Order& kind, const Given& given) {
  auto order = find_all(items, kind.items, given);
  if (!order) return refuse(order.error());
  if (order->size() != kind.items.size()) {
    return refuse(msg("give each of the {count} items once, from top to bottom", {{"count", kind.items.size()}}));
  }
  return OrderResponse{std::move(*order)};
}

Read<Response> read(const course::Match& kind, const Given& given) {
  if (given.kind != Given::Kind::map) return refuse(msg("give a map from left to right sides, {Sencha: Japan}"));
  std::vector<std::string> lefts;
  for (const course::Pair& pair : kind.pairs) lefts.push_back(pair.left);
  const std::vector<std::string> rights = kind.rights();
  MatchResponse answer{std::vector<std::optional<std::size_t>>(lefts.size())};
  for (std::size_t i = 0; i < given.items.size(); ++i) {
    const auto left = find_text(lefts, given.keys[i], false);
    if (!left) return refuse(no_such(msg("there is no left side {words}"), given.keys[i], lefts));
    const auto right = find_text(rights, given.items[i].text, false);
    if (!right) return refuse(no_such(msg("there is no right side {words}"), given.items[i].text, rights));
    answer.rights[*left] = *right;
  }
  return answer;
}

/// Puts what one entry of the map says into `answer`: a card's bin, or a bin's cards.
Read<bool> put(const std::vector<std::string>& cards, const std::vector<std::string>& bins, const std::string& key,
               const Given& value, SortResponse& answer) {
  const auto card = value.kind == Given::Kind::text ? find_text(cards, key, false) : std::nullopt;
  const auto bin = find_text(bins, card ? value.text : key, false);
  if (!bin) return refuse(no_such(msg("there is no bin {words}"), card ? value.text : key, bins));
  if (card) return answer.bins[*card] = *bin, true;
  const auto held = find_all(cards_of_bin, cards, value);
  if (!held) return refuse(held.error());
  for (const std::size_t index : *held) answer.bins[index] = *bin;
  return true;
}

Read<Response> read(const course::Sort& kind, const Given& given) {
  if (given.kind != Given::Kind::map) return refuse(msg("give a map from cards to bins, {Sencha: From the tea plant}"));
  std::vector<std::string> cards;
  for (const course::Card& card : kind.cards) cards.push_back(card.text);
  SortResponse answer{std::vector<std::optional<std::size_t>>(cards.size())};
  for (std::size_t i = 0; i < given.items.size(); ++i) {
    const auto done = put(cards, kind.bins, given.keys[i], given.items[i], answer);
    if (!done) return refuse(done.error());
  }
  return answer;
}

Read<Response> read(const course::Scale& kind, const Given& given) {
  const auto step = whole_number(given.text);
  if (step && *step >= kind.from && *step <= kind.to) return ScaleResponse{*step};
  return refuse(msg("give a step from {from} to {to}", {{"from", kind.from}, {"to", kind.to}}));
}

Read<double> a_number(const Given& given) {
  double number = 0;
  const char* const end = given.text.data() + given.text.size();
  const auto [stop, error] = std::from_chars(given.text.data(), end, number);
  if (given.kind != Given::Kind::text || error != std::errc() || stop != end)
    return refuse(msg("give a number where {words} stands", {{"words", base::quoted(given.text)}}));
  return number;
}

Read<Response> read(const course::Goal& kind, const Given& given) {
  if (given.kind != Given::Kind::map)
    return refuse(msg("give a map from inputs to values, {lid: 1}; others stay at their start"));
  std::vector<std::string> names;
  for (const explorable::Input& input : kind.model->inputs) names.push_back(input.name);
  GoalResponse answer{kind.model->starts()};
  for (std::size_t i = 0; i < given.items.size(); ++i) {
    const auto input = find_text(names, given.keys[i], false);
    if (!input) return refuse(no_such(msg("there is no input {words}"), given.keys[i], names));
    const explorable::Input& one = kind.model->inputs[*input];
    const std::string& words = given.items[i].text;
    const auto value = course::value_of(one, words);
    if (!value && one.kind == explorable::Input::Kind::choice)
      return refuse(no_such(msg("there is no option {words}"), words, course::option_labels(one)));
    if (!value) return refuse(a_number(given.items[i]).error());
    answer.inputs[*input] = one.fit(*value);
  }
  return answer;
}

/// A value of a prediction; on a timeline a moment.
Read<double> predicted(const course::Predict& kind, const Given& given) {
  if (kind.shape != course::Predict::Shape::timeline) return a_number(given);
  const auto moment = course::moment_of(given.text);
  if (!moment)
    return refuse(
        msg("give a year, a month or a day where {words} stands, 1999-03", {{"words", base::quoted(given.text)}}));
  return moment->years();
}

Read<Response> read(const course::Predict& kind, const Given& given) {
  const std::vector<std::size_t> asked = kind.asked();
  const std::vector<std::string> rows = kind.chart.table.words(kind.chart.x);
  std::vector<std::string> names;
  names.reserve(asked.size());
  for (const std::size_t row : asked) names.push_back(rows[row]);
  PredictResponse answer{std::vector<std::optional<double>>(asked.size())};
  if (given.kind == Given::Kind::text || (given.kind == Given::Kind::list && given.items.size() != asked.size())) {
    return refuse(msg("give a value for each of the {count} that are asked, {example} or a list",
                      {{"count", asked.size()}, {"example", "{" + names[0] + ": …}"}}));
  }
  for (std::size_t i = 0; i < given.items.size(); ++i) {
    const auto at = given.kind == Given::Kind::list ? std::optional(i) : find_text(names, given.keys[i], false);
    if (!at) return refuse(no_such(msg("there is no point that is asked {words}"), given.keys[i], names));
    const auto value = predicted(kind, given.items[i]);
    if (!value) return refuse(value.error());
    answer.values[*at] = *value;
  }
  return answer;
}

const Given* member(const Given& map, std::string_view key) {
  const auto found = std::find(map.keys.begin(), map.keys.end(), key);
  return found == map.keys.end() ? nullptr : &map.items[static_cast<std::size_t>(found - map.keys.begin())];
}

/// A row and a series of a chart, as places name them.
Read<Point> point_on(const course::Spot& kind, const course::Chart& chart, const Given& given) {
  const Given* const x = given.kind == Given::Kind::map ? member(given, "x") : &given;
  if (x == nullptr) return refuse(msg("give what the point has along x, {x: 2010}"));
  const std::vector<std::string> rows = chart.table.words(chart.x);
  const auto row = find_text(rows, x->text, false);
  if (!row) return refuse(no_such(msg("there is no point {words}"), x->text, rows));
  std::size_t series = 0;
  if (const Given* const y = given.kind == Given::Kind::map ? member(given, "y") : nullptr) {
    std::vector<std::string> columns;
    for (const std::size_t column : chart.y) columns.push_back(chart.table.columns[column]);
    const auto named = find_text(columns, y->text, false);
    if (!named) return refuse(no_such(msg("there is no series {words}"), y->text, columns));
    series = *named;
  }
  const Point point{static_cast<double>(*row), static_cast<double>(series)};
  if (!kind.reaches(point.x, point.y)) return refuse(msg("the chart has no number there"));
  return point;
}

Read<Point> point_in_picture(const course::Spot& kind, const Given& given) {
  const Given* const at = given.kind == Given::Kind::map ? member(given, "at") : nullptr;
  if (at == nullptr || at->items.size() != 2)
    return refuse(msg("give a place’s label, or a point as {at: [0.3, 0.4]}"));
  const auto x = a_number(at->items[0]), y = a_number(at->items[1]);
  if (!x || !y) return refuse(x ? y.error() : x.error());
  if (!kind.reaches(*x, *y))
    return refuse(msg("the point lies outside of the picture; both numbers are shares, 0 to 1"));
  return Point{*x, *y};
}

/// A point by the label of the place that it lies in the middle of, or as places are written.
Read<Point> point_of(const course::Spot& kind, const Given& given) {
  std::vector<course::Place> places = kind.places;
  places.insert(places.end(), kind.wrong.begin(), kind.wrong.end());
  std::vector<std::string> labels;
  labels.reserve(places.size());
  for (const course::Place& place : places) labels.push_back(place.label);
  const bool named = given.kind == Given::Kind::text && !text::fold(given.text).empty();
  const auto index = named ? find_text(labels, given.text, false) : std::nullopt;
  if (!index) return kind.chart ? point_on(kind, *kind.chart, given) : point_in_picture(kind, given);
  const course::Place& place = places[*index];
  if (kind.chart) return Point{static_cast<double>(place.row), static_cast<double>(place.series.value_or(0))};
  return place.box ? Point{place.x + place.w / 2, place.y + place.h / 2} : Point{place.x, place.y};
}

Read<Response> read(const course::Spot& kind, const Given& given) {
  SpotResponse answer;
  const std::vector<Given> all = given.kind == Given::Kind::list ? given.items : std::vector{given};
  for (const Given& one : all) {
    const auto point = point_of(kind, one);
    if (!point) return refuse(point.error());
    answer.points.push_back(*point);
  }
  return answer;
}

}  // namespace

tl::expected<Response, base::Message> read_given(const course::Question& question, const course::Given& given) {
  return std::visit([&](const auto& kind) { return read(kind, given); }, question.kind);
}

}  // namespace grading
