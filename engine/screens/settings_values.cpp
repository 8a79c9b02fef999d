#include "screens/settings_values.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <sstream>

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

/// "11h1100", Monday first: all of a usual day, half, none. Anything else leaves every day as it is.
std::array<double, 7> day_shares_from(const std::string& stored) {
  std::array<double, 7> shares{1, 1, 1, 1, 1, 1, 1};
  if (stored.size() != shares.size()) return shares;
  for (std::size_t i = 0; i < shares.size(); ++i) shares[i] = stored[i] == '0' ? 0 : stored[i] == 'h' ? 0.5 : 1;
  return shares;
}

std::string stored_shares(const std::array<double, 7>& shares) {
  std::string stored;
  for (const double share : shares) stored += share <= 0 ? '0' : share < 1 ? 'h' : '1';
  return stored;
}

/// "tea=20454 korea=20460": days since 1970, by course. What cannot be read is passed over.
std::map<std::string, std::chrono::sys_days> exams_from(const std::string& stored) {
  std::map<std::string, std::chrono::sys_days> exams;
  std::istringstream words(stored);
  for (std::string word; words >> word;) {
    const std::size_t equals = word.rfind('=');
    int days = 0;
    if (equals == std::string::npos || equals == 0) continue;
    const char* begin = word.data() + equals + 1;
    const auto [end, error] = std::from_chars(begin, word.data() + word.size(), days);
    if (error != std::errc() || end != word.data() + word.size()) continue;
    exams[word.substr(0, equals)] =
        std::chrono::sys_days(std::chrono::days(std::clamp(days, 0, 2'932'896)));  // 9999-12-31
  }
  return exams;
}

std::string stored_exams(const std::map<std::string, std::chrono::sys_days>& exams) {
  std::string stored;
  for (const auto& [course, day] : exams)
    stored += (stored.empty() ? "" : " ") + course + "=" + std::to_string(day.time_since_epoch().count());
  return stored;
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
  settings.model = reviews::model_kind(value("memory-model"));
  const std::string wanted = value("retention-percent");
  int retention = 0;
  if (std::from_chars(wanted.data(), wanted.data() + wanted.size(), retention).ec == std::errc()) {
    settings.retention = std::clamp(retention / 100.0, reviews::kLeastRetention, reviews::kMostRetention);
  }
  settings.balance = value("balance-reviews") != "no";
  settings.day_shares = day_shares_from(value("day-shares"));
  settings.exams = exams_from(value("exams"));
  return settings;
}

std::map<std::string, std::string> to_stored(const Settings& settings) {
  return {{"language", settings.language},
          {"theme", name_of(settings.theme)},
          {"text-scale-percent", std::to_string(std::lround(settings.text_scale * 100))},
          {"speech-rate", std::to_string(settings.speech_rate)},
          {"reduced-motion", settings.reduced_motion ? "yes" : "no"},
          {"memory-model", reviews::name_of(settings.model)},
          {"retention-percent", std::to_string(std::lround(settings.retention * 100))},
          {"balance-reviews", settings.balance ? "yes" : "no"},
          {"day-shares", stored_shares(settings.day_shares)},
          {"exams", stored_exams(settings.exams)}};
}

}  // namespace screens
