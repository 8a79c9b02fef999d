#include "course/yaml/source_file.h"

#include "support/test.h"

namespace source_file_test {

using course::SourceFile;

TEST_CASE("spans end with their value") {
  const SourceFile file(
      "a", "k: \"a \\\" b\" # c\nl: 'it''s' x\nm: [a, \"]\", b] y\nn: plain words # note\no: {a: [b]}\np: &x plain\n");
  const auto span = [&](const char* words) { return file.value_span(file.text().find(words)); };
  CHECK(span("\"a").length == 8);
  CHECK(span("'it").length == 7);
  CHECK(span("[a,").length == 11);
  CHECK(span("plain words").length == 11);
  CHECK(span("{a").length == 8);
  CHECK(span("&x") == base::Span{6, 7, 5});
}

TEST_CASE("spans of words, lines and ends") {
  const SourceFile file("a", "one\ntwo three\n");
  CHECK(file.words_span(0, "three") == base::Span{2, 5, 5});
  CHECK(file.words_span(4, "absent") == base::Span{2, 1, 9});
  CHECK(file.span(100, 5) == base::Span{3, 1, 1});
  CHECK(file.line_offset(2) == 4);
  CHECK(file.line_offset(99) == file.text().size());
  CHECK(SourceFile("a", "").value_span(0) == base::Span{1, 1, 1});
}

TEST_CASE("any place in any text has a span") {
  const bool holds = rc::check([](const std::string& text, std::uint16_t offset, std::uint8_t bytes) {
    const SourceFile file("a", text);
    RC_ASSERT(file.value_span(offset, bytes).line >= 1);
    RC_ASSERT(file.span(offset, bytes).length >= 1);
  });
  CHECK(holds);
}

}  // namespace source_file_test
