#include "views/progress.h"

#include "ui/rich.h"
#include "ui/widgets/feedback.h"

namespace views {
namespace {

using namespace screens;
using ui::Key;

constexpr float kSideBySide = 760;  ///< from this width on, two figures stand beside each other
constexpr std::size_t kTableRows = 40;

/// The two buttons that every figure has, at the right of its title.
void tools(ProgressFigure figure, const ProgressState& state, const Shared& shared, ui::Frame& f, Actions& actions) {
  const bool table = state.tables.contains(figure);
  const ui::ButtonOptions quiet{.kind = ui::ButtonOptions::Kind::quiet, .small = true};
  f.flow(ui::Space::xs, ui::Align::end, [&] {
    const std::string label = table ? f.tr("Show the picture") : f.tr("Show as a table");
    if (ui::icon_button(f, "table", table ? ui::Icon::chart : ui::Icon::menu, label, quiet))
      actions.push_back(progress::Action{progress::ToggleTable{figure}});
    if (ui::icon_button(f, "csv", ui::Icon::download, f.tr("Save as a CSV file"), quiet))
      actions.push_back(
          progress::Action{progress::Export{figure, figure_csv(figure_table(figure, state, shared, f.words()))}});
  });
}

void figure_head(ProgressFigure figure, const ProgressState& state, const Shared& shared, ui::Frame& f,
                 Actions& actions) {
  constexpr float kTools = 2 * ui::metrics::small_control + ui::px(ui::Space::xs);
  const std::string title = figure_title(figure, f.words());
  const auto name = [&] { figure == ProgressFigure::overview ? ui::heading(f, title) : ui::subheading(f, title); };
  f.row({ui::share(), ui::fixed(kTools)}, {.gap = ui::Space::m, .fit = ui::Fit::top},
        [&](int cell) { cell == 0 ? name() : tools(figure, state, shared, f, actions); });
}

text::Runs plain_run(std::string words) { return {{std::move(words), text::Style::none, {}, {}}}; }

void table(ProgressFigure figure, const ProgressState& state, const Shared& shared, ui::Frame& f) {
  const FigureTable numbers = figure_table(figure, state, shared, f.words());
  if (numbers.rows.empty())
    return ui::words(f, f.tr("There is nothing to draw yet."), ui::style::small, ui::Tone::soft);
  text::Block block;
  block.kind = text::Block::Kind::table;
  text::TableRow& names = block.rows.emplace_back();
  for (const std::string& name : numbers.columns) names.cells.push_back(plain_run(name));
  block.columns.assign(numbers.columns.size(), text::Align::right);
  block.columns[0] = text::Align::left;
  for (std::size_t i = 0; i < std::min(numbers.rows.size(), kTableRows); ++i) {
    text::TableRow& line = block.rows.emplace_back();
    for (const FigureCell& cell : numbers.rows[i]) line.cells.push_back(plain_run(cell.shown));
  }
  ui::rich(f, "numbers", text::Document{{std::move(block)}}, {.text = ui::style::small, .links = false});
  if (numbers.rows.size() <= kTableRows) return;
  f.space(ui::Space::xs);
  ui::words(f, f.words().trn("and {n} more row", "and {n} more rows", numbers.rows.size() - kTableRows),
            ui::style::small, ui::Tone::soft);
}

void figure_card(ProgressFigure figure, const ProgressState& state, const Shared& shared, ui::Frame& f,
                 Actions& actions) {
  f.scope(progress::name_of(figure), [&] {
    ui::card(f, [&] {
      figure_head(figure, state, shared, f, actions);
      f.space(ui::Space::s);
      ui::words(f, figure_meaning(figure, state, shared, f.words()), ui::style::small, ui::Tone::soft);
      f.space(ui::Space::l);
      if (state.tables.contains(figure))
        table(figure, state, shared, f);
      else
        draw_figure(figure, state, shared, f, actions);
    });
  });
}

void tile_card(const Tile& tile, ui::Frame& f) {
  ui::card(f, [&] {
    ui::words(f, tile.name, ui::style::small, ui::Tone::soft);
    f.space(ui::Space::xs);
    ui::words(f, tile.value, {ui::Size::display, ui::Weight::bold});
    ui::words(f, tile.beside, ui::style::caption, ui::Tone::soft);
    f.space(ui::Space::s);
    ui::words(f, tile.meaning, ui::style::caption, ui::Tone::soft);
  });
}

void overview(const ProgressState& state, const Shared& shared, ui::Frame& f, Actions& actions) {
  f.scope(progress::name_of(ProgressFigure::overview), [&] {
    figure_head(ProgressFigure::overview, state, shared, f, actions);
    f.space(ui::Space::l);
    if (state.tables.contains(ProgressFigure::overview))
      return ui::card(f, [&] { table(ProgressFigure::overview, state, shared, f); });
    const std::vector<Tile> all = tiles(state, shared, f.words());
    constexpr float kLeastTile = 200;
    f.grid(static_cast<int>(all.size()), kLeastTile, ui::Space::l,
           [&](int i) { tile_card(all[static_cast<std::size_t>(i)], f); });
  });
  f.space(ui::Space::l);
}

/// Two figures, the first of them wider; tables need the whole width.
void pair(ProgressFigure wide, ProgressFigure narrow, const ProgressState& state, const Shared& shared, ui::Frame& f,
          Actions& actions) {
  const bool apart = f.width() < kSideBySide || state.tables.contains(wide) || state.tables.contains(narrow);
  if (apart) {
    figure_card(wide, state, shared, f, actions);
    f.space(ui::Space::l);
    figure_card(narrow, state, shared, f, actions);
  } else {
    f.row({ui::share(1.3f), ui::share()}, {.gap = ui::Space::l},
          [&](int cell) { figure_card(cell == 0 ? wide : narrow, state, shared, f, actions); });
  }
  f.space(ui::Space::l);
}

void nothing_yet(ui::Frame& f, Actions& actions) {
  ui::heading(f, f.tr("Progress"));
  f.space(ui::Space::xl);
  const bool begin = ui::empty_state(f, "nothing", ui::Icon::chart,
                                     f.tr("Answer a few questions, and you will see here how much you remember, what "
                                          "comes back when, and whether the model "
                                          "that asks you knows you."),
                                     f.tr("Choose a lesson"));
  if (begin) actions.push_back(Go{{ScreenName::courses, {}, {}, {}}});
}

}  // namespace

void progress(const ProgressState& state, const Shared& shared, ui::Frame& f, Actions& actions) {
  if (!shared.reviews_read) {
    ui::heading(f, f.tr("Progress"));
    f.space(ui::Space::xl);
    return ui::words(f, f.tr("Your history is being read."), ui::style::body, ui::Tone::soft);
  }
  if (state.empty()) return nothing_yet(f, actions);
  overview(state, shared, f, actions);
  pair(ProgressFigure::days, ProgressFigure::calibration, state, shared, f, actions);
  pair(ProgressFigure::forecast, ProgressFigure::loss, state, shared, f, actions);
  figure_card(ProgressFigure::concepts, state, shared, f, actions);
  f.space(ui::Space::l);
  figure_card(ProgressFigure::curve, state, shared, f, actions);
  f.space(ui::Space::l);
  figure_card(ProgressFigure::cost, state, shared, f, actions);
  if (f.pressed(Key::t)) actions.push_back(progress::Action{progress::ToggleTables{}});
}

}  // namespace views
