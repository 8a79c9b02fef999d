#pragma once
// Language, look, data. Every change is kept at once; there is nothing to confirm but the deletion of data.

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
struct OpenDataFolder {};
struct ExportData {};
struct AskDelete {};
struct CancelDelete {};
struct DeleteData {};  ///< confirmed: the profile goes to the trash, and the first start comes again

using Action = std::variant<SetLanguage, SetTheme, SetTextScale, SetReducedMotion, OpenDataFolder, ExportData,
                            AskDelete, CancelDelete, DeleteData, SetSpeechRate>;

/// What the shell has to do after an action.
enum class Outcome { stay, language_changed, data_deleted };

Outcome update(State& state, const Action& action, Shared& shared, Services& services);

}  // namespace screens::settings
