// The glossary of a course: every term with its definition, where it is taught and what it belongs to.

#include "screens/glossary.h"

#include "text/catalogue.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/feedback.h"
#include "views/peek.h"
#include "views/views.h"

namespace views {
namespace {

using namespace screens;

constexpr float kName = 240, kWide = 720;  ///< names stand beside their definitions where there is this much room

void choose(const course::ConceptId& id, Actions& actions) {
  actions.push_back(course_page::Action{course_page::ShowTerm{id}});
}

void related(ui::Frame& f, const char* id, const std::string& label, const std::vector<const course::Concept*>& terms,
             Actions& actions) {
  if (terms.empty()) return;
  f.space(ui::Space::s);
  f.scope(id, [&] {
    f.flow(ui::Space::s, [&] {
      ui::label(f, label, ui::style::small, ui::Tone::soft);
      for (const course::Concept* term : terms) {
        if (ui::chip_button(f, term->id.str(), term->name)) choose(term->id, actions);
      }
    });
  });
}

void taught(const course::Course& course, const std::vector<const course::Lesson*>& lessons, ui::Frame& f,
            Actions& actions) {
  if (lessons.empty()) return;
  f.space(ui::Space::s);
  f.flow(ui::Space::m, [&] {
    ui::label(f, f.tr("Taught in"), ui::style::small, ui::Tone::soft);
    for (const course::Lesson* lesson : lessons) {
      if (ui::link(f, "lesson-" + lesson->id.str(), lesson->title, ui::style::small))
        actions.push_back(Go{{ScreenName::lesson, course.id, lesson->id, {}}});
    }
  });
}

void about(const course::Course& course, const glossary::Term& term, const Shared& shared, ui::Frame& f,
           Actions& actions) {
  const Peek* shown = shared.peek ? &*shared.peek : nullptr;
  follow(ui::rich(f, "definition", term.entry->definition), course, shown, actions);
  taught(course, term.taught, f, actions);
  related(f, "needs", f.tr("Stands on"), term.needs, actions);
  related(f, "needed-by", f.tr("Leads to"), term.needed_by, actions);
}

void term(const course::Course& course, const glossary::Term& term, bool chosen, const Shared& shared, ui::Frame& f,
          Actions& actions) {
  const float top = f.y();
  f.scope(term.entry->id.str(), [&] {
    ui::card(f, {.padding = 16, .edge = chosen ? ui::Tone::accent : ui::Tone::ink}, [&] {
      const auto name = [&] { ui::words(f, term.entry->name, ui::style::strong); };
      if (f.width() >= kWide) {
        f.row({ui::fixed(kName), ui::share()}, {.gap = ui::Space::xl, .fit = ui::Fit::top},
              [&](int cell) { cell == 0 ? name() : about(course, term, shared, f, actions); });
        return;
      }
      name();
      f.space(ui::Space::xs);
      about(course, term, shared, f, actions);
    });
    // The term that was asked for comes into sight, once the page above it has been measured.
    const float seen = f.recall("chosen");
    if (chosen && seen < 2) {
      f.reveal({f.x(), top - 16, f.width(), f.y() - top + 32});
      f.redraw();
    }
    if (chosen) f.remember("chosen", std::min(2.0f, seen + 1));
  });
}

}  // namespace

void glossary(const course_page::State& state, const CourseEntry& entry, const Shared& shared, ui::Frame& f,
              Actions& actions) {
  const course::Course& course = *entry.course;
  const auto typed = ui::text_field(f, "query", state.query, {.placeholder = f.tr("Find a term"), .limit = 100});
  if (typed.changed) actions.push_back(course_page::Action{course_page::TypeQuery{*typed.changed}});
  f.space(ui::Space::l);
  const std::vector<glossary::Term> terms = glossary::terms(course, state.query);
  if (terms.empty()) {
    const std::string words =
        course.concepts.empty() ? f.tr("This course has no terms yet.") : f.tr("No term has this in it.");
    ui::words(f, words, ui::style::body, ui::Tone::soft);
  }
  std::string letter;
  for (const glossary::Term& one : terms) {
    if (one.letter != letter) {
      if (!letter.empty()) f.space(ui::Space::m);
      letter = one.letter;
      ui::words(f, letter, ui::style::title, ui::Tone::soft);
      f.space(ui::Space::s);
    }
    term(course, one, state.chosen == one.entry->id, shared, f, actions);
    f.space(ui::Space::s);
  }
}

}  // namespace views
