#include "base/message.h"

#include "support/test.h"

using base::in_words;
using base::Message;
using base::msg;
using base::msgn;

static_assert(!std::is_convertible_v<const char*, Message> && !std::is_convertible_v<std::string, Message> &&
                  !std::is_constructible_v<Message, const char*> && !std::is_constructible_v<Message, std::string>,
              "what translators do not see does not become a message");
static_assert(!std::is_constructible_v<Message::Value, const char*, const char*>, "nor a value of one");

TEST_CASE("a template has its values put in") {
  CHECK(in_words(msg("nothing is right")) == "nothing is right");
  CHECK(in_words(msg("no file {path}", {{"path", std::string("a.csv")}})) == "no file a.csv");
  CHECK(in_words(msg("{a}{b}{a}", {{"a", std::string("1")}, {"b", std::string_view("2")}})) == "121");
  CHECK(in_words(Message()).empty());
  CHECK(Message().empty());
}

TEST_CASE("values are data: braces in them are not looked at, unknown names stay") {
  CHECK(in_words(msg("found {words}", {{"words", std::string("{words} {n}")}})) == "found {words} {n}");
  CHECK(in_words(msg("write {text: …} or {{gap}}, not {x", {{"y", 1}})) == "write {text: …} or {{gap}}, not {x");
  CHECK(in_words(msg("[…] or {…} may not hold {mark}", {{"mark", std::string("@")}})) == "[…] or {…} may not hold @");
}

TEST_CASE("numbers are digits") {
  CHECK(in_words(msg("{n} rows", {{"n", 100000}})) == "100000 rows");
  CHECK(in_words(msg("{n} %", {{"n", 12.5}})) == "12.5 %");
  CHECK(in_words(msg("{n}", {{"n", -3}})) == "-3");
  CHECK(in_words(msg("{n}", {{"n", std::uint64_t{1} << 40}})) == "1099511627776");
}

TEST_CASE("messages stand in messages") {
  const Message list = msg("{words} or {last}", {{"words", std::string("a, b")}, {"last", std::string("c")}});
  CHECK(in_words(msg("{key} should be {expected}; found {found}",
                     {{"key", base::quoted("kind")}, {"expected", list}, {"found", msg("a list")}})) ==
        "“kind” should be a, b or c; found a list");
}

TEST_CASE("what is counted has its form for one and for many") {
  CHECK(in_words(msgn("{n} row", "{n} rows", 0)) == "0 rows");
  CHECK(in_words(msgn("{n} row", "{n} rows", 1)) == "1 row");
  CHECK(in_words(msgn("{n} row; {c} columns", "{n} rows; {c} columns", 2, {{"c", 3}})) == "2 rows; 3 columns");
  CHECK(in_words(msgn("only one", "only {n}", 1)) == "only one");
}

TEST_CASE("messages are equal when what was found is") {
  CHECK(msg("no file {path}", {{"path", std::string("a")}}) == msg("no file {path}", {{"path", std::string("a")}}));
  CHECK_FALSE(msg("no file {path}", {{"path", std::string("a")}}) ==
              msg("no file {path}", {{"path", std::string("b")}}));
  CHECK_FALSE(msgn("{n} row", "{n} rows", 1) == msgn("{n} row", "{n} rows", 2));
  CHECK_FALSE(msg("{a}", {{"a", msg("a list")}}) == msg("{a}", {{"a", msg("a map")}}));
  CHECK(Message() == Message());
}

TEST_CASE("a message keeps what it was made from") {
  const Message message = msgn("{n} row of {file}", "{n} rows of {file}", 7, {{"file", std::string("a.csv")}});
  CHECK(message.one() == "{n} row of {file}");
  CHECK(message.count() == 7);
  REQUIRE(message.values().size() == 1);
  CHECK(message.values()[0].data == "a.csv");
}
