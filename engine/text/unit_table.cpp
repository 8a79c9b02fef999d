#include "text/unit_table.h"

namespace text {
namespace {

constexpr Powers power(Base base, int exponent = 1) {
  Powers powers{};
  powers[static_cast<std::size_t>(base)] = static_cast<std::int8_t>(exponent);
  return powers;
}

/// Mass, length and time, of which mechanics is made.
constexpr Powers mechanical(int gram, int metre, int second, int ampere = 0) {
  Powers powers{};
  powers[static_cast<std::size_t>(Base::gram)] = static_cast<std::int8_t>(gram);
  powers[static_cast<std::size_t>(Base::metre)] = static_cast<std::int8_t>(metre);
  powers[static_cast<std::size_t>(Base::second)] = static_cast<std::int8_t>(second);
  powers[static_cast<std::size_t>(Base::ampere)] = static_cast<std::int8_t>(ampere);
  return powers;
}

constexpr Powers none{};
constexpr Powers length = power(Base::metre);
constexpr Powers area = power(Base::metre, 2);
constexpr Powers volume = power(Base::metre, 3);
constexpr Powers mass = power(Base::gram);
constexpr Powers duration = power(Base::second);
constexpr Powers calendar = power(Base::month);
constexpr Powers temperature = power(Base::kelvin);
constexpr Powers speed = mechanical(0, 1, -1);
constexpr Powers frequency = power(Base::second, -1);
constexpr Powers force = mechanical(1, 1, -2);
constexpr Powers pressure = mechanical(1, -1, -2);
constexpr Powers energy = mechanical(1, 2, -2);
constexpr Powers watts = mechanical(1, 2, -3);
constexpr Powers volts = mechanical(1, 2, -3, -1);
constexpr Powers ohms = mechanical(1, 2, -3, -2);
constexpr Powers data = power(Base::bit);
constexpr Powers share = power(Base::share);

constexpr Powers data_rate() {
  Powers powers = data;
  powers[static_cast<std::size_t>(Base::second)] = -1;
  return powers;
}

constexpr Prefixes symbol = Prefixes::symbol;
constexpr Prefixes word = Prefixes::word;
constexpr Prefixes plain = Prefixes::none;

/// Money: `name` is one way to write `currency`, before which k, M and G stand for thousands.
constexpr UnitName money(std::string_view name, std::string_view currency, Prefixes prefixes = Prefixes::none) {
  return {name, power(Base::money), 1, prefixes, 0, currency};
}

constexpr std::array names{
    UnitName{"m", length, 1, symbol},
    UnitName{"metre", length, 1, word},
    UnitName{"meter", length, 1, word},
    UnitName{"in", length, 0.0254},
    UnitName{"inch", length, 0.0254},
    UnitName{"inche", length, 0.0254},  // "inches" without its s
    UnitName{"pouce", length, 0.0254},
    UnitName{"ft", length, 0.3048},
    UnitName{"foot", length, 0.3048},
    UnitName{"feet", length, 0.3048},
    UnitName{"pied", length, 0.3048},
    UnitName{"yd", length, 0.9144},
    UnitName{"yard", length, 0.9144},
    UnitName{"mi", length, 1609.344},
    UnitName{"mile", length, 1609.344},
    UnitName{"nmi", length, 1852},
    UnitName{"ha", area, 1e4},
    UnitName{"hectare", area, 1e4},
    UnitName{"acre", area, 4046.8564224},
    UnitName{"l", volume, 1e-3, symbol},
    UnitName{"L", volume, 1e-3, symbol},
    UnitName{"litre", volume, 1e-3, word},
    UnitName{"liter", volume, 1e-3, word},
    UnitName{"cc", volume, 1e-6},
    UnitName{"g", mass, 1, symbol},
    UnitName{"gram", mass, 1, word},
    UnitName{"gramme", mass, 1, word},
    UnitName{"kilo", mass, 1e3},
    UnitName{"t", mass, 1e6, symbol},
    UnitName{"tonne", mass, 1e6, word},
    UnitName{"lb", mass, 453.59237},
    UnitName{"lbs", mass, 453.59237},
    UnitName{"pound", mass, 453.59237},
    UnitName{"livre", mass, 453.59237},
    UnitName{"oz", mass, 28.349523125},
    UnitName{"ounce", mass, 28.349523125},
    UnitName{"once", mass, 28.349523125},
    UnitName{"s", duration, 1, symbol},
    UnitName{"sec", duration, 1},
    UnitName{"second", duration, 1, word},
    UnitName{"seconde", duration, 1, word},
    UnitName{"min", duration, 60},
    UnitName{"mn", duration, 60},
    UnitName{"minute", duration, 60},
    UnitName{"h", duration, 3600},
    UnitName{"hr", duration, 3600},
    UnitName{"hrs", duration, 3600},
    UnitName{"hour", duration, 3600},
    UnitName{"heure", duration, 3600},
    UnitName{"d", duration, 86400},
    UnitName{"j", duration, 86400},
    UnitName{"day", duration, 86400},
    UnitName{"jour", duration, 86400},
    UnitName{"week", duration, 604800},
    UnitName{"wk", duration, 604800},
    UnitName{"semaine", duration, 604800},
    UnitName{"month", calendar, 1},
    UnitName{"mois", calendar, 1},
    UnitName{"year", calendar, 12},
    UnitName{"yr", calendar, 12},
    UnitName{"yrs", calendar, 12},
    UnitName{"y", calendar, 12},
    UnitName{"a", calendar, 12},
    UnitName{"an", calendar, 12},
    UnitName{"ans", calendar, 12},
    UnitName{"annee", calendar, 12},
    UnitName{"decade", calendar, 120},
    UnitName{"decennie", calendar, 120},
    UnitName{"century", calendar, 1200},
    UnitName{"centurie", calendar, 1200},  // "centuries" without its s
    UnitName{"siecle", calendar, 1200},
    UnitName{"K", temperature, 1, symbol},
    UnitName{"kelvin", temperature, 1},
    UnitName{"°C", temperature, 1, plain, 273.15},
    UnitName{"C", temperature, 1, plain, 273.15},
    UnitName{"celsius", temperature, 1, plain, 273.15},
    UnitName{"°F", temperature, 5.0 / 9, plain, 459.67 * 5 / 9},
    UnitName{"F", temperature, 5.0 / 9, plain, 459.67 * 5 / 9},
    UnitName{"fahrenheit", temperature, 5.0 / 9, plain, 459.67 * 5 / 9},
    UnitName{"kmh", speed, 1 / 3.6},
    UnitName{"kph", speed, 1 / 3.6},
    UnitName{"mph", speed, 0.44704},
    UnitName{"Hz", frequency, 1, symbol},
    UnitName{"hertz", frequency, 1, word},
    UnitName{"N", force, 1e3, symbol},
    UnitName{"newton", force, 1e3, word},
    UnitName{"Pa", pressure, 1e3, symbol},
    UnitName{"pascal", pressure, 1e3, word},
    UnitName{"bar", pressure, 1e8, symbol},
    UnitName{"atm", pressure, 101325e3},
    UnitName{"J", energy, 1e3, symbol},
    UnitName{"joule", energy, 1e3, word},
    UnitName{"Wh", energy, 3.6e6, symbol},
    UnitName{"wattheure", energy, 3.6e6, word},
    UnitName{"watt-hour", energy, 3.6e6, word},
    UnitName{"watt-heure", energy, 3.6e6, word},
    UnitName{"cal", energy, 4184, symbol},
    UnitName{"calorie", energy, 4184, word},
    UnitName{"eV", energy, 1.602176634e-16, symbol},
    UnitName{"W", watts, 1e3, symbol},
    UnitName{"watt", watts, 1e3, word},
    UnitName{"V", volts, 1e3, symbol},
    UnitName{"volt", volts, 1e3, word},
    UnitName{"A", power(Base::ampere), 1, symbol},
    UnitName{"ampere", power(Base::ampere), 1, word},
    UnitName{"amp", power(Base::ampere), 1},
    UnitName{"Ω", ohms, 1e3, symbol},
    UnitName{"ohm", ohms, 1e3, word},
    UnitName{"mol", power(Base::mole), 1, symbol},
    UnitName{"mole", power(Base::mole), 1},
    UnitName{"bit", data, 1, symbol},
    UnitName{"bit", data, 1, word},
    UnitName{"b", data, 1, symbol},
    UnitName{"B", data, 8, symbol},
    UnitName{"byte", data, 8, word},
    UnitName{"o", data, 8, symbol},
    UnitName{"octet", data, 8, word},
    UnitName{"KB", data, 8e3},
    UnitName{"Ko", data, 8e3},
    UnitName{"KiB", data, 8.0 * 1024},
    UnitName{"Kio", data, 8.0 * 1024},
    UnitName{"MiB", data, 8.0 * 1024 * 1024},
    UnitName{"Mio", data, 8.0 * 1024 * 1024},
    UnitName{"GiB", data, 8.0 * 1024 * 1024 * 1024},
    UnitName{"Gio", data, 8.0 * 1024 * 1024 * 1024},
    UnitName{"TiB", data, 8.0 * 1024 * 1024 * 1024 * 1024},
    UnitName{"Tio", data, 8.0 * 1024 * 1024 * 1024 * 1024},
    UnitName{"bps", data_rate(), 1, symbol},
    UnitName{"%", share, 1e-2},
    UnitName{"percent", share, 1e-2},
    UnitName{"pourcent", share, 1e-2},
    UnitName{"‰", share, 1e-3},
    UnitName{"ppm", share, 1e-6},
    UnitName{"dozen", none, 12},
    UnitName{"douzaine", none, 12},
    UnitName{"hundred", none, 100},
    UnitName{"centaine", none, 100},
    UnitName{"thousand", none, 1e3},
    UnitName{"mille", none, 1e3},
    UnitName{"millier", none, 1e3},
    UnitName{"k", none, 1e3},
    UnitName{"million", none, 1e6},
    UnitName{"mio", none, 1e6},
    UnitName{"M", none, 1e6},
    UnitName{"milliard", none, 1e9},
    UnitName{"Md", none, 1e9},
    UnitName{"Mds", none, 1e9},
    UnitName{"Mrd", none, 1e9},
    UnitName{"bn", none, 1e9},
    money("$", "$", symbol),
    money("US$", "$"),
    money("USD", "$"),
    money("dollar", "$"),
    money("€", "€", symbol),
    money("EUR", "€"),
    money("euro", "€"),
    money("£", "£", symbol),
    money("GBP", "£"),
    money("pound", "£"),
    money("livre", "£"),
    money("¥", "¥", symbol),
    money("JPY", "¥"),
    money("yen", "¥"),
    money("₩", "₩", symbol),
    money("KRW", "₩"),
    money("won", "₩"),
    money("CHF", "CHF"),
};

constexpr std::array prefixes{
    Prefix{"Y", "yotta", 1e24}, Prefix{"Z", "zetta", 1e21},  Prefix{"E", "exa", 1e18},   Prefix{"P", "peta", 1e15},
    Prefix{"T", "tera", 1e12},  Prefix{"G", "giga", 1e9},    Prefix{"M", "mega", 1e6},   Prefix{"k", "kilo", 1e3},
    Prefix{"h", "hecto", 1e2},  Prefix{"da", "deca", 1e1},   Prefix{"d", "deci", 1e-1},  Prefix{"c", "centi", 1e-2},
    Prefix{"m", "milli", 1e-3}, Prefix{"μ", "micro", 1e-6},  Prefix{"u", "micro", 1e-6}, Prefix{"n", "nano", 1e-9},
    Prefix{"p", "pico", 1e-12}, Prefix{"f", "femto", 1e-15},
};

}  // namespace

std::span<const UnitName> unit_names() { return names; }
std::span<const Prefix> unit_prefixes() { return prefixes; }

}  // namespace text
