#include "course/reading/circles.h"

#include <algorithm>
#include <unordered_map>

namespace course {
namespace {

struct Edge {
  std::size_t concept_index = 0;
  Node node;  ///< the id in the list of needs
};

struct Vertex {
  Node id;
  std::vector<Edge> needs;
};

std::vector<Vertex> graph_of(const Node& concepts) {
  std::vector<Vertex> vertices;
  std::unordered_map<std::string_view, std::size_t> index;
  for (std::uint32_t i = 0; i < concepts.size(); ++i) {
    const Node* id = concepts.item(i).find("id");
    vertices.push_back({id != nullptr ? *id : Node(), {}});
    if (id != nullptr) index.emplace(id->text(), i);
  }
  for (std::uint32_t i = 0; i < concepts.size(); ++i) {
    const Node* needs = concepts.item(i).find("needs");
    const auto add = [&](const Node& need) {
      const auto known = index.find(need.text());
      if (known != index.end()) vertices[i].needs.push_back({known->second, need});
    };
    if (needs != nullptr && needs->is_scalar()) add(*needs);
    for (std::uint32_t j = 0; needs != nullptr && needs->is_list() && j < needs->size(); ++j) add(needs->item(j));
  }
  return vertices;
}

/// Depth-first search with a stack of its own.
class CircleFinder {
 public:
  CircleFinder(Reader& reader, std::vector<Vertex> vertices)
      : reader_(reader), vertices_(std::move(vertices)), state_(vertices_.size(), State::fresh) {}

  void run() {
    for (std::size_t start = 0; start < vertices_.size(); ++start) {
      if (state_[start] == State::fresh) walk_from(start);
    }
  }

 private:
  enum class State : std::uint8_t { fresh, open, done };
  struct Place {
    std::size_t vertex;
    std::size_t next = 0;  ///< which need to follow next
  };

  void walk_from(std::size_t start) {
    enter(start);
    while (!path_.empty()) {
      const std::size_t vertex = path_.back().vertex;
      const std::size_t next = path_.back().next++;
      if (next >= vertices_[vertex].needs.size()) {
        state_[vertex] = State::done;
        path_.pop_back();
        continue;
      }
      const Edge& need = vertices_[vertex].needs[next];
      if (state_[need.concept_index] == State::fresh) {
        enter(need.concept_index);
      } else if (state_[need.concept_index] == State::open) {
        report(need);
      }
    }
  }

  void enter(std::size_t vertex) {
    state_[vertex] = State::open;
    path_.push_back({vertex});
  }

  /// The path from the concept that `closing` names up to its end is a circle.
  void report(const Edge& closing) {
    auto at =
        std::find_if(path_.begin(), path_.end(), [&](const Place& p) { return p.vertex == closing.concept_index; });
    std::string circle;
    std::vector<base::Related> steps;
    for (; at != path_.end(); ++at) {
      const Vertex& vertex = vertices_[at->vertex];
      circle += std::string(vertex.id.text()) + " → ";
      const Edge& need = vertex.needs[at->next - 1];
      if (at + 1 != path_.end()) {
        steps.push_back(reader_.place(
            need.node, msg("{concept} needs {other}", {{"concept", vertex.id.text()}, {"other", need.node.text()}})));
      }
    }
    circle += closing.node.text();
    auto& d = reader_.error("circle", closing.node, msg("these needs form a circle: {circle}", {{"circle", circle}}),
                            msg("take one of them out"));
    d.related = std::move(steps);
  }

  Reader& reader_;
  std::vector<Vertex> vertices_;
  std::vector<State> state_;
  std::vector<Place> path_;
};

}  // namespace

void report_circles(Reader& reader, const Node* concepts) {
  if (concepts == nullptr || !concepts->is_list()) return;
  CircleFinder(reader, graph_of(*concepts)).run();
}

}  // namespace course
