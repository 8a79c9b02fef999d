#pragma once
// Language, look, how questions come back, data. Every change is kept at once; there is nothing to confirm but the deletion of data.

#include <string>
#include <variant>

#include "screens/shared.h"

namespace screens::settings {

struct State {
  bool asking_delete = false;  ///< "delete my data" was pressed and not yet confirmed
};

struct SetLanguage {
  std::string language;
};
struct SetTheme {
  ThemeChoice theme;
};
struct SetTextScale {
  double scale;
};
struct SetReducedMotion {
  bool on;
};
struct SetSpeechRate {
  int rate;
};
struct SetRetention {
  double share;  ///< 0–1
};
struct SetBalance {
  bool on;
};
/// The next of all, half and none of a usual day's load, of a weekday (Monday is 0).
struct TurnDay {
  std::size_t day;
};
struct SetModel {
  reviews::ModelKind model;
};
/// The day for which a course is learned; empty: none.
struct SetExam {
  course::CourseId course;
  std::optional<std::chrono::sys_days> day;
};
struct OpenDataFolder {};
struct ExportData {};
struct AskDelete {};
struct CancelDelete {};
struct DeleteData {};  ///< confirmed: the profile goes to the trash, and the first start comes again

using Action =
    std::variant<SetLanguage, SetTheme, SetTextScale, SetReducedMotion, OpenDataFolder, ExportData, AskDelete,
                 CancelDelete, DeleteData, SetSpeechRate, SetRetention, SetBalance, TurnDay, SetModel, SetExam>;

/// What the shell has to do after an action.
enum class Outcome { stay, language_changed, data_deleted };

Outcome update(State& state, const Action& action, Shared& shared, Services& services);

}  // namespace screens::settings
