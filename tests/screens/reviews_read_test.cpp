// A long history whose reviews come after its profile was opened.

#include "screens/fakes.h"
#include "screens/sample.h"
#include "screens/today.h"

namespace {

using namespace screens;
using test::World;

/// What Anna left, a month ago.
test::Disk studied() {
  World w;
  w.start_lesson();
  test::study(w, 200);
  return w.disk;
}

/// Somebody who opens it, and whose disk is slow.
struct Slow : World {
  Slow() : World(studied()) {
    accounts.slow = true;
    clock.advance(std::chrono::days(60));
    start();
  }
};

TEST_CASE("until the reviews are read nothing is said of them") {
  Slow w;
  CHECK_FALSE(w.model.shared.reviews_read);
  CHECK(w.model.shared.reviews.size() == 0);
  CHECK(w.model.shared.due.questions == 0);
  w.go(ScreenName::review);
  w.act(review::Action{review::Begin{}});
  CHECK(std::get<review::State>(w.model.screen).page == review::Page::start);
  w.act(w.accounts.read);
  CHECK(w.model.shared.reviews_read);
  CHECK(w.model.shared.due.questions > 3);
  CHECK(w.model.shared.due.questions == w.model.shared.reviews.size());
  w.act(review::Action{review::Begin{}});
  CHECK(std::get<review::State>(w.model.screen).page == review::Page::asking);
}

TEST_CASE("what happens before the reviews are read is added to them") {
  Slow w;
  const auto before = w.accounts.read.reviews->count();
  const course::QuestionId question = w.accounts.read.reviews->question(0).question;
  const course::CourseId course = w.accounts.read.reviews->question(0).course;
  learner::Reviewed what;
  what.question = question;
  what.comes_back = {memory::Grade::good, w.clock.now() + std::chrono::days(99), 1};
  REQUIRE(record(w.model.shared, w.services, course, {}, what));
  CHECK(w.model.shared.reviews.size() == 0);
  w.act(w.accounts.read);
  CHECK(w.model.shared.reviews.count() == before + 1);
  CHECK(w.model.shared.reviews.card(0).due == what.comes_back.due);
  // From here on as ever.
  REQUIRE(record(w.model.shared, w.services, course, {}, what));
  CHECK(w.model.shared.reviews.count() == before + 2);
}

TEST_CASE("reviews of a profile that was left meanwhile are passed over") {
  Slow w;
  const ReviewsRead late = w.accounts.read;
  const auto ben = w.accounts.create("Ben");
  w.act(SwitchProfile{ben->id});
  w.act(late);
  CHECK_FALSE(w.model.shared.reviews_read);
  CHECK(w.model.shared.reviews.size() == 0);
  w.act(w.accounts.read);
  CHECK(w.model.shared.reviews_read);
  CHECK(w.model.shared.reviews.size() == 0);
  w.act(late);  // and once more
  CHECK(w.model.shared.reviews.size() == 0);
}

TEST_CASE("the model that was chosen meanwhile is the one that counts") {
  Slow w;
  w.model.shared.settings.model = reviews::ModelKind::fsrs6;
  w.act(w.accounts.read);
  CHECK(w.model.shared.reviews.model().kind() == reviews::ModelKind::fsrs6);
}

TEST_CASE("what could not be read is told once for the whole") {
  Slow w;
  w.accounts.read.unreadable = 3;
  w.act(w.accounts.read);
  REQUIRE(w.notice(Notice::Kind::unreadable));
  CHECK(w.notice(Notice::Kind::unreadable)->count == 3);
}

TEST_CASE("a file found to be damaged is opened again") {
  Slow w;
  const int opens = w.accounts.opens.calls();
  ReviewsRead damaged = w.accounts.read;
  damaged.reviews = nullptr;
  w.act(damaged);
  CHECK(w.accounts.opens.calls() == opens + 1);
  CHECK(test::agree(w.model));
}

}  // namespace
