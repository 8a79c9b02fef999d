#pragma once
// Times as ISO 8601, UTC, milliseconds: "2026-01-31T10:00:00.000Z". Private to store.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace store {

/// Years before 0 and after 9999 are brought to the nearest that can be written.
std::string iso_of(std::int64_t ms);

/// Exactly that form, and a day that exists; empty otherwise.
std::optional<std::int64_t> ms_of(std::string_view iso);

}  // namespace store
