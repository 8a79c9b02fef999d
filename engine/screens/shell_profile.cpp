#include "screens/shell_profile.h"

namespace screens {

void tell_unreadable(Shared& shared, std::int64_t events) {
  shared.unreadable = events;
  if (events > 0) shared.notify({.kind = Notice::Kind::unreadable, .count = events});
}

void tell_about_opening(Shared& shared, const OpenedProfile& opened) {
  if (!opened.damaged.empty()) {
    shared.notify({.kind = Notice::Kind::damaged, .detail = opened.damaged.string(), .count = opened.salvaged});
  }
  tell_unreadable(shared, opened.unreadable);
  if (opened.read_only) shared.notify({.kind = Notice::Kind::read_only, .refusal = base::Refusal::no_permission});
}

void park_drafts(Model& model) {
  Shared& shared = model.shared;
  auto& parked = model.refused_drafts[shared.profile.id];
  for (const std::string& key : shared.unsaved) parked[key] = shared.drafts[key];
  shared.unsaved.clear();
  shared.save_again_at.reset();
  shared.unsaved_notice = 0;
}

void unpark_drafts(Model& model) {
  Shared& shared = model.shared;
  const auto parked = model.refused_drafts.extract(shared.profile.id);
  if (parked.empty()) return;
  for (const auto& [key, json] : parked.mapped()) {
    shared.drafts[key] = json;
    shared.unsaved.insert(key);
  }
  if (!shared.unsaved.empty()) shared.save_again_at = shared.now;
}

}  // namespace screens
