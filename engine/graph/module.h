#pragma once
// What the module resonance-graph offers to the program that loads it, as plain functions: nothing thrown, nothing allocated across.

namespace graph {

/// Changes whenever this file does; a module with another number is not used.
inline constexpr int kVersion = 1;

struct Point {
  double x, y;
};

/// Boxes of given sizes and the arrows between them. Lengths are in any unit, the same in the answer; y grows downwards.
struct Arrow {
  int from, to;  ///< indices of boxes
  Point label;   ///< size of its label; 0 × 0: none
  bool both;     ///< a head at either end
};
struct Request {
  const Point* boxes;  ///< sizes
  int box_count;
  const Arrow* arrows;
  int arrow_count;
  bool right;      ///< arrows lead to the right, not down
  double between;  ///< least distance of boxes in one rank
  double ranks;    ///< least distance of ranks
  double head;     ///< length of an arrow's head
};

/// A way between two boxes: cubic Bézier curves one after the other, and the tips of the heads beyond their ends.
struct Way {
  const Point* points;  ///< 3 n + 1, from `from` to `to`; null when there is none
  int count;
  bool has_start, has_end;
  Point start, end;  ///< tips
  Point label;       ///< its middle
};
struct Answer {
  Point size;          ///< of everything
  const Point* boxes;  ///< middles
  const Way* ways;
};

enum class Outcome : int { ok, failed };

struct Module {
  int version;
  /// Calls `take` once, before it returns, unless it fails; one thread at a time. Takes time: 60 boxes and 200 arrows about a second.
  Outcome (*place)(const Request* request, void* to, void (*take)(void* to, const Answer* answer));
};

/// Name of the function that returns `const graph::Module*`.
inline constexpr const char* kEntry = "resonance_graph";

}  // namespace graph
