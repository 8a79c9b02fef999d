// Any bytes are Markdown: the tree, the references and the plain text are made without a fault.

#include "fuzz/input.h"
#include "text/markdown.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view markdown = fuzz::text(data, size);
  const text::Document document = text::parse_markdown(markdown);
  text::plain_text(document);
  text::references(markdown);
  return 0;
}
