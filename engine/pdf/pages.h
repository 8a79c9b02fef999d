#pragma once
// A document onto pages, through Cairo and Pango.

#include "pdf/module.h"

namespace pdf {

Outcome write_pages(const Document& document, const char* file, int& pages);

}  // namespace pdf
