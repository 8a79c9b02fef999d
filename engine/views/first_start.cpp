#include "screens/first_start.h"

#include <algorithm>

#include "ui/widgets/controls.h"
#include "ui/widgets/navigation.h"
#include "views/views.h"

namespace views {

using namespace screens;
using first_start::Action;

void first_start(const first_start::State& state, const Shared& shared, ui::Frame& f, Actions& actions) {
  constexpr float kColumn = 440;
  f.space(std::max(24.0f, f.size().y * 0.14f));
  f.centered(kColumn, [&] {
    f.pad(ui::Space::l, [&] {
      ui::brand(f, "Résonance");
      f.space(ui::Space::xl);
      ui::heading(f, f.tr("Learn it once, keep it"));
      f.space(ui::Space::s);
      ui::words(f,
                f.tr("Lessons that ask you questions, and remember for you when to ask again. Everything stays on this "
                     "computer."),
                ui::style::body, ui::Tone::soft);
      f.space(ui::Space::xxl);
      ui::words(f, f.tr("Language"), ui::style::small, ui::Tone::soft);
      f.space(ui::Space::xs);
      const std::vector<std::string> names{"English", "Français"};
      if (const auto chosen =
              ui::segmented(f, "language", names, shared.settings.language == "fr" ? 1 : 0, {.wide = true})) {
        actions.push_back(Action{first_start::SetLanguage{*chosen == 1 ? "fr" : "en"}});
      }
      f.space(ui::Space::xl);
      const std::string label = f.tr("Your name");
      const auto typed = ui::text_field(f, "name", state.name, {.label = label, .limit = 60, .autofocus = true});
      if (typed.changed) actions.push_back(Action{first_start::TypeName{*typed.changed}});
      f.space(ui::Space::xl);
      if (ui::button(f, "begin", f.tr("Begin the first lesson"),
                     {.kind = ui::ButtonOptions::Kind::primary, .key = {ui::Key::enter}, .wide = true})) {
        actions.push_back(Action{first_start::Begin{}});
      }
    });
  });
}

}  // namespace views
