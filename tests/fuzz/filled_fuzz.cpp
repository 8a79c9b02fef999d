// Any bytes are a text with expressions in it, or have a mistake inside of it; what is understood is filled within bounds.

#include "course/variants/filled_text.h"
#include "fuzz/input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text(data, size);
  expression::Symbols symbols;
  symbols.add_number("a");
  symbols.add_word("city");
  const course::Values values{{2.5}, {"Se|oul"}};
  for (const course::Marks marks : {course::Marks::braces, course::Marks::brackets}) {
    const auto filled = course::FilledText::compile(text, marks, symbols);
    if (!filled) {
      const std::string_view wrong = filled.error().expression;
      fuzz::require(
          wrong.empty() || (wrong.data() >= text.data() && wrong.data() + wrong.size() <= text.data() + text.size()),
          "a mistake lies in the text");
      continue;
    }
    if (!*filled) continue;
    for (const course::Use use : {course::Use::value, course::Use::pattern, course::Use::shown}) {
      (*filled)->fill(values, {.use = use, .language = "fr"});
    }
    (*filled)->first_bad(values);
  }
  return 0;
}
