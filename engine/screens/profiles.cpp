#include "screens/profiles.h"

#include <algorithm>

#include "base/utf8.h"

namespace screens::profiles {
namespace {

void failed(Shared& shared, const base::Failure& failure) {
  shared.notify({.kind = Notice::Kind::profile_failed, .refusal = failure.refusal, .detail = failure.detail});
}

const ProfileName* find(const State& state, const learner::ProfileId& id) {
  const auto it = std::find_if(state.all.begin(), state.all.end(), [&](const ProfileName& p) { return p.id == id; });
  return it == state.all.end() ? nullptr : &*it;
}

void rename(State& state, Shared& shared, Services& services) {
  const std::string name(base::trimmed(state.renamed));
  if (!name.empty()) {
    if (const auto done = services.accounts.rename(*state.renaming, name); !done) return failed(shared, done.error());
    if (shared.profile.id == *state.renaming) shared.profile.name = name;
  }
  state.renaming.reset();
  state.all = services.accounts.all();
}

void restore(State& state, Shared& shared, Services& services) {
  if (const auto done = services.accounts.restore(state.removed->id); !done) return failed(shared, done.error());
  state.removed.reset();
  state.all = services.accounts.all();
  std::erase_if(shared.notices, [](const Notice& notice) { return notice.kind == Notice::Kind::profile_removed; });
}

void remove(State& state, Shared& shared, Services& services) {
  const ProfileName* gone = find(state, *state.removing);
  if (!gone || gone->id == shared.profile.id) return;  // the one in use stays
  const ProfileName name = *gone;
  if (const auto done = services.accounts.remove(name.id); !done) return failed(shared, done.error());
  state.removed = name;
  if (state.renaming == name.id) state.renaming.reset();
  state.all = services.accounts.all();
  shared.notify({.kind = Notice::Kind::profile_removed, .detail = name.name});
}

}  // namespace

State open(Services& services) {
  State state;
  state.all = services.accounts.all();
  return state;
}

std::optional<learner::ProfileId> update(State& state, const Action& action, Shared& shared, Services& services) {
  if (const auto* a = std::get_if<TypeName>(&action)) state.new_name = a->name;
  if (std::holds_alternative<Create>(action) && !base::trimmed(state.new_name).empty()) {
    const auto made = services.accounts.create(std::string(base::trimmed(state.new_name)));
    if (!made) {
      failed(shared, made.error());
      return std::nullopt;
    }
    state.new_name.clear();
    return made->id;
  }
  if (const auto* a = std::get_if<StartRename>(&action)) {
    const ProfileName* profile = find(state, a->id);
    if (profile) state.renaming = a->id;
    if (profile) state.renamed = profile->name;
  }
  if (const auto* a = std::get_if<TypeRename>(&action)) state.renamed = a->name;
  if (const auto* a = std::get_if<FinishRename>(&action); a && state.renaming) {
    if (a->keep)
      rename(state, shared, services);
    else
      state.renaming.reset();
  }
  if (const auto* a = std::get_if<AskRemove>(&action); a && a->id != shared.profile.id) state.removing = a->id;
  if (const auto* a = std::get_if<Remove>(&action); a && state.removing) {
    if (a->confirmed) remove(state, shared, services);
    state.removing.reset();
  }
  if (std::holds_alternative<Restore>(action) && state.removed) restore(state, shared, services);
  return std::nullopt;
}

}  // namespace screens::profiles
