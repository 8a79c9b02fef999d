#include "course/questions/scale.h"

#include "course/questions/format.h"

namespace course {
namespace {

constexpr Key scale_key{"scale", shape::other(msg("a map such as {from: 1, to: 5, low: …, high: …}")), Need::required,
                        msg("the steps of the scale")};
constexpr std::array scale_fields{
    Field<Scale>{{"from", shape::whole(-100, 100), Need::optional, "the lowest step"}, into<&Scale::from>},
    Field<Scale>{{"to", shape::whole(-100, 100), Need::optional, "the highest step"}, into<&Scale::to>},
    Field<Scale>{{"low", shape::text, Need::optional, "what the lowest step means"}, into<&Scale::low>},
    Field<Scale>{{"high", shape::text, Need::optional, "what the highest step means"}, into<&Scale::high>},
};

Kind read(Object& step) {
  Scale kind;
  Reader& reader = step.reader();
  const Node* node = step.take(scale_key);
  if (node == nullptr || !expect_map(reader, scale_key, *node)) return kind;
  const int errors = reader.errors();
  Object object(reader, *node, msg("a scale"));
  object.read(scale_fields, kind);
  object.finish();
  const int steps = kind.to - kind.from + 1;
  if (reader.errors() == errors && (steps < 2 || steps > 11)) {
    reader.error("scale", *node,
                 msg("a scale has 2 to 11 steps; this one has {steps}", {{"steps", std::max(steps, 0)}}),
                 msg("for five steps: from: 1, to: 5"));
  }
  return kind;
}

void check(Reader& reader, const Node& step, const Kind& any) {
  const auto& kind = std::get<Scale>(any);
  if (!kind.low.empty() && !kind.high.empty()) return;
  reader.warning("scale-ends", *step.find("scale"), msg("nobody knows which end of this scale is which"),
                 msg("add “low: …” and “high: …”"));
}

constexpr KindFormat format{"scale", read, check};

}  // namespace

template <>
const KindFormat& format_of<Scale>() {
  return format;
}

}  // namespace course
