#include <algorithm>
#include <cmath>

#include "text/catalogue.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/feedback.h"
#include "views/explore.h"

namespace views {
namespace {

using namespace screens::explore;
using Phase = TrialRun::Phase;
using Did = std::optional<Action>;

constexpr float kHeight = 150;

void field(ui::Frame& f, ui::Rect r, bool lit, const std::string& label) {
  const ui::Theme& t = f.theme();
  f.paint().fill(r, lit ? t.accent : t.surface, ui::metrics::small_corner);
  f.paint().border(r, {lit ? t.accent : t.line, 1.5f}, ui::metrics::small_corner);
  f.paint().text_in(r, label, ui::style::strong, lit ? t.on_accent : t.soft, ui::Align::center);
}

/// Fields in a row; one is lit and wants its digit, or a click.
Did reaction(ui::Frame& f, const TrialRun& run, ui::Rect area) {
  Did did;
  const float gap = ui::px(ui::Space::s);
  const auto n = static_cast<float>(run.choices);
  const float side = std::min(56.0f, (area.w - 2 * ui::px(ui::Space::l) - (n - 1) * gap) / n);
  float x = area.center().x - (n * side + (n - 1) * gap) / 2;
  for (int i = 0; i < run.choices; ++i) {
    const ui::Rect r{x, area.center().y - side / 2, side, side};
    field(f, r, run.phase == Phase::shown && run.lit == i, std::to_string(i + 1));
    const ui::Response response =
        f.item("field-" + std::to_string(i), r, {.takes = ui::Takes::nothing, .focusable = false});
    if (response.clicked || f.pressed(ui::digit_key(i))) did = Respond{i};
    x += side + gap;
  }
  return did;
}

/// A start and a bar to point at; the bar stands where it was said it would, or nearer in the same proportion.
Did pointing(ui::Frame& f, const TrialRun& run, ui::Rect area) {
  constexpr float kStart = 40, kMargin = 16, kWidest = 64, kFarthest = 400;
  const float scale = std::min(1.0f, (area.w - kStart - 2 * kMargin) / (kFarthest + kWidest / 2 + kStart / 2));
  const bool right = run.lit == 1;
  const float start = right ? area.x + kMargin + kStart / 2 : area.right() - kMargin - kStart / 2;
  const float middle = start + (right ? 1.0f : -1.0f) * static_cast<float>(run.distance) * scale;
  const auto width = static_cast<float>(run.width) * scale;
  const ui::Rect from{start - kStart / 2, area.center().y - kStart / 2, kStart, kStart};
  const ui::Rect target{middle - width / 2, area.y + kMargin, width, area.h - 2 * kMargin};
  const bool shown = run.phase == Phase::shown;
  // What lies on top is asked first: the target, then the start, then all that is beside them.
  const ui::ItemOptions silent{.takes = ui::Takes::nothing, .focusable = false};
  const bool beside = f.item("area", area, silent).clicked;
  const bool began = f.item("start", from, silent).clicked;
  const bool hit = f.item("target", target, silent).clicked;
  const ui::Theme& t = f.theme();
  f.paint().fill(target, shown ? t.accent : ui::mix(t.sunken, t.accent, 0.25f), ui::metrics::tiny_corner);
  field(f, from, !shown, "");
  ui::draw_icon(f.paint(), right ? ui::Icon::arrow_right : ui::Icon::arrow_left, from.inset(11),
                shown ? t.soft : t.on_accent);
  if (hit && shown) return Respond{1};
  if (began) return Respond{0};
  if (beside && shown) return Respond{2};
  return std::nullopt;
}

std::string what_to_do(ui::Frame& f, const explorable::Trials& trials) {
  return trials.kind == explorable::Trials::Kind::reaction ? f.tr(
                                                                 "As soon as a field is lit, press its number or click "
                                                                 "it. The more fields there are, the longer it takes.")
                                                           : f.tr(
                                                                 "Click the square, then the bar beside it, as fast as "
                                                                 "you can. This one needs a mouse or a touchpad.");
}

}  // namespace

std::optional<Action> trials(ui::Frame& f, const State& state) {
  const explorable::Trials& what = *state.model->trials;
  const TrialRun& run = state.run;
  const int done = static_cast<int>(state.setting.trials.size());
  Did did;
  if (run.phase == Phase::idle) {
    ui::words(f, what_to_do(f, what), ui::style::small, ui::Tone::soft);
    f.space(ui::Space::s);
    const auto count = static_cast<std::uint64_t>(what.count);
    const std::string label =
        done > 0 ? f.tr("Measure again") : f.words().trn("Start {n} trial", "Start {n} trials", count);
    if (ui::button(f, "start-trials", label, {.small = true})) did = StartTrials{};
    return did;
  }
  const ui::Rect area = f.place(kHeight);
  f.paint().fill(area, f.theme().sunken, ui::metrics::corner);
  did = what.kind == explorable::Trials::Kind::reaction ? reaction(f, run, area) : pointing(f, run, area);
  f.space(ui::Space::s);
  ui::progress_bar(f, static_cast<float>(run.index) / static_cast<float>(what.count));
  f.space(ui::Space::s);
  f.flow(ui::Space::m, [&] {
    if (ui::button(f, "stop-trials", f.tr("Stop"), {.kind = ui::ButtonOptions::Kind::quiet, .small = true}))
      did = StopTrials{};
    const std::string progress = text::fill(
        f.tr("{step} of {steps}"), {{"step", std::to_string(run.index + 1)}, {"steps", std::to_string(what.count)}});
    ui::label(f, progress, ui::style::small, ui::Tone::soft);
    if (run.mistakes > 0)
      ui::label(f, f.words().trn("{n} repeated", "{n} repeated", static_cast<std::uint64_t>(run.mistakes)),
                ui::style::small, ui::Tone::soft);
  });
  return did;
}

}  // namespace views
