#include "views/blocks.h"

#include <algorithm>
#include <string_view>

#include "text/catalogue.h"
#include "text/markdown.h"
#include "ui/pictures.h"
#include "ui/widgets/feedback.h"
#include "views/charts.h"
#include "views/explore.h"
#include "views/timeline.h"

namespace views {
namespace {

struct Look {
  ui::Tone tone;
  ui::Icon icon;
  std::string title;
};

Look look_of(course::Callout::Kind kind, ui::Frame& f) {
  switch (kind) {
    case course::Callout::Kind::tip: return {ui::Tone::good, ui::Icon::lightbulb, f.tr("Tip")};
    case course::Callout::Kind::warning: return {ui::Tone::warn, ui::Icon::warning, f.tr("Careful")};
    case course::Callout::Kind::example: return {ui::Tone::accent, ui::Icon::book, f.tr("Example")};
    case course::Callout::Kind::note: break;
  }
  return {ui::Tone::accent, ui::Icon::info, f.tr("Note")};
}

/// Letters that Markdown would read as marks, taken as they are.
std::string plain(const std::string& words) {
  std::string escaped;
  for (const char c : words) {
    if (std::string_view("\\`*_[]<>#$!&~|^").find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

/// "A. Smith, 2010, *A book of leaves*[^smith2010]": author, year, and the title, which leads to where it can be read.
std::string source_words(const course::Source& source) {
  std::string words;
  for (const std::string& part : {source.author, source.year}) {
    if (!part.empty()) words += plain(part) + ", ";
  }
  const bool linked = !source.url.empty() && source.url.find_first_of(" <>") == std::string::npos;
  words += linked ? "[" + plain(source.title) + "](<" + source.url + ">)" : plain(source.title);
  return words + "\u202F[^" + source.id.str() + "]";  // a narrow space, so that the title ends before the note
}

struct Draw {
  ui::Frame& f;
  const course::Step& step;
  const BlockContext& c;
  BlockEvents events;

  ui::RichOptions rich() const { return {.note_number = c.note_number}; }

  void source_line(const course::SourceId& id) {
    const course::Source* source = id.empty() ? nullptr : c.state.course->source(id);
    if (!source) return;
    f.space(ui::Space::s);
    ui::RichOptions small = rich();
    small.text = ui::style::caption;
    small.tone = ui::Tone::soft;
    small.tight = true;
    if (const auto event = ui::rich(f, "source", f.tr("Source:") + " " + source_words(*source), small))
      events.followed = event;
  }

  /// A quiet button that turns the drawing's numbers into a table below it, and away again.
  void numbers(const course::Chart& chart) {
    f.space(ui::Space::s);
    const bool shown = f.recall("numbers-shown") > 0;
    const bool turned = ui::button(f, "numbers", shown ? f.tr("Hide the numbers") : f.tr("Show the numbers"),
                                   {.kind = ui::ButtonOptions::Kind::quiet,
                                    .icon = shown ? ui::Icon::chevron_up : ui::Icon::chevron_down,
                                    .small = true});
    f.remember("numbers-shown", shown != turned ? 1.0f : 0.0f);
    if (turned) f.redraw();
    if (!shown) return;
    f.space(ui::Space::s);
    chart_table(f, chart);
  }

  void operator()(const course::TextBlock& b) {
    const std::string_view words = c.heading_above ? text::without_heading(b.markdown) : std::string_view(b.markdown);
    events.followed = ui::rich(f, "text", words, rich());
  }

  void operator()(const course::Callout& b) {
    const Look look = look_of(b.kind, f);
    ui::card(f, {.padding = 16, .edge = look.tone, .soft = true}, [&] {
      f.row({ui::fixed(20), ui::share()}, {.gap = ui::Space::m, .fit = ui::Fit::top}, [&](int cell) {
        if (cell == 0) {
          f.space(1.0f);
          return ui::icon(f, look.icon, 18, look.tone);
        }
        ui::words(f, b.title.empty() ? look.title : b.title, ui::style::strong, look.tone);
        f.space(ui::Space::xs);
        events.followed = ui::rich(f, "text", b.markdown, rich());
      });
    });
  }

  void operator()(const course::Quote& b) {
    const float top = f.y();
    f.pad(ui::Space::l, [&] {
      ui::RichOptions options = rich();
      options.text.italic = true;
      events.followed = ui::rich(f, "text", b.markdown, options);
      if (!b.by.empty()) {
        f.space(ui::Space::xs);
        ui::words(f, "— " + b.by, ui::style::small, ui::Tone::soft);
      }
      source_line(b.source);
    });
    f.paint().fill({f.x(), top, 3, f.y() - top}, f.theme().line, 1.5f);
  }

  void operator()(const course::Picture& b) {
    events.enlarged = ui::picture(f, "picture", b.file, {.width_share = static_cast<float>(b.width), .alt = b.alt});
    caption(f, b.caption, c, events);
    source_line(b.source);
  }

  void operator()(const course::Chart& b) {
    ui::card(f, [&] {
      draw_chart(f, b);
      source_line(b.source);
      numbers(b);
    });
  }

  void operator()(const course::Reveal& b) {
    const bool shown = c.state.revealed.contains(step.id);
    if (!shown) {
      events.revealed = ui::card_button(f, "reveal", {.padding = 14}, [&] {
        f.row({ui::fixed(16), ui::share()}, {.gap = ui::Space::m, .fit = ui::Fit::middle}, [&](int cell) {
          if (cell == 0)
            ui::icon(f, ui::Icon::chevron_right, 16, ui::Tone::accent);
          else
            ui::words(f, b.button, ui::style::strong, ui::Tone::accent);
        });
      });
      return;
    }
    ui::card(f, {.sunken = true}, [&] {
      ui::words(f, b.button, ui::style::strong);
      f.space(ui::Space::s);
      events.followed = ui::rich(f, "text", b.markdown, rich());
    });
  }

  void operator()(const course::Worked& b) {
    ui::card(f, [&] { worked(f, step, b, c, events); });
  }

  void operator()(const course::Diagram& b) {
    ui::card(f, [&] {
      diagram(f, step, b, c, events);
      source_line(b.source);
    });
  }

  void operator()(const course::Compare& b) {
    ui::card(f, [&] { compare(f, b, c, events); });
  }

  void operator()(const course::Explore& b) {
    if (!b.markdown.empty()) {
      events.followed = ui::rich(f, "text", b.markdown, rich());
      f.space(ui::Space::m);
    }
    const auto kept = c.state.explorables.find(step.id);
    if (kept == c.state.explorables.end()) return;
    ui::card(f, [&] {
      ui::words(f, b.title, ui::style::strong);
      f.space(ui::Space::m);
      events.explored = explorable(f, kept->second, {.alt = b.alt});
      source_line(b.source);
    });
  }

  void operator()(const course::Timeline& b) {
    ui::card(f, [&] {
      const auto event = timeline(f, b, rich(), [&](const course::SourceId& id) { source_line(id); });
      if (event) events.followed = event;
    });
  }

  void operator()(const course::Question&) {}
};

}  // namespace

void caption(ui::Frame& f, const std::string& markdown, const BlockContext& context, BlockEvents& events) {
  if (markdown.empty()) return;
  f.space(ui::Space::s);
  const ui::RichOptions options{.text = ui::style::caption, .tone = ui::Tone::soft, .note_number = context.note_number};
  if (const auto event = ui::rich(f, "caption", markdown, options)) events.followed = event;
}

BlockEvents block(ui::Frame& f, const course::Step& step, const BlockContext& context) {
  Draw draw{f, step, context, {}};
  f.scope(step.id.str(), [&] { std::visit(draw, step.content); });
  return draw.events;
}

}  // namespace views
