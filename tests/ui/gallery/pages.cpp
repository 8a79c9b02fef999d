#include "ui/gallery/pages.h"

#include <array>
#include <string>
#include <vector>

#include "ui/gallery/parts.h"
#include "ui/rich.h"
#include "ui/widgets/answers.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/navigation.h"

namespace gallery {

using namespace ui;

namespace {

void page(Frame& f, std::string_view name, Body body) {
  f.within({48, 32, f.size().x - 96, 0}, [&] {
    heading(f, name);
    f.space(Space::l);
    body();
  });
}

constexpr std::string_view kText = R"(## A heading of the second level

Running text with **bold**, *italic*, ***both***, `code in a line`, ~~struck~~, [a link to a concept](concept:resonance) and a source.[^brynjolfsson] In
French : « une espace fine insécable avant les signes doubles ! » and 68 % of 1 200. A formula: $E = m c^2$, $x_{t+1} \le \alpha \cdot x_t$, $\frac{a+b}{2}$.

### Lists

- First, short.
- Second, so long that it does not fit on a single line of this column and has to go on under its own first word, not under the mark.
  - Nested once
  - and once more.
    1. Ordered
    2. inside.
- Third.

9. Nine
10. Ten
11. Eleven, with *some* italics

> A quotation stands a little to the right, with a bar beside it, and is as long as it needs to be.

| Country | Households online | Change |
| :-- | --: | :-: |
| Korea | 99.5 % | +0.2 |
| France | 92 % | +1.4 |
| A country with a rather long name | 61 % | +6.0 |

```
steps:
  - text: "Push a swing"     # keeps its spaces
  - ask: Which one?
```

---

한국어 문장도 같은 글 안에서 자연스럽게 이어진다. 인터넷 보급률은 세계에서 가장 높은 편이다.
)";

}  // namespace

void draw_text(Frame& f) {
  page(f, "Reading", [&] {
    f.row({fixed(metrics::reading_column), share()}, {Space::huge, Fit::top}, [&](int i) {
      if (i == 0) {
        rich(f, "text", kText);
        return;
      }
      words(f, "Display, thirty", style::display);
      words(f, "Title, twenty, with words enough to make it two lines of equal length", style::title);
      f.space(Space::s);
      words(f, "Strong body. Plain words wrap as well as Markdown does.", style::strong);
      words(f, "Body. The quick brown fox jumps over the lazy dog.", style::body);
      words(f, "Small. The quick brown fox jumps over the lazy dog.", style::small);
      words(f, "Caption. The quick brown fox jumps over the lazy dog.", style::caption, Tone::soft);
      words(f, "Mono 0O 1lI {} => != ", style::mono);
      words(f, "Poster", style::poster);
      f.space(Space::l);
      card(f, [&] {
        rich(f, "narrow",
             "A **narrow** column with a [link](https://example.org) and a long word: "
             "Internationalisierungsbeauftragte.");
      });
    });
  });
}

void draw_icons(Frame& f) {
  page(f, "Icons", [&] {
    f.flow(Space::l, [&] {
      for (int i = 1; i <= static_cast<int>(Icon::copy); ++i) icon(f, static_cast<Icon>(i), 24, Tone::ink);
    });
    f.space(Space::l);
    f.flow(Space::l, [&] {
      for (int i = 1; i <= static_cast<int>(Icon::copy); ++i) icon(f, static_cast<Icon>(i), 16, Tone::accent);
    });
    f.space(Space::l);
    f.flow(Space::l, [&] { icon(f, Icon::logo, 96, Tone::accent); });
  });
}

