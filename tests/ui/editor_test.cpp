#include "ui/edit/editor.h"
#include "support/test.h"

namespace editor_test {

using ui::Editor;
using ui::Key;
using ui::Shortcut;

namespace {

constexpr std::size_t kLimit = 200;

Editor with(std::string_view text) {
  Editor e;
  e.sync(text);
  return e;
}

void press(Editor& e, Shortcut key) { e.key(key, true, kLimit); }

}  // namespace

TEST_CASE("the editor moves and deletes by characters, not bytes") {
  Editor e = with("aé한");
  press(e, {Key::left});
  CHECK(e.caret() == 3);
  press(e, {Key::backspace});
  CHECK(e.text() == "a한");
  press(e, {Key::del});
  CHECK(e.text() == "a");
}

TEST_CASE("an accent that is a character of its own goes with its letter") {
  Editor e = with("cafe\u0301");
  press(e, {Key::backspace});
  CHECK(e.text() == "caf");
}

TEST_CASE("words are skipped and deleted with Ctrl") {
  Editor e = with("one two, three");
  press(e, {Key::left, true});
  CHECK(e.caret() == 9);
  press(e, {Key::backspace, true});
  CHECK(e.text() == "one three");
}

TEST_CASE("typing replaces the selection, and one undo takes a word back") {
  Editor e = with("old");
  e.select_all();
  for (const char* c : {"n", "e", "w"}) e.insert(c, false, kLimit);
  CHECK(e.text() == "new");
  press(e, {Key::z, true});
  press(e, {Key::z, true});
  CHECK(e.text() == "old");
  press(e, {Key::y, true});
  press(e, {Key::y, true});
  CHECK(e.text() == "new");
}

TEST_CASE("a single line takes no line breaks and nothing takes control characters") {
  Editor e = with("");
  e.insert("a\nb\tc\x01", false, kLimit);
  CHECK(e.text() == "a b c");
  CHECK_FALSE(e.key({Key::enter}, false, kLimit));
}

TEST_CASE("the limit holds") {
  Editor e = with("1234");
  e.insert("567", false, 6);
  CHECK(e.text() == "1234");
}

TEST_CASE("whatever is done, the caret stays between characters") {
  rc::check([](const std::string& start, const std::vector<std::uint8_t>& acts) {
    constexpr std::array kKeys{Key::left, Key::right, Key::home, Key::end, Key::backspace,
                               Key::del,  Key::enter, Key::z,    Key::y,   Key::a};
    Editor e;
    e.insert("é한" + start, true, 10'000);
    for (const std::uint8_t act : acts) {
      if (act % 16 == 15)
        e.insert("ñ", true, 10'000);
      else
        e.key({kKeys[act % kKeys.size()], (act & 32) != 0, (act & 64) != 0}, true, 10'000);
      RC_ASSERT(e.caret() <= e.text().size());
      if (e.caret() < e.text().size()) RC_ASSERT((static_cast<unsigned char>(e.text()[e.caret()]) & 0xc0) != 0x80);
    }
  });
}

}  // namespace editor_test
