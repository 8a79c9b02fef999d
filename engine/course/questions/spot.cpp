#include "course/questions/spot.h"

#include <cmath>

#include "course/questions/format.h"
#include "course/questions/places.h"
#include "course/reading/blocks.h"
#include "course/reading/chart_parts.h"

namespace course {
namespace {

constexpr std::size_t kMostPlaces = 20;

constexpr Key spot_key{"spot", shape::path, Need::required, msg("the picture, or {chart: …}")};
constexpr Key alt_key{"alt", shape::alternative, Need::optional, "what the picture shows, for those who do not see it"};
constexpr Key places_key{"places", shape::other(msg("a list of places")), Need::required, msg("what is to be found")};
constexpr Key wrong_key{"wrong", shape::other(msg("a list of places")), Need::optional, "what is often taken for it"};

void read_alt(Object& step, Spot& kind) {
  if (const Node* alt = step.take(alt_key)) return step.reader().value(alt_key, *alt, kind.alt);
  step.reader().error("missing-key", step.node().key(0), msg("nobody who cannot see this picture learns what it shows"),
                      msg("add “alt: …”, without giving the places away"));
}

/// Data points can be told apart and picked only where each stands by itself.
void check_chart(Reader& reader, const Node& node, const Chart& chart) {
  const bool kind = chart.kind == Chart::Kind::slope || chart.kind == Chart::Kind::timeline;
  const bool piled = chart.stacked != Chart::Stacking::none || chart.kind == Chart::Kind::area;
  if (!kind && !piled && !chart.panels) return;
  reader.error("spot", node, msg("points are picked on a line, bar or dots chart, in one panel and not stacked"),
               msg("use “chart: line”, “bar” or “dots”"));
}

void read_where(StepContext& context, Object& step, Spot& kind, ReadTable& table) {
  const Node* node = step.take(spot_key);
  if (node == nullptr) return;
  Reader& reader = step.reader();
  if (!node->is_map()) {
    kind.picture = context.assets.picture(reader, spot_key, *node);
    return read_alt(step, kind);
  }
  Object object(reader, *node, spot_key);
  const int errors = reader.errors();
  kind.chart = read_chart(context, object);
  object.finish();
  if (reader.errors() == errors) check_chart(reader, *node, *kind.chart);
  if (reader.errors() == errors) {
    // The same table again, for what its cells say in the file's own language.
    Object again(reader, *node, spot_key);
    table = read_table(context, again);
  }
}

std::vector<Place> read_places(Object& step, const Key& key, const Spot& kind, const ReadTable& table) {
  std::vector<Place> places;
  const Node* list = step.take(key);
  if (list == nullptr) return places;
  Reader& reader = step.reader();
  reader.each(key, *list, [&](const Node& node) {
    if (!node.is_map()) return reader.wrong(key, node);
    if (!kind.chart) return places.push_back(read_place(reader, node));
    if (table.placed != nullptr) places.push_back(read_data_point(reader, node, *kind.chart, table));
  });
  return places;
}

Kind read_with(StepContext& context, Object& step) {
  Spot kind;
  Reader& reader = step.reader();
  ReadTable table;
  read_where(context, step, kind, table);
  const int errors = reader.errors();
  kind.places = read_places(step, places_key, kind, table);
  kind.wrong = read_places(step, wrong_key, kind, table);
  const Node* places = step.node().find("places");
  if (places == nullptr || reader.errors() > errors || (kind.chart && table.placed == nullptr)) return kind;
  if (!check_count(reader, places_key, *places, kind.places.size(),
                   {1, kMostPlaces, msg("{key} needs {least} to {most} places; found {count}")}))
    return kind;
  check_overlaps(reader, items_of(places), kind);
  check_hidden(reader, items_of(step.node().find("wrong")), kind);
  return kind;
}

void check(Reader& reader, const Node& step, const Kind& any) {
  const auto& kind = std::get<Spot>(any);
  const auto places = items_of(step.find("places"));
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!kind.places[i].label.empty() || kind.chart) continue;
    reader.warning("missing-label", places[i], msg("this place has no name, so its ring says nothing once it is shown"),
                   msg("add “label: …”"));
  }
  const auto wrong = items_of(step.find("wrong"));
  for (std::size_t i = 0; i < wrong.size(); ++i) {
    if (!kind.wrong[i].because.empty()) continue;
    reader.warning("missing-because", wrong[i], msg("whoever points here is not told why it is wrong"),
                   msg("add “because: …”"));
  }
}

constexpr KindFormat format{"spot", nullptr, check, read_with};

}  // namespace

bool Spot::holds(const Place& place, double px, double py) const {
  if (chart) {
    return px == static_cast<double>(place.row) && (!place.series || py == static_cast<double>(*place.series));
  }
  if (place.box) return px >= place.x && px <= place.x + place.w && py >= place.y && py <= place.y + place.h;
  const double dx = (px - place.x) / place.w, dy = (py - place.y) / place.h;
  return dx * dx + dy * dy <= 1;
}

std::optional<std::size_t> Spot::place_at(double px, double py) const {
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (holds(places[i], px, py)) return i;
  }
  return std::nullopt;
}

std::optional<std::size_t> Spot::wrong_at(double px, double py) const {
  for (std::size_t i = 0; i < wrong.size(); ++i) {
    if (holds(wrong[i], px, py)) return i;
  }
  return std::nullopt;
}

bool Spot::reaches(double px, double py) const {
  if (!chart) return px >= 0 && px <= 1 && py >= 0 && py <= 1;
  if (!(px >= 0 && py >= 0) || px != std::floor(px) || py != std::floor(py)) return false;
  if (px >= static_cast<double>(chart->table.cells.size()) || py >= static_cast<double>(chart->y.size())) return false;
  return std::isfinite(chart->table.number(static_cast<std::size_t>(px), chart->y[static_cast<std::size_t>(py)]));
}

std::string Spot::name_of(const Place& place) const {
  if (!place.label.empty() || !chart) return place.label;
  const std::string& along = chart->table.cells[place.row][chart->x];
  return place.series ? along + ", " + chart->labels[static_cast<std::size_t>(*place.series)] : along;
}

template <>
const KindFormat& format_of<Spot>() {
  return format;
}

}  // namespace course