void draw_buttons(Frame& f) {
  using Kind = ButtonOptions::Kind;
  page(f, "Buttons and marks", [&] {
    for (const bool enabled : {true, false}) {
      f.scope(enabled ? "on" : "off", [&] {
        f.flow(Space::m, [&] {
          for (const Kind kind : {Kind::primary, Kind::secondary, Kind::quiet, Kind::danger}) {
            ButtonOptions o;
            o.kind = kind, o.enabled = enabled;
            button(f, std::to_string(static_cast<int>(kind)),
                   kind == Kind::primary ? "Next question" : "Show explanation", o);
          }
          ButtonOptions key;
          key.kind = Kind::primary, key.key = {Key::space}, key.enabled = enabled;
          button(f, "key", "Next question", key);
          ButtonOptions with_icon;
          with_icon.icon = Icon::speaker, with_icon.enabled = enabled, with_icon.key = {Key::k, true};
          button(f, "icon", "Read aloud", with_icon);
          icon_button(f, "gear", Icon::gear, "Settings", {});
          ButtonOptions small;
          small.small = true, small.enabled = enabled;
          button(f, "small", "Small", small);
        });
      });
      f.space(Space::l);
    }
    f.flow(Space::s, [&] {
      chip(f, "resonance");
      chip(f, "right", Tone::good);
      chip(f, "partly", Tone::warn);
      chip(f, "wrong", Tone::bad);
      chip(f, "plain", Tone::soft);
      chip_button(f, "chip", "clickable");
      key_cap(f, {Key::escape});
      key_cap(f, {Key::k, true});
      key_hint(f, {Key::h}, "hint");
      link(f, "link", "a link");
      label(f, "and words beside it", style::small, Tone::soft);
    });
    f.space(Space::xl);
    f.row({share(), share(), share()}, {Space::l, Fit::stretch}, [&](int i) {
      CardOptions o;
      o.edge = i == 1 ? Tone::good : Tone::ink;
      o.dashed = i == 2;
      card(f, o, [&] {
        words(f,
              i == 0   ? "A card"
              : i == 1 ? "With an edge, and more words than the others have, so that they are stretched"
                       : "Dashed",
              style::strong);
        progress_bar(f, 0.3f + 0.2f * static_cast<float>(i));
      });
    });
    f.space(Space::l);
    f.stack(Space::s, [&] {
      banner(f, "b1", "The course changed since you last opened it. Your answers are kept.",
             {Tone::accent, Icon::info, {}, "Reload", {Key::f5}, true});
      banner(f, "b2", "This disk is full: nothing new can be kept.",
             {Tone::bad, Icon::error, "Your answers are not being saved", {}, {}, false});
      banner(f, "b3", "A note without colour.", {Tone::ink, Icon::lightbulb, {}, {}, {}, false});
    });
  });
  toast(f, "toast", "Answer taken back.", {Tone::accent, Icon::undo, {}, "Put back", {}, true});
}

void draw_controls(Frame& f) {
  page(f, "Controls", [&] {
    f.row({share(), share()}, {Space::xxl, Fit::top}, [&](int column) {
      f.stack(Space::l, [&] {
        if (column == 0) {
          text_field(f, "name", "Léa Martin", {.label = "Your name"});
          text_field(f, "empty", "", {.label = "How many?", .placeholder = "a number", .unit = "°C", .width = 220});
          text_field(f, "good", "John Doer, 2010", {.edge = Tone::good});
          text_field(f, "long",
                     "Several lines are wrapped as they are typed, with our own editor, and grow with what is "
                     "written.\nA second paragraph.",
                     {.label = "In your own words", .lines = 4, .autofocus = true});
          text_field(f, "off", "Cannot be changed", {.enabled = false});
          return;
        }
        const std::vector<std::string> languages{"English", "Français", "한국어"};
        picker(f, "language", languages, 1, {.label = "Language"});
        picker(f, "none", languages, -1, {.placeholder = "Choose one", .width = 220});
        const std::vector<std::string> themes{"Light", "Dark", "Contrast"};
        segmented(f, "theme", themes, 0);
        toggle(f, "motion", "Reduce motion", true, "Nothing slides or fades.");
        toggle(f, "speech", "Read questions aloud", false);
        check_box(f, "check", "I have read this", true);
        check_box(f, "uncheck", "And this", false);
        slider(f, "size", 1.2, {.label = "Text size", .shown = "120 %", .from = 0.8, .to = 2.0, .step = 0.1});
        const std::vector<std::string> names{"Overview", "Answers", "Students"};
        tabs(f, "tabs", names, 0);
      });
    });
  });
}

