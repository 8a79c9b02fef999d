#include "screens/settings.h"

#include <algorithm>
#include <cmath>

namespace screens::settings {
namespace {

void keep(Shared& shared, Services& services) {
  if (shared.profile.id.empty()) return;  // before the first profile: it begins with them
  if (const auto saved = services.history.save_settings(shared.settings); !saved) {
    shared.notify(
        {.kind = Notice::Kind::settings_not_saved, .refusal = saved.error().refusal, .detail = saved.error().detail});
  }
}

void export_data(Shared& shared, Services& services) {
  const auto written = services.history.export_all();
  if (written) {
    shared.notify({.kind = Notice::Kind::exported, .detail = written->file.string(), .count = written->events});
  } else {
    shared.notify(
        {.kind = Notice::Kind::export_failed, .refusal = written.error().refusal, .detail = written.error().detail});
  }
}

Outcome delete_data(State& state, Shared& shared, Services& services) {
  state.asking_delete = false;
  if (const auto removed = services.accounts.remove(shared.profile.id); !removed) {
    shared.notify(
        {.kind = Notice::Kind::profile_failed, .refusal = removed.error().refusal, .detail = removed.error().detail});
    return Outcome::stay;
  }
  return Outcome::data_deleted;
}

}  // namespace

Outcome update(State& state, const Action& action, Shared& shared, Services& services) {
  if (const auto* a = std::get_if<SetLanguage>(&action)) {
    if (a->language == shared.settings.language) return Outcome::stay;
    shared.settings.language = a->language;
    keep(shared, services);
    return Outcome::language_changed;
  }
  if (const auto* a = std::get_if<SetTheme>(&action)) shared.settings.theme = a->theme;
  if (const auto* a = std::get_if<SetTextScale>(&action)) {
    if (!std::isfinite(a->scale)) return Outcome::stay;
    shared.settings.text_scale = std::clamp(std::round(a->scale * 10) / 10, kSmallestText, kLargestText);
  }
  if (const auto* a = std::get_if<SetReducedMotion>(&action)) shared.settings.reduced_motion = a->on;
  const auto* rate = std::get_if<SetSpeechRate>(&action);
  if (rate) shared.settings.speech_rate = std::clamp(rate->rate, kSlowest, kFastest);
  if (action.index() <= 3 || rate) keep(shared, services);
  if (std::holds_alternative<OpenDataFolder>(action)) {
    const std::string folder = services.accounts.data_dir().string();
    if (!services.desktop.open(folder)) shared.notify({.kind = Notice::Kind::cannot_open, .detail = folder});
  }
  if (std::holds_alternative<ExportData>(action)) export_data(shared, services);
  if (std::holds_alternative<AskDelete>(action)) state.asking_delete = true;
  if (std::holds_alternative<CancelDelete>(action)) state.asking_delete = false;
  if (std::holds_alternative<DeleteData>(action) && state.asking_delete) return delete_data(state, shared, services);
  return Outcome::stay;
}

}  // namespace screens::settings
