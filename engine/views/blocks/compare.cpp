// Two or three things side by side; one below the other where the column is too narrow.

#include "views/blocks.h"

namespace views {
namespace {

constexpr float kLeastColumn = 170;

class Comparison {
 public:
  Comparison(ui::Frame& f, const course::Compare& compare, const BlockContext& context, BlockEvents& events)
      : f_(f), compare_(compare), context_(context), events_(events) {}

  void run() {
    ui::words(f_, compare_.title, ui::style::strong);
    f_.space(ui::Space::m);
    const float gaps = ui::px(ui::Space::xl) * static_cast<float>(compare_.columns.size() - 1);
    const bool wide = f_.width() >= kLeastColumn * static_cast<float>(compare_.columns.size()) + gaps;
    wide ? side_by_side() : one_below_the_other();
  }

 private:
  template <class Cell>
  void row(Cell cell) {
    const std::vector<ui::Width> widths(compare_.columns.size(), ui::share());
    f_.row(widths, {.gap = ui::Space::xl, .fit = ui::Fit::top},
           [&](int column) { cell(static_cast<std::size_t>(column)); });
  }

  void side_by_side() {
    row([&](std::size_t i) { head(i); });
    for (std::size_t r = 0; r < compare_.rows.size(); ++r) {
      f_.space(ui::Space::m);
      ui::rule(f_);
      f_.space(ui::Space::m);
      ui::words(f_, compare_.rows[r].what, ui::style::small_strong, ui::Tone::soft);
      f_.space(ui::Space::xs);
      row([&](std::size_t i) { cell(r, i); });
    }
  }

  void one_below_the_other() {
    for (std::size_t i = 0; i < compare_.columns.size(); ++i) {
      if (i > 0) {
        f_.space(ui::Space::l);
        ui::rule(f_);
        f_.space(ui::Space::l);
      }
      head(i);
      for (std::size_t r = 0; r < compare_.rows.size(); ++r) {
        f_.space(ui::Space::m);
        ui::words(f_, compare_.rows[r].what, ui::style::small_strong, ui::Tone::soft);
        cell(r, i);
      }
    }
  }

  void head(std::size_t i) {
    const course::Compare::Column& column = compare_.columns[i];
    ui::words(f_, column.title, ui::style::strong, ui::Tone::accent);
    if (column.markdown.empty()) return;
    f_.space(ui::Space::xs);
    text("text-" + std::to_string(i), column.markdown);
  }

  void cell(std::size_t row_index, std::size_t i) {
    const auto& cells = compare_.rows[row_index].cells;
    if (i < cells.size()) text("cell-" + std::to_string(row_index) + "-" + std::to_string(i), cells[i]);
  }

  void text(const std::string& id, const std::string& markdown) {
    ui::RichOptions options;
    options.note_number = context_.note_number;
    if (const auto event = ui::rich(f_, id, markdown, options)) events_.followed = event;
  }

  ui::Frame& f_;
  const course::Compare& compare_;
  const BlockContext& context_;
  BlockEvents& events_;
};

}  // namespace

void compare(ui::Frame& f, const course::Compare& compare, const BlockContext& context, BlockEvents& events) {
  Comparison(f, compare, context, events).run();
}

}  // namespace views
