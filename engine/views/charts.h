#pragma once
// A course's charts on screen: the drawing, the same numbers as a table, and the same in words.

#include <string>

#include "course/chart.h"
#include "text/catalogue.h"
#include "ui/chart.h"

namespace views {

/// A line, bar, dots or area chart as ui draws it; rows of the table are the points of each series, in their order.
ui::ChartData chart_data(const course::Chart& chart);

/// The chart, whatever its kind.
void draw_chart(ui::Frame& f, const course::Chart& chart);

/// The numbers behind it: what the chart shows in a sentence or two, and the rows.
void chart_table(ui::Frame& f, const course::Chart& chart);

/// What a chart shows, made from its numbers: where each series begins and ends, and its highest; for those who do not see it.
std::string chart_in_words(const course::Chart& chart, const text::Translator& words);

/// "1999", "March 1999", "14 March 1999", "44 BC".
std::string moment_words(const course::Moment& moment, const text::Translator& words);
/// "1999–2004".
std::string moments_words(const course::Moment& from, const std::optional<course::Moment>& to,
                          const text::Translator& words);

}  // namespace views
