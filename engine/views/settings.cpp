#include "screens/settings.h"

#include <cmath>
#include <cstdlib>

#include "text/number.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/feedback.h"
#include "views/views.h"

namespace views {
namespace {

using namespace screens;
using settings::Action;

void part(ui::Frame& f, const std::string& title, const std::string& detail, ui::Body body) {
  ui::card(f, [&] {
    f.grid(2, 300, ui::Space::l, [&](int cell) {
      if (cell == 1) return body();
      ui::words(f, title, ui::style::strong);
      if (!detail.empty()) ui::words(f, detail, ui::style::small, ui::Tone::soft);
    });
  });
  f.space(ui::Space::l);
}

void language(const Shared& shared, ui::Frame& f, Actions& actions) {
  part(f, f.tr("Language"), f.tr("Of the program, and of courses that have it."), [&] {
    const std::vector<std::string> names{"English", "Français"};
    if (const auto chosen = ui::segmented(f, "language", names, shared.settings.language == "fr" ? 1 : 0)) {
      actions.push_back(Action{settings::SetLanguage{*chosen == 1 ? "fr" : "en"}});
    }
  });
}

void look(const Shared& shared, ui::Frame& f, Actions& actions) {
  part(f, f.tr("Appearance"), {}, [&] {
    const std::vector<std::string> names{f.tr("Light"), f.tr("Dark"), f.tr("High contrast")};
    if (const auto chosen = ui::segmented(f, "theme", names, static_cast<int>(shared.settings.theme))) {
      actions.push_back(Action{settings::SetTheme{static_cast<ThemeChoice>(*chosen)}});
    }
  });
  part(f, f.tr("Text size"), f.tr("Everything grows with it."), [&] {
    const auto scale = ui::slider(f, "text-scale", shared.settings.text_scale,
                                  {.label = f.tr("Text size"),
                                   .shown = text::format_percent(shared.settings.text_scale, f.words().language()),
                                   .from = kSmallestText,
                                   .to = kLargestText,
                                   .step = kTextStep});
    if (scale) actions.push_back(Action{settings::SetTextScale{*scale}});
  });
  part(f, f.tr("Motion"), {}, [&] {
    if (const auto on = ui::toggle(f, "motion", f.tr("Reduce motion"), shared.settings.reduced_motion,
                                   f.tr("Nothing slides or fades."))) {
      actions.push_back(Action{settings::SetReducedMotion{*on}});
    }
  });
}

void speech(const Shared& shared, ui::Frame& f, Actions& actions) {
  if (!shared.can_speak) return;
  part(f, f.tr("Reading aloud"), f.tr("With the voice that the system has for the course's language."), [&] {
    const int rate = shared.settings.speech_rate;
    const std::string shown =
        rate == 0 ? f.tr("as the voice speaks") : (rate > 0 ? "+" : "−") + std::to_string(std::abs(rate));
    const auto set = ui::slider(f, "speech-rate", rate,
                                {.label = f.tr("Speed"), .shown = shown, .from = kSlowest, .to = kFastest, .step = 10});
    if (set) actions.push_back(Action{settings::SetSpeechRate{static_cast<int>(std::lround(*set))}});
  });
}

void data(const settings::State& state, const Shared& shared, ui::Frame& f, Actions& actions) {
  part(f, f.tr("Your data"), f.tr("Your progress stays on this computer. Nothing is sent anywhere."), [&] {
    f.flow(ui::Space::m, [&] {
      if (ui::button(f, "folder", f.tr("Open the data folder"), {.icon = ui::Icon::folder}))
        actions.push_back(Action{settings::OpenDataFolder{}});
      if (ui::button(f, "export", f.tr("Export"),
                     {.icon = ui::Icon::download, .tooltip = f.tr("All your answers as one text file")})) {
        actions.push_back(Action{settings::ExportData{}});
      }
    });
    f.space(ui::Space::s);
    ui::words(f, shared.data_dir, ui::style::mono, ui::Tone::soft);
    f.space(ui::Space::l);
    f.flow(ui::Space::m, [&] {
      if (ui::button(f, "delete", f.tr("Delete my data…"), {.icon = ui::Icon::trash})) {
        actions.push_back(Action{settings::AskDelete{}});
      }
    });
  });
  if (!state.asking_delete) return;
  const auto answer =
      ui::dialog(f, "ask-delete", f.tr("Delete all your data?"),
                 {.confirm = f.tr("Delete"), .cancel = f.tr("Keep it"), .danger = true}, [&] {
                   ui::words(f, f.tr("Your answers, progress and settings leave this program. They are kept in the "
                                     "folder “trash” of the data folder until you empty it."));
                 });
  if (answer == ui::DialogEvent::confirmed) actions.push_back(Action{settings::DeleteData{}});
  if (answer == ui::DialogEvent::cancelled) actions.push_back(Action{settings::CancelDelete{}});
}

}  // namespace

void settings(const settings::State& state, const Shared& shared, ui::Frame& f, Actions& actions) {
  ui::heading(f, f.tr("Settings"));
  f.space(ui::Space::xl);
  language(shared, f, actions);
  look(shared, f, actions);
  speech(shared, f, actions);
  data(state, shared, f, actions);
}

}  // namespace views
