#pragma once
// Whether questions are marked as their authors say.

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "course/question.h"

namespace grading {

/// Marks what `accept` and `reject` say in every variant of the question where there are at most
/// `most`, else in so many: what is accepted must earn full credit, what is rejected none. Each of them that does not is told once,
/// at its line, with the first variant in which it does not. `file` is how diagnostics name the question's file.
base::Diagnostics prove(const course::Question& question, const std::string& file, std::string_view language,
                        std::size_t most = 1000);

}  // namespace grading
