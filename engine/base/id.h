#pragma once
// Typed ids: a QuestionId cannot be passed where a ConceptId is wanted.

#include <compare>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace base {

/// A name of one kind of thing. `Tag` is any type, used only to tell kinds apart. An empty id names nothing.
template <class Tag>
class Id {
 public:
  Id() = default;
  explicit Id(std::string name) : name_(std::move(name)) {}
  explicit Id(std::string_view name) : name_(name) {}
  explicit Id(const char* name) : name_(name) {}

  const std::string& str() const { return name_; }
  bool empty() const { return name_.empty(); }

  auto operator<=>(const Id&) const = default;
  bool operator==(const Id&) const = default;

 private:
  std::string name_;
};

}  // namespace base

template <class Tag>
struct std::hash<base::Id<Tag>> {
  std::size_t operator()(const base::Id<Tag>& id) const noexcept { return std::hash<std::string>()(id.str()); }
};
