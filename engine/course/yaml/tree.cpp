#include "course/yaml/tree.h"

namespace course {

const Node* Node::find(std::string_view wanted) const {
  for (std::uint32_t i = 0; is_map() && i < size(); ++i) {
    if (key(i).text() == wanted) return &value(i);
  }
  return nullptr;
}

}  // namespace course
