#pragma once
// Inside this folder: md4c's walk over a text, and what its pieces mean. Includes md4c.

#include <md4c.h>

#include <algorithm>
#include <cstddef>
#include <functional>
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

/// A text as md4c can be trusted with it: version 0.4.8 looks, and points, some bytes behind the end of a text that breaks off
/// inside of a link. Behind this one there are bytes to look at, and `inside` cuts what it points at.
class GuardedText {
 public:
  explicit GuardedText(std::string_view text) : padded_(text), size_(text.size()) { padded_.append(64, '\0'); }

  std::string_view text() const { return std::string_view(padded_).substr(0, size_); }

  /// The part of a stretch that lies in the text. What lies elsewhere (md4c's own constants) is left as it is.
  std::string_view inside(const char* words, std::size_t size) const {
    const std::less_equal<> in_order;
    const char* first = padded_.data();
    if (!in_order(first, words) || !in_order(words, first + padded_.size())) return {words, size};
    const auto offset = static_cast<std::size_t>(words - first);
    return offset >= size_ ? std::string_view() : std::string_view(words, std::min(size, size_ - offset));
  }

 private:
  std::string padded_;
  std::size_t size_;
};

/// A formula between its dollar signs, gathered from the pieces that md4c hands over.
class FormulaWords {
 public:
  explicit FormulaWords(std::string_view markdown) : markdown_(markdown) {}

  /// md4c hands over stretches of the text itself, so that what stands around them can be seen.
  void add(std::string_view words);
  /// “5 $ or $ 6” and “US$5 and US$10” are money: a formula in a line has no space inside its marks, no letter or digit before
  /// and no digit behind.
  bool is_money() const;
  std::string take() { return std::exchange(words_, {}); }

 private:
  std::string_view markdown_;
  std::string words_;
  std::size_t first_ = 0;
  std::size_t end_ = 0;
};

/// Calls the visitor's enter, leave, span and text for each piece, until one returns false.
template <class Visitor>
void walk(const GuardedText& markdown, Visitor& visitor) {
  struct Walk {
    const GuardedText& markdown;
    Visitor& visitor;
  };
  MD_PARSER parser{};
  parser.flags = dialect;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
    return guarded([&] { return static_cast<Walk*>(self)->visitor.enter(type, detail); });
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
    return guarded([&] { return static_cast<Walk*>(self)->visitor.leave(type); });
  };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
    return guarded([&] { return static_cast<Walk*>(self)->visitor.span(type, detail, true); });
  };
  parser.leave_span = [](MD_SPANTYPE type, void* detail, void* self) {
    return guarded([&] { return static_cast<Walk*>(self)->visitor.span(type, detail, false); });
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* words, MD_SIZE size, void* self) {
    const Walk& walk = *static_cast<Walk*>(self);
    return guarded([&] { return walk.visitor.text(type, walk.markdown.inside(words, size)); });
  };
  Walk walk{markdown, visitor};
  md_parse(markdown.text().data(), static_cast<MD_SIZE>(markdown.text().size()), &parser, &walk);
}

}  // namespace text
