#include "base/diagnostic.h"

#include "support/test.h"

using base::Severity;

TEST_CASE("nearest finds what was meant and nothing far-fetched") {
  const std::vector<std::string> keys{"right", "wrong", "because", "id"};
  CHECK(base::nearest("rigth", keys) == "right");
  CHECK(base::nearest("Right", keys) == "right");
  CHECK(base::nearest("becuase", keys) == "because");
  CHECK(base::nearest("ids", keys) == "id");
  CHECK(base::nearest("zebra", keys).empty());
  CHECK(base::nearest("x", keys).empty());
  CHECK(base::nearest("", keys).empty());
  CHECK(base::nearest("right", {}).empty());
}

TEST_CASE("diagnostics are sorted by place, errors first") {
  base::Diagnostics all{
      {Severity::warning, "w", "b.yaml", {2, 1, 1}, {}, {}, {}},
      {Severity::error, "e", "b.yaml", {2, 1, 1}, {}, {}, {}},
      {Severity::warning, "w", "a.yaml", {9, 1, 1}, {}, {}, {}},
  };
  base::sort(all);
  CHECK(all[0].file == "a.yaml");
  CHECK(all[1].severity == Severity::error);
  CHECK(base::has_errors(all));
  all.erase(all.begin() + 1);
  CHECK_FALSE(base::has_errors(all));
}
