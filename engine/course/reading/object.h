#pragma once
// Reads one map of a file by tables of its keys.

#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "course/reading/key.h"
#include "course/reading/reader.h"

namespace course {

/// A key together with how its value gets into a T.
template <class T>
struct Field {
  Key key;
  void (*read)(Reader&, const Key&, const Node&, T&);
};

namespace detail {
template <class>
struct MemberOwner;
template <class Owner, class Value>
struct MemberOwner<Value Owner::*> {
  using type = Owner;
};
}  // namespace detail

/// A field's `read` for a plain member.
template <auto member>
void into(Reader& reader, const Key& key, const Node& node,
          typename detail::MemberOwner<decltype(member)>::type& owner) {
  reader.value(key, node, owner.*member);
}

/// One map being read: take the keys that are known, then `finish` reports those that are not.
class Object {
 public:
  /// `what` names the object in messages: "a lesson". `node` must be a map.
  Object(Reader& reader, const Node& node, base::Template what) : reader_(reader), node_(node), what_(what) {}
  /// One that is named by its key: “data”.
  Object(Reader& reader, const Node& node, const Key& key) : reader_(reader), node_(node), key_(key.name) {}

  Reader& reader() { return reader_; }
  const Node& node() const { return node_; }

  /// The key's value, or nullptr; `finish` reports a required one that is missing. The key must outlive the object.
  const Node* take(const Key& key);

  /// Reads all keys of a table, in its order.
  template <class T>
  void read(std::span<const Field<T>> fields, T& owner) {
    for (const Field<T>& field : fields) {
      if (const Node* value = take(field.key)) field.read(reader_, field.key, *value, owner);
    }
  }
  template <class T, std::size_t count>
  void read(const std::array<Field<T>, count>& fields, T& owner) {
    read(std::span<const Field<T>>(fields), owner);
  }

  /// Names a key that is known though it was not asked for, so that `finish` accepts it.
  void accept(std::string_view name) { find(name); }

  /// Reports keys that nobody took, and those that are missing unless one of the others was meant to be it.
  void finish();

 private:
  static constexpr std::size_t most_names = 64;

  const Node* find(std::string_view name);
  void report_unknown(std::uint32_t i);
  base::Message what() const { return key_.empty() ? base::Message(what_) : in_quotes(key_); }

  Reader& reader_;
  const Node& node_;
  base::Template what_;
  std::string_view key_;     ///< instead
  std::uint64_t taken_ = 0;  ///< by entry; what stands behind the 64th counts as unknown
  std::array<std::string_view, most_names> names_;
  std::size_t name_count_ = 0;
  std::vector<const Key*> missing_;
};

/// True when the value is a map; reports what else it is.
bool expect_map(Reader& reader, const Key& key, const Node& node);

/// Calls `read` with an Object for each map of a list; `what` names one of them in messages.
template <class Read>
void read_maps(Object& parent, const Key& key, base::Template what, Read read) {
  const Node* list = parent.take(key);
  Reader& reader = parent.reader();
  if (list == nullptr) return;
  if (!list->is_list()) return reader.wrong(key, *list);
  for (std::uint32_t i = 0; i < list->size(); ++i) {
    const Node& node = list->item(i);
    if (!node.is_map() || node.size() == 0) {
      reader.error("wrong-value", node,
                   msg("{what} should be a map of keys; found {found}", {{"what", what}, {"found", found(node)}}));
      continue;
    }
    Object object(reader, node, what);
    read(object);
    object.finish();
  }
}

}  // namespace course
