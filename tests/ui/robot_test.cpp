#include "ui/testing/robot.h"
#include "support/test.h"
#include "ui/rich.h"
#include "ui/widgets/answers.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/navigation.h"

namespace robot_test {

using namespace ui;
using testing::Robot;

namespace {

void in_column(Frame& f, Body body) { f.within({40, 40, 600, 0}, body); }

}  // namespace

TEST_CASE("a button is used by mouse, by its key, and by Enter when it has the focus") {
  int used = 0;
  Robot robot([&](Frame& f) { in_column(f, [&] { used += button(f, "go", "Go on", {.key = {Key::g}}) ? 1 : 0; }); });
  CHECK(robot.click("go"));
  CHECK(used == 1);
  robot.press(Key::g);
  CHECK(used == 2);
  robot.press(Key::enter);  // the mouse gave it the focus; Enter belongs to the view until the keyboard is used
  CHECK(used == 2);
  robot.press(Key::tab);
  robot.press(Key::enter);
  CHECK(used == 3);
  CHECK_FALSE(robot.click("nothing"));
}

TEST_CASE("a press and a release in one frame are both seen") {
  int used = 0;
  Robot robot([&](Frame& f) { in_column(f, [&] { used += button(f, "go", "Go on") ? 1 : 0; }); });
  robot.hover("go");
  for (int i = 0; i < 3; ++i) {
    robot.context().input().button(0, true);
    robot.context().input().button(0, false);
  }
  robot.settle();
  CHECK(used == 3);
}

TEST_CASE("a disabled button does nothing") {
  int used = 0;
  Robot robot([&](Frame& f) {
    in_column(f, [&] { used += button(f, "go", "Go on", {.key = {Key::g}, .enabled = false}) ? 1 : 0; });
  });
  robot.click("go");
  robot.press(Key::g);
  robot.press(Key::tab);
  robot.press(Key::enter);
  CHECK(used == 0);
}

TEST_CASE("letters go to the field that has the keyboard, not to shortcuts") {
  std::string name;
  int used = 0;
  Robot robot([&](Frame& f) {
    in_column(f, [&] {
      if (auto r = text_field(f, "name", name, {.label = "Your name"}); r.changed) name = *r.changed;
      used += button(f, "hint", "Hint", {.key = {Key::h}}) ? 1 : 0;
      used += f.pressed(Key::enter) ? 100 : 0;
    });
  });
  robot.click("name");
  robot.context().input().key({Key::h});
  robot.type("hé 한");
  CHECK(name == "hé 한");
  CHECK(used == 0);
  robot.press(Key::backspace);
  CHECK(name == "hé ");
  robot.press(Key::enter);
  CHECK(used == 100);
  robot.press(Key::escape);
  robot.press(Key::h);
  CHECK(used == 101);
}

TEST_CASE("a field of several lines takes Enter, and gives it with Ctrl") {
  std::string text;
  int sent = 0;
  Robot robot([&](Frame& f) {
    in_column(f, [&] {
      if (auto r = text_field(f, "text", text, {.lines = 3, .autofocus = true}); r.changed) text = *r.changed;
      sent += f.pressed({Key::enter, true}) ? 1 : 0;
    });
  });
  robot.type("a");
  robot.press(Key::enter);
  robot.type("b");
  CHECK(text == "a\nb");
  robot.press({Key::up});
  robot.type("x");
  CHECK(text == "ax\nb");
  robot.press({Key::enter, true});
  CHECK(sent == 1);
}

TEST_CASE("copy, cut and paste") {
  std::string text = "one two";
  Robot robot([&](Frame& f) {
    in_column(f, [&] {
      if (auto r = text_field(f, "text", text, {.autofocus = true}); r.changed) text = *r.changed;
    });
  });
  robot.press({Key::a, true});
  robot.press({Key::x, true});
  CHECK(text.empty());
  robot.press({Key::v, true});
  robot.press({Key::v, true});
  CHECK(text == "one twoone two");
}

TEST_CASE("Tab goes round, arrows stay in their group") {
  Robot robot([&](Frame& f) {
    in_column(f, [&] {
      button(f, "first", "First");
      f.group("choices", [&] {
        for (int i = 0; i < 3; ++i) choice(f, "c" + std::to_string(i), parsed(f, "Choice"), {.number = i});
      });
      button(f, "last", "Last");
    });
  });
  robot.press(Key::tab);
  CHECK(robot.focused() == "first");
  robot.press(Key::tab);
  robot.press(Key::down);
  robot.press(Key::down);
  robot.press(Key::down);
  CHECK(robot.focused() == "c2");
  robot.press(Key::tab);
  CHECK(robot.focused() == "last");
  robot.press(Key::tab);
  CHECK(robot.focused() == "first");
  robot.press({Key::tab, false, true});
  CHECK(robot.focused() == "last");
}

TEST_CASE("a choice is made by mouse, number, letter or Space") {
  int chosen = -1;
  Robot robot([&](Frame& f) {
    in_column(f, [&] {
      f.group("choices", [&] {
        for (int i = 0; i < 3; ++i) {
          if (choice(f, "c" + std::to_string(i), parsed(f, "Choice **one**"), {.number = i, .chosen = chosen == i}))
            chosen = i;
        }
      });
    });
  });
  robot.click("c1");
  CHECK(chosen == 1);
  robot.press(Key::d3);
  CHECK(chosen == 2);
  robot.press(Key::a);
  CHECK(chosen == 0);
  robot.press(Key::tab);
  robot.press(Key::space);
  CHECK(chosen == (robot.focused() == "c0" ? 0 : robot.focused() == "c1" ? 1 : 2));
}

TEST_CASE("a dialog keeps the keyboard and gives the focus back") {
  bool open = false, removed = false;
  int under = 0;
  Robot robot([&](Frame& f) {
    in_column(f, [&] {
      if (button(f, "remove", "Remove", {.key = {Key::x}})) open = true;
      under += button(f, "other", "Other", {.key = {Key::o}}) ? 1 : 0;
    });
    if (!open) return;
    const DialogEvent event =
        dialog(f, "ask", "Remove it?", {.confirm = "Remove", .cancel = "Keep"}, [&] { words(f, "It is gone then."); });
    removed = removed || event == DialogEvent::confirmed;
    if (event != DialogEvent::none) open = false;
  });
  robot.press(Key::tab);
  robot.press(Key::enter);
  CHECK(open);
  robot.press(Key::o);
  robot.click("other");
  CHECK(under == 0);
  robot.press(Key::tab);
  CHECK(robot.focused() == "ask/content/cancel");
  robot.press(Key::tab);
  robot.press(Key::tab);
  CHECK(robot.focused() == "ask/content/cancel");
  robot.press(Key::escape);
  CHECK_FALSE(open);
  CHECK_FALSE(removed);
  CHECK(robot.focused() == "remove");
  robot.press(Key::x);
  robot.press(Key::enter);
  CHECK(removed);
}

TEST_CASE("a picker is used by mouse, arrows and first letters") {
  const std::vector<std::string> entries{"English", "Français", "Korean"};
  int chosen = 0;
  Robot robot([&](Frame& f) {
    in_column(f, [&] {
      if (auto c = picker(f, "language", entries, chosen)) chosen = *c;
    });
  });
  robot.click("language");
  CHECK(robot.click("language-list/list/1"));
  CHECK(chosen == 1);
  robot.press(Key::tab);
  robot.press(Key::enter);
  robot.press(Key::down);
  robot.press(Key::enter);
  CHECK(chosen == 2);
  robot.press(Key::enter);
  robot.type("e");
  robot.press(Key::enter);
  CHECK(chosen == 0);
  robot.press(Key::enter);
  robot.press(Key::escape);
  CHECK_FALSE(robot.has("language-list/list/1"));
  CHECK(chosen == 0);
}

TEST_CASE("a slider follows mouse and keys in its steps") {
  double value = 1.0;
  Robot robot([&](Frame& f) {
    in_column(f, [&] {
      if (auto v = slider(f, "size", value, {.from = 0.8, .to = 2.0, .step = 0.1})) value = *v;
    });
  });
  robot.press(Key::tab);
  robot.press(Key::right);
  CHECK(value == Approx(1.1));
  robot.press(Key::end);
  CHECK(value == Approx(2.0));
  robot.drag("size", Vec{-300, 0});
  CHECK(value == Approx(0.8));
}

TEST_CASE("a toggle and segments answer") {
  bool on = false;
  int part = 0;
  const std::vector<std::string> parts{"Light", "Dark"};
  Robot robot([&](Frame& f) {
    in_column(f, [&] {
      if (auto v = toggle(f, "motion", "Reduce motion", on)) on = *v;
      if (auto v = segmented(f, "theme", parts, part)) part = *v;
    });
  });
  robot.click("motion");
  CHECK(on);
  robot.click("theme/1");
  CHECK(part == 1);
}

TEST_CASE("a list is put in order by mouse and by keys") {
  std::vector<ListItem> items{{"one"}, {"two"}, {"three"}};
  Robot robot([&](Frame& f) {
    in_column(f, [&] {
      if (auto order = reorder(f, "list", items)) {
        std::vector<ListItem> next;
        for (int i : *order) next.push_back(items[static_cast<std::size_t>(i)]);
        items = next;
      }
    });
  });
  const auto words = [&] { return items[0].words + " " + items[1].words + " " + items[2].words; };
  robot.drag("list/0", "list/2");
  CHECK(words() == "two three one");
  robot.press(Key::tab);
  robot.press(Key::home);
  while (robot.focused() != "list/0") robot.press(Key::up);
  robot.press(Key::space);
  robot.press(Key::down);
  CHECK(words() == "two three one");
  robot.press(Key::space);
  CHECK(words() == "three two one");
  CHECK(robot.focused() == "list/1");
  robot.press(Key::space);
  robot.press(Key::down);
  robot.press(Key::escape);
  CHECK(words() == "three two one");
}

TEST_CASE("cards go to bins by mouse and by keys") {
  std::vector<SortCard> cards{{"Sencha"}, {"Rooibos"}};
  const std::vector<std::string> names{"Tea", "Other"};
  Robot robot([&](Frame& f) {
    in_column(f, [&] {
      if (auto m = bins(f, "bins", names, cards)) cards[static_cast<std::size_t>(m->card)].bin = m->bin;
    });
  });
  robot.drag("bins/card-0", "bins/bin-0");
  CHECK(cards[0].bin == 0);
  robot.click("bins/card-1");
  robot.press(Key::d2);
  CHECK(cards[1].bin == 1);
  robot.click("bins/card-1");
  robot.click("bins/bin-0");
  CHECK(cards[1].bin == 0);
}

TEST_CASE("two columns are matched by clicks, by dragging, by keys") {
  const std::vector<std::string> left{"Sencha", "Assam"}, right{"India", "Japan"};
  MatchState state{{-1, -1}, {}};
  Robot robot([&](Frame& f) {
    in_column(f, [&] {
      if (auto m = match(f, "match", left, right, state)) {
        for (int& r : state.right_of) r = m->right >= 0 && r == m->right ? -1 : r;
        state.right_of[static_cast<std::size_t>(m->left)] = m->right;
      }
    });
  });
  robot.click("match/left-0");
  robot.click("match/right-1");
  CHECK(state.right_of == std::vector<int>{1, -1});
  robot.drag("match/left-1", "match/right-0");
  CHECK(state.right_of == std::vector<int>{1, 0});
  robot.click("match/left-0");
  CHECK(state.right_of == std::vector<int>{-1, 0});
  robot.press(Key::tab);
  while (robot.focused() != "match/left-0") robot.press(Key::tab);
  robot.press(Key::space);
  while (robot.focused() != "match/right-1") robot.press(Key::tab);
  robot.press(Key::space);
  CHECK(state.right_of == std::vector<int>{1, 0});
}

TEST_CASE("links are clicked and reached by Tab") {
  std::string target;
  Robot robot([&](Frame& f) {
    in_column(f, [&] {
      if (auto e = rich(f, "text", "A [first](concept:a) and a [second](concept:b) link, and a source.[^s]"))
        target = e.target;
    });
  });
  robot.click("text/1");
  CHECK(target == "concept:b");
  robot.press(Key::tab);
  robot.press(Key::tab);
  robot.press(Key::enter);
  CHECK(!target.empty());
  robot.click("text/2");
  CHECK(target == "s");
}

TEST_CASE("a page scrolls by wheel and keys, and follows the focus") {
  Robot robot([&](Frame& f) {
    f.scroll("page", {0, 0, f.size().x, f.size().y}, [&] {
      for (int i = 0; i < 60; ++i) button(f, "b" + std::to_string(i), "Button " + std::to_string(i));
    });
  });
  const auto top = [&] { return robot.record().find("page/b0")->y; };
  CHECK(top() == 0);
  robot.context().input().move({400, 400});
  robot.wheel({0, -1});
  CHECK(top() < 0);
  robot.press(Key::end);
  CHECK(robot.record().find("page/b59")->bottom() == Approx(800));
  robot.press(Key::home);
  CHECK(top() == 0);
  robot.press({Key::tab, false, true});
  CHECK(robot.focused() == "page/b59");
  CHECK(robot.record().find("page/b59")->bottom() <= 801);
  CHECK(top() < 0);
}

TEST_CASE("a tooltip comes after a rest, and asks for the frame it needs") {
  Robot robot([&](Frame& f) { in_column(f, [&] { icon_button(f, "gear", Icon::gear, "Settings"); }); });
  robot.hover("gear");
  CHECK_FALSE(robot.shows("Settings"));
  CHECK(robot.context().wait_seconds() < 0.6);
  robot.advance(0.6);
  CHECK(robot.shows("Settings"));
  CHECK(robot.context().wait_seconds() > 100);
}

TEST_CASE("a key or a click ends a rest until the mouse has left what it is on") {
  int panels = 0;
  Robot robot([&](Frame& f) {
    in_column(f, [&] {
      icon_button(f, "gear", Icon::gear, "Settings");
      f.space(40.0f);
      icon_button(f, "book", Icon::book, "Lessons");
    });
    if (panels == 0) return;
    f.on_layer(Layer::dialog, true, [&] {
      f.item("panel", {0, 0, 1280, 800});
      if (f.pressed(Key::escape)) --panels;
    });
  });
  const Vec gear = robot.record().find("gear")->center(), book = robot.record().find("book")->center();
  const auto rest_at = [&](Vec at) {
    robot.context().input().move(at);
    robot.settle();
    robot.advance(0.6);
  };
  const auto says = [&](const char* words) { return robot.shows(words); };

  rest_at(gear);
  CHECK(says("Settings"));
  robot.press(Key::h);
  robot.advance(5);
  CHECK_FALSE(says("Settings"));
  rest_at(gear + Vec{3, 0});
  CHECK_FALSE(says("Settings"));
  rest_at(book);
  CHECK(says("Lessons"));
  robot.context().input().button(0, true);
  robot.context().input().button(0, false);
  robot.settle();
  robot.advance(5);
  CHECK_FALSE(says("Lessons"));
  rest_at(gear);
  CHECK(says("Settings"));

  // What is closed by a key may lie over something else that speaks.
  panels = 1;
  rest_at(book);
  CHECK_FALSE(says("Lessons"));
  robot.press(Key::escape);
  REQUIRE(panels == 0);
  robot.advance(5);
  CHECK_FALSE(says("Lessons"));
  rest_at(gear);
  rest_at(book);
  CHECK(says("Lessons"));
}

TEST_CASE("cards in a row become equally high at once") {
  Robot robot([&](Frame& f) {
    in_column(f, [&] {
      f.row({share(), share()}, {}, [&](int i) {
        card_button(f, "card-" + std::to_string(i), {}, [&] {
          words(f, i == 0 ? "short" : "long enough to take several lines in this narrow column of a row");
        });
      });
    });
  });
  CHECK(robot.record().find("card-0")->h == robot.record().find("card-1")->h);
  CHECK(robot.record().find("card-1")->h > 60);
}

}  // namespace robot_test
