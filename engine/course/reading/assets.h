#pragma once
// The files that lessons point at: tables and pictures, read once each and kept inside their bounds.

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "course/reading/reader.h"
#include "course/reading/tables.h"

namespace course {

/// Not thread-safe. Mistakes in a file are reported once, at its own places; whoever points at a broken file gets an error as well,
/// so that the lesson is left out.
class Assets {
 public:
  /// The table at the path that `node` gives, or nullptr. `file` becomes the file that its offsets count in and lives as long as this.
  std::shared_ptr<const PlacedTable> table(Reader& reader, const Key& key, const Node& node, const SourceFile*& file);

  /// Keeps a table that stands in a lesson as long as this lives.
  std::shared_ptr<const PlacedTable> keep(PlacedTable table) {
    inline_tables_.push_back(std::make_shared<const PlacedTable>(std::move(table)));
    return inline_tables_.back();
  }

  /// The absolute path of the picture that `node` gives, or empty.
  std::filesystem::path picture(Reader& reader, const Key& key, const Node& node);

 private:
  struct KnownTable {
    SourceFile file;
    std::shared_ptr<const PlacedTable> table;
  };
  std::map<std::string, KnownTable> tables_;
  std::vector<std::shared_ptr<const PlacedTable>> inline_tables_;
};

/// The path that `node` gives, absolute and inside the course's folder; reports what is wrong with it.
std::optional<std::filesystem::path> find_file(Reader& reader, const Key& key, const Node& node);

}  // namespace course
