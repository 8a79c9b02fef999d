#pragma once
// The places of a `spot` question: how each is read, and whether they can be told apart.

#include <vector>

#include "course/questions/spot.h"
#include "course/reading/chart_parts.h"

namespace course {

/// {at: [x, y], within} or {box: [x, y, w, h]}, with `label` and `because`.
Place read_place(Reader& reader, const Node& node);
/// {x, y?}: a row of the chart's table, and one of its columns.
Place read_data_point(Reader& reader, const Node& node, const Chart& chart, const ReadTable& table);

/// Reports places that one point could stand for both of. `nodes` are those of `kind.places`.
void check_overlaps(Reader& reader, const std::vector<Node>& nodes, const Spot& kind);
/// Reports wrong places that no point reaches, for a right one covers them. `nodes` are those of `kind.wrong`.
void check_hidden(Reader& reader, const std::vector<Node>& nodes, const Spot& kind);

}  // namespace course
