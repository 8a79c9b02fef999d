#pragma once
// What is right, as one number: when it changes, what a learner remembers may be wrong now.

#include <cstdint>
#include <string_view>

#include "course/yaml/tree.h"

namespace course {

/// Of a question as its file has it, so that it is the same in every language and for every variant. `kind` is the key of its
/// kind. Words around what is right leave it as it is: the question, hints, reasons, explanations, the texts of choices (which of
/// them are right does not), the text around gaps. Never 0.
std::uint64_t key_fingerprint(const Node& step, std::string_view kind);

}  // namespace course
