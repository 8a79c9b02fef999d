#include "views/blocks.h"

#include <algorithm>

#include "text/catalogue.h"
#include "text/markdown.h"
#include "ui/chart.h"
#include "ui/pictures.h"
#include "ui/widgets/feedback.h"
#include "views/explore.h"

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

ui::ChartData chart_data(const course::Chart& chart) {
  ui::ChartData data;
  data.kind = static_cast<ui::ChartData::Kind>(chart.kind);
  data.title = chart.title;
  data.unit = chart.unit;
  data.x_label = chart.x_label;
  data.y_label = chart.y_label;
  data.from = chart.from;
  data.to = chart.to;
  data.log = chart.log;
  data.alt = chart.alt;
  const std::size_t rows = chart.table.cells.size();
  const auto is_number = [&](std::size_t row) {
    return chart.table.number(row, chart.x) == chart.table.number(row, chart.x);
  };
  bool numeric = chart.kind != course::Chart::Kind::bar && rows > 0;
  for (std::size_t row = 0; row < rows; ++row) numeric = numeric && is_number(row);
  std::vector<double> x;
  for (std::size_t row = 0; row < rows; ++row) {
    if (numeric)
      x.push_back(chart.table.number(row, chart.x));
    else
      data.categories.push_back(chart.table.cells[row][chart.x]);
  }
  data.x_is_year = numeric && std::all_of(x.begin(), x.end(), [](double v) { return v >= 1000 && v <= 2200; });
  for (std::size_t i = 0; i < chart.y.size(); ++i) {
    ui::Series& series = data.series.emplace_back();
    series.label = chart.labels[i];
    series.x = x;
    for (std::size_t row = 0; row < rows; ++row) series.y.push_back(chart.table.number(row, chart.y[i]));
  }
  return data;
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
    const int number = c.note_number(id.str());
    std::string words = f.tr("Source:") + " " + (source->author.empty() ? source->title : source->author);
    if (!source->year.empty()) words += " " + source->year;
    if (ui::link(f, "source", words + " [" + std::to_string(number) + "]", ui::style::caption)) {
      events.followed = {ui::RichEvent::Kind::note, id.str()};
    }
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
    ui::picture(f, "picture", b.file, {.width_share = static_cast<float>(b.width), .alt = b.alt, .caption = b.caption});
    source_line(b.source);
  }

  void operator()(const course::Chart& b) {
    ui::card(f, [&] {
      ui::chart(f, "chart", chart_data(b));
      source_line(b.source);
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
    const auto it = c.state.worked.find(step.id);
    const std::size_t shown =
        std::min(b.steps.size(), 1 + static_cast<std::size_t>(it == c.state.worked.end() ? 0 : it->second));
    ui::card(f, [&] {
      ui::words(f, f.tr("Worked example"), ui::style::small, ui::Tone::soft);
      ui::words(f, b.title, ui::style::title);
      for (std::size_t i = 0; i < shown; ++i) worked_step(b.steps[i], i);
      if (shown >= b.steps.size()) return;
      f.space(ui::Space::l);
      const std::string label = text::fill(f.tr("Step {step} of {steps}"), {{"step", std::to_string(shown + 1)},
                                                                            {"steps", std::to_string(b.steps.size())}});
      events.next_worked = ui::button(f, "next", label, {.icon = ui::Icon::chevron_down});
    });
  }

  void worked_step(const course::WorkedStep& s, std::size_t index) {
    f.space(ui::Space::l);
    f.scope(index, [&] {
      f.row({ui::fixed(24), ui::share()}, {.gap = ui::Space::m, .fit = ui::Fit::top}, [&](int cell) {
        if (cell == 0) return ui::words(f, std::to_string(index + 1) + ".", ui::style::strong, ui::Tone::accent);
        if (const auto event = ui::rich(f, "text", s.markdown, rich())) events.followed = event;
        if (s.why.empty()) return;
        f.space(ui::Space::xs);
        ui::RichOptions why = rich();
        why.text = ui::style::small;
        why.tone = ui::Tone::soft;
        if (const auto event = ui::rich(f, "why", s.why, why)) events.followed = event;
      });
    });
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
      events.explored = explorable(f, kept->second);
      source_line(b.source);
    });
  }

  void operator()(const course::Question&) {}
};

}  // namespace

BlockEvents block(ui::Frame& f, const course::Step& step, const BlockContext& context) {
  Draw draw{f, step, context, {}};
  f.scope(step.id.str(), [&] { std::visit(draw, step.content); });
  return draw.events;
}

}  // namespace views
