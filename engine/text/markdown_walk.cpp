#include "text/markdown_walk.h"

#include <array>
#include <cctype>
#include <charconv>
#include <cstdint>

#include "base/utf8.h"

namespace text {
namespace {

bool in_id(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

struct Entity {
  std::string_view name;
  std::string_view text;
};

/// Those that people type by hand; Markdown files are UTF-8 and need no others.
constexpr std::array entities{
    Entity{"amp", "&"},    Entity{"lt", "<"},        Entity{"gt", ">"},          Entity{"quot", "\""},
    Entity{"apos", "'"},   Entity{"nbsp", "\u00a0"}, Entity{"ndash", "–"},       Entity{"mdash", "—"},
    Entity{"hellip", "…"}, Entity{"copy", "©"},      Entity{"euro", "€"},        Entity{"pound", "£"},
    Entity{"laquo", "«"},  Entity{"raquo", "»"},     Entity{"lsquo", "‘"},       Entity{"rsquo", "’"},
    Entity{"ldquo", "“"},  Entity{"rdquo", "”"},     Entity{"times", "×"},       Entity{"minus", "−"},
    Entity{"deg", "°"},    Entity{"middot", "·"},    Entity{"thinsp", "\u2009"},
};

}  // namespace

std::pair<std::size_t, std::string_view> next_footnote(std::string_view words, std::size_t from) {
  for (std::size_t at = words.find("[^", from); at != std::string_view::npos; at = words.find("[^", at + 2)) {
    std::size_t end = at + 2;
    while (end < words.size() && in_id(words[end])) ++end;
    if (end > at + 2 && end < words.size() && words[end] == ']') return {at, words.substr(at + 2, end - at - 2)};
  }
  return {std::string_view::npos, {}};
}

std::string entity_text(std::string_view entity) {
  std::string_view name = entity.substr(1, entity.size() - 2);
  if (name.starts_with('#')) {
    name.remove_prefix(1);
    const bool hex = name.starts_with('x') || name.starts_with('X');
    if (hex) name.remove_prefix(1);
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), value, hex ? 16 : 10);
    std::string text;
    const bool good = error == std::errc() && end == name.data() + name.size() && value != 0;
    base::append(text, good ? value : 0xFFFD);
    return text;
  }
  for (const Entity& known : entities) {
    if (known.name == name) return std::string(known.text);
  }
  return std::string(entity);
}

std::string attribute_text(const MD_ATTRIBUTE& attribute) {
  std::string text;
  for (unsigned i = 0; attribute.size > 0 && attribute.substr_offsets[i] < attribute.size; ++i) {
    const MD_OFFSET first = attribute.substr_offsets[i];
    const std::string_view piece(attribute.text + first, attribute.substr_offsets[i + 1] - first);
    text += attribute.substr_types[i] == MD_TEXT_ENTITY ? entity_text(piece) : std::string(piece);
  }
  return text;
}

void FormulaWords::add(std::string_view words) {
  const auto first = static_cast<std::size_t>(words.data() - markdown_.data());
  if (words_.empty()) first_ = first;
  end_ = first + words.size();
  words_ += words;
}

bool FormulaWords::is_money() const {
  if (words_.starts_with(' ') || words_.ends_with(' ')) return true;
  const auto at = [this](std::size_t i) { return i < markdown_.size() ? static_cast<unsigned char>(markdown_[i]) : 0; };
  return std::isalnum(at(first_ - 2)) != 0 || std::isdigit(at(end_ + 1)) != 0;
}

}  // namespace text
