#pragma once
// Units as people type them behind a number, and what they come to in one another.

#include <optional>
#include <string_view>

namespace text {

/// `value` in the unit `from`, expressed in the unit `to`; empty where one cannot be made of the other. Known are the units that
/// courses use, with their decimal prefixes, as symbols and as words in English and French: lengths, areas, volumes, masses,
/// times, temperatures, frequency, force, pressure, energy, power, electricity, data (`Go` is GB), shares (%, ‰), and words such
/// as "thousand" or "Md". They combine: "km/h", "m per second", "kg·m^-3", "l/100 km". Words that are not known ("jobs") agree
/// with themselves: case, accents and a plural's s do not count. Money is not converted, months not to days.
///
/// Case tells symbols apart (mW, MW) and is overlooked where only one meaning fits ("KM"). `language` decides how large a
/// "billion" is. The SI brochure (9th edition, 2019) has the factors; calorie, inch and pound are the international ones.
std::optional<double> convert(double value, std::string_view from, std::string_view to, std::string_view language);

}  // namespace text
