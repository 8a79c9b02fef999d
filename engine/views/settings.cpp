#include "screens/settings.h"

#include <cmath>
#include <cstdlib>

#include "text/number.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/feedback.h"
#include "views/phrases.h"
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

/// "Mon", "Mon ½", "Mon –": how much of a usual day's load a weekday gets.
std::string day_label(std::size_t day, double share, ui::Frame& f) {
  const std::string name = short_weekday(std::chrono::weekday(static_cast<unsigned>(day + 1)), f.words());
  return share >= 1 ? name : name + (share > 0 ? " ½" : " –");
}

void memory(const Shared& shared, ui::Frame& f, Actions& actions) {
  const Settings& chosen = shared.settings;
  part(f, f.tr("How much you want to remember"),
       f.tr("When a question comes back, you should still know it with this probability. More means more reviews: "
            "Progress "
            "shows how many. What is planned already stays."),
       [&] {
         const auto set = ui::slider(f, "retention", chosen.retention,
                                     {.label = f.tr("Wished retention"),
                                      .shown = text::format_percent(chosen.retention, f.words().language()),
                                      .from = reviews::kLeastRetention,
                                      .to = reviews::kMostRetention,
                                      .step = 0.01});
         if (set) actions.push_back(Action{settings::SetRetention{*set}});
       });
  part(f, f.tr("Days of review"), f.tr("A press makes a weekday lighter: all of a usual day, half of it, none."), [&] {
    f.flow(ui::Space::xs, [&] {
      for (std::size_t day = 0; day < chosen.day_shares.size(); ++day) {
        const double share = chosen.day_shares[day];
        using Kind = ui::ButtonOptions::Kind;
        if (ui::button(f, "day-" + std::to_string(day), day_label(day, share, f),
                       {.kind = share > 0 ? Kind::secondary : Kind::quiet, .small = true}))
          actions.push_back(Action{settings::TurnDay{day}});
      }
    });
    f.space(ui::Space::m);
    const auto on = ui::toggle(f, "balance", f.tr("Spread reviews over days"), chosen.balance,
                               f.tr("Among days that suit as well, the one with the least to do."));
    if (on) actions.push_back(Action{settings::SetBalance{*on}});
  });
  part(f, f.tr("Model of memory"),
       f.tr("Both learn from your own answers. FSRS-6 is there for those who come from Anki with their parameters."),
       [&] {
         const std::vector<std::string> names{"FSRS-7", "FSRS-6"};
         if (const auto set = ui::segmented(f, "model", names, static_cast<int>(chosen.model)))
           actions.push_back(Action{settings::SetModel{static_cast<reviews::ModelKind>(*set)}});
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
  memory(shared, f, actions);
  data(state, shared, f, actions);
}

}  // namespace views
