#pragma once
// Diagnostics as people and tools read them: text in the manner of a good compiler, JSON, and SARIF 2.1.0.

#include <functional>
#include <optional>
#include <string>

#include "base/diagnostic.h"

namespace base {

/// The text of a file that a diagnostic names, or nothing where there is none to show. Asked once for each file.
using FileText = std::function<std::optional<std::string>(const std::string& file)>;

struct TextOptions {
  bool colour = false;                ///< ANSI escapes
  InWords in_words = base::in_words;  ///< says the messages, and "error" and its kin
  std::string prefix;                 ///< put before every file name, such as "courses/tea/"
  std::size_t most_columns = 160;     ///< longer source lines are shown around the span only
};

/// One paragraph for each diagnostic:
///
///     lessons/first.yaml:12:9: error: unknown key “rigth” [unknown-key]
///       12 |       - rigth: Black tea
///          |         ^^^^^
///          = did you mean “right”?
///
/// The marks stand under the span in a terminal, wide letters (Hangul, Han) included. Control and direction characters of the source are
/// shown as U+FFFD, so that a hostile file cannot steer the terminal.
std::string format_text(const Diagnostics& diagnostics, const FileText& text, const TextOptions& options = {});

/// "3 errors, 1 warning in 2 files", or "no mistakes found".
Message summary(const Diagnostics& diagnostics);

/// {"errors": 1, "warnings": 0, "diagnostics": [{"severity", "rule", "file", "line", "column", "length", "message", "remedy",
/// "related": [{"file", "line", "column", "length", "message"}]}]}; empty remedies and lists are left out.
/// Messages and remedies are as `say` says them, all else is the same in every language.
std::string format_json(const Diagnostics& diagnostics, const std::string& prefix = {}, const InWords& say = in_words);

/// A SARIF 2.1.0 log with one run, as code hosts and editors read it. `version` is the program's.
std::string format_sarif(const Diagnostics& diagnostics, const std::string& version, const std::string& prefix = {},
                         const InWords& say = in_words);

}  // namespace base
