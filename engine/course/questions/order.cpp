#include "course/questions/order.h"

#include "course/questions/format.h"

namespace course {
namespace {

constexpr Key order_key{"order", shape::markdowns, Need::required, msg("the right order, top to bottom")};

Kind read(Object& step) {
  Order kind;
  const Node* list = step.take(order_key);
  if (list == nullptr) return kind;
  const int errors = step.reader().errors();
  step.reader().value(order_key, *list, kind.items);
  if (step.reader().errors() == errors)
    check_count(step.reader(), order_key, *list, kind.items.size(),
                {2, 12, msg("{key} needs {least} to {most} items; found {count}")});
  return kind;
}

void check(Reader& reader, const Node& step, const Kind&) {
  const std::vector<Node> items = items_of(step.find("order"));
  check_equal(reader, items, msg("an item stands here twice: {words}"));
  check_carried(reader, items);
}

constexpr KindFormat format{"order", read, check};

}  // namespace

template <>
const KindFormat& format_of<Order>() {
  return format;
}

}  // namespace course
