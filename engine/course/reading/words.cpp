#include "course/reading/words.h"

#include <cmath>

#include "base/utf8.h"
#include "text/fold.h"

namespace course {
namespace {

base::Message from_to(const Shape& shape, const base::Message& what) {
  const bool least = std::isfinite(shape.least);
  const bool most = std::isfinite(shape.most);
  // As the file writes them, with a point in every language.
  const std::string low = least ? number_words(shape.least) : "", high = most ? number_words(shape.most) : "";
  if (shape.above_least && most)
    return msg("{what} above {least}, up to {most}", {{"what", what}, {"least", low}, {"most", high}});
  if (least && most) return msg("{what} from {least} to {most}", {{"what", what}, {"least", low}, {"most", high}});
  if (least) return msg("{what} of at least {least}", {{"what", what}, {"least", low}});
  if (most) return msg("{what} of at most {most}", {{"what", what}, {"most", high}});
  return what;
}

base::Message one(const Shape& shape) {
  switch (shape.form) {
    case Form::text:
    case Form::name:
    case Form::markdown:
    case Form::word: return msg("a text");
    case Form::new_id: return msg("an id");
    case Form::concept_id: return msg("the id of a concept");
    case Form::source_id: return msg("the id of a source");
    case Form::module_id: return msg("the id of a module");
    case Form::lesson_id: return msg("the id of a lesson");
    case Form::question_id: return msg("the id of a question");
    case Form::path: return msg("the path of a file");
    case Form::whole: return from_to(shape, msg("a whole number"));
    case Form::number: return from_to(shape, msg("a number"));
    case Form::truth: return msg("true or false");
    case Form::one_of: return one_of_words(shape.words);
    default: return shape.name;
  }
}

}  // namespace

std::string number_words(double number) {
  std::string words = std::to_string(number);
  words.erase(words.find_last_not_of('0') + 1);
  if (words.ends_with('.')) words.pop_back();
  return words;
}

base::Message one_of_words(std::span<const std::string_view> words) {
  if (words.empty()) return {};
  const std::string_view last = words.back();
  if (words.size() == 1) return msg("{word}", {{"word", last}});
  return msg("{words} or {last}", {{"words", listed({words.begin(), words.end() - 1})}, {"last", last}});
}

base::Message expected(const Shape& shape) {
  return shape.list ? msg("{one} or a list of them", {{"one", one(shape)}}) : one(shape);
}

base::Message found(const Node& node) {
  switch (node.kind()) {
    case NodeKind::null: return msg("nothing");
    case NodeKind::list: return node.size() == 0 ? msg("an empty list") : msg("a list");
    case NodeKind::map: return node.size() == 0 ? msg("an empty map") : msg("a map");
    default: return node.text().empty() ? msg("an empty text") : in_quotes(node.text());
  }
}

base::Message in_quotes(std::string_view words) {
  constexpr std::size_t most = 60;
  return base::quoted(base::shortened(words, most));
}

std::string listed(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  return list;
}

bool lacks_space(std::string_view words) {
  if (words.size() < 2 || words[0] != '-') return false;
  const char c = words[1];
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
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

}  // namespace course
