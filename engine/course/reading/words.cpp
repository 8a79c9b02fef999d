#include "course/reading/words.h"

#include <cmath>

#include "base/utf8.h"
#include "text/fold.h"

namespace course {
namespace {

std::string number_words(double number) {
  std::string words = std::to_string(number);
  words.erase(words.find_last_not_of('0') + 1);
  if (words.ends_with('.')) words.pop_back();
  return words;
}

std::string range(const Shape& shape, const std::string& what) {
  const bool least = std::isfinite(shape.least);
  const bool most = std::isfinite(shape.most);
  if (least && most) return what + " from " + number_words(shape.least) + " to " + number_words(shape.most);
  if (least) return what + " of at least " + number_words(shape.least);
  if (most) return what + " of at most " + number_words(shape.most);
  return what;
}

std::string one(const Shape& shape) {
  switch (shape.form) {
    case Form::text:
    case Form::name:
    case Form::markdown:
    case Form::word: return "a text";
    case Form::new_id: return "an id";
    case Form::concept_id: return "the id of a concept";
    case Form::source_id: return "the id of a source";
    case Form::module_id: return "the id of a module";
    case Form::lesson_id: return "the id of a lesson";
    case Form::question_id: return "the id of a question";
    case Form::path: return "the path of a file";
    case Form::whole: return range(shape, "a whole number");
    case Form::number: return range(shape, "a number");
    case Form::truth: return "true or false";
    case Form::one_of: return one_of_words(shape.words);
    default: return std::string(shape.name);
  }
}

}  // namespace

std::string one_of_words(std::span<const std::string_view> words) {
  std::string list;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) list += i + 1 == words.size() ? " or " : ", ";
    list += words[i];
  }
  return list;
}

std::string expected(const Shape& shape) { return shape.list ? one(shape) + " or a list of them" : one(shape); }

std::string found(const Node& node) {
  switch (node.kind()) {
    case NodeKind::null: return "nothing";
    case NodeKind::list: return node.size() == 0 ? "an empty list" : "a list";
    case NodeKind::map: return node.size() == 0 ? "an empty map" : "a map";
    default: return node.text().empty() ? "an empty text" : in_quotes(node.text());
  }
}

std::string in_quotes(std::string_view words) {
  constexpr std::size_t most = 60;
  std::string shortened;
  std::size_t characters = 0;
  for (std::size_t at = 0; at < words.size(); ++characters) {
    if (characters == most) {
      shortened += "…";
      break;
    }
    const base::CodePoint point = base::decode(words, at);
    base::append(shortened, point.value == '\n' ? U' ' : point.value);
    at += point.bytes;
  }
  return "“" + shortened + "”";
}

bool is_id(std::string_view words) {
  constexpr std::size_t most = 80;
  if (words.empty() || words.size() > most) return false;
  for (const char c : words) {
    const bool good = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    if (!good) return false;
  }
  return true;
}

std::string slug(std::string_view words, std::size_t most) {
  std::string id;
  for (std::size_t at = 0; at < words.size() && id.size() < most;) {
    const base::CodePoint point = base::decode(words, at);
    at += point.bytes;
    const char32_t c = point.value;
    if (c >= 'A' && c <= 'Z') {
      id += static_cast<char>(c - 'A' + 'a');
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_') {
      id += static_cast<char>(c);
    } else if (c == '\'' || c == U'’') {
      continue;
    } else if (const std::string letters = c < 0x80 ? std::string() : text::ascii_letters(c); !letters.empty()) {
      id += letters;
    } else if (!id.empty() && id.back() != '-') {
      id += '-';
    }
  }
  if (id.size() > most) id.resize(most);
  while (id.ends_with('-')) id.pop_back();
  return id;
}

std::string did_you_mean(const std::string& name) { return name.empty() ? "" : "did you mean “" + name + "”?"; }

}  // namespace course
