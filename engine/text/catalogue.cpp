#include "text/catalogue.h"

#include <algorithm>

#include "text/number.h"

namespace text {
namespace {

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

std::string fill(std::string text, std::initializer_list<std::pair<std::string_view, std::string>> values) {
  std::string filled;
  std::size_t from = 0;
  while (from < text.size()) {
    const std::size_t open = text.find('{', from);
    const std::size_t close = open == std::string::npos ? open : text.find('}', open);
    if (close == std::string::npos) break;
    const std::string_view name = std::string_view(text).substr(open + 1, close - open - 1);
    const std::string* value = nullptr;
    for (const auto& [known, its_value] : values) {
      if (known == name) value = &its_value;
    }
    filled.append(text, from, (value != nullptr ? open : open + 1) - from);
    if (value != nullptr) filled += *value;
    from = value != nullptr ? close + 1 : open + 1;
  }
  filled.append(text, std::min(from, text.size()));
  return filled;
}

}  // namespace text
