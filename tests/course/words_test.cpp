#include "course/reading/words.h"

#include "support/test.h"

namespace words_test {

TEST_CASE("slugs are ids made of words") {
  CHECK(course::slug("## Korea, for and against!") == "korea-for-and-against");
  CHECK(course::slug("L’école d’été") == "lecole-dete");
  CHECK(course::slug("한국").empty());
  CHECK(course::slug("a very long text", 6) == "a-very");
  CHECK(course::slug("---").empty());
}

TEST_CASE("every slug is an id or empty, and stays what it is") {
  const bool holds = rc::check([](const std::string& words) {
    const std::string id = course::slug(words);
    RC_ASSERT(id.empty() || course::is_id(id));
    RC_ASSERT(course::slug(id) == id);
  });
  CHECK(holds);
}

TEST_CASE("ids are lower-case letters, digits, - and _") {
  CHECK(course::is_id("a-b_9"));
  for (const char* bad : {"", "A", "a b", "é", "a.b", "a/b"}) CHECK_FALSE(course::is_id(bad));
  CHECK_FALSE(course::is_id(std::string(81, 'a')));
}

TEST_CASE("quoted words are shortened and stay on one line") {
  CHECK(base::in_words(course::in_quotes("a\nb")) == "“a b”");
  CHECK(base::in_words(course::in_quotes(std::string(100, 'x'))) == "“" + std::string(60, 'x') + "…”");
}

TEST_CASE("what was expected is said with its bounds, one of several with all of them") {
  const auto expected = [](const course::Shape& shape) { return base::in_words(course::expected(shape)); };
  constexpr std::array<std::string_view, 3> words{"note", "tip", "warning"};
  CHECK(expected(course::shape::whole(1, 240)) == "a whole number from 1 to 240");
  CHECK(expected({.form = course::Form::number, .least = 0.5}) == "a number of at least 0.5");
  CHECK(expected({.form = course::Form::number, .most = 9}) == "a number of at most 9");
  CHECK(expected(course::shape::one_of(words)) == "note, tip or warning");
  CHECK(expected(course::shape::one_of(std::span(words).first(1))) == "note");
  CHECK(expected(course::shape::texts) == "a text or a list of them");
}

}  // namespace words_test
