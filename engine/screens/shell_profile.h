#pragma once
// Inside the shell: what happens to one profile's affairs when another one is opened.

#include "screens/shell.h"

namespace screens {

/// A notice that so many events cannot be read; none for none.
void tell_unreadable(Shared& shared, std::int64_t events);

/// Raises the notices that opening brings: a file that was damaged, events that cannot be read, nothing that can be written.
void tell_about_opening(Shared& shared, const OpenedProfile& opened);

/// Drafts that could not be written wait for their owner, and are there when they come back.
void park_drafts(Model& model);
void unpark_drafts(Model& model);

}  // namespace screens
