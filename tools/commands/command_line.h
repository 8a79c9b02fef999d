#pragma once
// The command line's own words (usage, headings, refusals), which CLI11 has in English, in other languages.

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

#include "base/message.h"

namespace commands {

/// The language that `--lang` asks for, or nothing. It is needed before the command line is read, since --help is in it, too. Behind `check`,
/// `grade` and `print` the option means the course's language and is not looked at.
std::string language_asked(const std::vector<std::string>& arguments);

/// Has `program` and the commands that are added to it later speak as `say` does.
void translate(CLI::App& program, const base::InWords& say);

}  // namespace commands
