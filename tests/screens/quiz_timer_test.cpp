#include "screens/quiz_timer.h"

#include "support/test.h"

namespace quiz_timer_test {

using namespace std::chrono_literals;
namespace quiz = screens::quiz;

TEST_CASE(
    "the clock on screen changes each minute, in the last one each second, and hidden only for what is announced") {
  quiz::Timer timer;
  timer.limit = 10min;
  const base::TimePoint zero{0ms};
  CHECK(timer.next_change() == zero + 1min);
  timer.advance(zero + 30s);
  CHECK(timer.next_change() == zero + 1min);
  timer.hidden = true;
  CHECK(timer.next_change() == zero + 5min);
  timer.advance(zero + 6min);
  CHECK(timer.told == 5);
  CHECK(timer.next_change() == zero + 9min);
  timer.advance(zero + 9min + 30s + 100ms);
  CHECK(timer.told == 1);
  CHECK(timer.next_change() == zero + 10min);
  timer.hidden = false;
  CHECK(timer.next_change() == zero + 9min + 31s);
  timer.advance(zero + 11min);
  CHECK(timer.is_up());
  CHECK(timer.left() == 0ms);
  CHECK_FALSE(quiz::Timer().next_change());
}

TEST_CASE("the place in a quiz survives JSON, and nothing else is taken for one") {
  REQUIRE(rc::check([] {
    quiz::Bookmark bookmark{*rc::gen::inRange(1, 1000), *rc::gen::inRange<std::size_t>(0, 500),
                            base::Duration(*rc::gen::inRange<std::int64_t>(0, 1'000'000'000)),
                            base::TimePoint(base::Duration(*rc::gen::inRange<std::int64_t>(0, 2'000'000'000'000))),
                            *rc::gen::arbitrary<bool>()};
    const std::string json = quiz::to_json(bookmark);
    RC_ASSERT(quiz::bookmark_from_json(json) == bookmark);
    std::string broken = json;
    broken[*rc::gen::inRange<std::size_t>(0, broken.size())] = 'x';
    RC_ASSERT_FALSE(quiz::bookmark_from_json(broken));
  }));
  CHECK_FALSE(quiz::bookmark_from_json(R"({"run":0,"at":0,"elapsed":0,"as-of":0,"hidden":0})"));
}

}  // namespace quiz_timer_test
