#include "screens/profiles.h"

#include "base/utf8.h"
#include "text/catalogue.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/feedback.h"
#include "views/views.h"

namespace views {
namespace {

using namespace screens;
using profiles::Action;
using text::fill;

std::string name_of(const ProfileName& profile, ui::Frame& f) {
  return profile.name.empty() ? f.tr("Unnamed") : profile.name;
}

void rename_row(const profiles::State& state, ui::Frame& f, Actions& actions) {
  f.row({ui::share(), ui::fixed(120)}, {.gap = ui::Space::m, .fit = ui::Fit::middle}, [&](int cell) {
    if (cell == 0) {
      const auto typed = ui::text_field(f, "renamed", state.renamed, {.limit = 60, .autofocus = true});
      if (typed.changed) actions.push_back(Action{profiles::TypeRename{*typed.changed}});
      return;
    }
    if (ui::button(f, "keep", f.tr("Rename"),
                   {.kind = ui::ButtonOptions::Kind::primary, .key = {ui::Key::enter}, .show_key = false})) {
      actions.push_back(Action{profiles::FinishRename{true}});
    }
  });
}

void profile_row(const profiles::State& state, const ProfileName& profile, bool current, ui::Frame& f,
                 Actions& actions) {
  f.scope(profile.id.str(), [&] {
    ui::card(f, {.padding = 14, .edge = current ? ui::Tone::accent : ui::Tone::ink}, [&] {
      if (state.renaming == profile.id) return rename_row(state, f, actions);
      f.row({ui::fixed(24), ui::share(), ui::fixed(280)}, {.gap = ui::Space::m, .fit = ui::Fit::middle}, [&](int cell) {
        if (cell == 0) return ui::icon(f, ui::Icon::person, 20, current ? ui::Tone::accent : ui::Tone::soft);
        if (cell == 1) {
          ui::words(f, name_of(profile, f), ui::style::strong);
          if (current) ui::words(f, f.tr("Studying now"), ui::style::small, ui::Tone::soft);
          return;
        }
        f.flow(ui::Space::s, ui::Align::end, [&] {
          if (!current && ui::button(f, "use", f.tr("Switch"), {.small = true}))
            actions.push_back(SwitchProfile{profile.id});
          if (ui::button(f, "rename", f.tr("Rename"), {.kind = ui::ButtonOptions::Kind::quiet, .small = true})) {
            actions.push_back(Action{profiles::StartRename{profile.id}});
          }
          if (!current &&
              ui::button(f, "remove", f.tr("Remove"), {.kind = ui::ButtonOptions::Kind::quiet, .small = true})) {
            actions.push_back(Action{profiles::AskRemove{profile.id}});
          }
        });
      });
    });
  });
  f.space(ui::Space::m);
}

void ask_remove(const profiles::State& state, ui::Frame& f, Actions& actions) {
  if (!state.removing) return;
  std::string name;
  for (const ProfileName& profile : state.all) {
    if (profile.id == *state.removing) name = name_of(profile, f);
  }
  const auto answer = ui::dialog(
      f, "ask-remove", fill(f.tr("Remove {name}?"), {{"name", name}}),
      {.confirm = f.tr("Remove"), .cancel = f.tr("Keep"), .danger = true}, [&] {
        ui::words(
            f, f.tr("The progress moves to the folder “trash” of the data folder, and can be brought back at once."));
      });
  if (answer == ui::DialogEvent::confirmed) actions.push_back(Action{profiles::Remove{true}});
  if (answer == ui::DialogEvent::cancelled) actions.push_back(Action{profiles::Remove{false}});
}

}  // namespace

void profiles(const profiles::State& state, const Shared& shared, ui::Frame& f, Actions& actions) {
  ui::heading(f, f.tr("Who is studying?"));
  f.space(ui::Space::s);
  ui::words(f, f.tr("Each person has progress and settings of their own, on this computer only."), ui::style::body,
            ui::Tone::soft);
  f.space(ui::Space::xl);
  for (const ProfileName& profile : state.all) profile_row(state, profile, profile.id == shared.profile.id, f, actions);
  if (state.removed) {
    const auto undo =
        ui::banner(f, "removed", fill(f.tr("{name} was removed."), {{"name", name_of(*state.removed, f)}}),
                   {.icon = ui::Icon::trash, .action = f.tr("Undo")});
    if (undo == ui::BannerEvent::action) actions.push_back(Action{profiles::Restore{}});
    f.space(ui::Space::m);
  }
  f.space(ui::Space::l);
  ui::subheading(f, f.tr("Someone new"));
  f.space(ui::Space::m);
  f.row({ui::share(), ui::fixed(140)}, {.gap = ui::Space::m, .fit = ui::Fit::bottom}, [&](int cell) {
    if (cell == 0) {
      const auto typed = ui::text_field(f, "new-name", state.new_name, {.placeholder = f.tr("Name"), .limit = 60});
      if (typed.changed) actions.push_back(Action{profiles::TypeName{*typed.changed}});
      return;
    }
    const bool enabled = !base::trimmed(state.new_name).empty();
    if (ui::button(f, "create", f.tr("Add"),
                   {.kind = ui::ButtonOptions::Kind::primary, .enabled = enabled, .wide = true})) {
      actions.push_back(Action{profiles::Create{}});
    }
  });
  ask_remove(state, f, actions);
}

}  // namespace views
