#include "grading/response.h"

#include "grading/questions/rules.h"

namespace grading {
namespace {

/// More than any honest answer: a stranger's phone may send anything.
constexpr std::size_t longest_json = 1 << 20;

template <class Kind>
using RulesOf = Rules<std::decay_t<Kind>>;

/// From a response back to the kind it answers, by their common place in the two variants.
template <std::size_t... I>
std::string json_text(const Response& response, std::index_sequence<I...>) {
  static_assert(std::variant_size_v<Response> == std::variant_size_v<course::Kind>);
  static_assert((std::is_same_v<std::variant_alternative_t<I, Response>,
                                typename Rules<std::variant_alternative_t<I, course::Kind>>::Answer> &&
                 ...),
                "responses stand in the order of the kinds");
  Json json;
  ((response.index() == I
        ? void(json = Rules<std::variant_alternative_t<I, course::Kind>>::to_json(*std::get_if<I>(&response)))
        : void()),
   ...);
  // Typed bytes that are not UTF-8 become U+FFFD instead of an exception.
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

Response empty_response(const course::Question& question) {
  return std::visit([](const auto& kind) -> Response { return RulesOf<decltype(kind)>::empty(kind); }, question.kind);
}

bool is_complete(const course::Question& question, const Response& response) {
  return std::visit(
      [&](const auto& kind) {
        using R = RulesOf<decltype(kind)>;
        const auto* answer = std::get_if<typename R::Answer>(&response);
        return answer != nullptr && R::complete(kind, *answer);
      },
      question.kind);
}

std::string to_json(const Response& response) {
  return json_text(response, std::make_index_sequence<std::variant_size_v<Response>>());
}

std::optional<Response> response_from_json(const course::Question& question, std::string_view text) {
  if (text.size() > longest_json) return std::nullopt;
  const Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object()) return std::nullopt;
  return std::visit(
      [&](const auto& kind) -> std::optional<Response> {
        if (auto answer = RulesOf<decltype(kind)>::from_json(kind, json)) return Response(std::move(*answer));
        return std::nullopt;
      },
      question.kind);
}

}  // namespace grading
