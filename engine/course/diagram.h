#pragma once
// A `diagram` step: boxes and the arrows between them. Where they stand is found when it is drawn.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "course/ids.h"

namespace course {

struct Diagram {
  enum class Direction : std::uint8_t { down, right };
  enum class Tone : std::uint8_t { plain, accent, good, warn, bad, soft };

  struct Box {
    std::string id;
    std::string text;
    ConceptId concept_id;  ///< its definition opens from the box; may be empty
    Tone tone = Tone::plain;
  };
  struct Arrow {
    std::size_t from = 0;  ///< indices of boxes
    std::size_t to = 0;
    std::string label;
    bool both = false;  ///< a head at either end
    bool dashed = false;
  };

  std::string title;
  std::vector<Box> boxes;  ///< in the order of the file, at most `most_boxes`
  std::vector<Arrow> arrows;
  Direction direction = Direction::down;
  std::string alt;
  std::string caption;  ///< Markdown
  SourceId source;

  static constexpr std::size_t most_boxes = 60;
  static constexpr std::size_t most_arrows = 200;
};

}  // namespace course
