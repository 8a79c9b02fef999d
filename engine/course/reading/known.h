#pragma once
// The ids that a course declares, for those who use them.

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.h"

namespace course {

/// Ids of one kind, with the place each was given at.
class IdSet {
 public:
  /// False when the id is known already; then `first()` says where.
  bool add(std::string_view id, const std::string& file, base::Span span) {
    if (has(id)) return false;
    // Ids of one file come together, so their names are kept once.
    if (files_.empty() || files_.back() != file) files_.push_back(file);
    places_.emplace(std::string(id), Place{files_.size() - 1, span});
    return true;
  }
  bool has(std::string_view id) const { return places_.find(id) != places_.end(); }
  bool empty() const { return places_.empty(); }

  base::Related first(std::string_view id, base::Message message) const {
    const auto found = places_.find(id);
    return found == places_.end() ? base::Related{}
                                  : base::Related{files_[found->second.file], found->second.span, std::move(message)};
  }

  std::string nearest(std::string_view id) const {
    std::vector<std::string> names;
    names.reserve(places_.size());
    for (const auto& [name, place] : places_) names.push_back(name);
    return base::nearest(id, names);
  }

 private:
  struct Place {
    std::size_t file = 0;  ///< in `files_`
    base::Span span;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
  };
  std::unordered_map<std::string, Place, Hash, std::equal_to<>> places_;
  std::vector<std::string> files_;
};

/// What course.yaml declares. When it could not be read, ids in lessons are not checked: one mistake is enough.
struct Known {
  bool complete = false;
  IdSet concepts;
  IdSet sources;
  IdSet modules;
  IdSet quizzes;
};

}  // namespace course
