#pragma once
// Whether an XML text is well-formed (XML 1.0), for pictures: no library draws one that is not.

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/message.h"

namespace course {

struct XmlMistake {
  std::size_t offset = 0;  ///< in bytes
  base::Message what;
};

/// The first mistake, or nothing. Looks at tags, attributes, references and what is never closed; not at what the names mean. Time in
/// proportion to the length.
std::optional<XmlMistake> xml_mistake(std::string_view bytes);

}  // namespace course
