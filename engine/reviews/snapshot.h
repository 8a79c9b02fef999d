#pragma once
// Reviews as bytes and back, so that a start need not fold millions of events. For this program on this machine alone: numbers
// are as the processor has them, and another version writes another format. Never the only place where anything is kept.

#include <optional>
#include <string>
#include <string_view>

#include "reviews/reviews.h"

namespace reviews {

/// About 26 bytes for each review and 130 for each question.
std::string to_bytes(const Reviews& reviews);

/// Empty for bytes that another version, another kind of machine or chance has made: a checksum is compared, and then everything
/// that an index or a loop relies on. Takes memory in proportion to the bytes.
std::optional<Reviews> from_bytes(std::string_view bytes);

/// What the checksum at the end of the bytes must be, over all before it. Any changed word changes it. Public for those who make
/// bytes to try this with.
std::uint64_t checksum_of(std::string_view bytes);

}  // namespace reviews