void draw_answers(Frame& f) {
  page(f, "Answers", [&] {
    f.row({share(), share()}, {Space::xxl, Fit::top}, [&](int column) {
      f.stack(Space::s, [&] {
        const text::Document& reason = parsed(f, "Because *this* is how it is, says the source.");
        if (column == 0) {
          f.group("single", [&] {
            choice(f, "idle", parsed(f, "Not chosen"), {});
            choice(f, "chosen", parsed(f, "Chosen"), {.number = 1, .chosen = true});
            choice(f, "right", parsed(f, "Right"),
                   {.number = 2, .chosen = true, .mark = Mark::right, .enabled = false, .reason = &reason});
            choice(f, "partly", parsed(f, "Partly right"),
                   {.number = 3, .chosen = true, .mark = Mark::partly, .enabled = false, .reason = &reason});
            choice(f, "wrong", parsed(f, "Wrong"),
                   {.number = 4, .chosen = true, .mark = Mark::wrong, .enabled = false, .reason = &reason});
            choice(f, "missed", parsed(f, "Right, but not chosen"),
                   {.number = 5, .mark = Mark::missed, .enabled = false});
            choice(f, "off", parsed(f, "Disabled"), {.number = 6, .enabled = false});
          });
          return;
        }
        choice(f, "m1",
               parsed(f,
                      "Several may be right: this is chosen, and its text is long enough to need a second line in this "
                      "column"),
               {.number = 0, .several = true, .chosen = true});
        choice(f, "m2", parsed(f, "This is not"), {.number = 1, .several = true});
        choice(f, "v1", parsed(f, "Social, Local, Mobile"),
               {.number = 1, .mark = Mark::right, .enabled = false, .share = 0.61f, .shown_share = "61 %"});
        choice(f, "v2", parsed(f, "Mobile only"),
               {.number = 0, .enabled = false, .share = 0.12f, .shown_share = "12 %"});
        scale_row(f, "scale", 1, 5, 4, "not at all", "very much");
        const std::vector<std::string> before{"Heat stops ", ", so green tea is heated ",
                                              " and dried in the air of the room, as one sees in ", "."};
        const std::vector<Gap> all{
            {{}, "oxidation", Mark::right}, {{"early", "late", "never"}, "early", Mark::open}, {{}, "", Mark::open}};
        gaps(f, "gaps", before, all);
      });
    });
  });
}

void draw_putting(Frame& f) {
  page(f, "Putting in place", [&] {
    f.row({share(), share()}, {Space::xxl, Fit::top}, [&](int column) {
      if (column == 0) {
        const std::vector<ListItem> items{
            {"Green"},
            {"Oolong, which is neither green nor black but somewhere on the way between the two"},
            {"Black", Mark::right},
            {"White", Mark::wrong}};
        reorder(f, "order", items);
        f.space(Space::xl);
        const std::vector<std::string> left{"Sencha", "Darjeeling", "Pu-erh"},
            right{"China", "Japan", "India", "Brazil"};
        match(f, "match", left, right, {{1, 2, -1}, {Mark::open, Mark::wrong, Mark::open}});
        return;
      }
      const std::vector<std::string> names{"From the tea plant", "From other plants"};
      const std::vector<SortCard> cards{
          {"Sencha", 0}, {"Assam"}, {"Rooibos", 1, Mark::right}, {"Chamomile"}, {"Mate", 0, Mark::wrong}};
      bins(f, "bins", names, cards);
      f.space(Space::xl);
      empty_state(f, "none", Icon::book, "No course yet. Open one, or make your own.", "Open a course");
    });
  });
}

void draw_dialog(Frame& f) {
  draw_today(f);
  dialog(f, "remove", "Remove this course?", {.confirm = "Remove", .cancel = "Keep", .danger = true}, [&] {
    words(f, "143 answers and their review dates go with it. This cannot be undone.", style::body, Tone::soft);
  });
}

std::span<const Page> pages() {
  static constexpr std::array kPages{
      Page{"today", draw_today},          Page{"lesson", draw_lesson},     Page{"review", draw_review},
      Page{"buttons", draw_buttons, 860}, Page{"controls", draw_controls}, Page{"answers", draw_answers},
      Page{"putting", draw_putting},      Page{"text", draw_text, 1500},   Page{"formulas", draw_formulas, 1100},
      Page{"icons", draw_icons, 420},     Page{"dialog", draw_dialog}};
  return kPages;
}

}  // namespace gallery
