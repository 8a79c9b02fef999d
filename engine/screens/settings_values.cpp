#include "screens/settings_values.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace screens {
namespace {

const char* name_of(ThemeChoice theme) {
  switch (theme) {
    case ThemeChoice::dark: return "dark";
    case ThemeChoice::contrast: return "contrast";
    case ThemeChoice::light: break;
  }
  return "light";
}

}  // namespace

Settings settings_from(const std::map<std::string, std::string>& stored) {
  Settings settings;
  const auto value = [&](const char* name) {
    const auto it = stored.find(name);
    return it == stored.end() ? std::string() : it->second;
  };
  if (const std::string language = value("language"); !language.empty()) settings.language = language;
  const std::string theme = value("theme");
  if (theme == "dark") settings.theme = ThemeChoice::dark;
  if (theme == "contrast") settings.theme = ThemeChoice::contrast;
  const std::string scale = value("text-scale-percent");
  int percent = 100;
  if (std::from_chars(scale.data(), scale.data() + scale.size(), percent).ec == std::errc()) {
    settings.text_scale = std::clamp(percent / 100.0, kSmallestText, kLargestText);
  }
  const std::string rate = value("speech-rate");
  int speed = 0;
  if (std::from_chars(rate.data(), rate.data() + rate.size(), speed).ec == std::errc()) {
    settings.speech_rate = std::clamp(speed, kSlowest, kFastest);
  }
  settings.reduced_motion = value("reduced-motion") == "yes";
  return settings;
}

std::map<std::string, std::string> to_stored(const Settings& settings) {
  return {{"language", settings.language},
          {"theme", name_of(settings.theme)},
          {"text-scale-percent", std::to_string(std::lround(settings.text_scale * 100))},
          {"speech-rate", std::to_string(settings.speech_rate)},
          {"reduced-motion", settings.reduced_motion ? "yes" : "no"}};
}

}  // namespace screens
