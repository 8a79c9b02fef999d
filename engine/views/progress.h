#pragma once
// The parts of the screen Progress: each figure's numbers as a table, what it means in a sentence, and its drawing.

#include <string>
#include <vector>

#include "screens/progress.h"
#include "text/catalogue.h"
#include "ui/frame.h"
#include "views/views.h"

namespace views {

using ProgressFigure = screens::progress::Figure;
using ProgressState = screens::progress::State;

/// One cell as people read it, and as a spreadsheet does: shares from 0 to 1, a decimal point, dates as 2026-11-22.
struct FigureCell {
  std::string shown;
  std::string plain;
};
/// All numbers of a figure.
struct FigureTable {
  std::vector<std::string> columns;
  std::vector<std::vector<FigureCell>> rows;
};
FigureTable figure_table(ProgressFigure figure, const ProgressState& state, const screens::Shared& shared,
                         const text::Translator& words);
std::string figure_csv(const FigureTable& table);

/// What it is called.
std::string figure_title(ProgressFigure figure, const text::Translator& words);
/// What it means for the learner, in a sentence or two.
std::string figure_meaning(ProgressFigure figure, const ProgressState& state, const screens::Shared& shared,
                           const text::Translator& words);

/// The four numbers at the top: what it is, the number, what it is measured by, and what it means.
struct Tile {
  std::string name, value, beside, meaning;
};
std::vector<Tile> tiles(const ProgressState& state, const screens::Shared& shared, const text::Translator& words);

/// "1 h 52", "12 min", "40 s", on one line.
std::string time_words(base::Duration time, const text::Translator& words);
/// "91.1%", "91,1 %"; with so many decimals, trailing zeros dropped.
std::string share_words(double share, int decimals, const text::Translator& words);
/// "22 November", by local time.
std::string day_words(std::chrono::sys_days day, const text::Translator& words);

/// Draws the figure, without title, sentence and table.
void draw_figure(ProgressFigure figure, const ProgressState& state, const screens::Shared& shared, ui::Frame& f,
                 Actions& actions);
// Those with files of their own.
void draw_days(const ProgressState& state, ui::Frame& f);
void draw_curve(const ProgressState& state, const screens::Shared& shared, ui::Frame& f, Actions& actions);
void draw_concepts(const ProgressState& state, const screens::Shared& shared, ui::Frame& f, Actions& actions);

}  // namespace views
