#include "course/fixes/shape.h"

#include <unordered_map>

namespace course {
namespace {

/// Writes values one after the other, texts with their lengths.
class Writer {
 public:
  explicit Writer(const std::vector<Wanted>& changes) {
    for (const Wanted& change : changes) changes_.emplace(change.offset, &change);
  }

  void write(const Node& node) {
    switch (node.kind()) {
      case NodeKind::null: out_ += '~'; break;
      case NodeKind::scalar: write_scalar(node); break;
      case NodeKind::list:
        out_ += '[';
        for (std::uint32_t i = 0; i < node.size(); ++i) write(node.item(i));
        out_ += ']';
        break;
      case NodeKind::map: write_map(node); break;
    }
  }
  std::string take() { return std::move(out_); }

 private:
  const Wanted* change_at(const Node& node, Wanted::Kind kind) const {
    const auto found = changes_.find(node.offset());
    return found != changes_.end() && found->second->kind == kind ? found->second : nullptr;
  }
  void write_text(std::string_view text, bool plain) {
    out_ += (plain ? 'p' : 'q') + std::to_string(text.size()) + ':';
    out_ += text;
  }
  void write_scalar(const Node& node) {
    const Wanted* change = change_at(node, Wanted::Kind::word);
    write_text(change != nullptr ? std::string_view(change->with) : node.text(), node.is_plain());
  }
  /// An id comes first, wherever it stands: its place in the map says nothing.
  void write_map(const Node& map) {
    out_ += '{';
    for (std::uint32_t i = 0; i < map.size(); ++i) {
      const Wanted* id = map.key(i).is_scalar() ? change_at(map.key(i), Wanted::Kind::id) : nullptr;
      if (id != nullptr) write_id(id->with, true);
      if (map.key(i).text() == "id" && map.value(i).is_scalar()) write_id(map.value(i).text(), map.value(i).is_plain());
    }
    for (std::uint32_t i = 0; i < map.size(); ++i) {
      if (map.key(i).text() == "id" && map.value(i).is_scalar()) continue;
      write(map.key(i));
      if (const Wanted* number = change_at(map.value(i), Wanted::Kind::comma)) {
        write_text(number->with, true);
        ++i;  // the key that was the rest of it
      } else {
        write(map.value(i));
      }
    }
    out_ += '}';
  }
  void write_id(std::string_view id, bool plain) {
    out_ += '#';
    write_text(id, plain);
  }

  std::unordered_map<std::uint32_t, const Wanted*> changes_;
  std::string out_;
};

}  // namespace

std::string shape_with(const Node& root, const std::vector<Wanted>& changes) {
  Writer writer(changes);
  writer.write(root);
  return writer.take();
}

bool is_flow(std::string_view text, const Node& map) { return map.offset() < text.size() && text[map.offset()] == '{'; }

}  // namespace course
