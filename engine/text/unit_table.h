#pragma once
// Inside this folder: the units that are known by name.

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace text {

/// What a unit measures, as powers of base units.
enum class Base : std::uint8_t { metre, gram, second, kelvin, ampere, mole, bit, month, share, money };
inline constexpr std::size_t base_count = 10;
using Powers = std::array<std::int8_t, base_count>;

/// Which prefixes a unit takes.
enum class Prefixes : std::uint8_t {
  none,
  symbol,  ///< km, µm
  word,    ///< kilometre
};

/// One meaning of a name; a name may have several.
struct UnitName {
  std::string_view name;  ///< a symbol as it is written; a word in lower case without accents, in the singular
  Powers powers;
  double factor = 1;  ///< in base units (gram, metre, second …)
  Prefixes prefixes = Prefixes::none;
  double offset = 0;               ///< what 0 is in base units, for temperatures
  std::string_view currency = {};  ///< money of different names does not convert
};

/// In the order of preference among meanings of one name.
std::span<const UnitName> unit_names();

struct Prefix {
  std::string_view symbol;
  std::string_view word;
  double factor = 1;
};
std::span<const Prefix> unit_prefixes();

}  // namespace text
