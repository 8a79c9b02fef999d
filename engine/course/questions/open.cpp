#include "course/questions/open.h"

#include "course/questions/format.h"

namespace course {
namespace {

constexpr Key open_key{"open", shape::other(msg("a map such as {rubric: […], model: …}")), Need::required,
                       msg("the rubric")};
constexpr std::array open_fields{
    Field<Open>{{"rubric", shape::markdowns, Need::required, msg("the points that a good answer makes")},
                into<&Open::rubric>},
    Field<Open>{{"model", shape::markdown, Need::optional, "an example answer"}, into<&Open::model>},
    Field<Open>{{"words", shape::whole(1, 5000), Need::optional, "how many words are suggested"}, into<&Open::words>},
};

Kind read(Object& step) {
  Open kind;
  Reader& reader = step.reader();
  const Node* node = step.take(open_key);
  if (node == nullptr || !expect_map(reader, open_key, *node)) return kind;
  const int errors = reader.errors();
  Object object(reader, *node, open_key);
  object.read(open_fields, kind);
  object.finish();
  const Node* rubric = node->find("rubric");
  if (rubric != nullptr && reader.errors() == errors) {
    check_count(reader, open_fields[0].key, *rubric, kind.rubric.size(),
                {1, 20, msg("{key} needs {least} to {most} points; found {count}")});
  }
  return kind;
}

void check(Reader& reader, const Node& step, const Kind&) {
  check_equal(reader, items_of(step.find("open")->find("rubric")), msg("a point stands here twice: {words}"));
}

constexpr KindFormat format{"open", read, check};

}  // namespace

template <>
const KindFormat& format_of<Open>() {
  return format;
}

}  // namespace course
