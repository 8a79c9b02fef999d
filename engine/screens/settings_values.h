#pragma once
// What a learner has chosen, apart from the screen where it is changed.

#include <array>
#include <chrono>
#include <map>
#include <string>

#include "reviews/schedule.h"

namespace screens {

enum class ThemeChoice { light, dark, contrast };

struct Settings {
  std::string language = "en";  ///< of the interface, and of courses that have it
  ThemeChoice theme = ThemeChoice::light;
  double text_scale = 1.0;  ///< 0.8–2.0, on top of the monitor's
  bool reduced_motion = false;
  int speech_rate = 0;  ///< −100 (slow) to 100 (fast), for reading aloud

  // How questions come back.
  reviews::ModelKind model = reviews::ModelKind::fsrs7;
  double retention = reviews::kUsualRetention;            ///< reviews::kLeastRetention to kMostRetention
  bool balance = true;                                    ///< spreads reviews over days
  std::array<double, 7> day_shares{1, 1, 1, 1, 1, 1, 1};  ///< of a usual day's load, Monday first: 1, 0.5 or 0
  std::map<std::string, std::chrono::sys_days> exams;     ///< by course: the local day for which it is learned

  bool operator==(const Settings&) const = default;
};

inline constexpr double kSmallestText = 0.8;
inline constexpr double kLargestText = 2.0;
inline constexpr double kTextStep = 0.1;
inline constexpr int kSlowest = -100;
inline constexpr int kFastest = 100;

/// From what the store keeps; what it does not know or cannot be read keeps its default.
Settings settings_from(const std::map<std::string, std::string>& stored);
std::map<std::string, std::string> to_stored(const Settings& settings);

}  // namespace screens
