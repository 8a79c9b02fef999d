#pragma once
// What the program says, kept as data: a template and what stands in it. It becomes words late, in the language asked for.
//
// A template is a literal of the source, in English, inside of `msg` or `msgn`, where tools/words finds it for the catalogues. Nothing else
// converts to a Message, so that no English gets into one that translators do not see. Where a value is itself a word of the program
// ("a list"), it is a message in the message; where its form depends on the sentence around it, the sentence is a template of its own.

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace base {

/// A literal, seen by the compiler.
class Literal {
 public:
  template <std::size_t size>
  consteval Literal(const char (&text)[size])  // NOLINT(google-explicit-constructor): a literal is its text
      : text_(text, size - 1) {}
  constexpr std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

/// English words with {names} in them, without values. Made by `msg`; may stand in constant tables.
class Template {
 public:
  constexpr Template() = default;
  constexpr std::string_view text() const { return text_; }
  constexpr bool empty() const { return text_.empty(); }

 private:
  friend constexpr Template msg(Literal literal);
  constexpr explicit Template(std::string_view text) : text_(text) {}

  std::string_view text_;
};

/// A template with its values. A value; equal when what was found is.
class Message {
 public:
  struct Value;

  Message();                // says nothing
  Message(Template words);  // NOLINT(google-explicit-constructor): one without values
  Message(Template words, std::vector<Value> values);
  Message(Literal one, Literal many, std::uint64_t count, std::vector<Value> values);

  // In the source, where a Value is complete.
  Message(const Message& other);
  Message(Message&& other) noexcept;
  Message& operator=(const Message& other);
  Message& operator=(Message&& other) noexcept;
  ~Message();

  bool empty() const { return one_.empty(); }
  std::string_view one() const { return one_; }    ///< the template, in English; of a plural that for 1
  std::string_view many() const { return many_; }  ///< the English plural; empty where nothing is counted
  std::uint64_t count() const { return count_; }   ///< of a plural: what {n} stands for
  const std::vector<Value>& values() const { return values_; }

  friend bool operator==(const Message& a, const Message& b);

 private:
  std::string_view one_;
  std::string_view many_;
  std::uint64_t count_ = 0;
  std::vector<Value> values_;
};

/// What a {name} stands for: data as it is, a number, or a message. A literal is none of them: words of the program are messages.
struct Message::Value {
  Value(std::string_view its_name, std::string data) : name(its_name), data(std::move(data)) {}
  Value(std::string_view its_name, std::string_view data) : name(its_name), data(data) {}
  Value(std::string_view its_name, Message message) : name(its_name), message{std::move(message)} {}
  Value(std::string_view its_name, Template words) : Value(its_name, Message(words)) {}
  Value(std::string_view its_name, const char*) = delete;
  template <class Number>
  requires std::is_arithmetic_v<Number> Value(std::string_view its_name, Number number)
      : name(its_name), is_number(true), number(static_cast<double>(number)) {}

  bool operator==(const Value&) const = default;

  std::string_view name;
  std::string data;
  bool is_number = false;
  double number = 0;
  std::vector<Message> message;  ///< one or none
};

/// Words without values, for constant tables and wherever a Message is wanted.
constexpr Template msg(Literal literal) { return Template(literal.text()); }

/// `msg("the course has no file {path}", {{"path", in_quotes(path)}})`
inline Message msg(Literal words, std::initializer_list<Message::Value> values) { return {msg(words), values}; }

inline Message msg(Template words, std::initializer_list<Message::Value> values) { return {words, values}; }

/// Something that is counted; {n} stands for the count: `msgn("{n} row", "{n} rows", rows)`.
inline Message msgn(Literal one, Literal many, std::uint64_t count, std::initializer_list<Message::Value> values = {}) {
  return {one, many, count, values};
}

/// Data in quotation marks: “green tea”, « thé vert ».
Message quoted(std::string_view data);

/// How a language says messages.
using InWords = std::function<std::string(const Message&)>;

/// In English, which templates are written in. Numbers are digits without grouping.
std::string in_words(const Message& message);

/// `form`, a message's template in some language, with its values in place: messages as `inner` says them, numbers as `number` writes
/// them. Names that are not known stay as they are, so that a wrong translation shows.
std::string fill_in(std::string_view form, const Message& message, const InWords& inner,
                    const std::function<std::string(double)>& number);

/// Replaces each {name} by what `value` gives for it; where that is nothing, it stays.
std::string fill_names(std::string_view form, const std::function<const std::string*(std::string_view name)>& value);

}  // namespace base
