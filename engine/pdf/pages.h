#pragma once
// A document onto pages, through Cairo and Pango.

#include "pdf/module.h"

namespace pdf {

/// The number of pages, or 0 when Cairo refuses.
int write_pages(const Document& document, Take take, void* into);

}  // namespace pdf
