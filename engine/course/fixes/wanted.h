#pragma once
// Inside this folder: what reading a course finds that can be mended without asking.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "course/yaml/source_file.h"
#include "course/yaml/tree.h"

namespace course {

/// "2,6", "-0,125" or "12,5%" with a point; empty for what is not certainly a decimal comma: "1,200" may be thousands.
std::string with_point(std::string_view words);

/// The number that a decimal comma in braces cut in two: “2,5” where the entries `i - 1` and `i` of `map` are `within: 2` and `5:`.
/// Empty where it may be something else.
std::string cut_number(const SourceFile& file, const Node& map, std::uint32_t i);

/// One change of a file's tree.
struct Wanted {
  enum class Kind : std::uint8_t {
    word,   ///< the scalar at `offset` gets the text `with`
    comma,  ///< the number at `offset` and the key that its decimal comma made of the rest become the number `with`
    id,     ///< the map whose key `ask` stands at `offset` gets an id; `with` is made from the question's text
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
  /// `{within: 2,5}`: of a number in braces YAML makes a value and a key, the entries `i - 1` and `i` of `map`. Does nothing where they
  /// are something else, or the comma may mark thousands..
  void join_number(const SourceFile& file, const Node& map, std::uint32_t i);
  /// A cell in quotes of a CSV file, at `offset`, that is a number with a decimal comma.
  void write_point(const SourceFile& file, std::uint32_t offset, const std::string& cell);
  /// A question without an id. `step` has `ask`.
  void add_id(const SourceFile& file, const Node& step);

  std::map<std::string, std::vector<Wanted>>& files() { return files_; }

 private:
  void add(const SourceFile& file, Wanted wanted);

  std::map<std::string, std::vector<Wanted>> files_;
};

}  // namespace course
