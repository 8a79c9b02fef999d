#include "base/message.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace base {
namespace {

std::string digits(double number) {
  std::array<char, 400> text{};
  const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  return error == std::errc() ? std::string(text.data(), end) : std::string();
}

}  // namespace

Message::Message() = default;
Message::Message(Template words) : one_(words.text()) {}
Message::Message(const Message& other) = default;
Message::Message(Message&& other) noexcept = default;
Message& Message::operator=(const Message& other) = default;
Message& Message::operator=(Message&& other) noexcept = default;
Message::~Message() = default;

Message::Message(Template words, std::vector<Value> values) : one_(words.text()), values_(std::move(values)) {}

Message::Message(Literal one, Literal many, std::uint64_t count, std::vector<Value> values)
    : one_(one.text()), many_(many.text()), count_(count), values_(std::move(values)) {}

bool operator==(const Message& a, const Message& b) {
  return a.one_ == b.one_ && a.many_ == b.many_ && a.count_ == b.count_ && a.values_ == b.values_;
}

Message quoted(std::string_view data) { return msg("“{words}”", {{"words", data}}); }

std::string in_words(const Message& message) {
  const bool plural = !message.many().empty() && message.count() != 1;
  return fill_in(plural ? message.many() : message.one(), message, in_words, digits);
}

std::string fill_in(std::string_view form, const Message& message, const InWords& inner,
                    const std::function<std::string(double)>& number) {
  std::string words;
  return fill_names(form, [&](std::string_view name) -> const std::string* {
    const auto& values = message.values();
    const auto value =
        std::find_if(values.begin(), values.end(), [&](const Message::Value& v) { return v.name == name; });
    if (value == values.end()) {
      if (name != "n" || message.many().empty()) return nullptr;
      words = number(static_cast<double>(message.count()));
    } else {
      words = !value->message.empty() ? inner(value->message[0])
              : value->is_number      ? number(value->number)
                                      : value->data;
    }
    return &words;
  });
}

std::string fill_names(std::string_view form, const std::function<const std::string*(std::string_view name)>& value) {
  std::string filled;
  std::size_t from = 0;
  while (from < form.size()) {
    const std::size_t open = form.find('{', from);
    const std::size_t close = open == std::string_view::npos ? open : form.find('}', open);
    if (close == std::string_view::npos) break;
    const std::string* known = value(form.substr(open + 1, close - open - 1));
    filled.append(form, from, (known != nullptr ? open : open + 1) - from);
    if (known != nullptr) filled += *known;
    from = known != nullptr ? close + 1 : open + 1;
  }
  filled.append(form, std::min(from, form.size()));
  return filled;
}

}  // namespace base
