#pragma once
// The program's own words, by language.

#include <string>

#include "text/catalogue.h"

namespace app {

/// English needs no file. A catalogue that is missing or broken gives English, too.
text::Translator translator(const std::string& language);

}  // namespace app
