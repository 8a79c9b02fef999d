#include "graph/module.h"

#include <graphviz/gvc.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/library_keeps.h"

extern "C" gvplugin_library_t gvplugin_dot_layout_LTX_library;

namespace graph {
namespace {

constexpr double kPointsPerInch = 72;
constexpr double kHeadAtScaleOne = 10;  ///< length of Graphviz's head at arrowsize 1, in points

/// Only the layout is asked for. With Graphviz's own list of plug-ins it would load Pango and all under it.
GVC_t* context() {
  static const lt_symlist_t plugins[] = {{"gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library},
                                         {nullptr, nullptr}};
  static GVC_t* const made = gvContextPlugins(plugins, 0);
  return made;
}

/// Graphviz's functions take texts that they could write to, and do not.
char* text(const char* words) { return const_cast<char*>(words); }
std::string inches(double points) { return std::to_string(points / kPointsPerInch); }

struct Close {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};

/// One graph from its making to its answer.
class Placing {
 public:
  explicit Placing(const Request& request) : request_(request), graph_(agopen(text("g"), Agdirected, nullptr)) {}

  Outcome run(void* to, void (*take)(void*, const Answer*)) {
    describe();
    add_boxes();
    add_arrows();
    GVC_t* const gvc = context();
    if (gvc == nullptr || !lay_out(gvc)) return Outcome::failed;
    answer(to, take);
    gvFreeLayout(gvc, graph_.get());
    return Outcome::ok;
  }

 private:
  bool lay_out(GVC_t* gvc) {
    const base::LibraryKeeps keeps;  // Graphviz 2.42 frees not all of a layout with labels
    return gvLayout(gvc, graph_.get(), "dot") == 0;
  }

  Agsym_t* set(int kind, const char* name, const std::string& value) {
    return agattr(graph_.get(), kind, text(name), text(value.c_str()));
  }

  static void put(void* object, Agsym_t* attribute, const std::string& value) {
    agxset(object, attribute, text(value.c_str()));
  }

  void describe() {
    set(AGRAPH, "rankdir", request_.right ? "LR" : "TB");
    set(AGRAPH, "nodesep", inches(request_.between));
    set(AGRAPH, "ranksep", inches(request_.ranks));
    // Bounds on the search for a better order, for graphs with many crossings.
    set(AGRAPH, "nslimit", "20");
    set(AGRAPH, "nslimit1", "20");
    set(AGNODE, "shape", "box");
    set(AGNODE, "fixedsize", "true");
    set(AGNODE, "label", "");
    width_ = set(AGNODE, "width", "1");
    height_ = set(AGNODE, "height", "1");
    set(AGEDGE, "arrowsize", std::to_string(request_.head / kHeadAtScaleOne));
    label_ = set(AGEDGE, "label", "");
    dir_ = set(AGEDGE, "dir", "forward");
  }

  void add_boxes() {
    for (int i = 0; i < request_.box_count; ++i) {
      Agnode_t* const node = agnode(graph_.get(), text(std::to_string(i).c_str()), 1);
      put(node, width_, inches(request_.boxes[i].x));
      put(node, height_, inches(request_.boxes[i].y));
      nodes_.push_back(node);
    }
  }

  /// A label is an empty table of its size, so that no letters are measured here.
  void set_label(Agedge_t* edge, Point size) {
    const auto whole = [](double v) { return std::to_string(static_cast<int>(v + 0.999)); };
    const std::string table =
        R"(<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0" FIXEDSIZE="TRUE" WIDTH=")" + whole(size.x) +
        R"(" HEIGHT=")" + whole(size.y) + R"("><TR><TD></TD></TR></TABLE>)";
    char* const html = agstrdup_html(graph_.get(), text(table.c_str()));
    agxset(edge, label_, html);
    agstrfree(graph_.get(), html);
  }

  void add_arrows() {
    for (int i = 0; i < request_.arrow_count; ++i) {
      const Arrow& arrow = request_.arrows[i];
      Agedge_t* const edge = agedge(graph_.get(), nodes_[static_cast<std::size_t>(arrow.from)],
                                    nodes_[static_cast<std::size_t>(arrow.to)], text(std::to_string(i).c_str()), 1);
      if (arrow.both) put(edge, dir_, "both");
      if (arrow.label.x > 0 && arrow.label.y > 0) set_label(edge, arrow.label);
      edges_.push_back(edge);
    }
  }

  Point at(pointf p) const { return {p.x, height_of_all_ - p.y}; }

  Way way_of(Agedge_t* edge, std::vector<Point>& points) const {
    Way way{};
    if (const textlabel_t* label = ED_label(edge); label != nullptr && label->set) way.label = at(label->pos);
    const splines* const spline = ED_spl(edge);
    if (spline == nullptr || spline->size < 1) return way;
    const bezier& curve = spline->list[0];
    for (int i = 0; i < curve.size; ++i) points.push_back(at(curve.list[i]));
    way.count = curve.size;
    way.has_start = curve.sflag != 0;
    way.has_end = curve.eflag != 0;
    if (way.has_start) way.start = at(curve.sp);
    if (way.has_end) way.end = at(curve.ep);
    return way;
  }

  void answer(void* to, void (*take)(void*, const Answer*)) {
    const boxf bounds = GD_bb(graph_.get());
    height_of_all_ = bounds.UR.y;
    std::vector<Point> boxes;
    for (Agnode_t* node : nodes_) boxes.push_back(at(ND_coord(node)));
    std::vector<std::vector<Point>> points(edges_.size());
    std::vector<Way> ways;
    for (std::size_t i = 0; i < edges_.size(); ++i) {
      ways.push_back(way_of(edges_[i], points[i]));
      ways.back().points = points[i].empty() ? nullptr : points[i].data();
    }
    const Answer answer{{bounds.UR.x, bounds.UR.y}, boxes.data(), ways.data()};
    take(to, &answer);
  }

  const Request& request_;
  std::unique_ptr<Agraph_t, Close> graph_;
  Agsym_t *width_ = nullptr, *height_ = nullptr, *label_ = nullptr, *dir_ = nullptr;
  std::vector<Agnode_t*> nodes_;
  std::vector<Agedge_t*> edges_;
  double height_of_all_ = 0;
};

Outcome place(const Request* request, void* to, void (*take)(void*, const Answer*)) {
  static std::mutex one_at_a_time;  // Graphviz works for one thread of a process
  const std::lock_guard lock(one_at_a_time);
  agseterr(AGMAX);  // what it cannot do is told by the outcome, not on standard error
  for (int i = 0; i < request->arrow_count; ++i) {
    const auto known = [&](int box) { return box >= 0 && box < request->box_count; };
    if (!known(request->arrows[i].from) || !known(request->arrows[i].to)) return Outcome::failed;
  }
  return Placing(*request).run(to, take);
}

constexpr Module kModule{kVersion, place};

}  // namespace
}  // namespace graph

extern "C" __attribute__((visibility("default"))) const graph::Module* resonance_graph() { return &graph::kModule; }
