#include "grading/questions/rules.h"

namespace grading {
namespace {

constexpr std::size_t nothing = std::numeric_limits<std::size_t>::max();

/// The item at each place, `nothing` where there is none. Items that read the same are interchangeable: they are taken in rising order.
std::vector<std::size_t> placed_items(const course::Order& kind, const OrderResponse& answer) {
  const std::size_t count = kind.items.size();
  std::vector<std::size_t> placed(count, nothing);
  std::vector<bool> seen(count);
  std::vector<bool> used(count);
  for (std::size_t place = 0; place < std::min(count, answer.order.size()); ++place) {
    const std::size_t item = answer.order[place];
    if (item >= count || seen[item]) continue;
    seen[item] = true;
    for (std::size_t same = 0; same < count; ++same) {
      if (!used[same] && kind.items[same] == kind.items[item]) {
        placed[place] = same;
        used[same] = true;
        break;
      }
    }
  }
  return placed;
}

/// Kendall's tau, held above 0: the share of pairs in the right order, less the share in the wrong order. A random order
/// earns about nothing, as it should; counting only the right pairs would give it half.
double credit_of(const std::vector<std::size_t>& placed) {
  const std::size_t count = placed.size();
  if (count < 2) return count == 1 && placed[0] == 0 ? 1 : 0;
  int balance = 0;
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = i + 1; j < count; ++j) {
      if (placed[i] == nothing || placed[j] == nothing) continue;
      balance += placed[i] < placed[j] ? 1 : -1;
    }
  }
  return std::max(0.0, balance / (static_cast<double>(count) * static_cast<double>(count - 1) / 2));
}

}  // namespace

template <>
Verdict RulesFor<course::Order, OrderResponse>::grade(const course::Order& kind, const OrderResponse& answer,
                                                      std::string_view) {
  const std::vector<std::size_t> placed = placed_items(kind, answer);
  Verdict verdict;
  for (std::size_t place = 0; place < placed.size(); ++place) {
    verdict.parts.push_back({placed[place] == place ? Outcome::right : Outcome::wrong, {}, kind.items[place]});
  }
  set_credit(verdict, credit_of(placed));
  return verdict;
}

template <>
OrderResponse RulesFor<course::Order, OrderResponse>::right(const course::Order& kind) {
  OrderResponse answer;
  for (std::size_t i = 0; i < kind.items.size(); ++i) answer.order.push_back(i);
  return answer;
}

template <>
OrderResponse RulesFor<course::Order, OrderResponse>::empty(const course::Order&) {
  return {};
}

template <>
bool RulesFor<course::Order, OrderResponse>::complete(const course::Order& kind, const OrderResponse& answer) {
  return answer.order.size() == kind.items.size();
}

template <>
Json RulesFor<course::Order, OrderResponse>::to_json(const OrderResponse& answer) {
  return {{"order", answer.order}};
}

template <>
std::optional<OrderResponse> RulesFor<course::Order, OrderResponse>::from_json(const course::Order& kind,
                                                                               const Json& json) {
  const auto member = json.find("order");
  if (member == json.end() || !member->is_array()) return std::nullopt;
  // All items, each once; or none, as an empty response has it.
  if (!member->empty() && member->size() != kind.items.size()) return std::nullopt;
  OrderResponse answer;
  for (const Json& value : *member) {
    const auto index = index_of(value, kind.items.size());
    if (!index || std::count(answer.order.begin(), answer.order.end(), *index) != 0) return std::nullopt;
    answer.order.push_back(*index);
  }
  return answer;
}

}  // namespace grading
