#include "screens/settings.h"

#include <algorithm>
#include <cmath>

namespace screens::settings {
namespace {

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

/// All, half, none, and all again.
double next_share(double share) { return share >= 1 ? 0.5 : share > 0 ? 0 : 1; }

struct Updater {
  State& state;
  Shared& shared;
  Services& services;

  Outcome kept() {
    keep_settings(shared, services);
    return Outcome::stay;
  }

  Outcome operator()(const SetLanguage& a) {
    if (a.language == shared.settings.language) return Outcome::stay;
    shared.settings.language = a.language;
    keep_settings(shared, services);
    return Outcome::language_changed;
  }
  Outcome operator()(const SetTheme& a) {
    shared.settings.theme = a.theme;
    return kept();
  }
  Outcome operator()(const SetTextScale& a) {
    if (!std::isfinite(a.scale)) return Outcome::stay;
    shared.settings.text_scale = std::clamp(std::round(a.scale * 10) / 10, kSmallestText, kLargestText);
    return kept();
  }
  Outcome operator()(const SetReducedMotion& a) {
    shared.settings.reduced_motion = a.on;
    return kept();
  }
  Outcome operator()(const SetSpeechRate& a) {
    shared.settings.speech_rate = std::clamp(a.rate, kSlowest, kFastest);
    return kept();
  }
  Outcome operator()(const SetRetention& a) {
    if (!std::isfinite(a.share)) return Outcome::stay;
    const double whole_percent = std::round(a.share * 100) / 100;
    shared.settings.retention = std::clamp(whole_percent, reviews::kLeastRetention, reviews::kMostRetention);
    return kept();
  }
  Outcome operator()(const SetBalance& a) {
    shared.settings.balance = a.on;
    return kept();
  }
  Outcome operator()(const TurnDay& a) {
    if (a.day >= shared.settings.day_shares.size()) return Outcome::stay;
    double& share = shared.settings.day_shares[a.day];
    share = next_share(share);
    return kept();
  }
  Outcome operator()(const SetModel& a) {
    shared.settings.model = a.model;
    shared.reviews.choose_model(a.model);
    return kept();
  }
  Outcome operator()(const SetExam& a) {
    if (a.day)
      shared.settings.exams[a.course.str()] = *a.day;
    else
      shared.settings.exams.erase(a.course.str());
    return kept();
  }
  Outcome operator()(const OpenDataFolder&) {
    const std::string folder = services.accounts.data_dir().string();
    if (!services.desktop.open(folder)) shared.notify({.kind = Notice::Kind::cannot_open, .detail = folder});
    return Outcome::stay;
  }
  Outcome operator()(const ExportData&) {
    export_data(shared, services);
    return Outcome::stay;
  }
  Outcome operator()(const AskDelete&) {
    state.asking_delete = true;
    return Outcome::stay;
  }
  Outcome operator()(const CancelDelete&) {
    state.asking_delete = false;
    return Outcome::stay;
  }
  Outcome operator()(const DeleteData&) {
    return state.asking_delete ? delete_data(state, shared, services) : Outcome::stay;
  }
};

}  // namespace

Outcome update(State& state, const Action& action, Shared& shared, Services& services) {
  return std::visit(Updater{state, shared, services}, action);
}

}  // namespace screens::settings
