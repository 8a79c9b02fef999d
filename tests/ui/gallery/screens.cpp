// Three whole screens, to see the widgets together.

#include <array>

#include "ui/gallery/parts.h"
#include "ui/rich.h"
#include "ui/widgets/answers.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/navigation.h"

namespace gallery {

using namespace ui;

namespace {

void side_bar(Frame& f, int current) {
  const Vec window = f.size();
  f.paint().fill({0, 0, metrics::side_bar, window.y}, f.theme().sunken);
  f.paint().line({metrics::side_bar - 1, 0}, {metrics::side_bar - 1, window.y}, {f.theme().line});
  f.within({24, 21, 160, 0}, [&] { brand(f, "Résonance"); });
  constexpr std::array<const char*, 5> kNames{"Today", "Courses", "Progress", "Class", "Author"};
  f.within({12, 70, metrics::side_bar - 25, 0}, [&] {
    f.stack(Space::none, [&] {
      for (int i = 0; i < 5; ++i) {
        NavOptions o;
        o.current = i == current;
        if (i == 0) o.badge = "12";
        if (nav_item(f, kNames[static_cast<std::size_t>(i)], kNames[static_cast<std::size_t>(i)], o)) f.redraw();
        f.space(2);
      }
    });
  });
}

}  // namespace

void draw_today(Frame& f) {
  side_bar(f, 0);
  f.within({256, 36, f.size().x - 256 - 48, 0}, [&] {
    words(f, "Sunday 22 November", style::small, Tone::soft);
    heading(f, "Good evening, Léa");
    f.space(Space::xl);
    f.row({share(11), share(9)}, {Space::l, Fit::stretch}, [&](int i) {
      if (i == 1) {
        card(f, [&] {
          words(f, "Continue", style::small, Tone::soft);
          subheading(f, "SoLoMo and the new territories");
          words(f, "Step 7 of 14 · 6 min left", style::small, Tone::soft);
          f.space(Space::m);
          progress_bar(f, 0.5f);
        });
        return;
      }
      card(f, [&] {
        ButtonOptions o;
        o.kind = ButtonOptions::Kind::primary;
        o.key = {Key::r};
        f.row({fixed(82), share(), fixed(button_width(f, "Review", o))}, {Space::l, Fit::middle}, [&](int cell) {
          if (cell == 0) progress_ring(f, 0.42f, "12", 82);
          if (cell == 1) {
            subheading(f, "12 to review");
            words(f, "about 4 minutes · memory today 91 %", style::small, Tone::soft);
          }
          if (cell == 2 && button(f, "review", "Review", o)) f.redraw();
        });
      });
    });
    f.space(Space::xl);
    subheading(f, "Your courses");
    f.space(Space::m);
    constexpr std::array<const char*, 3> kCourses{"The user at the heart of the digital revolution",
                                                  "Learning that lasts", "Statistics for a claim"};
    constexpr std::array<float, 3> kShare{0.46f, 0.8f, 0.05f};
    f.grid(3, 240, Space::l, [&](int i) {
      const auto n = static_cast<std::size_t>(i);
      card_button(f, "course-" + std::to_string(i), {}, [&] {
        f.row({fixed(50), share()}, {Space::l, Fit::top}, [&](int cell) {
          if (cell == 0)
            progress_ring(f, kShare[n], std::to_string(static_cast<int>(kShare[n] * 100)));
          else {
            words(f, kCourses[n], style::strong);
            words(f, "8 modules · FR · EN", style::small, Tone::soft);
          }
        });
      });
    });
  });
}

void draw_lesson(Frame& f) {
  side_bar(f, 1);
  f.within({256, 24, metrics::reading_column, 0}, [&] {
    const std::array<std::string, 2> path{"Producers meet users", "Resonance"};
    breadcrumb(f, "path", path);
    f.space(Space::l);
    rich(f, "text",
         "# When two movements meet\n\nPush a swing at the wrong moment and little happens. Push it **in time**, and "
         "small efforts "
         "add up. Move the sliders: when does the response exceed four times the push?");
    f.space(Space::l);
    card(f, [&] {
      two_sides(f, "Response of a driven oscillator", style::strong, Tone::ink, "drag, or use ← →", style::caption,
                Tone::soft);
      f.space(Space::l);
      f.row({share(), share()}, {Space::xl, Fit::top}, [&](int i) {
        SliderOptions o;
        o.label = i == 0 ? "Damping" : "Rhythm of the push";
        o.shown = i == 0 ? "0.10" : "1.00";
        slider(f, i == 0 ? "damping" : "rhythm", i == 0 ? 0.18 : 0.45, o);
      });
    });
    f.space(Space::xl);
    words(f, "Which change brings the response back under × 2?", style::strong);
    f.space(Space::m);
    f.group("choices", [&] {
      ChoiceOptions right;
      right.mark = Mark::right;
      right.chosen = true;
      right.enabled = false;
      right.reason = &parsed(f, "Right: at resonance the response is 1 ÷ (2 × damping), here × 1.4.");
      choice(f, "a", parsed(f, "Damping from 0.10 to 0.35"), right);
      f.space(Space::s);
      ChoiceOptions other;
      other.number = 1;
      choice(f, "b", parsed(f, "Pushing twice as hard"), other);
    });
  });
  f.within({952, 26, metrics::side_column, 0}, [&] {
    f.row({fixed(52), share()}, {Space::s, Fit::middle}, [&](int i) {
      if (i == 0)
        label(f, "6 of 11", style::small, Tone::soft);
      else
        progress_bar(f, 0.54f);
    });
    f.space(Space::xl);
    words(f, "In this lesson", style::small_strong, Tone::soft);
    f.space(Space::xs);
    const std::array<OutlineEntry, 5> entries{{{"The metaphor", Progress::done},
                                               {"One alone, two together", Progress::done},
                                               {"When two movements meet", Progress::current},
                                               {"Complementarity"},
                                               {"Where the metaphor breaks"}}};
    outline(f, "outline", entries);
    f.space(Space::xl);
    words(f, "Concepts", style::small_strong, Tone::soft);
    f.space(Space::s);
    f.flow(Space::xs, [&] {
      chip(f, "resonance");
      chip(f, "complementarity");
    });
  });
}

void draw_review(Frame& f) {
  f.within({48, 36, f.size().x - 96, 0}, [&] {
    f.row({fixed(48), share(), fixed(54), fixed(74)}, {Space::m, Fit::middle}, [&](int i) {
      if (i == 0) label(f, "Review", style::small, Tone::soft);
      if (i == 1) progress_bar(f, 0.33f);
      if (i == 2) label(f, "4 of 12", style::small, Tone::soft);
      if (i == 3) key_hint(f, {Key::escape}, "stop");
    });
  });
  f.within({280, 120, 720, 0}, [&] {
    f.flow(Space::s, [&] {
      chip(f, "SoLoMo");
      label(f, "last seen 9 days ago · predicted recall 84 %", style::small, Tone::soft);
    });
    f.space(Space::m);
    rich(f, "ask", "# Who is credited with the term SoLoMo, and when?");
    f.space(Space::xl);
    CardOptions good;
    good.edge = Tone::good;
    card(f, good, [&] {
      words(f, "Your answer", style::small, Tone::soft);
      words(f, "John Doer, 2010", style::title);
      f.space(Space::xs);
      f.flow(Space::xs, [&] {
        icon(f, Icon::check, 14, Tone::good);
        label(f, "Accepted: one letter off “John Doerr, 2010”.", style::small, Tone::good);
      });
    });
    f.space(Space::l);
    words(f,
          "A venture capitalist at Kleiner Perkins. Facebook took part in the fund that followed, which is why the "
          "idea is often pinned on it.",
          style::body, Tone::soft);
    f.space(Space::xl);
    words(f, "How well did you know it?", style::small, Tone::soft);
    f.space(Space::s);
    constexpr std::array<const char*, 4> kNames{"Again", "Hard", "Good", "Easy"};
    constexpr std::array<const char*, 4> kWhen{"10 min", "12 days", "24 days", "2.1 months"};
    constexpr std::array<Tone, 4> kTones{Tone::bad, Tone::warn, Tone::accent, Tone::good};
    f.grid(4, 120, Space::m, [&](int i) {
      const auto n = static_cast<std::size_t>(i);
      RatingOptions o;
      o.tone = kTones[n], o.detail = kWhen[n], o.key = {digit_key(i)}, o.proposed = i == 2;
      rating(f, kNames[n], kNames[n], o);
    });
  });
}

}  // namespace gallery
