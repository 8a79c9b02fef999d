#pragma once
// Opening a log with other migrations than this version's, for tests of what later versions will do. Private to store.

#include "store/event_log.h"
#include "store/schema.h"

namespace store {

base::Result<std::unique_ptr<EventLog>> open_log(const std::filesystem::path& file, const base::Clock& clock,
                                                 Opened& opened, Migrations migrations, Check check = Check::whole);

}  // namespace store
