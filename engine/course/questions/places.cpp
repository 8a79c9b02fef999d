#include "course/questions/places.h"

#include <algorithm>
#include <cmath>

namespace course {
namespace {

constexpr double kUsualReach = 0.05;
constexpr double kLeastReach = 0.005;

constexpr Key at_key{"at", shape::other(msg("[x, y], each from 0 to 1")), Need::optional,
                     "the middle, in shares of the picture"};
constexpr Key within_key{"within", shape::other(msg("a share of the picture, or [width, height]")), Need::optional,
                         "how far from the middle still counts"};
constexpr Key box_key{"box", shape::other(msg("[x, y, width, height], inside of 0 to 1")), Need::optional,
                      "a rectangle instead"};
constexpr Key x_key{"x", shape::word, Need::required, msg("the row, by what it has along x")};
constexpr Key y_key{"y", shape::word, Need::optional, "the column; any when not given"};
constexpr std::array place_fields{
    Field<Place>{{"label", shape::text, Need::optional, "its name, shown after the answer"}, into<&Place::label>},
    Field<Place>{{"because", shape::reason, Need::optional, "why it is right or wrong"}, into<&Place::because>},
};

/// A list of `count` numbers between 0 and 1; reports what else it is.
std::vector<double> shares(Reader& reader, const Key& key, const Node& node, std::uint32_t count) {
  std::vector<double> all;
  for (std::uint32_t i = 0; node.is_list() && i < node.size(); ++i) {
    const auto share = node.item(i).is_scalar() ? Reader::number(node.item(i).text()) : std::nullopt;
    if (share && *share >= 0 && *share <= 1) all.push_back(*share);
  }
  if (node.is_list() && node.size() == count && all.size() == count) return all;
  reader.wrong(key, node);
  return {};
}

void read_ellipse(Object& object, const Node& at, Place& place) {
  Reader& reader = object.reader();
  const auto middle = shares(reader, at_key, at, 2);
  place.w = place.h = kUsualReach;
  if (const Node* within = object.take(within_key)) {
    std::vector<double> reach;
    const auto one = within->is_scalar() ? Reader::number(within->text()) : std::nullopt;
    if (one && *one <= 1)
      reach = {*one, *one};
    else
      reach = shares(reader, within_key, *within, 2);
    if (reach.size() == 2 && (reach[0] < kLeastReach || reach[1] < kLeastReach)) {
      reader.error("place", *within, msg("nobody can point so exactly"), msg("make it at least 0.005"));
    } else if (reach.size() == 2) {
      place.w = reach[0], place.h = reach[1];
    }
  }
  if (middle.size() == 2) place.x = middle[0], place.y = middle[1];
}

void read_box(Object& object, const Node& box, Place& place) {
  Reader& reader = object.reader();
  place.box = true;
  const auto sides = shares(reader, box_key, box, 4);
  if (sides.empty()) return;
  place.x = sides[0], place.y = sides[1], place.w = sides[2], place.h = sides[3];
  if (place.w < kLeastReach || place.h < kLeastReach)
    reader.error("place", box, msg("nobody can point so exactly"), msg("make it at least 0.005 wide and high"));
  if (place.x + place.w > 1 + 1e-9 || place.y + place.h > 1 + 1e-9)
    reader.error("place", box, msg("this place reaches out of the picture"),
                 msg("shares of width and height end at 1"));
}

/// Points all around a place on a picture, and its middle.
std::vector<std::pair<double, double>> outline(const Place& place) {
  constexpr int kSteps = 64;
  std::vector<std::pair<double, double>> points;
  const double mx = place.box ? place.x + place.w / 2 : place.x, my = place.box ? place.y + place.h / 2 : place.y;
  points.emplace_back(mx, my);
  for (int i = 0; i < kSteps; ++i) {
    const double turn = 6.283185307179586 * i / kSteps;
    double dx = std::cos(turn), dy = std::sin(turn);
    if (place.box) {
      const double reach = std::max(std::abs(dx), std::abs(dy));
      dx /= 2 * reach, dy /= 2 * reach;
    }
    // A hair inside, so that places that touch do not overlap.
    points.emplace_back(mx + dx * place.w * 0.999, my + dy * place.h * 0.999);
  }
  return points;
}

bool overlap(const Spot& kind, const Place& a, const Place& b) {
  if (kind.chart) return a.row == b.row && (!a.series || !b.series || *a.series == *b.series);
  const auto touches = [&](const Place& one, const Place& other) {
    const auto points = outline(one);
    return std::any_of(points.begin(), points.end(), [&](auto p) { return kind.holds(other, p.first, p.second); });
  };
  return touches(a, b) || touches(b, a);
}

bool covers(const Spot& kind, const Place& right, const Place& wrong) {
  if (kind.chart) return right.row == wrong.row && (!right.series || right.series == wrong.series);
  const auto points = outline(wrong);
  return std::all_of(points.begin(), points.end(), [&](auto p) { return kind.holds(right, p.first, p.second); });
}

}  // namespace

Place read_place(Reader& reader, const Node& node) {
  Place place;
  Object object(reader, node, msg("a place"));
  const Node* at = object.take(at_key);
  const Node* box = object.take(box_key);
  if (at != nullptr && box != nullptr)
    reader.error("place", *box, msg("a place has either “at” or “box”"), msg("delete one of the two"));
  else if (at != nullptr)
    read_ellipse(object, *at, place);
  else if (box != nullptr)
    read_box(object, *box, place);
  else
    reader.error("missing-key", node, msg("nothing says where this place is"),
                 msg("add “at: [x, y]” or “box: [x, y, w, h]”"));
  object.read(place_fields, place);
  object.finish();
  return place;
}

Place read_data_point(Reader& reader, const Node& node, const Chart& chart, const ReadTable& table) {
  Place place;
  Object object(reader, node, msg("a place"));
  const Table& cells = table.placed->table;
  if (const Node* x = object.take(x_key)) {
    const auto number = Reader::number(x->text());
    std::size_t row = 0;
    while (row < cells.cells.size() && cells.cells[row][chart.x] != x->text() &&
           !(number && cells.number(row, chart.x) == *number))
      ++row;
    place.row = row;
    if (row == cells.cells.size()) {
      reader.error("place", *x,
                   msg("no row has {found} in the column {column}",
                       {{"found", found(*x)}, {"column", in_quotes(cells.columns[chart.x])}}),
                   base::meant_or_known(x->text(), cells.words(chart.x)));
      place.row = 0;
    }
  }
  if (const Node* y = object.take(y_key)) {
    const auto column = find_column(reader, y_key, *y, cells);
    const auto series = column ? std::find(chart.y.begin(), chart.y.end(), *column) : chart.y.end();
    if (series != chart.y.end())
      place.series = static_cast<int>(series - chart.y.begin());
    else if (column)
      reader.error("place", *y, msg("the chart does not show the column {column}", {{"column", in_quotes(y->text())}}));
  }
  bool seen = false;
  for (std::size_t i = 0; i < chart.y.size(); ++i) {
    const bool meant = !place.series || static_cast<std::size_t>(*place.series) == i;
    seen = seen || (meant && std::isfinite(chart.table.number(place.row, chart.y[i])));
  }
  if (!seen) reader.error("place", node, msg("there is no number at this place, so nobody can point at it"));
  object.read(place_fields, place);
  object.finish();
  return place;
}

void check_overlaps(Reader& reader, const std::vector<Node>& nodes, const Spot& kind) {
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (!overlap(kind, kind.places[i], kind.places[j])) continue;
      auto& d = reader.error("overlap", nodes[i], msg("one point could stand for two places"),
                             msg("make them smaller, or one of them"));
      d.related.push_back(reader.place(nodes[j], msg("the other place")));
      return;
    }
  }
}

void check_hidden(Reader& reader, const std::vector<Node>& nodes, const Spot& kind) {
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    for (const Place& right : kind.places) {
      if (!covers(kind, right, kind.wrong[i])) continue;
      reader.error("unreachable", nodes[i], msg("a right place covers this one, so its reason is never said"),
                   msg("move it, or delete it"));
      break;
    }
  }
}

}  // namespace course
