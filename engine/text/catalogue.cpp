#include "text/catalogue.h"

#include <algorithm>

#include "text/number.h"

namespace text {
namespace {

constexpr int most_decimals = 6;  // of a number in a message

std::string key_of(std::string_view source, std::string_view context) {
  std::string key(context);
  key += '\4';
  key += source;
  return key;
}

}  // namespace

const Message* Catalogue::exactly(std::string_view key) const {
  const auto found = index_.find(key);
  return found == index_.end() ? nullptr : &messages_[found->second];
}

const Message* Catalogue::message(std::string_view source, std::string_view context) const {
  if (has_contexts_ && !context.empty()) {
    if (const Message* message = exactly(key_of(source, context))) return message;
  }
  return exactly(source);
}

const std::string* Catalogue::find(std::string_view source, std::string_view context) const {
  const Message* found = message(source, context);
  // A stale translation in the context must not hide a good one without.
  if (found != nullptr && (found->fuzzy || found->forms[0].empty())) found = exactly(source);
  if (found == nullptr || found->fuzzy || found->forms[0].empty()) return nullptr;
  return found->forms.data();
}

const std::string* Catalogue::find_plural(std::string_view source, std::uint64_t count) const {
  const Message* found = exactly(source);
  if (found == nullptr || found->fuzzy) return nullptr;
  const std::size_t form = plural_.form(count);
  if (form >= found->forms.size() || found->forms[form].empty()) return nullptr;
  return &found->forms[form];
}

bool Catalogue::is_fuzzy(std::string_view source, std::string_view context) const {
  const Message* found = message(source, context);
  return found != nullptr && found->fuzzy;
}

std::string Translator::tr(std::string_view source) const { return trc({}, source); }

std::string Translator::trc(std::string_view context, std::string_view source) const {
  const std::string* found = catalogue_ ? catalogue_->find(source, context) : nullptr;
  return found != nullptr ? *found : std::string(source);
}

std::string Translator::trn(std::string_view one, std::string_view many, std::uint64_t count) const {
  const std::string* found = catalogue_ ? catalogue_->find_plural(one, count) : nullptr;
  std::string form = found != nullptr ? *found : std::string(count == 1 ? one : many);
  return fill(std::move(form), {{"n", format_number(static_cast<double>(count), 0, language_)}});
}

std::string Translator::say(const base::Message& message) const {
  if (!catalogue_) return base::in_words(message);
  const bool counts = !message.many().empty();
  const std::string* found =
      counts ? catalogue_->find_plural(message.one(), message.count()) : catalogue_->find(message.one());
  const std::string_view english = counts && message.count() != 1 ? message.many() : message.one();
  return base::fill_in(
      found != nullptr ? std::string_view(*found) : english, message,
      [this](const base::Message& inner) { return say(inner); },
      [this](double number) { return format_number(number, most_decimals, language_); });
}

std::string fill(std::string_view text, std::initializer_list<std::pair<std::string_view, std::string>> values) {
  return base::fill_names(text, [&](std::string_view name) -> const std::string* {
    const std::string* value = nullptr;
    for (const auto& [known, its_value] : values) {
      if (known == name) value = &its_value;
    }
    return value;
  });
}

}  // namespace text
