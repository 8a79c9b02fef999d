// The plots of an explorable.

#include <algorithm>

#include "course/reading/explore_reader.h"

namespace course {
namespace {

using explorable::Axis;
using explorable::Curve;
using explorable::Plot;

constexpr std::size_t most_plots = 4, most_curves = 24, most_each = 12, most_bars = 24, most_dots = 50, most_parts = 8;

constexpr Key plot_key{"plot", shape::other(msg("a map such as {x: …, y: …, curves: […]}")), Need::optional,
                       "what is drawn"};
constexpr Key plots_key{"plots", shape::other(msg("a list of such maps")), Need::optional, "views of the same inputs"};
constexpr std::array plot_fields{
    Field<Plot>{{"title", shape::text, Need::optional, "shown above"}, into<&Plot::title>},
};
constexpr Key x_key{"x", shape::other(msg("a map such as {from: 0, to: 10, label: …}")), Need::optional,
                    "the axis to the right"};
constexpr Key y_key{"y", shape::other(msg("a map such as {from: 0, to: 1, label: …}")), Need::optional,
                    "the axis upwards"};
constexpr Key name_key{"name", shape::word, Need::optional, "in expressions; x when not given"};
constexpr std::array axis_fields{
    Field<Axis>{{"label", shape::text, Need::optional, "its name"}, into<&Axis::label>},
    Field<Axis>{{"unit", shape::text, Need::optional, "shown behind the name"}, into<&Axis::unit>},
    Field<Axis>{{"from", shape::number, Need::optional, "where it begins"}, into<&Axis::from>},
    Field<Axis>{{"to", shape::number, Need::optional, "where it ends"}, into<&Axis::to>},
    Field<Axis>{{"log", shape::truth, Need::optional, "logarithmic"}, into<&Axis::log>},
};

constexpr Key curves_key{"curves", shape::other(msg("a list of expressions or of {y: …, label: …}")), Need::optional,
                         "the curves"};
constexpr Key curve_y_key{"y", shape::other(msg("an expression")), Need::required, msg("its height")};
constexpr Key curve_x_key{"x", shape::other(msg("an expression")), Need::optional,
                          "its place to the right, where it is no function of x"};
constexpr Key over_key{"over", shape::other(msg("a map such as {name: u, from: 0, to: 1}")), Need::optional,
                       "what it runs along"};
constexpr Key from_key{"from", shape::number, Need::required, msg("where it begins")};
constexpr Key to_key{"to", shape::number, Need::required, msg("where it ends")};
constexpr Key each_key{"each", shape::other(msg("a map such as {k: [0.2, 0.5, 1]}")), Need::optional,
                       "one curve for each value"};
constexpr Key each_value_key{"each", shape::number, Need::optional, ""};
constexpr std::array curve_fields{
    Field<Curve>{{"label", shape::text, Need::optional, "its name; {k} stands for the value of “each”"},
                 into<&Curve::label>},
    Field<Curve>{{"dash", shape::truth, Need::optional, "drawn in dashes"}, into<&Curve::dashed>},
};

constexpr Key areas_key{"areas", shape::other(msg("a list of {from: …, to: …, label: …}")), Need::optional,
                        "filled between two curves"};
constexpr Key bars_key{"bars", shape::other(msg("a list of {label: …, value: …}")), Need::optional,
                       "bars, instead of curves"};
constexpr Key dots_key{"dots", shape::other(msg("a list of {x: …, y: …, label: …}")), Need::optional, "single points"};
constexpr Key points_key{"points", shape::other(msg("a list of {data: …, x: …, y: …, label: …}")), Need::optional,
                         "points of a table"};
constexpr Key low_key{"from", shape::other(msg("an expression")), Need::required, msg("the lower edge")};
constexpr Key high_key{"to", shape::other(msg("an expression")), Need::required, msg("the upper edge")};
constexpr Key value_key{"value", shape::other(msg("an expression")), Need::required, msg("its height")};
constexpr Key dot_x_key{"x", shape::other(msg("an expression")), Need::required, msg("its place to the right")};
constexpr Key dot_y_key{"y", shape::other(msg("an expression")), Need::required, msg("its height")};
constexpr Key label_key{"label", shape::text, Need::optional, "its name"};
constexpr Key table_key{"data", shape::word, Need::required, msg("the name of a data set")};

}  // namespace

void ExploreReader::read_plots() {
  const Node* one = step_.take(plot_key);
  const Node* many = step_.take(plots_key);
  if (one != nullptr && many != nullptr)
    reader_.error("two-kinds", *many, msg("there is “plot” as well as “plots”"), msg("move the one into the list"));
  if (one != nullptr) return read_plot(*one);
  if (many == nullptr) return;
  if (!many->is_list()) return reader_.wrong(plots_key, *many);
  if (!count(plots_key, *many, most_plots)) return;
  for (std::uint32_t i = 0; i < many->size(); ++i) read_plot(many->item(i));
}

void ExploreReader::read_plot(const Node& node) {
  if (!expect_map(reader_, plot_key, node)) return;
  const int errors = reader_.errors();
  Plot plot;
  Object object(reader_, node, msg("a plot"));
  object.read(plot_fields, plot);
  Symbols symbols = model_->symbols;
  read_x(object, plot, symbols);
  if (const Node* y = object.take(y_key); y != nullptr && expect_map(reader_, y_key, *y)) {
    Object axis(reader_, *y, msg("an axis"));
    axis.read(axis_fields, plot.y);
    axis.finish();
  }
  const auto list = [&](const Key& key, std::size_t most, auto read) {
    const Node* items = object.take(key);
    if (items == nullptr) return;
    if (!items->is_list()) return reader_.wrong(key, *items);
    if (!count(key, *items, most)) return;
    for (std::uint32_t i = 0; i < items->size(); ++i) read(items->item(i));
  };
  const auto part = [&](const Key& key, const Node& item, auto read) {
    if (!expect_map(reader_, key, item)) return;
    Object one(reader_, item, key);
    std::string label;
    if (const Node* words = one.take(label_key)) reader_.value(label_key, *words, label);
    read(one, std::move(label));
    one.finish();
  };
  list(curves_key, most_curves, [&](const Node& item) { read_curve(item, plot, symbols, plot.curves); });
  list(areas_key, most_parts, [&](const Node& item) {
    part(areas_key, item, [&](Object& one, std::string label) {
      auto low = compile(one, low_key, symbols), high = compile(one, high_key, symbols);
      if (low && high) plot.areas.push_back({*low, *high, std::move(label)});
    });
  });
  list(bars_key, most_bars, [&](const Node& item) {
    part(bars_key, item, [&](Object& one, std::string label) {
      if (auto value = compile(one, value_key, model_->symbols)) plot.bars.push_back({std::move(label), *value});
    });
  });
  list(dots_key, most_dots, [&](const Node& item) {
    part(dots_key, item, [&](Object& one, std::string label) {
      auto x = compile(one, dot_x_key, model_->symbols), y = compile(one, dot_y_key, model_->symbols);
      if (x && y) plot.dots.push_back({*x, *y, std::move(label)});
    });
  });
  list(points_key, most_parts, [&](const Node& item) { read_points(item, plot); });
  object.finish();
  if (reader_.errors() == errors) check_plot(node, plot);
  model_->plots.push_back(std::move(plot));
}

/// The axis to the right and what runs along it: the time of the simulation unless it has a name of its own, else x.
void ExploreReader::read_x(Object& object, Plot& plot, Symbols& symbols) {
  const Node* node = object.take(x_key);
  std::string name;
  const explorable::Simulation* simulation = model_->simulation ? &*model_->simulation : nullptr;
  const bool broken = has_broken_simulation();
  bool own_name = false;
  if (node != nullptr && expect_map(reader_, x_key, *node)) {
    Object axis(reader_, *node, msg("an axis"));
    axis.read(axis_fields, plot.x);
    if (const Node* words = axis.take(name_key)) {
      reader_.value(name_key, *words, name);
      const bool time = simulation != nullptr ? name == simulation->time_name : broken && names_.contains(name);
      if (!time && (!expression::is_name(name) || names_.contains(name))) {
        reader_.error("name", *words, msg("{name} cannot be the name of this axis", {{"name", in_quotes(name)}}),
                      msg("take a word that is no other name here"));
        name.clear();
      }
      own_name = !time && !name.empty();
    }
    axis.finish();
  }
  plot.over_time = (simulation != nullptr || broken) && !own_name;
  if (plot.over_time && broken) return;
  if (plot.over_time) {
    if (!plot.x.from) plot.x.from = simulation->from;
    if (!plot.x.to) plot.x.to = simulation->to;
    if (plot.x.label.empty()) plot.x.label = simulation->time_label;
    if (plot.x.unit.empty()) plot.x.unit = simulation->time_unit;
    return;
  }
  plot.variable_slot = symbols.add_number(name.empty() ? "x" : name);
  note_slots(symbols);
}

void ExploreReader::check_plot(const Node& node, const Plot& plot) {
  if (!plot.bars.empty()) {
    if (!plot.curves.empty() || !plot.areas.empty() || !plot.dots.empty() || !plot.points.empty())
      reader_.error("two-kinds", *node.find("bars"), msg("a plot has bars, or curves and points"),
                    msg("make two plots of it"));
    return;
  }
  if (plot.curves.empty() && plot.dots.empty() && plot.points.empty() && plot.areas.empty())
    reader_.error("missing-key", node, msg("this plot has nothing in it"), msg("add “curves” or “bars”"));
  if ((!plot.x.from || !plot.x.to) && !(plot.over_time && has_broken_simulation()))
    reader_.error("missing-key", node, msg("nothing says where this plot begins and ends"),
                  msg("add “x: {from: …, to: …}”"));
  for (const auto& [key, axis] : {std::pair{"x", &plot.x}, std::pair{"y", &plot.y}}) {
    const Node* place = node.find(key);
    if (place == nullptr) continue;
    if (axis->from && axis->to && *axis->from >= *axis->to)
      reader_.error("axis", *place, msg("the axis begins at or above its end"), msg("put the lower value at “from”"));
    if (axis->log && axis->from && *axis->from <= 0)
      reader_.error("axis", *place, msg("a logarithmic axis cannot begin at 0 or below"),
                    msg("begin above 0, or delete “log”"));
  }
  std::size_t lines = 0;
  for (const Curve& curve : plot.curves) lines += std::max<std::size_t>(1, curve.each.size());
  if (lines > most_curves)
    reader_.error("count", node,
                  msg("a plot takes at most {most} curves, families counted one by one; this one has {curves}",
                      {{"most", most_curves}, {"curves", lines}}));
}

void ExploreReader::read_curve(const Node& node, const Plot& plot, Symbols symbols, std::vector<Curve>& into) {
  if (node.is_scalar()) {
    if (auto y = compile(curves_key, node, symbols)) into.push_back({.y = *y, .x = {}, .label = {}});
    return;
  }
  if (!expect_map(reader_, curves_key, node)) return;
  Object object(reader_, node, msg("a curve"));
  Curve curve{.y = Program(nullptr), .x = {}, .label = {}};
  object.read(curve_fields, curve);
  read_each(object, curve, symbols);
  const Node* over = object.take(over_key);
  if (over != nullptr && expect_map(reader_, over_key, *over)) {
    Object range(reader_, *over, over_key);
    std::string name = "u";
    if (const Node* words = range.take(name_key)) reader_.value(name_key, *words, name);
    if (const Node* from = range.take(from_key)) reader_.value(from_key, *from, curve.from);
    if (const Node* to = range.take(to_key)) reader_.value(to_key, *to, curve.to);
    range.finish();
    // It runs in the place of x, so that the plot needs no slot more.
    if (plot.variable_slot != explorable::no_slot) symbols.rename_number(plot.variable_slot, name);
  }
  const Node* x = object.take(curve_x_key);
  if (x != nullptr) curve.x = compile(curve_x_key, *x, symbols);
  if (x != nullptr && over == nullptr && !model_->simulation && !has_broken_simulation())
    reader_.error("missing-key", *x, msg("nothing says what this curve runs along"),
                  msg("add “over: {name: u, from: …, to: …}”"));
  const auto y = compile(object, curve_y_key, symbols);
  object.finish();
  if (!y) return;
  curve.y = *y;
  into.push_back(std::move(curve));
}

void ExploreReader::read_each(Object& object, Curve& curve, Symbols& symbols) {
  const Node* each = object.take(each_key);
  if (each == nullptr) return;
  if (!each->is_map() || each->size() != 1 || !each->value(0).is_list()) return reader_.wrong(each_key, *each);
  const Node &name = each->key(0), &values = each->value(0);
  if (!expression::is_name(name.text()) || names_.contains(name.text())) {
    reader_.error("name", name, msg("{name} cannot be a name here", {{"name", in_quotes(name.text())}}),
                  msg("take a word that is no other name here"));
    return;
  }
  if (!count(each_key, values, most_each)) return;
  curve.each_name = std::string(name.text());
  for (std::uint32_t i = 0; i < values.size(); ++i) {
    double value = 0;
    reader_.value(each_value_key, values.item(i), value);
    curve.each.push_back(value);
  }
  curve.each_slot = symbols.add_number(curve.each_name);
  note_slots(symbols);
}

void ExploreReader::read_points(const Node& node, Plot& plot) {
  if (!expect_map(reader_, points_key, node)) return;
  Object object(reader_, node, points_key);
  std::string label;
  if (const Node* words = object.take(label_key)) reader_.value(label_key, *words, label);
  const Node* data = object.take(table_key);
  const auto symbol = data != nullptr ? model_->symbols.find(data->text()) : std::nullopt;
  if (!symbol || symbol->kind != Symbols::Kind::table) {
    for (const Key& key : {dot_x_key, dot_y_key}) object.take(key);
    object.finish();
    if (data != nullptr)
      reader_.error("unknown-id", *data, msg("there is no data set {name}", {{"name", in_quotes(data->text())}}),
                    msg("declare it in “data”"));
    return;
  }
  // In these expressions a column is the number of its row.
  Symbols symbols = model_->symbols;
  const std::size_t first = symbols.numbers();
  for (const expression::ColumnName& column : columns_[symbol->slot]) symbols.add_number(column.name);
  note_slots(symbols);
  auto x = compile(object, dot_x_key, symbols), y = compile(object, dot_y_key, symbols);
  object.finish();
  if (x && y) plot.points.push_back({symbol->slot, first, *x, *y, std::move(label)});
}

}  // namespace course
