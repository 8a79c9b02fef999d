#include "views/return_line.h"

#include "text/catalogue.h"
#include "ui/widgets/controls.h"
#include "views/phrases.h"

namespace views {
namespace {

using learner::Standing;
using memory::Grade;
using screens::Returns;
using screens::Shared;
using text::fill;

std::string words_of(const Returns& returns, Grade grade, Standing standing, const Shared& shared, ui::Frame& f) {
  switch (standing) {
    case Standing::known: return f.tr("Known already: asked once more in three months, to be sure.");
    case Standing::not_for_me: return f.tr("Not for me: not asked again.");
    case Standing::asked: break;
  }
  return fill(f.tr("Comes back {when} · {grade}"), {{"when", return_words(returns.with(grade).due, shared, f.words())},
                                                    {"grade", grade_name(grade, f.words())}});
}

/// The grades, and what else can be said.
void choices(const Returns& returns, Grade grade, Standing standing, const Shared& shared, ui::Frame& f,
             ReturnEvents& events) {
  std::vector<std::string> entries;
  for (const Grade each : memory::kGrades) {
    entries.push_back(fill(
        f.tr("{grade}: {when}"),
        {{"grade", grade_name(each, f.words())}, {"when", return_words(returns.with(each).due, shared, f.words())}}));
  }
  const int chosen = standing == Standing::asked ? static_cast<int>(grade) - 1 : -1;
  f.space(ui::Space::s);
  f.flow(ui::Space::s, [&] {
    using Kind = ui::ButtonOptions::Kind;
    for (int i = 0; i < static_cast<int>(entries.size()); ++i) {
      const auto at = static_cast<std::size_t>(i);
      const auto kind = i == chosen ? Kind::secondary : Kind::quiet;
      const auto icon = i == chosen ? ui::Icon::check : ui::Icon::none;
      if (ui::button(f, "grade-" + std::to_string(i + 1), entries[at], {.kind = kind, .icon = icon, .small = true}))
        events.grade = memory::kGrades[at];
    }
    if (ui::button(f, "known", f.tr("Known already"), {.kind = Kind::quiet, .small = true}))
      events.standing = Standing::known;
    if (ui::button(f, "not-for-me", f.tr("Not for me"), {.kind = Kind::quiet, .small = true}))
      events.standing = Standing::not_for_me;
  });
}

}  // namespace

std::string grade_name(Grade grade, const text::Translator& words) {
  switch (grade) {
    case Grade::again: return words.tr("Again");
    case Grade::hard: return words.tr("Hard");
    case Grade::good: return words.tr("Good");
    case Grade::easy: return words.tr("Easy");
  }
  return {};
}

ReturnEvents return_line(ui::Frame& f, const Returns& returns, Grade grade, Standing standing, const Shared& shared) {
  ReturnEvents events;
  f.space(ui::Space::m);
  const bool open = f.recall("returns-open") > 0;
  bool toggled = false;
  f.flow(ui::Space::s, [&] {
    ui::icon(f, ui::Icon::clock, 16, ui::Tone::soft);
    ui::label(f, words_of(returns, grade, standing, shared, f), ui::style::small, ui::Tone::soft);
    toggled = ui::link(f, "change", open ? f.tr("Close") : f.tr("Change"), ui::style::small);
  });
  f.remember("returns-open", open != toggled ? 1 : 0);
  if (open) choices(returns, grade, standing, shared, f, events);
  return events;
}

}  // namespace views
