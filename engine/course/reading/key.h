#pragma once
// What a file may say: keys with the shape of their values, as tables that both the readers and the JSON schema use.

#include <cstdint>
#include <limits>
#include <span>
#include <string_view>

#include "base/message.h"

namespace course {

/// What a value is.
enum class Form : std::uint8_t {
  text,        ///< shown to learners, and translated
  name,        ///< of a person or a work: translated where the catalogue has it, and not missed where it does not
  markdown,    ///< as text, with links, notes and formulas
  word,        ///< shown or used as it is, never translated
  new_id,      ///< an id that is given here
  concept_id,  ///< an id of what course.yaml declares
  source_id,
  module_id,
  lesson_id,
  question_id,  ///< of a question of any lesson; checked once all are read
  path,         ///< of a file inside the course folder
  whole,        ///< a whole number
  number,
  truth,   ///< true or false
  one_of,  ///< one of the shape's words
  other,   ///< read by code of its own; `Shape::name` says what it is
};

struct Shape {
  Form form = Form::text;
  bool list = false;  ///< a list of these; one alone may stand without brackets
  double least = -std::numeric_limits<double>::infinity();
  double most = std::numeric_limits<double>::infinity();
  bool above_least = false;  ///< told as “above” the least; who reads the value refuses the least itself, and says why
  std::span<const std::string_view> words = {};
  base::Template name = {};
  double read = 1;  ///< share of those who study the lesson that read it
};

namespace shape {
inline constexpr Shape text{.form = Form::text};
inline constexpr Shape texts{.form = Form::text, .list = true};
inline constexpr Shape name{.form = Form::name};
inline constexpr Shape names{.form = Form::name, .list = true};
inline constexpr Shape markdown{.form = Form::markdown};
/// Markdown that one reads only after a certain answer: of about three reasons, one.
inline constexpr Shape reason{.form = Form::markdown, .read = 1.0 / 3};
/// Markdown on demand, and text for those who do not see a picture.
inline constexpr Shape on_demand{.form = Form::markdown, .read = 0};
inline constexpr Shape alternative{.form = Form::text, .read = 0};
inline constexpr Shape markdowns{.form = Form::markdown, .list = true};
inline constexpr Shape word{.form = Form::word};
inline constexpr Shape plain_words{.form = Form::word, .list = true};
inline constexpr Shape new_id{.form = Form::new_id};
inline constexpr Shape concept_id{.form = Form::concept_id};
inline constexpr Shape concept_ids{.form = Form::concept_id, .list = true};
inline constexpr Shape source_id{.form = Form::source_id};
inline constexpr Shape source_ids{.form = Form::source_id, .list = true};
inline constexpr Shape module_id{.form = Form::module_id};
inline constexpr Shape lesson_ids{.form = Form::lesson_id, .list = true};
inline constexpr Shape question_ids{.form = Form::question_id, .list = true};
inline constexpr Shape path{.form = Form::path};
inline constexpr Shape number{.form = Form::number};
inline constexpr Shape truth{.form = Form::truth};
constexpr Shape whole(double least, double most) { return {.form = Form::whole, .least = least, .most = most}; }
constexpr Shape number_from(double least, double most) { return {.form = Form::number, .least = least, .most = most}; }
constexpr Shape number_above(double least, double most) {
  return {.form = Form::number, .least = least, .most = most, .above_least = true};
}
constexpr Shape one_of(std::span<const std::string_view> choice) { return {.form = Form::one_of, .words = choice}; }
constexpr Shape other(base::Template what) { return {.form = Form::other, .name = what}; }
}  // namespace shape

enum class Need : bool { optional, required };

/// One key of an object.
class Key {
 public:
  /// A key that may be left out; `note` says to who reads the source what it is for.
  consteval Key(std::string_view its_name, Shape its_shape, Need its_need, base::Literal)
      : name(its_name), shape(its_shape) {
    // What a required key is for is told where it is missing, so it goes into msg().
    if (its_need == Need::required) throw "the meaning of a required key is a message";
  }
  constexpr Key(std::string_view its_name, Shape its_shape, Need its_need, base::Template its_meaning)
      : name(its_name), shape(its_shape), need(its_need), meaning(its_meaning) {}

  std::string_view name;
  Shape shape;
  Need need = Need::optional;
  base::Template meaning;  ///< of a required key, one line
};

}  // namespace course
