// A chain of boxes, each leading to the next: set straight. Graphviz moves its boxes aside where arrows have words.

#include <algorithm>
#include <optional>

#include "ui/diagrams/places.h"

namespace ui {
namespace {

constexpr float kAside = 6;  ///< from an arrow to its words

/// The boxes in their order, and the arrow behind each but the last; empty for what is no chain.
struct Chain {
  std::vector<std::size_t> boxes, arrows;
};

std::optional<Chain> chain_of(const PlaceRequest& request) {
  const std::size_t count = request.boxes.size();
  if (count < 2 || request.arrows.size() != count - 1) return std::nullopt;
  constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::vector<std::size_t> out(count, none), in(count, none);
  for (std::size_t i = 0; i < request.arrows.size(); ++i) {
    const auto from = static_cast<std::size_t>(request.arrows[i].from),
               to = static_cast<std::size_t>(request.arrows[i].to);
    if (from >= count || to >= count || from == to || out[from] != none || in[to] != none) return std::nullopt;
    out[from] = in[to] = i;
  }
  const auto first = std::find(in.begin(), in.end(), none);
  if (first == in.end()) return std::nullopt;
  Chain chain;
  for (auto box = static_cast<std::size_t>(first - in.begin());;
       box = static_cast<std::size_t>(request.arrows[out[box]].to)) {
    chain.boxes.push_back(box);
    if (out[box] == none) break;
    chain.arrows.push_back(out[box]);
  }
  return chain.boxes.size() == count ? std::optional(std::move(chain)) : std::nullopt;
}

/// Along the chain and across it, whichever way it runs.
class Straight {
 public:
  explicit Straight(const PlaceRequest& request) : request_(request) {}

  Places run(const Chain& chain) {
    Places places;
    places.boxes.resize(request_.boxes.size());
    places.ways.resize(request_.arrows.size());
    float before = 0, behind = 0;  // what stands on both sides of the line
    for (const Vec& box : request_.boxes) before = std::max(before, across(box) / 2);
    behind = before;
    for (const PlaceRequest::Arrow& arrow : request_.arrows) {
      const float words = across(arrow.label) > 0 ? across(arrow.label) + kAside : 0;
      (request_.right ? before : behind) = std::max(request_.right ? before : behind, words);
    }
    float at = 0;
    for (std::size_t i = 0; i < chain.boxes.size(); ++i) {
      const float size = along(request_.boxes[chain.boxes[i]]);
      places.boxes[chain.boxes[i]] = point(at + size / 2, before);
      at += size;
      if (i == chain.arrows.size()) break;
      const PlaceRequest::Arrow& arrow = request_.arrows[chain.arrows[i]];
      const float gap = std::max(request_.ranks, along(arrow.label) + 2 * request_.head);
      places.ways[chain.arrows[i]] = way(arrow, at, at + gap, before);
      at += gap;
    }
    places.size = point(at, before + behind);
    return places;
  }

 private:
  float along(Vec v) const { return request_.right ? v.x : v.y; }
  float across(Vec v) const { return request_.right ? v.y : v.x; }
  Vec point(float along, float across) const { return request_.right ? Vec{along, across} : Vec{across, along}; }

  Places::Way way(const PlaceRequest::Arrow& arrow, float from, float to, float line) const {
    Places::Way way;
    const float begin = arrow.both ? from + request_.head : from, end = to - request_.head;
    for (const float share : {0.0f, 1 / 3.0f, 2 / 3.0f, 1.0f})
      way.points.push_back(point(begin + (end - begin) * share, line));
    way.has_end = true, way.end = point(to, line);
    way.has_start = arrow.both, way.start = point(from, line);
    // Above a line to the right, to the right of a line down.
    const float aside = across(arrow.label) / 2 + kAside;
    way.label = point((from + to) / 2, request_.right ? line - aside : line + aside);
    return way;
  }

  const PlaceRequest& request_;
};

}  // namespace

std::optional<Places> chain_places(const PlaceRequest& request) {
  const auto chain = chain_of(request);
  if (!chain) return std::nullopt;
  return Straight(request).run(*chain);
}

}  // namespace ui
