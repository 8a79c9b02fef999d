#include "screens/draft.h"

#include "support/test.h"

namespace draft_test {

using screens::Draft;
using screens::draft_from_json;

TEST_CASE("a draft is read as it was written") {
  REQUIRE(rc::check([] {
    Draft draft;
    draft.round = *rc::gen::inRange(0, 1000);
    draft.attempt = *rc::gen::inRange(0, 10);
    draft.certainty = static_cast<learner::Certainty>(*rc::gen::inRange(0, 4));
    draft.response = "{\"typed\":\"" + *rc::gen::container<std::string>(rc::gen::inRange('a', 'z')) + "}\"}";
    RC_ASSERT(draft_from_json(to_json(draft)) == draft);
  }));
}

TEST_CASE("the form of a draft is fixed: older programs and newer ones read it") {
  CHECK(to_json(Draft{1, 2, learner::Certainty::certain, "{\"typed\":\"x\"}"}) ==
        "{\"round\":1,\"attempt\":2,\"sure\":3,\"response\":{\"typed\":\"x\"}}");
}

TEST_CASE("what is no draft is not read") {
  for (const char* text :
       {"", "{}", "{\"typed\":\"x\"}", "{\"round\":-1,\"attempt\":0,\"sure\":0,\"response\":{}}",
        "{\"round\":0,\"attempt\":0,\"sure\":4,\"response\":{}}", "{\"round\":0,\"attempt\":0,\"sure\":0,\"response\":",
        "{\"round\":99999999999999,\"attempt\":0,\"sure\":0,\"response\":{}}"}) {
    INFO(text);
    CHECK_FALSE(draft_from_json(text));
  }
}

}  // namespace draft_test
