#pragma once
// What a learner answered, as the screens and the phones hand it over and the log keeps it.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "course/question.h"

namespace grading {

/// Indices always count in the order of the course file, whatever order was shown.
struct ChoicesResponse {
  std::vector<std::size_t> picked;
  bool operator==(const ChoicesResponse&) const = default;
};
struct NumberResponse {
  std::string typed;
  bool operator==(const NumberResponse&) const = default;
};
struct AnswersResponse {
  std::string typed;
  bool operator==(const AnswersResponse&) const = default;
};
/// One text for each gap; a picked gap holds the option's text.
struct BlanksResponse {
  std::vector<std::string> gaps;
  bool operator==(const BlanksResponse&) const = default;
};
/// order[i] is the item (index in the right order) put at place i.
struct OrderResponse {
  std::vector<std::size_t> order;
  bool operator==(const OrderResponse&) const = default;
};
/// For each pair's left side the index into Match::rights(), or nothing yet.
struct MatchResponse {
  std::vector<std::optional<std::size_t>> rights;
  bool operator==(const MatchResponse&) const = default;
};
/// For each card the bin it lies in, or nothing yet.
struct SortResponse {
  std::vector<std::optional<std::size_t>> bins;
  bool operator==(const SortResponse&) const = default;
};
struct ScaleResponse {
  std::optional<int> step;
  bool operator==(const ScaleResponse&) const = default;
};
/// `met` is the learner's own marking, one for each rubric point; empty until marked.
struct OpenResponse {
  std::string written;
  std::vector<bool> met;
  bool operator==(const OpenResponse&) const = default;
};

/// The values of the explorable's inputs.
struct GoalResponse {
  std::vector<double> inputs;
  bool operator==(const GoalResponse&) const = default;
};
/// One for each row that is asked (course::Predict::asked), or nothing yet.
struct PredictResponse {
  std::vector<std::optional<double>> values;
  bool operator==(const PredictResponse&) const = default;
};
/// As course::Spot says: shares of a picture, or row and series of a chart.
struct Point {
  double x = 0, y = 0;
  bool operator==(const Point&) const = default;
};
struct SpotResponse {
  std::vector<Point> points;
  bool operator==(const SpotResponse&) const = default;
};

/// In the order of course::Kind: the response to a kind has the same index.
using Response =
    std::variant<ChoicesResponse, NumberResponse, AnswersResponse, BlanksResponse, OrderResponse, MatchResponse,
                 SortResponse, ScaleResponse, OpenResponse, GoalResponse, PredictResponse, SpotResponse>;

/// An empty response of the question's kind, with as many places as it needs (order: the order shown is filled in by the screen).
Response empty_response(const course::Question& question);

/// True when there is enough to check: something picked or typed, every gap, pair and card used, every value and point set. The screens enable "Check" by it.
bool is_complete(const course::Question& question, const Response& response);

/// One line of JSON, stable across versions: {"picked":[0]}, {"typed":"…"}, {"gaps":["…"]}, {"order":[2,0,1]},
/// {"rights":[1,null]}, {"bins":[0,null]}, {"step":3}, {"written":"…","met":[true]}, {"inputs":[0.03]},
/// {"values":[2.5,null]}, {"points":[[0.3,0.4]]}.
std::string to_json(const Response& response);

/// Reads what `to_json` wrote, for a question of this kind. Empty when it does not fit (foreign bytes are a normal case): wrong
/// type, wrong count, index out of range.
std::optional<Response> response_from_json(const course::Question& question, std::string_view json);

}  // namespace grading
