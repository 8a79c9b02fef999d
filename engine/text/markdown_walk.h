#pragma once
// Inside this folder: md4c's walk over a text, and what its pieces mean. Includes md4c.

#include <md4c.h>

#include <cstddef>
#include <new>
#include <string>
#include <string_view>
#include <utility>

namespace text {

/// CommonMark with tables, strikethrough and formulas; HTML is text.
inline constexpr unsigned dialect = MD_FLAG_NOHTML | MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_LATEXMATHSPANS;

/// Blocks, cells and runs of one document: a table's empty cells cost its author nothing, so somebody must count.
inline constexpr std::size_t most_pieces = 200'000;

/// The next `[^id]` from `from` on: where it begins and its id. npos when there is none.
std::pair<std::size_t, std::string_view> next_footnote(std::string_view words, std::size_t from);

/// What `&name;` stands for, or the entity itself where nobody knows it.
std::string entity_text(std::string_view entity);

/// A link's target with its entities resolved.
std::string attribute_text(const MD_ATTRIBUTE& attribute);

/// md4c is C: a callback stops the walk by its return value, and no exception may pass through.
template <class Call>
int guarded(Call call) {
  try {
    return call() ? 0 : 1;
  } catch (const std::bad_alloc&) {
    return 1;
  }
}

/// Calls the visitor's enter, leave, span and text for each piece, until one returns false.
template <class Visitor>
void walk(std::string_view markdown, Visitor& visitor) {
  MD_PARSER parser{};
  parser.flags = dialect;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
    return guarded([&] { return static_cast<Visitor*>(self)->enter(type, detail); });
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
    return guarded([&] { return static_cast<Visitor*>(self)->leave(type); });
  };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
    return guarded([&] { return static_cast<Visitor*>(self)->span(type, detail, true); });
  };
  parser.leave_span = [](MD_SPANTYPE type, void* detail, void* self) {
    return guarded([&] { return static_cast<Visitor*>(self)->span(type, detail, false); });
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* words, MD_SIZE size, void* self) {
    return guarded([&] { return static_cast<Visitor*>(self)->text(type, {words, size}); });
  };
  md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &visitor);
}

}  // namespace text
