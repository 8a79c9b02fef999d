#pragma once
// A YAML file as a compact tree: 24 bytes a value, all of it in one arena, every value with its place.

#include <cstdint>
#include <memory>
#include <memory_resource>
#include <string_view>

#include "course/yaml/source_file.h"

namespace course {

/// What a YAML value is.
enum class NodeKind : std::uint8_t { null, scalar, list, map };

/// A value. Cheap to copy; its text and children live as long as the tree it came from.
class Node {
 public:
  Node() = default;
  static Node null(std::uint32_t offset) { return {NodeKind::null, true, offset, 0, nullptr}; }
  static Node scalar(std::uint32_t offset, std::string_view text, bool plain) {
    return {NodeKind::scalar, plain, offset, static_cast<std::uint32_t>(text.size()), text.data()};
  }
  static Node list(std::uint32_t offset, const Node* items, std::uint32_t count) {
    return {NodeKind::list, true, offset, count, items};
  }
  /// `pairs`: key, value, key, value …; `count` counts pairs.
  static Node map(std::uint32_t offset, const Node* pairs, std::uint32_t count) {
    return {NodeKind::map, true, offset, count, pairs};
  }

  NodeKind kind() const { return kind_; }
  bool is_null() const { return kind_ == NodeKind::null; }
  bool is_scalar() const { return kind_ == NodeKind::scalar; }
  bool is_list() const { return kind_ == NodeKind::list; }
  bool is_map() const { return kind_ == NodeKind::map; }
  /// True for a scalar without quotes, which YAML lets stand for a number or a truth value.
  bool is_plain() const { return plain_; }
  /// Where it begins, in bytes from the start of the file. What an alias stands for keeps its own place.
  std::uint32_t offset() const { return offset_; }

  /// A scalar's text; empty for others.
  std::string_view text() const {
    return is_scalar() ? std::string_view(static_cast<const char*>(data_), size_) : std::string_view();
  }
  /// Items of a list or entries of a map; 0 for others.
  std::uint32_t size() const { return is_list() || is_map() ? size_ : 0; }
  /// Item `i` of a list.
  const Node& item(std::uint32_t i) const { return children()[i]; }
  /// Key and value of entry `i` of a map.
  const Node& key(std::uint32_t i) const { return children()[2 * i]; }
  const Node& value(std::uint32_t i) const { return children()[2 * i + 1]; }
  /// A map's value for a key, or nullptr.
  const Node* find(std::string_view key) const;

 private:
  Node(NodeKind kind, bool plain, std::uint32_t offset, std::uint32_t size, const void* data)
      : kind_(kind), plain_(plain), offset_(offset), size_(size), data_(data) {}
  const Node* children() const { return static_cast<const Node*>(data_); }

  NodeKind kind_ = NodeKind::null;
  bool plain_ = true;
  std::uint32_t offset_ = 0;
  std::uint32_t size_ = 0;
  const void* data_ = nullptr;
};

/// Owns the values of one file.
class Tree {
 public:
  Tree() : arena_(std::make_unique<std::pmr::monotonic_buffer_resource>()) {}

  const Node& root() const { return root_; }

 private:
  friend class TreeBuilder;
  std::unique_ptr<std::pmr::monotonic_buffer_resource> arena_;
  Node root_;
};

}  // namespace course
