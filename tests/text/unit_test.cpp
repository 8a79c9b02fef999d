#include "text/unit.h"

#include <cmath>

#include "support/test.h"

namespace {

struct Case {
  double value;
  const char* from;
  const char* to;
  double result;
};

constexpr double nothing = -1e300;

void check_cases(const std::vector<Case>& cases, const char* language) {
  for (const Case& c : cases) {
    INFO(c.value << " " << c.from << " in " << c.to << ", " << language);
    const auto result = text::convert(c.value, c.from, c.to, language);
    if (c.result == nothing) {
      CHECK_FALSE(result.has_value());
    } else {
      REQUIRE(result.has_value());
      CHECK(*result == Approx(c.result).epsilon(1e-12));
    }
  }
}

}  // namespace

TEST_CASE("units of one kind convert into each other") {
  check_cases({{5000, "m", "km", 5},
               {5000, "metres", "km", 5},
               {5, "kilometres", "m", 5000},
               {1, "mile", "km", 1.609344},
               {12, "inches", "ft", 1},
               {3, "ha", "m²", 30000},
               {1, "km^2", "ha", 100},
               {1, "km2", "ha", 100},
               {2, "l", "cm³", 2000},
               {1, "m3", "L", 1000},
               {33, "cl", "mL", 330},
               {1.5, "t", "kg", 1500},
               {1, "lb", "g", 453.59237},
               {90, "min", "h", 1.5},
               {2, "weeks", "days", 14},
               {18, "months", "years", 1.5},
               {1, "century", "years", 100},
               {100, "°C", "°F", 212},
               {32, "F", "°C", 0},
               {0, "degrees Celsius", "K", 273.15},
               {20, "degrees", "°F", 20},
               {20, "°", "°C", 20},
               {1, "kWh", "MJ", 3.6},
               {250, "kcal", "kJ", 1046},
               {1, "bar", "kPa", 100},
               {100, "km/h", "m/s", 1000 / 36.0},
               {60, "mph", "km/h", 96.56064},
               {10, "m s^-1", "km/h", 36},
               {10, "m·s⁻¹", "km/h", 36},
               {10, "m per second", "m/s", 10},
               {5, "l/100 km", "l/km", 0.05},
               {1, "kWh/d", "W", 1000 / 24.0},
               {1000, "kB", "MB", 1},
               {1, "GB", "Gb", 8},
               {8, "Mbit/s", "MB/s", 1},
               {8, "Mbps", "MB/s", 1},
               {1, "MiB", "KiB", 1024},
               {5, "‰", "%", 0.5},
               {5, "percent", "%", 5},
               {5, "per cent", "%", 5},
               {2, "thousand jobs", "jobs", 2000},
               {2, "million", "", 2e6},
               {24, "dozen", "thousand", 0.288}},
              "en");
}

TEST_CASE("French has its own words for units") {
  check_cases({{5, "kilomètres", "km", 5},
               {1, "Go", "Mo", 1000},
               {1, "Go", "GB", 1},
               {700, "mégaoctets", "Go", 0.7},
               {2, "heures", "min", 120},
               {3, "jours", "h", 72},
               {7, "j", "semaine", 1},
               {2, "ans", "mois", 24},
               {2, "siècles", "années", 200},
               {1, "livre", "g", 453.59237},
               {90, "km par heure", "km/h", 90},
               {46, "pour cent", "%", 46},
               {20, "degrés Celsius", "°C", 20},
               {5, "millions d’euros", "M€", 5},
               {5, "Md€", "milliards d'euros", 5},
               {1, "billion", "milliards", 1000},
               {3, "k€", "€", 3000},
               {2, "hab./km²", "hab/km2", 2}},
              "fr");
  check_cases({{1, "billion", "million", 1000}}, "en");
}

TEST_CASE("words that no table knows agree with themselves") {
  check_cases({{5, "Jobs", "job", 5},
               {5, "tasses", "Tasse", 5},
               {5, "cups of tea", "cups tea", 5},
               {5, "cups/day", "cups per week", 35},
               {5, "cups", "jobs", nothing},
               {5, "cups", "cups/day", nothing},
               {5, "t CO₂", "kg CO2", 5000}},
              "en");
}

TEST_CASE("what cannot be made of the other is told apart") {
  check_cases({{5, "m", "s", nothing},
               {5, "m", "m²", nothing},
               {5, "$", "€", nothing},
               {5, "dollars", "$", 5},
               {5, "US$", "$", 5},
               {5, "months", "days", nothing},
               {5, "%", "", nothing},
               {5, "km", "", nothing},
               {5, "m^", "m", nothing},
               {5, "m^99", "m", nothing},
               {5, "///", "m", nothing}},
              "en");
}

TEST_CASE("case tells symbols apart, and is overlooked where one meaning is left") {
  check_cases({{5, "mW", "MW", 5e-9},
               {5, "KM", "km", 5},
               {5, "Kg", "kg", 5},
               {5, "gO", "Go", 5},
               {5, "mw", "W", nothing},
               {5, "gb", "MB", nothing},
               {5, "KWH", "kWh", 5}},
              "en");
}

TEST_CASE("width, superscripts and look-alikes of units do not count") {
  check_cases({{5, "ｋｍ", "km", 5},
               {5, "㎞", "m", 5000},
               {5, "\u00b5m", "μm", 5},
               {5, "um", "µm", 5},
               {20, "℃", "°C", 20},
               {1, "\u2126", "Ω", 1},
               {3, "m\u00b2", "m2", 3},
               {5, "￥", "¥", 5}},
              "en");
}

TEST_CASE("converting there and back changes nothing") {
  const bool holds = rc::check([](std::int16_t value) {
    const auto pair = *rc::gen::element<std::pair<const char*, const char*>>(
        std::pair{"km", "mile"}, std::pair{"°C", "°F"}, std::pair{"kg/m³", "g/l"}, std::pair{"Go/s", "Mbit/s"});
    const auto there = text::convert(value, pair.first, pair.second, "en");
    RC_ASSERT(there.has_value());
    const auto back = text::convert(*there, pair.second, pair.first, "en");
    RC_ASSERT(back.has_value());
    RC_ASSERT(std::fabs(*back - value) < 1e-9 * (1 + std::fabs(static_cast<double>(value))));
  });
  CHECK(holds);
}

TEST_CASE("any bytes are a unit or none") {
  const bool holds = rc::check([](const std::string& from, const std::string& to) {
    const auto result = text::convert(1, from, to, "en");
    RC_ASSERT((!result || std::isfinite(*result)));
  });
  CHECK(holds);
}
