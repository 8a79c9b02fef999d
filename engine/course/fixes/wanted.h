#pragma once
// Inside this folder: what reading a course finds that can be mended without asking.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "course/yaml/source_file.h"
#include "course/yaml/tree.h"

namespace course {

/// One change of a file's tree.
struct Wanted {
  enum class Kind : std::uint8_t {
    word,  ///< the scalar at `offset` gets the text `with`
    id,    ///< the map whose key `ask` stands at `offset` gets an id; `with` is made from the question's text
  };
  Kind kind = Kind::word;
  std::uint32_t offset = 0;
  std::string was;  ///< the word
  std::string with;
  base::Message reason;
  bool twice = false;  ///< an id that an alias would give to several questions
};

/// Filled by the readers where there is one (Surroundings); by file name.
class WantedChanges {
 public:
  /// A key of `map` that nobody knows. Renamed where it is one slip away from one of `names` alone, which the map lacks and
  /// which is long enough for a slip.
  void rename_key(const SourceFile& file, const Node& map, const Node& key, const std::vector<std::string>& names);
  /// A number with a decimal comma. Does nothing where the comma may mark thousands.
  void write_point(const SourceFile& file, const Node& number);
  /// A question without an id. `step` has `ask`.
  void add_id(const SourceFile& file, const Node& step);

  std::map<std::string, std::vector<Wanted>>& files() { return files_; }

 private:
  void add(const SourceFile& file, Wanted wanted);

  std::map<std::string, std::vector<Wanted>> files_;
};

}  // namespace course
